package dev.rockpool.app.streams;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.streamengine.ShardId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The map of a stream, the sentence that says how it goes, and beside it what is put in and the chosen shard. A click
/// chooses a shard, a double click cuts it in two there.
final class MapView {
    private static final double SIDE = 280;
    private static final double GAP = 16;
    private static final double LEGEND_FROM = 420;

    private final StreamsViewModel model;
    private final StreamWords words;
    private final StreamMap map;
    private final Drawing drawing;
    private final ProducerView producer;
    private final FontIcon sign = new FontIcon(Feather.CHECK_CIRCLE);
    private final Label told = Words.plain("");
    private final Label fault = Words.small("");
    private final Label legend;
    private final ComboBox<TimeSpan> span = new ComboBox<>();
    private final VBox picture = new VBox();
    private final VBox side = new VBox();
    private final HBox root = new HBox(GAP);

    MapView(StreamsViewModel model, StreamWords words) {
        this.model = model;
        this.words = words;
        map = new StreamMap(words);
        drawing = new Drawing(map);
        producer = new ProducerView(model, words);
        legend = Words.muted(words.get("streams.map.legend"));
        drawing();
        span();
        told.getStyleClass().add("rp-content");
        told.setGraphic(sign);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(told, span);
        head.getStyleClass().add("rp-store-cell");
        head.setMinHeight(Region.USE_PREF_SIZE);
        fault.getStyleClass().addAll("rp-store-fault", "rp-content");
        picture.getChildren().setAll(head, fault, drawing, legend);
        picture.getStyleClass().addAll("rp-card", "rp-store-objects");
        picture.setMinWidth(0);
        HBox.setHgrow(picture, Priority.ALWAYS);
        VBox parts = new VBox(new ShardView(model, words).root(), producer.root());
        parts.getStyleClass().add("rp-stream-side");
        ScrollPane scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        side.getChildren().setAll(scroll);
        side.getStyleClass().addAll("rp-card", "rp-store-objects");
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        root.getChildren().setAll(picture, side);
        picture.heightProperty().subscribe(high -> {
            legend.setVisible(high.doubleValue() >= LEGEND_FROM);
            legend.setManaged(legend.isVisible());
        });
        model.picture().subscribe(_ -> show());
        model.generator().subscribe(_ -> show());
        model.span().subscribe(_ -> show());
        model.shard().subscribe(chosen -> {
            map.light(chosen);
            drawing.redraw();
        });
        model.fault().subscribe(sentence -> {
            fault.setText(sentence);
            fault.setVisible(!sentence.isEmpty());
            fault.setManaged(!sentence.isEmpty());
        });
    }

    Region root() {
        return root;
    }

    /// Where there is little width, the map and what stands beside it take turns.
    void arrange(boolean withMap, boolean withSide) {
        List<Node> shown = new ArrayList<>();
        if (withMap) {
            shown.add(picture);
        }
        if (withSide) {
            shown.add(side);
        }
        if (!root.getChildren().equals(shown)) {
            root.getChildren().setAll(shown);
        }
        HBox.setHgrow(side, withMap ? Priority.NEVER : Priority.ALWAYS);
    }

    void focus() {
        drawing.requestFocus();
    }

    /// Puts the focus on what stands beside the map.
    void work() {
        producer.work();
    }

    /// Puts the focus where a record is put by hand.
    void hand() {
        producer.focus();
    }

    /// Puts what the fields hold.
    void put() {
        producer.put();
    }

    private void drawing() {
        drawing.getStyleClass().addAll("rp-focusable", "rp-stage-drawing");
        drawing.setFocusTraversable(true);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setId("streams-map");
        VBox.setVgrow(drawing, Priority.ALWAYS);
        drawing.setOnMousePressed(this::press);
        drawing.setOnMouseMoved(event -> point(Optional.of(event.getY())));
        drawing.setOnMouseExited(_ -> point(Optional.empty()));
        drawing.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                model.moveShard(event.getCode() == KeyCode.DOWN ? 1 : -1);
                event.consume();
            }
        });
    }

    private void press(MouseEvent event) {
        drawing.requestFocus();
        Optional<ShardId> at = map.at(event.getX(), event.getY());
        model.chooseShard(at);
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            at.ifPresent(id -> model.split(id, map.key(event.getY())));
        }
    }

    private void point(Optional<Double> y) {
        map.point(y);
        drawing.redraw();
    }

    private void span() {
        span.getItems().setAll(TimeSpan.values());
        span.setAccessibleText(words.get("streams.map.span"));
        span.setMinWidth(Region.USE_PREF_SIZE);
        span.setConverter(new OptionWords<>(option -> words.get("streams.map.span." + option.name())));
        span.valueProperty().bindBidirectional(model.span());
    }

    private void show() {
        model.picture().get().ifPresent(now -> {
            map.show(now, model.generator().get(), model.span().get());
            drawing.redraw();
            boolean throttles = !now.throttling().isEmpty();
            String sentence = words.summary(now, model.generator().get());
            if (!told.getText().equals(sentence)) {
                told.setText(sentence);
                drawing.setAccessibleText(sentence);
            }
            sign.setIconCode(throttles ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE);
            told.getStyleClass().remove("rp-store-fault");
            sign.getStyleClass().removeAll("rp-store-no", "rp-store-yes");
            sign.getStyleClass().add(throttles ? "rp-store-no" : "rp-store-yes");
            if (throttles) {
                told.getStyleClass().add("rp-store-fault");
            }
        });
    }
}
