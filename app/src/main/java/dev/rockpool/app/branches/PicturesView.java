package dev.rockpool.app.branches;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.platform.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Both sides: what they are called, when, what they cost; their layers; and how the bills or what is there went over
/// one axis of time.
final class PicturesView {
    private static final double LEAST_LAYERS = 120;
    private static final double LEAST_RUN = 72;
    /// With less height the layers take the room of the lines: the bills stand above them too.
    private static final double LEAST_WITH_RUN = 440;
    private static final double SINKING_NANOS = 350_000_000;

    private final BranchesViewModel model;
    private final BranchWords words;
    private final SideHead left;
    private final SideHead right;
    private final SedimentPicture layers;
    private final Drawing tanks;
    private final RunPicture run;
    private final StackPicture stack;
    private final Drawing lines;
    private final ComboBox<Measure> measures = new ComboBox<>();
    private final Label legend = Words.muted("");
    private final VBox root = new VBox();
    private final AnimationTimer sinking = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (sinkingSince == 0) {
                sinkingSince = now;
            }
            double way = Math.min(1, (now - sinkingSince) / SINKING_NANOS);
            layers.way(way);
            tanks.redraw();
            if (way >= 1) {
                stop();
            }
        }
    };
    private long sinkingSince;
    private boolean alive;

    /// What goes over time.
    enum Measure {
        BILL,
        BYTES,
        OBJECTS,
        REQUESTS
    }

    PicturesView(BranchesViewModel model, BranchWords words) {
        this.model = model;
        this.words = words;
        left = new SideHead(
                words,
                "left",
                name -> model.choose(new Sides(name, model.sides().right())));
        right = new SideHead(
                words, "right", name -> model.choose(new Sides(model.sides().left(), name)));
        layers = new SedimentPicture(words);
        tanks = new Drawing(layers);
        run = new RunPicture(words::day);
        stack = new StackPicture(words::day, words::shortName);
        lines = new Drawing((drawing, graphics, width, height) -> painter().paint(drawing, graphics, width, height));
        HBox heads = new HBox(left.root(), right.root());
        heads.getStyleClass().add("rp-branches-heads");
        left.root().prefWidthProperty().bind(heads.widthProperty().subtract(16).divide(2));
        right.root().prefWidthProperty().bind(heads.widthProperty().subtract(16).divide(2));
        tanks.setMinHeight(LEAST_LAYERS);
        tanks.setPrefHeight(LEAST_LAYERS);
        VBox.setVgrow(tanks, Priority.ALWAYS);
        lines.setMinHeight(LEAST_RUN);
        lines.setPrefHeight(LEAST_RUN);
        measures.getItems().setAll(Measure.values());
        measures.setValue(Measure.BILL);
        measures.setAccessibleText(words.get("branches.measure"));
        measures.setId("branches-measure");
        measures.setConverter(new OptionWords<>(measure -> words.get("branches.measure." + measure.name())));
        measures.valueProperty().addListener((_, _, now) -> {
            model.count(now == Measure.OBJECTS ? Blocks.OBJECTS : Blocks.BYTES);
            show();
        });
        legend.getStyleClass().add("rp-content");
        HBox.setHgrow(legend, Priority.ALWAYS);
        legend.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(legend, measures);
        row.managedProperty().bind(row.visibleProperty());
        lines.managedProperty().bind(lines.visibleProperty());
        root.heightProperty().subscribe(height -> {
            boolean room = height.doubleValue() <= 0 || height.doubleValue() >= LEAST_WITH_RUN;
            row.setVisible(room);
            lines.setVisible(room);
        });
        row.getStyleClass().add("rp-store-cell");
        measures.setMinWidth(Region.USE_PREF_SIZE);
        VBox tanksCard = new VBox(heads, tanks);
        VBox.setVgrow(tanksCard, Priority.ALWAYS);
        tanksCard.getStyleClass().add("rp-store-right");
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(tanksCard, row, lines);
        model.reading().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    /// Whether pictures move: without pulses they would stay on the way.
    void alive(boolean now) {
        alive = now;
        if (!now) {
            sinking.stop();
            layers.way(1);
        }
    }

    private void show() {
        model.compared().ifPresent(now -> {
            Comparison comparison = now.comparison();
            List<String> names = model.reading().get().map(Reading::names).orElse(List.of());
            left.show(Stream.concat(Stream.of(Sides.ORIGIN), names.stream()).toList(), comparison.left(), "");
            right.show(
                    names,
                    comparison.right(),
                    now.address()
                            .map(at -> words.get("branches.address", at.toString()))
                            .orElse(""));
            List<StorageClass> shown = shown(now);
            layers.show(
                    shown,
                    model.blocks(),
                    List.of(held(comparison.left()), held(comparison.right())),
                    model.layers().get());
            legend.setText(words.get(
                    "branches.legend",
                    words.amount(model.blocks(), model.layers().get().right().blockSize())));
            if (alive && layers.moves()) {
                sinkingSince = 0;
                layers.way(0);
                sinking.start();
            } else {
                layers.way(1);
            }
            tanks.redraw();
            tanks.setAccessibleText(
                    words.get("branches.tanks", told(comparison.left(), shown), told(comparison.right(), shown)));
            showRun();
        });
    }

    private Map<StorageClass, Long> held(Comparison.Side side) {
        return side.points().isEmpty()
                ? Map.of()
                : model.blocks().of(side.points().getLast());
    }

    private static List<StorageClass> shown(Reading.Compared now) {
        return Stream.of(StorageClass.values()).filter(now.classes()::contains).toList();
    }

    private Drawing.Painter painter() {
        return switch (measures.getValue()) {
            case BILL, REQUESTS -> run;
            case BYTES, OBJECTS -> stack;
        };
    }

    private String told(Comparison.Side side, List<StorageClass> shown) {
        List<String> parts = new ArrayList<>();
        Map<StorageClass, Long> held = held(side);
        shown.stream()
                .filter(held::containsKey)
                .forEach(each -> parts.add(words.get(
                        "branches.layer",
                        words.name(each),
                        words.amount(model.blocks(), held.getOrDefault(each, 0L)))));
        return words.side(side.name()) + ": " + String.join(", ", parts);
    }

    private void showRun() {
        model.compared().ifPresent(now -> {
            Comparison comparison = now.comparison();
            switch (measures.getValue()) {
                case BILL ->
                    run.show(
                            bill(comparison.left()),
                            bill(comparison.right()),
                            value -> words.price(new Money(
                                    new BigDecimal(value, MathContext.DECIMAL64),
                                    comparison.right().bill().currency())));
                case BYTES, OBJECTS -> stack.show(shown(now), model.blocks(), comparison);
                case REQUESTS ->
                    run.show(
                            line(comparison.left(), Comparison.Point::requests),
                            line(comparison.right(), Comparison.Point::requests),
                            value -> words.get("branches.count", (long) value));
            }
            lines.redraw();
        });
    }

    private RunPicture.Line bill(Comparison.Side side) {
        NavigableMap<Instant, Double> values = new TreeMap<>();
        model.spent()
                .of(side.name())
                .forEach((at, money) -> values.put(at, money.amount().doubleValue()));
        return new RunPicture.Line(words.side(side.name()), values);
    }

    private RunPicture.Line line(Comparison.Side side, ToDoubleFunction<Comparison.Point> value) {
        NavigableMap<Instant, Double> values = new TreeMap<>();
        side.points().forEach(point -> values.put(point.at(), value.applyAsDouble(point)));
        return new RunPicture.Line(words.side(side.name()), values);
    }

    /// Shows the next measure.
    void nextMeasure() {
        if (measures.getSelectionModel().getSelectedIndex()
                == measures.getItems().size() - 1) {
            measures.getSelectionModel().selectFirst();
        } else {
            measures.getSelectionModel().selectNext();
        }
    }

    /// The parts that a picture of the screen shows.
    Node tanks() {
        return tanks;
    }
}
