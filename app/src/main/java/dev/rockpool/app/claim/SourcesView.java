package dev.rockpool.app.claim;

import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Source;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a fact stands: the address, whose words it is, and when it was read.
public final class SourcesView {
    private final VBox root = new VBox();
    private final Texts texts;
    private final Consumer<URI> openLink;

    /// Lists `sources`; the view is empty where there are none.
    public SourcesView(List<Source> sources, Texts texts, Consumer<URI> openLink) {
        this.texts = texts;
        this.openLink = openLink;
        root.getStyleClass().add("rp-sources");
        for (Source source : sources) {
            root.getChildren().add(line(source));
        }
    }

    /// The list, one line a source.
    public Region root() {
        return root;
    }

    private Region line(Source source) {
        FlowPane line = new FlowPane();
        line.setRowValignment(VPos.CENTER);
        line.getStyleClass().add("rp-source");
        Optional<URI> address = SourceAddress.of(source.location());
        if (address.isPresent()) {
            line.getChildren().add(link(address.get()));
        } else {
            Label place = new Label(source.location());
            place.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
            place.setWrapText(true);
            line.getChildren().add(place);
        }
        Label kind = new Label(kind(source));
        kind.getStyleClass().addAll("rp-small", "rp-muted");
        line.getChildren().add(kind);
        return line;
    }

    private String kind(Source source) {
        String word = texts.get("source." + source.kind().name().toLowerCase(Locale.ROOT));
        return source.readOn().isEmpty() ? word : texts.get("source.read", word, source.readOn());
    }

    private Hyperlink link(URI address) {
        Hyperlink link = new Hyperlink(SourceAddress.shorten(address), new FontIcon(Feather.EXTERNAL_LINK));
        link.getStyleClass().addAll("rp-source-link", "rp-content");
        link.setTextOverrun(OverrunStyle.CLIP);
        link.setTooltip(new Tooltip(address.toString()));
        link.setAccessibleText(address.toString());
        link.setOnAction(_ -> openLink.accept(address));
        MenuItem copy = new MenuItem(texts.get("markdown.copy-address"));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(address.toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
        link.setContextMenu(new ContextMenu(copy));
        return link;
    }
}
