package dev.rockpool.app.document;

import dev.rockpool.app.claim.VerdictMark;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Source;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The whole document as one text, to be saved: Markdown, or HTML that loads nothing.
final class DocumentText {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a2625}
            h2{margin-top:3rem;border-top:1px solid #c6d4d0;padding-top:1.5rem}blockquote{margin:0;padding-left:1rem;border-left:3px solid #c6d4d0}
            table{border-collapse:collapse}td,th{border:1px solid #c6d4d0;padding:.25rem .5rem}code{font-family:monospace}
            @media print{h2{break-before:page}}
            """;

    private final Texts texts;
    private final List<QuestionEntry> questions;

    DocumentText(Texts texts, List<QuestionEntry> questions) {
        this.texts = texts;
        this.questions = questions;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(texts.get("screen.document")).append("\n\n");
        for (QuestionEntry entry : questions) {
            text.append("## ")
                    .append(entry.question().number())
                    .append(". ")
                    .append(entry.question().heading())
                    .append("\n\n");
            entry.question()
                    .answer()
                    .lines()
                    .forEach(line -> text.append("> ").append(line).append('\n'));
            text.append('\n');
            for (Claim claim : entry.deck().claims()) {
                add(claim, text);
            }
        }
        return text.toString();
    }

    String html() {
        List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
        String body = HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown()));
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + texts.get("screen.document") + "</title><style>\n" + STYLE + "</style></head><body>\n" + body
                + "</body></html>\n";
    }

    private void add(Claim claim, StringBuilder text) {
        text.append("**")
                .append(texts.get(VerdictMark.key(claim.verdict())))
                .append("** ")
                .append(claim.statement().replace('\n', ' '))
                .append("\n\n");
        if (!claim.correction().isEmpty()) {
            if (!claim.since().isEmpty()) {
                text.append('(').append(claim.sinceText()).append(") ");
            }
            text.append(claim.correction()).append("\n\n");
        }
        for (Source source : claim.sources()) {
            text.append(source.isLink() ? "<" + source.location() + ">" : source.location())
                    .append(" (")
                    .append(texts.get("source." + source.kind().word()))
                    .append(")\n\n");
        }
    }
}
