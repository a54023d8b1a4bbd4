package dev.rockpool.study.anki;

import dev.rockpool.content.NoteText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown of a deck as HTML of a card: no HTML of the deck's own, no address but of the web, no picture but those of
/// the package.
final class CardHtml {
    private static final int DEEPEST_NESTING = 50;
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .maxInlineNesting(DEEPEST_NESTING)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    private static final String OPENING = "<p>";
    private static final String CLOSING = "</p>";

    private final Function<String, Optional<String>> pictures;

    /// @param pictures the name in the package of the picture that a deck refers to, if it is there
    CardHtml(Function<String, Optional<String>> pictures) {
        this.pictures = pictures;
    }

    /// A text of any length.
    String of(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Cleaning());
        String html = RENDERER.render(document)
                .strip()
                .replace(Character.toString(NoteText.BRACE), "&#125;")
                .replace(Character.toString(NoteText.COLON), "&#58;");
        boolean oneParagraph = html.startsWith(OPENING)
                && html.endsWith(CLOSING)
                && html.indexOf(OPENING, 1) < 0
                && html.indexOf(CLOSING) == html.length() - CLOSING.length();
        return oneParagraph ? html.substring(OPENING.length(), html.length() - CLOSING.length()) : html;
    }

    /// Plain text as HTML.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Takes out what a card of another program cannot show, or must not.
    private final class Cleaning extends AbstractVisitor {
        @Override
        public void visit(HtmlBlock block) {
            block.unlink();
        }

        @Override
        public void visit(HtmlInline inline) {
            inline.unlink();
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String address = link.getDestination();
            if (!address.startsWith("https://") && !address.startsWith("http://") && !address.startsWith("mailto:")) {
                giveWayToChildren(link);
            }
        }

        @Override
        public void visit(Image image) {
            Optional<String> name = pictures.apply(image.getDestination());
            if (name.isPresent()) {
                image.setDestination(name.get());
            } else {
                giveWayToChildren(image);
            }
        }

        private static void giveWayToChildren(Node node) {
            Node child = node.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }
    }
}
