package dev.rockpool.content;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
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
    /// One line of words, which most answers are: there is nothing to render.
    private static final Pattern UNMARKED = Pattern.compile("\\p{L}(?:[\\p{L}\\p{N} ,.?%/'-]*[\\p{L}\\p{N}.?%])?");

    private static final Parser PLACING_PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .maxInlineNesting(DEEPEST_NESTING)
            .build();
    private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private MarkdownText() {}

    /// The syntax tree of a text, its nodes with the places they come from.
    static Node parseWithPlaces(String markdown) {
        return PLACING_PARSER.parse(markdown);
    }

    /// The text that is left when Markdown is rendered.
    static String plain(String markdown) {
        return UNMARKED.matcher(markdown).matches()
                ? markdown
                : RENDERER.render(PARSER.parse(markdown)).strip();
    }
}
