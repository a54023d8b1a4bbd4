package dev.rockpool.app.streams;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.ParameterEdits;
import dev.rockpool.app.kit.ParameterRow;
import dev.rockpool.app.kit.Words;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.ConsumerDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The consumers of a stream: those of the app, to add, slow down and take away, and what others register; each with
/// how far it is behind.
final class ConsumersView {
    /// Letters that the name of a consumer is given room for.
    private static final int NAME_COLUMNS = 18;
    /// A consumer this far behind is behind, not merely between two reads.
    private static final long BEHIND = 2_000;

    private final StreamsViewModel model;
    private final StreamWords words;
    private final TextField name = new TextField();
    private final ComboBox<StreamConsumer.Kind> kind;
    private final Label shared = Words.small("");
    private final Label fault = Words.small("");
    private final Label stopped;
    private final VBox rows = new VBox();
    private final Map<Reader, Row> shown = new HashMap<>();
    private final VBox root = new VBox();

    ConsumersView(StreamsViewModel model, StreamWords words) {
        this.model = model;
        this.words = words;
        stopped = Words.small(words.get("streams.consumer.stopped"));
        kind = Choices.of(
                List.of(StreamConsumer.Kind.values()),
                each -> words.get("streams.consumer." + each.name()),
                words.get("streams.consumer.kind"));
        kind.setValue(StreamConsumer.Kind.SHARED);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        name.setPromptText(words.get("streams.consumer.name"));
        name.setAccessibleText(words.get("streams.consumer.name"));
        name.setId("streams-consumer-name");
        name.setPrefColumnCount(NAME_COLUMNS);
        name.setOnAction(_ -> add());
        Button add = new Button(words.get("streams.consumer.add"), new FontIcon(Feather.PLUS));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.getStyleClass().add(Styles.ACCENT);
        add.setOnAction(_ -> add());
        FlowPane head = new FlowPane(name, kind, add);
        head.getStyleClass().add("rp-store-options");
        rows.getStyleClass().add("rp-stream-side");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        stopped.getStyleClass().add("rp-content");
        fault.getStyleClass().addAll("rp-store-fault", "rp-content");
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(head, fault, Words.muted(words.get("streams.consumer.why")), stopped, shared, scroll);
        model.picture().subscribe(_ -> show());
        model.fault().subscribe(sentence -> {
            fault.setText(sentence);
            fault.setVisible(!sentence.isEmpty());
            fault.setManaged(!sentence.isEmpty());
        });
    }

    Region root() {
        return root;
    }

    void focus() {
        name.requestFocus();
    }

    private void add() {
        String wanted = name.getText().strip();
        if (wanted.isEmpty()) {
            name.requestFocus();
            return;
        }
        model.addConsumer(wanted, kind.getValue(), Reader.UNLIMITED, () -> {
            name.clear();
            show();
        });
    }

    private void show() {
        Optional<StreamPicture> picture = model.picture().get();
        if (picture.isEmpty()) {
            return;
        }
        StreamPicture now = picture.get();
        List<Reader> readers = model.readers();
        boolean stand = model.stopped().get().isPresent()
                && readers.stream().anyMatch(each -> each.state().pace() == 0);
        stopped.setVisible(stand);
        stopped.setManaged(stand);
        shown.keySet().retainAll(readers);
        List<Node> nodes = new ArrayList<>();
        for (Reader reader : readers) {
            Row row = shown.computeIfAbsent(reader, Row::new);
            row.show();
            nodes.add(row.root);
        }
        for (ConsumerDescription other : now.consumers()) {
            String called = other.name().value();
            if (readers.stream().noneMatch(each -> each.name().equals(called))) {
                Label label = Words.small(words.get(
                        "streams.consumer.other",
                        called,
                        words.span(now.fanOutAges().getOrDefault(called, 0L))));
                label.getStyleClass().add("rp-content");
                nodes.add(label);
            }
        }
        if (nodes.isEmpty()) {
            nodes.add(Words.small(words.get("streams.consumer.none")));
        }
        if (readers.isEmpty() || !same(nodes)) {
            rows.getChildren().setAll(nodes);
        }
        long reads = now.total().reads();
        long behind = now.open().stream().mapToLong(Tile::millisBehind).max().orElse(0);
        shared.setText(words.get(
                "streams.consumer.shared",
                reads,
                5 * now.open().size(),
                words.size(now.total().bytesOut()),
                words.span(behind)));
        shared.getStyleClass().add("rp-content");
    }

    private boolean same(List<Node> nodes) {
        return rows.getChildren().equals(nodes);
    }

    /// One consumer of the app.
    private final class Row {
        private final Reader reader;
        private final FontIcon sign = new FontIcon(Feather.CHECK_CIRCLE);
        private final Label told = Words.plain("");
        private final ParameterRow<Integer> pace;
        private final VBox root;

        Row(Reader reader) {
            this.reader = reader;
            ParameterEdits<Integer> edits = new ParameterEdits<>() {
                @Override
                public void change(UnaryOperator<Integer> edit, String gesture) {
                    reader.pace(edit.apply(reader.state().pace()));
                    show();
                }

                @Override
                public void seal() {}
            };
            pace = ParameterRow.of(
                    new Parameter.Slider<>(
                            "stream-pace-" + reader.name(),
                            words.get("streams.consumer.pace"),
                            words.get("streams.consumer.pace.help"),
                            Unit.RECORDS_PER_SECOND,
                            0,
                            Reader.UNLIMITED,
                            Parameter.Scale.LOGARITHMIC_FROM_ZERO,
                            1,
                            Integer::doubleValue,
                            (_, value) -> (int) Math.round(value),
                            _ -> true),
                    edits,
                    words.texts());
            told.getStyleClass().add("rp-content");
            told.setGraphic(sign);
            told.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(told, Priority.ALWAYS);
            Button gone = new Button(words.get("streams.consumer.remove"), new FontIcon(Feather.X));
            gone.setMinWidth(Region.USE_PREF_SIZE);
            gone.getStyleClass().add(Styles.FLAT);
            gone.setAccessibleText(words.get("streams.consumer.remove.of", reader.name()));
            gone.setOnAction(_ -> model.removeConsumer(reader));
            HBox head = new HBox(told, gone);
            head.getStyleClass().add("rp-store-cell");
            root = new VBox(head, pace.root());
        }

        void show() {
            Reader.State now = reader.state();
            boolean behind = now.millisBehind() > BEHIND;
            String sentence = words.get(
                    behind ? "streams.consumer.behind" : "streams.consumer.reads",
                    now.name(),
                    words.get("streams.consumer." + now.kind().name()),
                    words.span(now.millisBehind()),
                    now.records(),
                    now.shards(),
                    now.refused());
            if (!told.getText().equals(sentence)) {
                told.setText(sentence);
            }
            sign.setIconCode(behind ? Feather.CLOCK : Feather.CHECK_CIRCLE);
            told.getStyleClass().remove("rp-store-fault");
            sign.getStyleClass().removeAll("rp-store-no", "rp-store-yes");
            sign.getStyleClass().add(behind ? "rp-store-no" : "rp-store-yes");
            if (behind) {
                told.getStyleClass().add("rp-store-fault");
            }
            pace.show(now.pace(), Reader.UNLIMITED);
        }
    }
}
