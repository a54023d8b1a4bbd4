package dev.rockpool.app.markdown;

import dev.rockpool.app.text.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// Draws the inlines of one block as the runs of one text flow.
final class Inlines {
    /// Code up to this length stands on a tinted ground in one piece; longer code wraps like text.
    private static final int LONGEST_CHIP = 28;

    private static final double WIDEST_PICTURE = 640;
    private static final double TALLEST_PICTURE = 420;

    /// Sharp on screens of twice the usual density.
    private static final int PIXELS_A_POINT = 2;

    private final Texts texts;
    private final Surroundings surroundings;
    private final Hits hits;

    Inlines(Surroundings surroundings, Hits hits) {
        this.texts = surroundings.texts();
        this.surroundings = surroundings;
        this.hits = hits;
    }

    TextFlow flow(org.commonmark.node.Node block) {
        List<Node> runs = new ArrayList<>();
        add(block, List.of(), runs);
        TextFlow flow = new TextFlow();
        flow.getChildren().setAll(runs);
        flow.getStyleClass().add("rp-markdown-flow");
        return flow;
    }

    private void add(org.commonmark.node.Node parent, List<String> styles, List<Node> runs) {
        for (org.commonmark.node.Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> text(text.getLiteral(), styles, runs);
                case Code code -> code(code.getLiteral(), styles, runs);
                case Emphasis emphasis -> add(emphasis, plus(styles, "rp-emphasis"), runs);
                case StrongEmphasis strong -> add(strong, plus(styles, "rp-strong"), runs);
                case SoftLineBreak _ -> text(" ", styles, runs);
                case HardLineBreak _ -> text("\n", styles, runs);
                case HtmlInline html -> text(html.getLiteral(), styles, runs);
                case Link link -> link(link, styles, runs);
                case Image image -> picture(image, runs);
                default -> add(child, styles, runs);
            }
        }
    }

    private void text(String literal, List<String> styles, List<Node> runs) {
        for (Hits.Piece piece : hits.split(literal)) {
            if (piece.hit()) {
                runs.add(chip(piece.text(), plus(styles, "rp-hit")));
            } else {
                Text text = new Text(piece.text());
                text.getStyleClass().add("rp-text");
                text.getStyleClass().addAll(styles);
                runs.add(text);
            }
        }
    }

    private void code(String literal, List<String> styles, List<Node> runs) {
        if (literal.length() <= LONGEST_CHIP && hits.count(literal) == 0) {
            runs.add(chip(literal, plus(styles, "rp-code")));
        } else {
            text(literal, plus(styles, "rp-code-run"), runs);
        }
    }

    private static Label chip(String literal, List<String> styles) {
        Label chip = new Label(literal);
        chip.getStyleClass().addAll(styles);
        chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return chip;
    }

    private void link(Link link, List<String> styles, List<Node> runs) {
        String label = PlainText.of(link.getDestination());
        StringBuilder words = new StringBuilder();
        words(link, words);
        if (!words.isEmpty()) {
            label = words.toString();
        }
        Optional<URI> address = web(link.getDestination());
        if (address.isEmpty()) {
            text(label, styles, runs);
            return;
        }
        runs.add(hyperlink(label, address.get()));
    }

    private Hyperlink hyperlink(String label, URI address) {
        Hyperlink hyperlink = new Hyperlink(label);
        hyperlink.getStyleClass().add("rp-link");
        hyperlink.setTooltip(new Tooltip(address.toString()));
        hyperlink.setOnAction(_ -> surroundings.openLink().accept(address));
        MenuItem copy = new MenuItem(texts.get("markdown.copy-address"));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(address.toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
        hyperlink.setContextMenu(new ContextMenu(copy));
        return hyperlink;
    }

    private static void words(org.commonmark.node.Node parent, StringBuilder words) {
        for (org.commonmark.node.Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak _ -> words.append(' ');
                default -> words(child, words);
            }
        }
    }

    /// The address, if it is one that a browser may be asked to open.
    static Optional<URI> web(String destination) {
        try {
            URI address = new URI(destination);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private void picture(Image image, List<Node> runs) {
        StringBuilder words = new StringBuilder();
        words(image, words);
        switch (Pictures.find(image.getDestination(), surroundings::image)) {
            case Pictures.Found.Shown shown -> {
                double scale = Math.min(1, Math.min(WIDEST_PICTURE / shown.width(), TALLEST_PICTURE / shown.height()));
                ImageView view = new ImageView(new javafx.scene.image.Image(
                        shown.bytes(),
                        shown.width() * scale * PIXELS_A_POINT,
                        shown.height() * scale * PIXELS_A_POINT,
                        true,
                        true));
                view.setFitWidth(shown.width() * scale);
                view.setFitHeight(shown.height() * scale);
                view.setPreserveRatio(true);
                view.setAccessibleText(words.toString());
                runs.add(view);
            }
            case Pictures.Found.Refused refused ->
                text(refusal(refused.reason(), words.toString()), List.of("rp-emphasis"), runs);
        }
    }

    private String refusal(Pictures.Reason reason, String words) {
        String key = switch (reason) {
            case REMOTE -> "markdown.picture-remote";
            case MISSING -> "markdown.picture-missing";
            case KIND -> "markdown.picture-kind";
            case TOO_LARGE -> "markdown.picture-large";
        };
        return texts.get(key, words);
    }

    private static List<String> plus(List<String> styles, String style) {
        List<String> more = new ArrayList<>(styles);
        more.add(style);
        return more;
    }
}
