package dev.rockpool.content;

import static dev.rockpool.content.DeckText.lint;
import static dev.rockpool.content.DeckText.parse;
import static dev.rockpool.content.DeckText.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinterTest {
    private static final String SOURCE = "\n\nSource: x (primary)\n\n";

    private final Linter linter = new Linter();

    private static String quiz(String id, String stem, String right, String wrong) {
        return "## " + stem + " {#" + id + "}\n\n```quiz\n- [x] " + right + "\n  : a\n- [ ] " + wrong
                + "\n  : b\n- [ ] other\n  : c\n```" + SOURCE;
    }

    @Test
    void aGoodDeckHasNoFinding() {
        assertThat(lint("## A {#a}\n\nB" + SOURCE + quiz("q", "Which one?", "this", "that one")))
                .isEmpty();
    }

    @Test
    void sourcesMustBeThereAndNotAllRecalled() {
        assertThat(lint("## A {#a}\n\nB\n")).containsExactly("source-missing 7");
        assertThat(lint("## A {#a}\n\nB\n\nTags: #x\nSource: me (recalled)\n")).containsExactly("source-recalled 12");
        assertThat(lint("## A {#a}\n\nB\n\nSource: me (recalled)\nSource: y (secondary)\n"))
                .isEmpty();
    }

    @Test
    void aDateWithoutAPrimarySourceIsAbout() {
        String claim = "## A {#a .outdated}\n\nB\n\n";
        assertThat(lint(claim + "Source: x (secondary)\nSince: 2025-12\n"))
                .containsExactly("claim-place 7", "since-about 12");
        assertThat(lint(claim + "Source: x (secondary)\nSince: about 2025-12\n"))
                .containsExactly("claim-place 7");
        assertThat(lint(claim + "Source: x (primary)\nSince: 2025-12\n")).containsExactly("claim-place 7");
    }

    @Test
    void aClaimThatIsNotCorrectNeedsACorrection() {
        assertThat(lint("## A {#a .wrong}\n\nSource: x (primary)\n"))
                .containsExactly("claim-place 7", "correction-missing 7");
    }

    @Test
    void optionsAreCountedExplainedAndDistinct() {
        assertThat(lint("## A {#a}\n\n```quiz\n- [x] b\n  : y\n- [ ] c\n```" + SOURCE))
                .containsExactly("option-count 7", "option-why 7");
        assertThat(lint("## A {#a}\n\n```quiz multi\n- [x] b\n  : y\n- [ ] **B**\n  : y\n- [x] d\n  : y\n```" + SOURCE))
                .containsExactly("options-distinct 7");
    }

    @Test
    void entriesAreCountedAndDistinct() {
        assertThat(lint("## A {#a}\n\n```match\nx -> y\nz -> y\n```" + SOURCE))
                .containsExactly("entry-count 7", "options-distinct 7");
        assertThat(lint("## A {#a}\n\n```order\n1. x\n2. x\n3. y\n```" + SOURCE))
                .containsExactly("options-distinct 7");
    }

    @Test
    void aFrontMayStandOnce() {
        assertThat(lint("## What is *it*? {#a}\n\nB" + SOURCE + "## what is it {#b}\n\nC" + SOURCE))
                .containsExactly("duplicate-front 13");
        assertThat(lint("## What is it? {#a}\n\nB" + SOURCE + quiz("q", "What is it?", "this", "that one")))
                .isEmpty();
    }

    @Test
    void anAnswerMustNotStandInItsQuestion() {
        assertThat(lint("## What is a Bloom filter? {#a}\n\nBloom filter.\nMore." + SOURCE))
                .containsExactly("answer-leak 7");
        assertThat(lint("## Which café? {#a .typed}\n\nx\n\nAccept: CAFE\nSource: x (primary)\n"))
                .containsExactly("answer-leak 7");
        assertThat(lint("## A {#a}\n\nA shard is {{c1::shard}}-like." + SOURCE)).containsExactly("answer-leak 7");
        assertThat(lint(quiz("q", "How is Amazon MSK called?", "MSK by Amazon", "something that is long")))
                .isEmpty();
        assertThat(lint(quiz("q", "How is Amazon MSK called?", "MSK, Amazon", "something that is long")))
                .containsExactly("answer-leak 7");
        assertThat(lint("## A {#a}\n\n```match\nred apple -> apple\nb -> c\nd -> e\n```" + SOURCE))
                .containsExactly("answer-leak 7");
    }

    @Test
    void shortAnswersTruthsAndAlternativesAreNoLeak() {
        assertThat(lint("## Is S3 the one? Yes or no? {#a}\n\nYes." + SOURCE)).isEmpty();
        assertThat(lint("## What is S3 in words? {#a .typed}\n\nS3" + SOURCE)).isEmpty();
        assertThat(lint("## True statement? {#a}\n\nTrue" + SOURCE)).isEmpty();
        assertThat(lint("## Is it strong or eventual? {#a}\n\nStrong" + SOURCE)).isEmpty();
    }

    @Test
    void fixesNameClaimsThatNeedIt() {
        String claims = "---\ndeck: d\ntopic: t\ntitle: T\nquestion: 1\n---\n# Q {#q1}\n\nA\n\n"
                + "## B {#q1-c1 .correct}\n\nSource: x (primary)\n\n## C {#q1-c2 .wrong}\n\nD" + SOURCE;
        ParsedDeck document = new DeckParser().parse("q.md", claims, true);
        ParsedDeck cards = parse("## A {#a}\n\nB\n\nFixes: q1-c1 q1-c2 q1-c3\nSource: x (primary)\n");
        assertThat(linter.lint(List.of(document))).isEmpty();
        assertThat(linter.lint(List.of(cards), List.of(document)))
                .extracting(Finding::toString)
                .containsExactly(
                        "test.md:11: fixes-claim: The claim q1-c1 is correct and needs no correction; take it out.",
                        "test.md:11: fixes-claim: There is no claim q1-c3; name one that a deck holds.");
    }

    @Test
    void anIdNamesOneThingOverAllDecks() {
        String text = DeckText.FRONT_MATTER + "## A {#a}\n\nB" + SOURCE;
        ParsedDeck one = new DeckParser().parse("one.md", text, false);
        ParsedDeck two = new DeckParser().parse("two.md", text.replace("## A", "## Other"), false);
        assertThat(linter.lint(List.of(one, two)))
                .extracting(Finding::toString)
                .containsExactly(
                        "two.md:7: id-unique: The id a already stands in one.md, line 7; give this section one of its own.");
        assertThat(rules(linter.lint(List.of(one), List.of(two)))).containsExactly("id-unique");
    }

    @Test
    void linksAndPicturesLiveBelowTheFolder(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("decks"));
        Files.createDirectories(folder.resolve("img"));
        Files.writeString(folder.resolve("img/a b.png"), "x");
        Files.writeString(root.resolve("secret.md"), "x");
        Files.createSymbolicLink(folder.resolve("link.md"), root.resolve("secret.md"));
        String body = """
                ## A {#a}

                ![good](img/a%20b.png) [good](https://example.org) [good](#a) [good](#glossary-shard)
                ![dead](img/none.png)
                [dead](#nothing)
                ![dead](#a)
                [out](../secret.md)
                [out](link.md)
                [out](/etc/passwd)
                [out](file:///etc/passwd)
                [out](img/%2e%2e/%2E%2e/secret.md)
                [out](..%5Csecret.md)
                [out](%zz)
                ![remote](https://example.org/a.png)
                <img src="https://example.org/a.png"> <!-- a comment -->

                Source: x (primary)
                """;
        Path file = Files.writeString(folder.resolve("deck.md"), DeckText.FRONT_MATTER + body);
        assertThat(linter.lint(List.of(new DeckParser().read(file))))
                .extracting(finding -> finding.rule() + " " + finding.line())
                .containsExactly(
                        "link-dead 10",
                        "link-dead 11",
                        "link-dead 12",
                        "link-outside 13",
                        "link-outside 14",
                        "link-outside 15",
                        "link-outside 16",
                        "link-outside 17",
                        "link-outside 18",
                        "link-outside 19",
                        "remote-image 20",
                        "raw-html 21");
    }

    @Test
    void theRightOptionMayBeTheLongestAsOftenAsByChance() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            // chance is 1/3; seven of twenty is 35 %, eight is 40 %
            boolean longest = i < 7;
            items.add(quiz("q" + i, "Number " + i, longest ? "this is longest" : "short", "not so long"));
        }
        assertThat(lint(String.join("", items))).isEmpty();
        items.set(7, quiz("q7", "Number 7", "this is longest", "not so long"));
        ParsedDeck biased = parse(String.join("", items));
        assertThat(linter.lint(List.of(biased)))
                .hasSize(8)
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("longest-right"))
                .first()
                .extracting(Finding::sentence)
                .asString()
                .contains("8 of 20 questions (40 %, chance is 33 %)");
        assertThat(lint(String.join("", items.subList(0, 19)))).isEmpty();
    }

    @Test
    void filesAndFoldersAreCheckedBesideTheBuiltInDecks(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.md"),
                DeckText.FRONT_MATTER + "## A {#q12-c2}\n\nB\n\nFixes: q12-c2\nSource: x (primary)\n");
        assertThat(rules(linter.lintFiles(List.of(folder)))).containsExactly("id-unique");
        assertThat(rules(linter.lintFiles(List.of(file)))).containsExactly("id-unique");
        assertThat(linter.lintFiles(List.of(Path.of("decks")))).isEmpty();
        assertThat(linter.lintFiles(List.of(Path.of("decks", "q12-streaming.md"))))
                .isEmpty();
        assertThat(linter.lintBuiltIn()).isEmpty();
    }

    @Test
    void theDocumentationListsExactlyTheRules() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "deck-format.md"), StandardCharsets.UTF_8);
        List<String> listed = documentation
                .lines()
                .filter(line -> line.matches("\\| `[a-z0-9-]+` \\| (fault|advice) \\|.*"))
                .map(line -> line.substring(3, line.indexOf('`', 3)) + (line.contains("| fault |") ? " fault" : ""))
                .toList();
        Stream<String> rules =
                Arrays.stream(Rule.values()).map(rule -> rule.ruleName() + (rule.isFault() ? " fault" : ""));
        assertThat(listed).containsExactlyElementsOf(rules.toList());
        assertThat(Rule.named("no-such-rule")).isEmpty();
        assertThat(new Finding("f", 1, "no-such-rule", "s").isFault()).isTrue();
    }
}
