package dev.rockpool.content;

import java.util.List;

/// Decks as text for tests.
final class DeckText {
    static final String FRONT_MATTER = """
            ---
            deck: Test
            topic: testing
            title: A test
            ---

            """;

    /// The line of the first line behind [#FRONT_MATTER].
    static final int FIRST_LINE = 7;

    private DeckText() {}

    static ParsedDeck parse(String body) {
        return new DeckParser().parse("test.md", FRONT_MATTER + body, false);
    }

    static Deck deck(String body) {
        ParsedDeck parsed = parse(body);
        if (!parsed.findings().isEmpty()) {
            throw new AssertionError(parsed.findings().toString());
        }
        return parsed.deck().orElseThrow();
    }

    static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    /// Rule and line of what the parser finds.
    static List<String> faults(String body) {
        return parse(body).findings().stream()
                .map(finding -> finding.rule() + " " + finding.line())
                .toList();
    }

    /// Rule and line of what the lint finds.
    static List<String> lint(String body) {
        return new Linter()
                .lint(List.of(parse(body))).stream()
                        .map(finding -> finding.rule() + " " + finding.line())
                        .toList();
    }
}
