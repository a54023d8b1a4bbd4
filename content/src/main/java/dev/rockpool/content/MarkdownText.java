package dev.rockpool.content;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// Markdown as the learner reads it, without its marks.
final class MarkdownText {
    private static final int DEEPEST_NESTING = 50;
    private static final List<org.commonmark.Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .maxInlineNesting(DEEPEST_NESTING)
            .build();
    private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private MarkdownText() {}

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /// The text that is left when Markdown is rendered.
    static String plain(String markdown) {
        return RENDERER.render(PARSER.parse(markdown)).strip();
    }
}
