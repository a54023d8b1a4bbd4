package dev.rockpool.app.streams;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.shell.KeyLabel;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The Streams screen: the streams on the left, and one pane of the chosen one. Where there is little width the streams
/// are a pane of their own.
final class StreamsView {
    private static final double COMPACT = 860;
    private static final double LIST = 216;
    private static final double GAP = 16;
    private static final double ONE_ROW = 520;

    private final StreamsViewModel model;
    private final StreamWords words;
    private final StreamListView list;
    private final MapView map;
    private final RecordsView records;
    private final ConsumersView consumers;
    private final SettingsView settings;
    private final BillView bill;
    private final ConnectView connect;
    private final Map<Pane, ToggleButton> tabs = new EnumMap<>(Pane.class);
    private final FlowPane bar = new FlowPane();
    private final Label cost = Words.line("");
    private final StackPane stage = new StackPane();
    private final VBox right = new VBox();
    private final HBox desk = new HBox(GAP);
    private final StackPane root = new StackPane();
    private Pane pane = Pane.MAP;
    private boolean compact;
    private boolean naming;
    private String arranged = "";

    /// What the right side shows.
    enum Pane {
        STREAMS("0"),
        MAP("1"),
        WORK("2"),
        RECORDS("3"),
        CONSUMERS("4"),
        SETTINGS("5"),
        BILL("6"),
        CONNECT("7");

        private final String digit;

        Pane(String digit) {
            this.digit = digit;
        }

        String key() {
            return "streams.pane." + name().toLowerCase(Locale.ROOT);
        }

        /// Whether it stands beside another where there is width.
        boolean isOnlyCompact() {
            return this == STREAMS || this == WORK;
        }

        /// The key that brings it to the front.
        String digit() {
            return digit;
        }
    }

    StreamsView(StreamsViewModel model, StreamWords words, StreamWays ways) {
        this.model = model;
        this.words = words;
        list = new StreamListView(model, words);
        map = new MapView(model, words);
        records = new RecordsView(model, words);
        consumers = new ConsumersView(model, words);
        settings = new SettingsView(model, words, ways);
        bill = new BillView(model, words);
        connect = new ConnectView(model, words, ways);
        ToggleGroup group = new ToggleGroup();
        for (Pane each : Pane.values()) {
            ToggleButton tab = new ToggleButton(words.get(each.key()));
            tab.setToggleGroup(group);
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setTooltip(new Tooltip(KeyLabel.text(KeyCombination.valueOf(each.digit()))));
            tab.setId("streams-tab-" + each.digit());
            tab.setOnAction(_ -> show(each));
            tabs.put(each, tab);
            bar.getChildren().add(tab);
        }
        bar.getStyleClass().add("rp-store-options");
        bar.setPrefWrapLength(ONE_ROW);
        bar.setMinWidth(0);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cost.getStyleClass().addAll("rp-strong", "rp-content");
        Button lab = new Button(words.get("streams.lab"));
        lab.setMinWidth(Region.USE_PREF_SIZE);
        lab.setOnAction(_ -> ways.openInLab());
        HBox head = new HBox(bar, cost, lab);
        head.getStyleClass().add("rp-store-cell");
        head.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinHeight(0);
        right.getStyleClass().add("rp-store-right");
        right.getChildren().setAll(head, stage);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        list.root().setMinWidth(LIST);
        list.root().setPrefWidth(LIST);
        root.getStyleClass().addAll("rp-screen", "rp-store");
        root.widthProperty().subscribe(width -> {
            compact = width.doubleValue() > 0 && width.doubleValue() < COMPACT;
            arrange();
        });
        model.running().state().subscribe(_ -> front());
        model.loaded().subscribe(_ -> front());
        model.stream().subscribe(_ -> front());
        model.bill()
                .subscribe(bill -> cost.setText(bill.map(each -> words.get(
                                "streams.cost", words.price(each.minute().total())))
                        .orElse("")));
        show(Pane.MAP);
    }

