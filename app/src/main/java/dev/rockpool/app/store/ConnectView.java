package dev.rockpool.app.store;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.identity.AccessKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How a client reaches the store: the address, the key pair, and what to paste where.
final class ConnectView {
    private final StoreViewModel model;
    private final StoreWords words;
    private final StoreWays ways;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final VBox root = new VBox(scroll);

    ConnectView(StoreViewModel model, StoreWords words, StoreWays ways) {
        this.model = model;
        this.words = words;
        this.ways = ways;
        column.getStyleClass().add("rp-store-sections");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        model.running().state().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    void focus() {
        column.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void show() {
        if (!(model.running().state().get() instanceof PlatformState.Open open)) {
            return;
        }
        Optional<AccessKey> key =
                open.platform().accounts().accessKeys().stream().findFirst();
        if (key.isEmpty()) {
            return;
        }
        URI address = open.objects()
                .orElseGet(
                        () -> URI.create("http://127.0.0.1:" + model.running().port()));
        List<Node> nodes = new ArrayList<>();
        nodes.add(Words.heading(words.get("store.connect.title")));
        nodes.add(Words.small(words.get(open.objects().isPresent() ? "store.connect.on" : "store.connect.off")));
        nodes.add(row("store.connect.address", address.toString(), false));
        nodes.add(row("store.connect.key", key.get().id(), false));
        nodes.add(row("store.connect.secret", key.get().secret(), true));
        for (Snippets.Snippet each :
                Snippets.of(address, key.get().id(), key.get().secret())) {
            Label name = Words.heading(words.get("store.snippet." + each.id()));
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox head = new HBox(name, copy(words.get("store.snippet." + each.id()), each.text()));
            head.getStyleClass().add("rp-store-cell");
            Label text = new Label(each.text().replace(key.get().secret(), "•".repeat(12)));
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
            text.getStyleClass().addAll("rp-store-code", "rp-content");
            nodes.add(new VBox(head, text));
        }
        column.getChildren().setAll(nodes);
    }

    private Node row(String key, String value, boolean secret) {
        Label name = Words.small(words.get(key));
        name.setMinWidth(120);
        Label content = Words.plain(secret ? "•".repeat(12) : value);
        content.getStyleClass().addAll("rp-content", "rp-store-mono");
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(name, content, copy(words.get(key), value));
        row.getStyleClass().add("rp-store-cell");
        return row;
    }

    private Button copy(String name, String value) {
        Button copy = new Button(words.get("store.copy"), new FontIcon(Feather.COPY));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(words.get("store.copy.of", name));
        copy.setOnAction(_ -> ways.copy(value));
        return copy;
    }
}
