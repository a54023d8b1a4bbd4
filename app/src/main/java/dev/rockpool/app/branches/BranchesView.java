package dev.rockpool.app.branches;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.store.RulesPanel;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The Branches screen: time and acts above, both futures on the left, what is said of them on the right. Where there
/// is little width, one at a time.
final class BranchesView {
    private static final double COMPACT = 960;
    private static final double GAP = 16;
    private static final double PICTURES_SHARE = 0.58;

    private final BranchesViewModel model;
    private final BranchWords words;
    private final BranchesWays ways;
    private final PicturesView pictures;
    private final DifferencesView differences;
    private final RulesPanel rules;
    private final BranchEventsView events;
    private final LifeView life;
    private final NamingView naming;
    private final DecisionView decision;
    private final Label fault = Words.plain("");
    private final VBox unusable = new VBox();
    private final VBox front = new VBox();
    private final Map<Pane, ToggleButton> tabs = new EnumMap<>(Pane.class);
    private final FlowPane bar = new FlowPane();
    private final StackPane stage = new StackPane();
    private final VBox said = new VBox(bar, stage);
    private final HBox desk = new HBox(GAP);
    private final StackPane body = new StackPane();
    private final ActsView acts;
    private final VBox root = new VBox();
    private Pane pane = Pane.DIFFERENCES;
    private boolean compact;
    private boolean named;
    private @Nullable Front shown;

    /// What the right side of the screen shows.
    enum Pane {
        PICTURES("0"),
        DIFFERENCES("1"),
        RULES("2"),
        EVENTS("3"),
        LIFE("4");

        private final String digit;

        Pane(String digit) {
            this.digit = digit;
        }

        String key() {
            return "branches.pane." + name().toLowerCase(Locale.ROOT);
        }

        /// The key that brings it to the front.
        String digit() {
            return digit;
        }
    }

    BranchesView(BranchesViewModel model, BranchWords words, RulesPanel rules, BranchesWays ways) {
        this.model = model;
        this.words = words;
        this.ways = ways;
        this.rules = rules;
        pictures = new PicturesView(model, words);
        differences = new DifferencesView(model, words, ways);
        events = new BranchEventsView(model, words);
        life = new LifeView(model, words);
        naming = new NamingView(model, words, this::unname);
        decision = new DecisionView(model, words, ways::told);
        acts = new ActsView(model, words, this::name);
        rules.root().getStyleClass().addAll("rp-card", "rp-store-objects");
        ToggleGroup group = new ToggleGroup();
        for (Pane each : Pane.values()) {
            ToggleButton tab = new ToggleButton(words.get(each.key()));
            tab.setToggleGroup(group);
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setTooltip(new Tooltip(KeyLabel.text(KeyCombination.valueOf(each.digit()))));
            tab.setId("branches-tab-" + each.digit());
            tab.setOnAction(_ -> show(each));
            tabs.put(each, tab);
            bar.getChildren().add(tab);
        }
        bar.getStyleClass().add("rp-store-options");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinHeight(0);
        said.getStyleClass().add("rp-store-right");
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        fault.getStyleClass().addAll("rp-store-fault", "rp-content");
        fault.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        fault.managedProperty().bind(fault.visibleProperty());
        front.getStyleClass().add("rp-store-right");
        front.managedProperty().bind(front.visibleProperty());
        unusable.getStyleClass().add("rp-store-rows");
        unusable.managedProperty().bind(unusable.visibleProperty());
        acts.root().managedProperty().bind(acts.root().visibleProperty());
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        body.managedProperty().bind(body.visibleProperty());
        front.setMinHeight(Region.USE_PREF_SIZE);
        root.getStyleClass().addAll("rp-screen", "rp-store");
        root.getChildren().setAll(acts.root(), unusable, fault, front, body);
        root.widthProperty().subscribe(width -> {
            boolean little = width.doubleValue() > 0 && width.doubleValue() < COMPACT;
            if (little != compact) {
                compact = little;
                pane = compact ? Pane.PICTURES : pane == Pane.PICTURES ? Pane.DIFFERENCES : pane;
                arrange();
            }
            share();
        });
        model.running().state().subscribe(_ -> front());
        model.reading().subscribe(_ -> front());
        model.asked().subscribe(_ -> front());
        model.fault().subscribe(sentence -> {
            fault.setText(sentence);
            fault.setVisible(!sentence.isEmpty());
        });
        arrange();
        front();
    }

    Region root() {
        return root;
    }

    boolean compact() {
        return compact;
    }

    /// Whether there is a branch to look at, and nothing lies before it.
    boolean looks() {
        return model.compared().isPresent();
    }

    Pane pane() {
        return pane;
    }

    /// Shows the next measure over time.
    void nextMeasure() {
        pictures.nextMeasure();
    }

    /// Whether pictures move.
    void alive(boolean now) {
        pictures.alive(now);
    }

    /// Puts the focus where the next step is.
    void focus() {
        if (named) {
            return;
        }
        if (!looks()) {
            body.lookupAll(".rp-primary").stream().findFirst().ifPresent(Node::requestFocus);
            return;
        }
        if (pane == Pane.RULES) {
            Optional.ofNullable(tabs.get(pane)).ifPresent(Node::requestFocus);
        } else {
            acts.focus();
        }
    }

    /// Brings a pane to the front.
    void show(Pane wanted) {
        pane = wanted;
        arrange();
        if (root.getScene() != null) {
            stage.applyCss(); // what has no skin yet takes no focus
            stage.layout();
        }
        switch (pane) {
            case LIFE -> life.focus();
            case EVENTS -> events.focus();
            case DIFFERENCES -> differences.focus();
            case PICTURES, RULES -> Optional.ofNullable(tabs.get(pane)).ifPresent(Node::requestFocus);
        }
    }

