package dev.rockpool.app.store;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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

/// The Store screen: the endpoint above, the buckets on the left, and one pane of the chosen bucket or the platform.
/// Where there is little width the buckets are a pane of their own, and the list and the detail take turns.
final class StoreView {
    private static final double COMPACT = 800;
    private static final double BUCKETS = 232;
    private static final double LIST_SHARE = 0.5;
    private static final double GAP = 16;

    private final StoreViewModel model;
    private final Texts texts;
    private final BucketsView buckets;
    private final ObjectsView objects;
    private final DetailView detail;
    private final RulesView rules;
    private final EventsView events;
    private final BillView bill;
    private final ConnectView connect;
    private final ToggleSwitch endpoint = new ToggleSwitch();
    private final TextField port = new TextField();
    private final Label address = Words.small("");
    private final Label spent = Words.line("");
    private final Button branch = new Button();
    private final Map<Pane, ToggleButton> tabs = new EnumMap<>(Pane.class);
    private final FlowPane bar = new FlowPane();
    private final StackPane stage = new StackPane();
    private final HBox both = new HBox(GAP);
    private final VBox right = new VBox();
    private final HBox desk = new HBox(GAP);
    private final StackPane body = new StackPane();
    private final VBox root = new VBox();
    private Pane pane = Pane.OBJECTS;
    private boolean compact;
    private boolean looking;
    private boolean naming;
    private String arranged = "";
    private boolean following;

    /// What the right side shows.
    enum Pane {
        BUCKETS("0"),
        OBJECTS("1"),
        RULES("2"),
        EVENTS("3"),
        BILL("4"),
        CONNECT("5");

        private final String digit;

        Pane(String digit) {
            this.digit = digit;
        }

        String key() {
            return "store.pane." + name().toLowerCase(Locale.ROOT);
        }

        /// The key that brings it to the front.
        String digit() {
            return digit;
        }
    }

