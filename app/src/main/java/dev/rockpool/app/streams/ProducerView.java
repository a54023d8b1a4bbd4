package dev.rockpool.app.streams;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.ParameterEdits;
import dev.rockpool.app.kit.ParameterRow;
import dev.rockpool.app.kit.Words;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is put into a stream: a record by hand, and a generator.
final class ProducerView {
    private final StreamsViewModel model;
    private final StreamWords words;
    private final TextField key = new TextField("north");
    private final TextField data = new TextField("{\"centimetres\":412}");
    private final Label told = Words.small("");
    private final Button run = new Button();
    private final Label stopped;
    private final Map<Parameter<GeneratorSettings>, ParameterRow<GeneratorSettings>> rows = new LinkedHashMap<>();
    private final VBox parameters = new VBox();
    private final VBox root = new VBox();

    ProducerView(StreamsViewModel model, StreamWords words) {
        this.model = model;
        this.words = words;
        stopped = Words.small(words.get("streams.generator.stopped"));
        ParameterEdits<GeneratorSettings> edits = new ParameterEdits<>() {
            @Override
            public void change(UnaryOperator<GeneratorSettings> edit, String gesture) {
                model.settings().set(edit.apply(model.settings().get()));
            }

            @Override
            public void seal() {}
        };
        parameters().forEach(each -> rows.put(each, ParameterRow.of(each, edits, words.texts())));
        parameters.getStyleClass().add("rp-store-rows");
        root.getStyleClass().add("rp-stream-side-part");
        root.getChildren().setAll(generator(), hand());
        model.settings().subscribe(_ -> follow());
        model.generator().subscribe(_ -> follow());
        model.stopped().subscribe(_ -> follow());
        model.told().subscribe(sentence -> told.setText(sentence));
    }

    Region root() {
        return root;
    }

    /// Puts the focus on the generator.
    void work() {
        run.requestFocus();
    }

    /// Puts the focus where a record is put by hand.
    void focus() {
        key.requestFocus();
    }

    private Node generator() {
        run.setId("streams-generator");
        run.setMaxWidth(Double.MAX_VALUE);
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setOnAction(_ -> model.toggleGenerator());
        Node heading = KeyHint.beside(words.get("streams.generator"), KeyCombination.valueOf("G"));
        heading.getStyleClass().add("rp-stream-heading");
        stopped.getStyleClass().add("rp-content");
        VBox part = new VBox(heading, run, stopped, parameters);
        part.getStyleClass().add("rp-store-rows");
        return part;
    }

    private Node hand() {
        key.setAccessibleText(words.get("streams.put.key"));
        key.setId("streams-put-key");
        data.setAccessibleText(words.get("streams.put.data"));
        data.setId("streams-put-data");
        key.setOnAction(_ -> data.requestFocus());
        data.setOnAction(_ -> put());
        Button put = new Button();
        put.setGraphic(KeyHint.beside(words.get("streams.put"), KeyCombination.valueOf("Shortcut+Enter")));
        put.setAccessibleText(words.get("streams.put"));
        put.setMaxWidth(Double.MAX_VALUE);
        put.setMinWidth(Region.USE_PREF_SIZE);
        put.setOnAction(_ -> put());
        told.getStyleClass().addAll("rp-muted", "rp-content");
        VBox part = new VBox(
                Words.heading(words.get("streams.put.title")),
                Words.small(words.get("streams.put.key")),
                key,
                Words.small(words.get("streams.put.data")),
                data,
                put,
                told);
        part.getStyleClass().add("rp-store-rows");
        return part;
    }

    /// Puts what the fields hold.
    void put() {
        if (key.getText().isEmpty()) {
            key.requestFocus();
            return;
        }
        model.put(key.getText(), data.getText());
    }

    private void follow() {
        boolean on = model.generator().get().isPresent();
        boolean stands = !on && model.stopped().get().filter(KeptFlow::on).isPresent();
        stopped.setVisible(stands);
        stopped.setManaged(stands);
        run.setText(words.get(on ? "streams.generator.stop" : "streams.generator.start"));
        run.setGraphic(new FontIcon(on ? Feather.SQUARE : Feather.PLAY));
        run.getStyleClass().remove(Styles.ACCENT);
        if (!on) {
            run.getStyleClass().add(Styles.ACCENT);
        }
        GeneratorSettings now = model.settings().get();
        List<Node> shown = new ArrayList<>();
        rows.forEach((parameter, row) -> {
            row.show(now, GeneratorSettings.STANDARD);
            if (parameter.applies(now)) {
                shown.add(row.root());
            }
        });
        if (!parameters.getChildren().equals(shown)) {
            parameters.getChildren().setAll(shown);
        }
    }

    private List<Parameter<GeneratorSettings>> parameters() {
        return List.of(
                new Parameter.Slider<>(
                        "stream-rate",
                        words.get("streams.generator.rate"),
                        words.get("streams.generator.rate.help"),
                        Unit.RECORDS_PER_SECOND,
                        1,
                        GeneratorSettings.MOST_RATE,
                        Parameter.Scale.LOGARITHMIC,
                        1,
                        GeneratorSettings::recordsPerSecond,
                        (settings, value) -> settings.withRate((int) Math.round(value)),
                        _ -> true),
                new Parameter.Slider<>(
                        "stream-bytes",
                        words.get("streams.generator.bytes"),
                        words.get("streams.generator.bytes.help"),
                        Unit.BYTES,
                        GeneratorSettings.LEAST_BYTES,
                        GeneratorSettings.MOST_BYTES,
                        Parameter.Scale.LOGARITHMIC,
                        1,
                        GeneratorSettings::recordBytes,
                        (settings, value) -> settings.withBytes((int) Math.round(value)),
                        _ -> true),
                new Parameter.Choice<>(
                        "stream-keys",
                        words.get("streams.generator.keys"),
                        words.get("streams.generator.keys.help", GeneratorSettings.KEYS),
                        Stream.of(GeneratorSettings.Keys.values())
                                .map(each -> new Parameter.Option(
                                        each.name(),
                                        words.get("streams.generator.keys."
                                                + each.name().toLowerCase(Locale.ROOT))))
                                .toList(),
                        settings -> settings.keys().name(),
                        (settings, id) -> settings.with(GeneratorSettings.Keys.valueOf(id)),
                        _ -> true),
                new Parameter.Slider<>(
                        "stream-hot",
                        words.get("streams.generator.hot"),
                        words.get("streams.generator.hot.help"),
                        Unit.SHARE,
                        0.01,
                        1,
                        Parameter.Scale.LINEAR,
                        0.01,
                        settings -> settings.hotPercent() / 100.0,
                        (settings, value) -> settings.withHotPercent((int) Math.round(value * 100)),
                        settings -> settings.keys() == GeneratorSettings.Keys.HOT));
    }
}