    /// Asks for the name of a new branch.
    void name() {
        named = true;
        front();
        naming.begin();
    }

    private void unname() {
        named = false;
        front();
        focus();
    }

    /// What the screen is about now.
    private enum Front {
        OPENING,
        REFUSED,
        NOTHING,
        EMPTY,
        DESK
    }

    private Front now() {
        Optional<Reading> read = model.reading().get();
        return switch (model.running().state().get()) {
            case PlatformState.Closed _, PlatformState.Opening _ -> Front.OPENING;
            case PlatformState.Refused _ -> Front.REFUSED;
            case PlatformState.Open _ ->
                read.isEmpty()
                        ? Front.OPENING
                        : looks() ? Front.DESK : read.get().hasData() ? Front.EMPTY : Front.NOTHING;
        };
    }

    private void front() {
        Front now = now();
        boolean changed = now != shown;
        if (changed) {
            shown = now;
            body.getChildren()
                    .setAll(List.of(
                            switch (now) {
                                case OPENING -> EmptyState.opening(words.get("store.opening"));
                                case REFUSED -> refused();
                                case NOTHING -> nothing();
                                case EMPTY -> empty();
                                case DESK -> desk;
                            }));
        }
        acts.root().setVisible(now == Front.DESK);
        rules.show(model.compared().map(Reading.Compared::branch));
        Optional<BranchesViewModel.Act> asked = model.asked().get();
        List<Node> before = asked.isPresent() ? List.of(decision.root()) : named ? List.of(naming.root()) : List.of();
        if (!front.getChildren().equals(before)) {
            front.getChildren().setAll(before);
            front.setVisible(!before.isEmpty());
            front.applyCss();
            front.layout();
            changed = true;
        }
        body.setVisible(!compact || before.isEmpty()); // where there is little room, what is asked has all of it
        asked.ifPresent(decision::show);
        showUnusable(model.reading().get());
        if (changed && before.isEmpty() && root.getScene() != null) {
            body.applyCss();
            focus();
        }
    }

    private void showUnusable(Optional<Reading> read) {
        Map<String, String> broken = read.map(Reading::unusable).orElse(Map.of());
        unusable.setVisible(!broken.isEmpty());
        unusable.getChildren()
                .setAll(broken.entrySet().stream()
                        .map(each -> {
                            Label why = Words.small(words.get("branches.unusable", each.getKey(), each.getValue()));
                            why.getStyleClass().addAll("rp-content", "rp-store-fault");
                            HBox.setHgrow(why, Priority.ALWAYS);
                            why.setMaxWidth(Double.MAX_VALUE);
                            Button gone = new Button(words.get("branches.unusable.discard"));
                            gone.setMinWidth(Region.USE_PREF_SIZE);
                            gone.setOnAction(_ -> model.discardUnusable(each.getKey()));
                            HBox row = new HBox(why, gone);
                            row.getStyleClass().add("rp-store-cell");
                            return row;
                        })
                        .toList());
    }

    private Node refused() {
        String sentence =
                model.running().state().get() instanceof PlatformState.Refused refused ? refused.sentence() : "";
        return EmptyState.refused(
                words.get("store.refused"), sentence, words.get("opening.retry"), model.running()::open);
    }

    /// There is data, and no branch.
    private Node empty() {
        Button branch = new Button();
        branch.setGraphic(KeyHint.beside(words.get("branches.branch"), KeyCombination.valueOf("B")));
        branch.setAccessibleText(words.get("branches.branch"));
        branch.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        branch.setId("branches-first");
        branch.setOnAction(_ -> name());
        return new EmptyState(
                        Feather.GIT_BRANCH,
                        words.get("branches.empty"),
                        words.get("branches.empty.why"),
                        List.of(branch))
                .root();
    }

    /// There is nothing to branch.
    private Node nothing() {
        Button samples = new Button(words.get("store.samples"));
        samples.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        samples.setId("branches-samples");
        samples.setOnAction(_ -> model.makeSamples());
        Button store = new Button(words.get("branches.store"));
        store.setOnAction(_ -> ways.store());
        return new EmptyState(
                        Feather.GIT_BRANCH,
                        words.get("branches.nothing"),
                        words.get("branches.nothing.why"),
                        List.of(samples, store))
                .root();
    }

    private void arrange() {
        Pane shown = !compact && pane == Pane.PICTURES ? Pane.DIFFERENCES : pane;
        tabs.forEach((each, tab) -> {
            tab.setSelected(each == shown);
            tab.setVisible(compact || each != Pane.PICTURES);
            tab.setManaged(tab.isVisible());
        });
        desk.getChildren().clear();
        stage.getChildren()
                .setAll(List.of(
                        switch (shown) {
                            case PICTURES -> pictures.root();
                            case DIFFERENCES -> differences.root();
                            case RULES -> rules.root();
                            case EVENTS -> events.root();
                            case LIFE -> life.root();
                        }));
        if (compact) {
            desk.getChildren().setAll(said);
        } else {
            desk.getChildren().setAll(pictures.root(), said);
        }
        share();
    }

    private void share() {
        if (compact || root.getWidth() <= 0) {
            pictures.root().setPrefWidth(Region.USE_COMPUTED_SIZE);
            pictures.root().setMaxWidth(Double.MAX_VALUE);
            pictures.root().setMinWidth(0);
            return;
        }
        double wide = Math.floor(root.getWidth() * PICTURES_SHARE);
        pictures.root().setMinWidth(wide);
        pictures.root().setPrefWidth(wide);
        pictures.root().setMaxWidth(wide);
    }
}
