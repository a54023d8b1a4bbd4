package dev.rockpool.app.streams;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.platform.serve.ServeOptions;
import dev.rockpool.streamengine.StreamName;
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

/// How a client reaches the streams: the switch, the address, the key pair, and what to paste where.
final class ConnectView {
    private static final String HIDDEN = "•".repeat(12);
    private static final double NAMES = 120;

    private final StreamsViewModel model;
    private final StreamWords words;
    private final StreamWays ways;
    private final ToggleSwitch endpoint = new ToggleSwitch();
    private final Label refusal = Words.small("");
    private final VBox column = new VBox();
    private final VBox root = new VBox();
    private boolean following;

    ConnectView(StreamsViewModel model, StreamWords words, StreamWays ways) {
        this.model = model;
        this.words = words;
        this.ways = ways;
        endpoint.setText(words.get("streams.endpoint"));
        endpoint.setAccessibleText(words.get("streams.endpoint"));
        endpoint.setId("streams-endpoint");
        endpoint.selectedProperty().addListener((_, _, on) -> {
            if (!following) {
                serve(on);
            }
        });
        refusal.getStyleClass().addAll("rp-store-fault", "rp-content");
        column.getStyleClass().add("rp-store-sections");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(scroll);
        model.running().state().subscribe(_ -> show());
        model.running().refusal().subscribe(_ -> show());
        model.stream().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    void focus() {
        endpoint.requestFocus();
    }

    private void serve(boolean on) {
        if (on) {
            model.running().serve(model.running().port());
        } else {
            model.running().stopServing();
        }
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
        Optional<URI> answers = Optional.ofNullable(open.addresses().get("kinesis"));
        following = true;
        endpoint.setSelected(answers.isPresent());
        following = false;
        refusal.setText(model.running().refusal().get());
        refusal.setVisible(!refusal.getText().isEmpty());
        refusal.setManaged(refusal.isVisible());
        int port = model.running().port();
        URI kinesis = answers.orElseGet(() -> local(port + ServeOptions.KINESIS_PORT - ServeOptions.S3_PORT));
        URI s3 = open.objects().orElseGet(() -> local(port));
        List<Node> nodes = new ArrayList<>();
        nodes.add(endpoint);
        nodes.add(refusal);
        nodes.add(Words.small(words.get(answers.isPresent() ? "streams.connect.on" : "streams.connect.off")));
        nodes.add(row("streams.connect.address", kinesis.toString(), false));
        nodes.add(row("streams.connect.key", key.get().id(), false));
        nodes.add(row("streams.connect.secret", key.get().secret(), true));
        String stream = model.stream().get().map(StreamName::value).orElse(SampleStream.NAME);
        for (Snippets.Snippet each :
                Snippets.of(kinesis, s3, key.get().id(), key.get().secret(), stream)) {
            Label name = Words.heading(words.get("streams.snippet." + each.id()));
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox head = new HBox(name, copy(words.get("streams.snippet." + each.id()), each.text()));
            head.getStyleClass().add("rp-store-cell");
            Label text =
                    new Label(each.text().replace(key.get().secret(), HIDDEN).stripTrailing());
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
            text.getStyleClass().addAll("rp-store-code", "rp-content");
            nodes.add(new VBox(head, text));
        }
        column.getChildren().setAll(nodes);
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Node row(String key, String value, boolean secret) {
        Label name = Words.small(words.get(key));
        name.setMinWidth(NAMES);
        Label content = Words.plain(secret ? HIDDEN : value);
        content.getStyleClass().addAll("rp-content", "rp-store-mono");
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(name, content, copy(words.get(key), value));
        row.getStyleClass().add("rp-store-cell");
        return row;
    }

    private Button copy(String name, String value) {
        Button copy = new Button(words.get("streams.copy"), new FontIcon(Feather.COPY));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(words.get("streams.copy.of", name));
        copy.setOnAction(_ -> ways.copy(value));
        return copy;
    }
}
