package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rockpool.kernel.Seed;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever stands in a file, the parser and the lint answer with findings, and soon.
class DeckParserFuzzTest {
    private static final Seed SEED = new Seed(20_261_101);
    private static final int SAMPLE = 3_000;
    private static final int FULL = 300_000;
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final List<String> PIECES = List.of(
            "---\n",
            "deck: x\n",
            "topic: t\n",
            "title: T\n",
            "question: 3\n",
            "question: 99999999999\n",
            "# ",
            "## ",
            "{#a}",
            "{#a .wrong}",
            "{#b .typed}",
            "{#",
            "}",
            "{{c1::",
            "{{c2::",
            "}}",
            "::",
            "{",
            "```",
            "```quiz\n",
            "```quiz multi\n",
            "```match\n",
            "```order\n",
            "```numeric\n",
            "- [ ] ",
            "- [x] ",
            "  : ",
            " -> ",
            "1. ",
            "answer: 1e99\n",
            "tolerance: 1%\n",
            "Source: x (primary)\n",
            "Source: (\n",
            "Fixes: a b\n",
            "Tags: #x\n",
            "Since: about 2025-12\n",
            "Accept: | |\n",
            "Other: y\n",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "    ",
            "<div>",
            "`",
            "*",
            "**",
            "[a](b)",
            "![x](../y)",
            "&amp;",
            "|a|b|\n|-|-|\n",
            "é",
            "\uD83D\uDE00",
            "\u0000",
            "\r",
            "\t",
            "\\",
            "---",
            "===\n",
            "word ",
            "2025-02-30",
            ": ",
            "#",
            "!!java/object ",
            "&a ",
            "*a ",
            "[",
            "]",
            "? ",
            "%YAML 9\n");

    private final DeckParser parser = new DeckParser();
    private final Linter linter = new Linter();

    private static int rounds() {
        return Campaign.size(SAMPLE, FULL);
    }

    private void check(String text) {
        ParsedDeck parsed = parser.parse("fuzz.md", text, false);
        for (Finding finding : linter.lint(List.of(parsed))) {
            assertThat(finding.line()).isPositive();
            assertThat(finding.sentence()).doesNotContain("\n");
            assertThat(Rule.named(finding.rule())).isPresent();
        }
    }

    @Test
    void textMadeOfTheFormatsOwnPiecesNeverThrows() {
        RandomGenerator random = SEED.derive("pieces");
        for (int round = 0; round < rounds(); round++) {
            StringBuilder text = new StringBuilder();
            if (random.nextInt(4) > 0) {
                text.append(DeckText.FRONT_MATTER);
            }
            int pieces = random.nextInt(60);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            checkNaming(round, text.toString());
        }
    }

    @Test
    void mutilatedDecksNeverThrow() throws IOException {
        List<String> decks = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("decks"))) {
            for (Path file : files.sorted().toList()) {
                decks.add(Files.readString(file));
            }
        }
        RandomGenerator random = SEED.derive("mutilated");
        for (int round = 0; round < rounds() / 10; round++) {
            StringBuilder text = new StringBuilder(decks.get(random.nextInt(decks.size())));
            for (int i = random.nextInt(20); i >= 0; i--) {
                int at = random.nextInt(text.length());
                int until = Math.min(text.length(), at + random.nextInt(40));
                if (random.nextBoolean()) {
                    text.replace(at, until, PIECES.get(random.nextInt(PIECES.size())));
                } else {
                    text.insert(at, text.substring(at, until));
                }
            }
            checkNaming(round, text.toString());
        }
    }

    private void checkNaming(int round, String text) {
        try {
            check(text);
        } catch (RuntimeException | StackOverflowError fault) {
            throw new AssertionError("seed " + SEED.value() + ", round " + round + ":\n" + text, fault);
        }
    }

    @Test
    void randomBytesNeverThrow() {
        RandomGenerator random = SEED.derive("bytes");
        for (int round = 0; round < rounds(); round++) {
            byte[] content = new byte[random.nextInt(200)];
            random.nextBytes(content);
            assertThat(parser.parse("fuzz.md", content, false).findings())
                    .as("seed %d, round %d", SEED.value(), round)
                    .isNotEmpty();
        }
    }

    /// Patterns that make naive parsers quadratic, in the full campaign in the largest file there may be.
    @Test
    void largeHostileFilesAreReadSoon() {
        List<String> patterns = List.of(
                "> ",
                "- ",
                "{{c1::",
                "}}",
                "`",
                "``` ",
                "[",
                "![](",
                "## {#a}\n",
                "## a\n",
                "Source: x\n\n",
                "Ab: c\n",
                "*a ",
                "_",
                "<",
                "&",
                "\n",
                "{",
                "|",
                "# ",
                "    x\n",
                "    ",
                "1. ",
                "```quiz\n",
                "x\n---\n",
                "a:\n\n");
        int size = (Campaign.isWhole() ? DeckParser.LARGEST_FILE : DeckParser.LARGEST_FILE / 16) - 200;
        assertTimeoutPreemptively(SOON, () -> {
            for (String pattern : patterns) {
                check(DeckText.FRONT_MATTER + pattern.repeat(size / pattern.length()));
            }
        });
    }

    @Test
    void theLargestHostileSectionsAreReadSoon() {
        List<String> patterns = List.of(
                "{{c1::x}} ",
                "{{c1::{{c2::",
                "`",
                "` `` ",
                "[a](",
                "![",
                "*a **b ",
                "<a ",
                "<!-- ",
                "&#x",
                "| ",
                "(((",
                "   ",
                "\\",
                "~~",
                "a@b.c ",
                "http://a ",
                "_a__",
                "**",
                "x -> ",
                "(primary");
        assertTimeoutPreemptively(SOON, () -> {
            for (String pattern : patterns) {
                String long_ = pattern.repeat((DeckParser.LARGEST_SECTION - 300) / pattern.length());
                check(DeckText.FRONT_MATTER + "## A {#a}\n\nx " + long_ + "\n");
                check(DeckText.FRONT_MATTER + "## A {#a .typed}\n\nx " + long_ + "\n");
                check(DeckText.FRONT_MATTER + "## A {#a}\n\n```match\nx " + long_ + " -> y\nc -> d\n```\n");
                check(DeckText.FRONT_MATTER + "## A {#a}\n\n```quiz\n- [x] " + long_ + "\n- [ ] b\n```\n");
                check(DeckText.FRONT_MATTER + "## A {#a}\n\nB\n\nSource: " + long_ + "\nTags: " + long_ + "\n");
            }
        });
    }
}