    StoreView(StoreViewModel model, Texts texts, StoreWords words, StoreWays ways, Runnable deleteBucket) {
        this.model = model;
        this.texts = texts;
        buckets = new BucketsView(model, texts, deleteBucket);
        objects = new ObjectsView(model, words, ways);
        detail = new DetailView(model, words, ways, this::leave);
        rules = new RulesView(model.rules(), words, ways::saved, true, Optional.of(ways::price));
        events = new EventsView(model, words);
        bill = new BillView(model, words);
        connect = new ConnectView(model, words, ways);
        ToggleGroup group = new ToggleGroup();
        for (Pane each : Pane.values()) {
            ToggleButton tab = new ToggleButton(texts.get(each.key()));
            tab.setToggleGroup(group);
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setTooltip(new Tooltip(KeyLabel.text(KeyCombination.valueOf(each.digit()))));
            tab.setId("store-tab-" + each.digit());
            tab.setOnAction(_ -> show(each));
            tabs.put(each, tab);
            bar.getChildren().add(tab);
        }
        bar.getStyleClass().add("rp-store-options");
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinHeight(0);
        right.getStyleClass().add("rp-store-right");
        right.getChildren().setAll(bar, stage);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        buckets.root().setMinWidth(BUCKETS);
        buckets.root().setPrefWidth(BUCKETS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        root.getStyleClass().addAll("rp-screen", "rp-store");
        root.getChildren().setAll(head(ways), body);
        stage.widthProperty().subscribe(_ -> share());
        root.widthProperty().subscribe(width -> {
            compact = width.doubleValue() > 0 && width.doubleValue() < COMPACT;
            arrange();
        });
        model.running().state().subscribe(_ -> front());
        model.running().refusal().subscribe(_ -> endpoint());
        model.loaded().subscribe(_ -> front());
        model.bucket().subscribe(_ -> front());
        model.watch()
                .bill()
                .subscribe(read -> spent.setText(read.map(each -> texts.get("store.spent", words.price(each.total())))
                        .orElse("")));
        model.detail().subscribe(shown -> {
            if (shown.isEmpty()) {
                leave();
            }
        });
        show(Pane.OBJECTS);
    }

    Region root() {
        return root;
    }

    /// Whether buckets are a pane of their own.
    boolean compact() {
        return compact;
    }

    void focus() {
        if (isEmpty()) {
            body.lookupAll(".rp-primary").stream().findFirst().ifPresent(Node::requestFocus);
            return;
        }
        switch (pane) {
            case BUCKETS -> buckets.focus();
            case OBJECTS -> objects.focus();
            case RULES -> {
                rules.shown();
                Optional.ofNullable(tabs.get(pane)).ifPresent(Node::requestFocus); // a field would take the key typed
            }
            case EVENTS -> events.focus();
            case BILL -> bill.focus();
            case CONNECT -> connect.focus();
        }
    }

    /// Brings a pane to the front.
    void show(Pane wanted) {
        pane = wanted;
        looking = false;
        front();
        arrange();
        if (root.getScene() != null) {
            stage.applyCss(); // what has no skin yet takes no focus
            stage.layout();
            model.watch().tick();
            focus();
        }
    }

    Pane pane() {
        return pane;
    }

    void search() {
        show(Pane.OBJECTS);
        objects.search();
    }

    /// Puts the focus where a new bucket is named.
    void nameBucket(String suggested) {
        naming = true;
        front();
        if (compact) {
            show(Pane.BUCKETS);
        }
        buckets.make(suggested);
    }

    /// Opens a section of the detail and puts the focus there.
    void look(DetailView.Section section) {
        detail.open(section);
        look();
    }

    /// Puts the focus on the detail, which comes in front of the list where there is little room.
    void look() {
        if (model.chosen().several() || model.detail().get().isPresent()) {
            looking = true;
            arrange();
            detail.focus();
        }
    }

    private void leave() {
        boolean was = looking;
        looking = false;
        arrange();
        if (was) {
            objects.focus();
        }
    }

    void saveRules() {
        rules.save();
    }

    /// Switches the endpoint on or off.
    void toggleEndpoint() {
        endpoint.setSelected(!endpoint.isSelected());
    }

    private Node head(StoreWays ways) {
        endpoint.setText(texts.get("store.endpoint"));
        endpoint.setAccessibleText(texts.get("store.endpoint"));
        endpoint.setId("store-endpoint");
        endpoint.setMinWidth(Region.USE_PREF_SIZE);
        endpoint.selectedProperty().addListener((_, _, on) -> {
            if (!following) {
                serve(on);
            }
        });
        port.setPrefColumnCount(5);
        port.setMinWidth(Region.USE_PREF_SIZE);
        port.setAccessibleText(texts.get("store.port"));
        port.setText(Integer.toString(model.running().port()));
        port.setOnAction(_ -> serve(true));
        Label portName = Words.line(texts.get("store.port"));
        portName.getStyleClass().add("rp-small");
        address.getStyleClass().add("rp-content");
        address.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(address, Priority.ALWAYS);
        address.setMaxWidth(Double.MAX_VALUE);
        spent.getStyleClass().add("rp-strong");
        branch.setGraphic(KeyHint.beside(texts.get("store.branch"), KeyCombination.valueOf("B")));
        branch.setAccessibleText(texts.get("store.branch"));
        branch.setTooltip(new Tooltip(texts.get("store.branch.why")));
        branch.setId("store-branch");
        branch.setMinWidth(Region.USE_PREF_SIZE);
        branch.setOnAction(_ -> ways.branch());
        HBox head = new HBox(endpoint, portName, port, address, spent, branch);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("rp-store-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private void serve(boolean on) {
        if (!on) {
            model.running().stopServing();
            return;
        }
        try {
            int wanted = Integer.parseInt(port.getText().strip());
            if (wanted >= 1 && wanted <= RunningPlatform.LAST_PORT) {
                model.running().serve(wanted);
                return;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        address.setText(texts.get("store.port.bad", RunningPlatform.LAST_PORT));
        follow(false);
    }

    private void follow(boolean on) {
        following = true;
        endpoint.setSelected(on);
        following = false;
    }

    private void endpoint() {
        Optional<URI> answers =
                model.running().state().get() instanceof PlatformState.Open open ? open.objects() : Optional.empty();
        follow(answers.isPresent());
        String refusal = model.running().refusal().get();
        address.getStyleClass().remove("rp-store-fault");
        if (!refusal.isEmpty()) {
            address.getStyleClass().add("rp-store-fault");
        }
        address.setText(
                refusal.isEmpty()
                        ? answers.map(each -> texts.get("store.endpoint.on", each.toString()))
                                .orElse(texts.get("store.endpoint.off"))
                        : refusal);
        branch.setDisable(model.bucket().get().isEmpty());
        endpoint.setDisable(!(model.running().state().get() instanceof PlatformState.Open));
    }

    private void front() {
        endpoint();
        Node now = switch (model.running().state().get()) {
            case PlatformState.Closed _, PlatformState.Opening _ -> EmptyState.opening(texts.get("store.opening"));
            case PlatformState.Refused refused ->
                EmptyState.refused(
                        texts.get("store.refused"),
                        refused.sentence(),
                        texts.get("opening.retry"),
                        model.running()::open);
            case PlatformState.Open _ ->
                !model.loaded().get() ? EmptyState.opening(texts.get("store.opening")) : isEmpty() ? empty() : desk;
        };
        if (!body.getChildren().contains(now)) {
            body.getChildren().setAll(now);
            if (root.getScene() != null) {
                focus();
            }
        }
    }

    /// Whether there is nothing to look at but what to begin with. Who brings a script needs no bucket for its keys.
    private boolean isEmpty() {
        return model.bucket().get().isEmpty() && !naming && pane != Pane.CONNECT;
    }

    private Node empty() {
        Button samples = new Button(texts.get("store.samples"));
        samples.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        samples.setId("store-samples");
        samples.setOnAction(_ -> model.makeSamples());
        Button own = new Button();
        own.setGraphic(KeyHint.beside(texts.get("store.bucket.create"), KeyCombination.valueOf("Shortcut+N")));
        own.setAccessibleText(texts.get("store.bucket.create"));
        own.setOnAction(_ -> nameBucket(""));
        Button script = new Button();
        script.setGraphic(
                KeyHint.beside(texts.get("store.empty.connect"), KeyCombination.valueOf(Pane.CONNECT.digit())));
        script.setAccessibleText(texts.get("store.empty.connect"));
        script.setOnAction(_ -> show(Pane.CONNECT));
        return new EmptyState(
                        Feather.HARD_DRIVE,
                        texts.get("store.empty"),
                        texts.get("store.empty.why"),
                        List.of(samples, own, script))
                .root();
    }

    private void arrange() {
        String wanted = pane + " " + compact + " " + looking;
        if (wanted.equals(arranged)) {
            return; // what is put in anew loses the focus
        }
        arranged = wanted;
        boolean ofBuckets = pane == Pane.BUCKETS && !compact;
        Pane shown = ofBuckets ? Pane.OBJECTS : pane;
        tabs.forEach((each, tab) -> {
            tab.setSelected(each == shown);
            tab.setVisible(compact || each != Pane.BUCKETS);
            tab.setManaged(tab.isVisible());
        });
        detail.setBack(compact);
        Node content = switch (shown) {
            case BUCKETS -> buckets.root();
            case OBJECTS -> compact ? looking ? card(detail.root()) : objects.root() : both;
            case RULES -> rules.root();
            case EVENTS -> events.root();
            case BILL -> bill.root();
            case CONNECT -> connect.root();
        };
        both.getChildren().clear();
        desk.getChildren().clear();
        stage.getChildren().clear();
        if (!compact) {
            both.getChildren().setAll(objects.root(), card(detail.root()));
        }
        stage.getChildren().setAll(content);
        if (compact) {
            desk.getChildren().setAll(right);
        } else {
            desk.getChildren().setAll(buckets.root(), right);
        }
        share();
    }

    private static Node card(Region content) {
        if (!content.getStyleClass().contains("rp-card")) {
            content.getStyleClass().addAll("rp-card", "rp-store-objects");
        }
        return content;
    }

    /// The list and the detail, each its share of the width.
    private void share() {
        double width = stage.getWidth() - GAP;
        if (compact || width <= 0) {
            objects.root().setPrefWidth(Region.USE_COMPUTED_SIZE);
            objects.root().setMaxWidth(Double.MAX_VALUE);
            detail.root().setPrefWidth(Region.USE_COMPUTED_SIZE);
            detail.root().setMaxWidth(Double.MAX_VALUE);
            return;
        }
        double list = Math.floor(width * LIST_SHARE);
        objects.root().setMinWidth(0);
        objects.root().setPrefWidth(list);
        objects.root().setMaxWidth(list);
        detail.root().setMinWidth(0);
        detail.root().setPrefWidth(Math.floor(width - list));
        detail.root().setMaxWidth(Math.floor(width - list));
    }
}
