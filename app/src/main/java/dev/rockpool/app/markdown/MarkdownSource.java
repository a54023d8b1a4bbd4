package dev.rockpool.app.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// The one reader of Markdown on screens: CommonMark with tables, bounded in size and depth.
final class MarkdownSource {
    /// The most characters of a text that are read; a card beyond it is cut there.
    static final int LONGEST = 60_000;

    /// How deep lists and quotes may stand in one another.
    static final int DEEPEST_BLOCKS = 12;

    /// How deep emphasis and links may stand in one another.
    static final int DEEPEST_INLINES = 16;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .maxInlineNesting(DEEPEST_INLINES)
            .build();

    private MarkdownSource() {}

    static Node read(String markdown) {
        return PARSER.parse(markdown.length() > LONGEST ? markdown.substring(0, LONGEST) : markdown);
    }
}
