package dev.rockpool.app.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Markdown without its marks: for search, accessible names, titles and lists.
public final class PlainText {
    private PlainText() {}

    /// The words of `markdown`, blocks separated by one line break, cells by one space.
    public static String of(String markdown) {
        if (markdown.isEmpty()) {
            return "";
        }
        Words words = new Words();
        MarkdownSource.read(markdown).accept(words);
        return words.text.toString().strip();
    }

    /// The words of `markdown` on one line, cut at `longest` characters with `…`.
    public static String line(String markdown, int longest) {
        String line = of(markdown).replace('\n', ' ');
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
    }

    private static final class Words extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Block || parent instanceof TableRow) {
                breakLine();
            }
        }

        @Override
        public void visit(CustomNode node) {
            super.visit(node);
            if (node instanceof TableCell) {
                text.append(' ');
            }
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(HtmlInline node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(HtmlBlock node) {
            text.append(node.getLiteral());
            breakLine();
        }

        @Override
        public void visit(FencedCodeBlock node) {
            text.append(node.getLiteral());
            breakLine();
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            text.append(node.getLiteral());
            breakLine();
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        private void breakLine() {
            while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
