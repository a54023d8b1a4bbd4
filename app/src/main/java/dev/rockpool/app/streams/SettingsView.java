package dev.rockpool.app.streams;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Words;
import dev.rockpool.streamengine.StreamKey;
import dev.rockpool.streamengine.StreamMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is set on a stream: mode, retention, encryption, tags; and its end.
final class SettingsView {
    private static final int TAG_ROWS = 4;
    private static final double FIELD = 280;

    private final StreamsViewModel model;
    private final StreamWords words;
    private final ComboBox<StreamMode> mode;
    private final TextField hours = new TextField();
    private final TextField key = new TextField();
    private final TextArea tags = new TextArea();
    private final Label fault = Words.small("");
    private final Button encrypt = new Button();
    private final VBox root = new VBox();
    private boolean following;
    private String shown = "";

    SettingsView(StreamsViewModel model, StreamWords words, StreamWays ways) {
        this.model = model;
        this.words = words;
        mode = Choices.of(
                List.of(StreamMode.values()),
                each -> words.get("streams.mode." + each.name()),
                words.get("streams.mode"));
        mode.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                model.act((at, name) -> at.setMode(name, chosen));
            }
        });
        hours.setAccessibleText(words.get("streams.retention"));
        hours.setId("streams-retention");
        hours.setPrefColumnCount(6);
        hours.setOnAction(_ -> retain());
        key.setAccessibleText(words.get("streams.key"));
        key.setOnAction(_ -> encrypt());
        encrypt.setMinWidth(Region.USE_PREF_SIZE);
        encrypt.setOnAction(_ -> encrypt());
        tags.setAccessibleText(words.get("streams.tags"));
        tags.setPrefRowCount(TAG_ROWS);
        tags.setMinHeight(Region.USE_PREF_SIZE);
        Button gone = new Button(words.get("streams.delete"), new FontIcon(Feather.TRASH_2));
        gone.setMinWidth(Region.USE_PREF_SIZE);
        gone.getStyleClass().add(Styles.DANGER);
        gone.setOnAction(_ -> ways.delete());
        fault.getStyleClass().addAll("rp-store-fault", "rp-content");
        VBox column = new VBox(
                fault,
                part("streams.mode", "streams.mode.why", mode),
                part("streams.retention", "streams.retention.why", row(hours, button("streams.set", this::retain))),
                part("streams.key", "streams.key.why", row(key, encrypt)),
                part("streams.tags", "streams.tags.why", tags, button("streams.tags.save", this::saveTags)),
                part("streams.delete", "streams.delete.why", gone));
        column.getStyleClass().add("rp-stream-side");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(scroll);
        model.picture().subscribe(_ -> show());
        model.fault().subscribe(sentence -> {
            fault.setText(sentence);
            fault.setVisible(!sentence.isEmpty());
            fault.setManaged(!sentence.isEmpty());
            shown = "";
            show();
        });
    }

    Region root() {
        return root;
    }

    void focus() {
        mode.requestFocus();
    }

    private Button button(String name, Runnable act) {
        Button button = new Button(words.get(name));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private static Node row(TextField field, Button button) {
        field.setMaxWidth(FIELD);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(field, button);
        row.getStyleClass().add("rp-store-cell");
        return row;
    }

    private VBox part(String name, String why, Node... fields) {
        VBox part = new VBox(Words.heading(words.get(name)), Words.muted(words.get(why)));
        part.getChildren().addAll(fields);
        part.getStyleClass().add("rp-store-rows");
        return part;
    }

    private void retain() {
        Numbers.whole(hours.getText())
                .ifPresentOrElse(wanted -> model.act((at, name) -> at.setRetention(name, wanted)), hours::requestFocus);
    }

    private void encrypt() {
        boolean on =
                model.picture().get().flatMap(now -> now.properties().key()).isPresent();
        String wanted =
                key.getText().isBlank() ? StreamKeys.MANAGED : key.getText().strip();
        model.act((at, name) -> at.setKey(name, on ? Optional.empty() : Optional.of(wanted)));
    }

    private void saveTags() {
        Map<String, String> wanted = new LinkedHashMap<>();
        tags.getText().lines().filter(line -> !line.isBlank()).forEach(line -> {
            int at = line.indexOf('=');
            wanted.put(
                    (at < 0 ? line : line.substring(0, at)).strip(),
                    at < 0 ? "" : line.substring(at + 1).strip());
        });
        model.act((at, name) -> at.putTags(name, wanted));
    }

    /// Follows the stream; what is being typed stays until what is set is another.
    private void show() {
        model.picture().get().ifPresent(now -> {
            Optional<String> used = now.properties().key().map(StreamKey::keyId);
            String set = now.stream().name() + " " + now.stream().mode()
                    + now.stream().retentionHours() + used
                    + now.properties().stream().tags();
            if (set.equals(shown)) {
                return;
            }
            shown = set;
            following = true;
            mode.setValue(now.stream().mode());
            following = false;
            hours.setText(String.valueOf(now.stream().retentionHours()));
            key.setText(used.orElse(StreamKeys.MANAGED));
            key.setDisable(used.isPresent());
            encrypt.setText(words.get(used.isPresent() ? "streams.key.stop" : "streams.key.start"));
            tags.setText(now.properties().stream().tags().entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("\n")));
        });
    }
}