    Region root() {
        return root;
    }

    /// Whether streams are a pane of their own.
    boolean compact() {
        return compact;
    }

    /// Whether the map, or what stands beside it, is in front.
    boolean onMap() {
        return pane == Pane.MAP || pane == Pane.WORK;
    }

    void focus() {
        if (model.stream().get().isEmpty()) {
            root.lookupAll(".rp-primary").stream().findFirst().ifPresent(Node::requestFocus);
            return;
        }
        switch (pane) {
            case STREAMS -> list.focus();
            case MAP -> map.focus();
            case WORK -> map.work();
            case RECORDS -> records.focus();
            case CONSUMERS -> consumers.focus();
            case SETTINGS -> settings.focus();
            case BILL -> bill.focus();
            case CONNECT -> connect.focus();
        }
    }

    /// Brings a pane to the front.
    void show(Pane wanted) {
        pane = wanted;
        arrange();
        if (root.getScene() != null) {
            stage.applyCss(); // what has no skin yet takes no focus
            stage.layout();
            model.tick();
            focus();
            if (wanted == Pane.RECORDS) {
                records.read();
            }
        }
    }

    /// Puts the focus where a new stream is named.
    void nameStream() {
        naming = true;
        front();
        if (compact) {
            show(Pane.STREAMS);
        }
        list.make();
    }

    /// Puts the focus where a record is put by hand.
    void hand() {
        show(compact ? Pane.WORK : Pane.MAP);
        map.hand();
    }

    /// Puts what stands there.
    void put() {
        map.put();
    }

    private void front() {
        Node now = switch (model.running().state().get()) {
            case PlatformState.Closed _, PlatformState.Opening _ -> EmptyState.opening(words.get("streams.opening"));
            case PlatformState.Refused refused ->
                EmptyState.refused(
                        words.get("streams.refused"),
                        refused.sentence(),
                        words.get("opening.retry"),
                        model.running()::open);
            case PlatformState.Open _ ->
                !model.loaded().get()
                        ? EmptyState.opening(words.get("streams.opening"))
                        : model.stream().get().isEmpty() && !naming ? empty() : desk;
        };
        if (!root.getChildren().contains(now)) {
            root.getChildren().setAll(now);
            if (root.getScene() != null) {
                focus();
            }
        }
    }

    private Node empty() {
        Button sample = new Button(words.get("streams.sample"));
        sample.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        sample.setId("streams-sample");
        sample.setOnAction(_ -> model.makeSample());
        Button own = new Button();
        own.setGraphic(KeyHint.beside(words.get("streams.create"), KeyCombination.valueOf("Shortcut+N")));
        own.setAccessibleText(words.get("streams.create"));
        own.setOnAction(_ -> nameStream());
        return new EmptyState(
                        Feather.RADIO, words.get("streams.empty"), words.get("streams.empty.why"), List.of(sample, own))
                .root();
    }

    private void arrange() {
        String wanted = pane + " " + compact;
        if (wanted.equals(arranged)) {
            return; // what is put in anew loses the focus
        }
        arranged = wanted;
        Pane shown = pane.isOnlyCompact() && !compact ? Pane.MAP : pane;
        tabs.forEach((each, tab) -> {
            tab.setSelected(each == shown);
            tab.setVisible(compact || !each.isOnlyCompact());
            tab.setManaged(tab.isVisible());
        });
        map.arrange(shown == Pane.MAP, shown == Pane.WORK || !compact);
        desk.getChildren().clear();
        stage.getChildren()
                .setAll(
                        switch (shown) {
                            case STREAMS -> list.root();
                            case MAP, WORK -> map.root();
                            case RECORDS -> records.root();
                            case CONSUMERS -> consumers.root();
                            case SETTINGS -> settings.root();
                            case BILL -> bill.root();
                            case CONNECT -> connect.root();
                        });
        if (compact) {
            desk.getChildren().setAll(right);
        } else {
            desk.getChildren().setAll(list.root(), right);
        }
    }
}
