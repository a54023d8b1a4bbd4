package dev.rockpool.app.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Lays lines out on pages of A4, blocks unbroken where they fit a page.
final class Sheet {
    private static final float MARGIN = 56;
    private static final float FOOT = 28;
    private static final float FOOT_SIZE = 8;
    private static final float LEADING = 1.4f;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float HEIGHT = PDRectangle.A4.getHeight() - 2 * MARGIN;

    private final PDDocument document;
    private final Typeface foot;
    private final List<Line> page = new ArrayList<>();
    private float used;

    /// A piece of text on the page.
    private record Line(Typeface face, float size, float x, float y, String text) {}

    /// A paragraph of a block.
    ///
    /// @param indent how far its lines stand to the right
    /// @param mark what stands on its first line at `markAt`, such as its number; empty if nothing does
    /// @param above the space before it
    record Paragraph(
            Typeface face,
            float size,
            float indent,
            String mark,
            Typeface markFace,
            float markAt,
            float above,
            String text) {
        float leading() {
            return size * LEADING;
        }
    }

    Sheet(PDDocument document, Typeface foot) {
        this.document = document;
        this.foot = foot;
    }

    /// Adds paragraphs that stay together; on a page of their own if they do not fit the rest of this one.
    void add(List<Paragraph> block) throws IOException {
        float height = 0;
        List<List<String>> broken = new ArrayList<>();
        for (Paragraph paragraph : block) {
            List<String> lines = lines(paragraph);
            broken.add(lines);
            height += paragraph.above() + lines.size() * paragraph.leading();
        }
        if (used > 0 && used + height > HEIGHT) {
            end();
        }
        for (int i = 0; i < block.size(); i++) {
            Paragraph paragraph = block.get(i);
            used += used > 0 ? paragraph.above() : 0;
            for (int line = 0; line < broken.get(i).size(); line++) {
                if (used + paragraph.leading() > HEIGHT) {
                    end();
                }
                used += paragraph.leading();
                float y = PDRectangle.A4.getHeight() - MARGIN - used + paragraph.size() / 2;
                if (line == 0 && !paragraph.mark().isEmpty()) {
                    page.add(new Line(
                            paragraph.markFace(), paragraph.size(), MARGIN + paragraph.markAt(), y, paragraph.mark()));
                }
                page.add(new Line(
                        paragraph.face(),
                        paragraph.size(),
                        MARGIN + paragraph.indent(),
                        y,
                        broken.get(i).get(line)));
            }
        }
    }

    /// Ends the page; what comes next stands on a new one.
    void end() throws IOException {
        PDPage written = new PDPage(PDRectangle.A4);
        document.addPage(written);
        try (PDPageContentStream content = new PDPageContentStream(document, written)) {
            for (Line line : page) {
                show(content, line);
            }
        }
        page.clear();
        used = 0;
    }

    /// Writes a line at the foot of every page from one on to one before another.
    ///
    /// @param text has `{0}` for the number of the page and `{1}` for how many there are, of these
    void footer(int from, int until, String text) throws IOException {
        for (int number = from; number < until; number++) {
            String line = text.replace("{0}", Integer.toString(number - from + 1))
                    .replace("{1}", Integer.toString(until - from));
            float x = MARGIN + WIDTH - foot.width(line, FOOT_SIZE);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, document.getPage(number), AppendMode.APPEND, true, true)) {
                show(content, new Line(foot, FOOT_SIZE, x, FOOT, line));
            }
        }
    }

    private static void show(PDPageContentStream content, Line line) throws IOException {
        content.beginText();
        content.newLineAtOffset(line.x(), line.y());
        for (Typeface.Run run : line.face().runs(line.text())) {
            content.setFont(run.font(), line.size());
            content.showText(run.text());
        }
        content.endText();
    }

    /// Broken at blanks; a word wider than a line where it must be.
    private static List<String> lines(Paragraph paragraph) throws IOException {
        float room = WIDTH - paragraph.indent();
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : paragraph.text().split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fits(paragraph, longer, room)) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (!fits(paragraph, line, room) && line.length() > 1) {
                int end = line.length() - 1;
                while (end > 1 && !fits(paragraph, line.substring(0, end), room)) {
                    end--;
                }
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    private static boolean fits(Paragraph paragraph, String text, float room) throws IOException {
        return paragraph.face().width(text, paragraph.size()) <= room;
    }
}
