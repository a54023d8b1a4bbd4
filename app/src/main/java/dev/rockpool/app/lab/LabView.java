package dev.rockpool.app.lab;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.SidePane;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The frame of a lab: its question as the title; parameters left, the stage in the middle with plot and log under it,
/// numbers, bill and reasons right, transport at the foot. Where there is little room, one panel at a time.
final class LabView<S, R, N extends Snapshot> {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass GUIDED = PseudoClass.getPseudoClass("guided");
    private static final double COMPACT_WIDTH = 880;
    private static final double LEFT_SHARE = 0.235;
    private static final double RIGHT_SHARE = 0.305;
    private static final double LEAST_LEFT = 228;
    private static final double LEAST_RIGHT = 264;
    private static final double MOST_LEFT = 320;
    private static final double MOST_RIGHT = 400;
    private static final double LOG_SHARE = 0.17;
    /// Below this the log would have room for a line or none, and the picture for too little.
    private static final double LOG_FROM = 570;
    private static final double PLOT_SHARE = 0.32;
    private static final double PLOT_FROM = 320;
    private static final double ACTS_WIDTH = 420;

    private final LabDesk<S, R, N> desk;
    private final Texts texts;
    private final StagesView<S, R, N> stages;
    private final PlotView<S, N> plot;
    private final Region log;
    private final Fold foldedLog;
    private final TransportView<S, N> transport;
    private final QuestionView<S, R, N> question;
    private final GuideView<S, R, N> guide;
    private final WhyView<S, R, N> why;
    private final ScrollPane left;
    private final ScrollPane right;
    private final VBox settings = new VBox();
    private final SharedHeight picture;
    private final SharedHeight middle;
    private final VBox measured = new VBox();
    private final StackPane center = new StackPane();
    private final HBox tabs = new HBox();
    private final HBox title = new HBox();
    private final FlowPane acts = new FlowPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Button beside = new Button();
    private final VBox root = new VBox();
    private Panel panel = Panel.PICTURE;
    private boolean compact;

    /// What is shown where there is room for one panel only.
    enum Panel {
        PICTURE(1, "lab.panel.picture", Feather.EYE),
        SETTINGS(2, "lab.panel.settings", Feather.SLIDERS),
        NUMBERS(3, "lab.panel.numbers", Feather.HASH),
        LOG(4, "lab.panel.log", Feather.ACTIVITY);

        private final int number;
        private final String key;
        private final Feather icon;

        Panel(int number, String key, Feather icon) {
            this.number = number;
            this.key = key;
            this.icon = icon;
        }

        /// The digit that brings it to the front.
        int number() {
            return number;
        }

        /// The key of its name in the bundles.
        String key() {
            return key;
        }
    }

    LabView(LabDesk<S, R, N> desk) {
        this.desk = desk;
        texts = desk.texts();
        stages = new StagesView<>(desk);
        plot = new PlotView<>(desk);
        log = LogView.card(desk);
        foldedLog = LogView.folded(desk);
        transport = new TransportView<>(desk);
        guide = new GuideView<>(desk);
        why = new WhyView<>(desk);
        question = new QuestionView<>(desk, this::showWhy, this::focusPlay);
        settings.getStyleClass().addAll("rp-card", "rp-lab-settings");
        settings.getChildren()
                .setAll(new PresetView<>(desk).root(), divider(), new ParametersView<>(desk.model(), texts).root());
        left = SidePane.of(settings);
        VBox sections = new VBox(
                new BillView<>(desk).root(),
                new NumbersView<>(desk).root(),
                foldedLog.root(),
                why.root(),
                new ChallengesView<>(desk).root(),
                new FidelityView(desk.model().lab().fidelity(), texts).root());
        sections.getStyleClass().add("rp-lab-sections");
        right = SidePane.of(sections);
        stages.root().setMinHeight(0);
        plot.root().setMinHeight(0);
        log.setMinHeight(0);
        picture = new SharedHeight(
                stages.root(), plot.root(), PLOT_SHARE, desk.model().lab().isPlotted() ? PLOT_FROM : Double.MAX_VALUE);
        middle = new SharedHeight(picture, log, LOG_SHARE, LOG_FROM);
        measured.getStyleClass().add("rp-lab-middle");
        VBox.setVgrow(plot.root(), Priority.ALWAYS);
        VBox.setVgrow(log, Priority.ALWAYS);
        center.setMinHeight(0);
        VBox.setVgrow(center, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-screen", "rp-lab");
        root.getChildren().setAll(title(), guide.root(), question.root(), center, transport.root());
        root.widthProperty().subscribe(_ -> arrange());
        middle.both().subscribe(_ -> foldLog());
        guide.root().visibleProperty().subscribe(now -> root.pseudoClassStateChanged(GUIDED, now));
        desk.model().pinned().subscribe(_ -> nameBeside());
        arrangeNow();
    }

    Region root() {
        return root;
    }

    GuideView<S, R, N> guide() {
        return guide;
    }

    /// The part that a picture shows.
    Node picture() {
        return compact ? stages.root() : picture;
    }

    /// Puts the focus where work starts: the question, or the play button.
    void focus() {
        if (!question.focus()) {
            focusPlay();
        }
    }

    private void focusPlay() {
        Node play = root.lookup("#lab-play");
        if (play != null) {
            play.requestFocus();
        }
    }

    /// Puts the focus on the question; answers whether there is one to answer.
    boolean focusQuestion() {
        return question.focus();
    }

    /// Opens the card that the answered question proves.
    void openCard() {
        question.openCard();
    }

    /// Questions about what is in sight, if the decks have any.
    Optional<Place> asked() {
        return why.asked();
    }

    /// Whether one panel is shown at a time.
    boolean compact() {
        return compact;
    }

    /// Brings a panel to the front, where one is shown at a time.
    void show(Panel wanted) {
        panel = wanted;
        arrangeNow();
    }

    /// Opens the explanation and brings it into view.
    void showWhy() {
        why.open();
        if (compact) {
            show(Panel.NUMBERS);
        }
        root.applyCss();
        root.layout();
        double height = right.getContent().getLayoutBounds().getHeight()
                - right.getViewportBounds().getHeight();
        if (height > 0) {
            right.setVvalue(Math.clamp(why.root().getBoundsInParent().getMinY() / height, 0, 1));
        }
        why.root().lookup(".rp-fold-head").requestFocus();
    }

    private Node title() {
        Label words = new Label(desk.model().lab().question());
        words.getStyleClass().addAll("rp-title", "rp-content");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.managedProperty().bind(words.visibleProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        for (Panel each : Panel.values()) {
            String pill = each == Panel.PICTURE
                    ? Styles.LEFT_PILL
                    : each == Panel.LOG ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
            ToggleButton tab = SidePane.tab(each.icon, String.valueOf(each.number), texts.get(each.key), group, pill);
            tab.setOnAction(_ -> show(each));
            tabs.getChildren().add(tab);
        }
        beside.setId("lab-beside");
        beside.setOnAction(_ -> toggleBeside());
        Button tour = new Button();
        tour.setGraphic(KeyHint.beside(texts.get("lab.guide"), KeyCombination.valueOf("G")));
        tour.setAccessibleText(texts.get("lab.guide"));
        tour.setOnAction(_ -> guide.toggle());
        acts.setRowValignment(VPos.CENTER);
        acts.getStyleClass().add("rp-lab-title-acts");
        acts.setPrefWrapLength(ACTS_WIDTH);
        acts.getChildren().setAll(beside, tour);
        tabs.setMinWidth(Region.USE_PREF_SIZE);
        title.getChildren().setAll(words, tabs, acts);
        title.getStyleClass().add("rp-lab-title");
        return title;
    }

    /// Two configurations, or one again.
    void toggleBeside() {
        if (desk.model().pinned().get().isPresent()) {
            desk.model().unpin();
        } else {
            desk.model().pin();
        }
    }

    private void nameBeside() {
        boolean two = desk.model().pinned().get().isPresent();
        String words = texts.get(two ? "lab.side.one" : "lab.side.two");
        beside.setGraphic(KeyHint.beside(words, KeyCombination.valueOf("C")));
        beside.setAccessibleText(words);
    }

    /// The log stands among the sections where it has no room in the middle.
    private void foldLog() {
        boolean isFolded = !compact && !middle.both().get();
        foldedLog.root().setVisible(isFolded);
        foldedLog.root().setManaged(isFolded);
    }

    private void arrange() {
        boolean little = root.getWidth() < COMPACT_WIDTH;
        double width = root.getWidth() - 48;
        SidePane.size(left, width, LEFT_SHARE, LEAST_LEFT, MOST_LEFT);
        SidePane.size(right, width, RIGHT_SHARE, LEAST_RIGHT, MOST_RIGHT);
        if (little != compact) {
            compact = little;
            arrangeNow();
        }
    }

    private void arrangeNow() {
        root.pseudoClassStateChanged(COMPACT, compact);
        tabs.setVisible(compact);
        tabs.setManaged(compact);
        group.getToggles().get(panel.number - 1).setSelected(true);
        settings.getChildren().removeAll(transport.settings(), acts);
        title.getChildren().removeAll(acts, guide.acts());
        transport.compact(compact);
        guide.compact(compact);
        foldLog();
        if (!compact) {
            title.getChildren().add(acts);
            picture.hold();
            middle.hold();
            HBox.setHgrow(middle, Priority.ALWAYS);
            HBox columns = new HBox(left, middle, right);
            columns.getStyleClass().add("rp-lab-columns");
            center.getChildren().setAll(columns);
            return;
        }
        settings.getChildren().addAll(transport.settings(), acts);
        title.getChildren().addFirst(guide.acts());
        center.getChildren()
                .setAll(
                        switch (panel) {
                            case PICTURE -> stages.root();
                            case SETTINGS -> left;
                            case NUMBERS -> right;
                            case LOG -> {
                                plot.root().setVisible(true);
                                log.setVisible(true);
                                measured.getChildren()
                                        .setAll(
                                                desk.model().lab().isPlotted()
                                                        ? List.of(plot.root(), log)
                                                        : List.of(log));
                                yield measured;
                            }
                        });
    }

    private static Region divider() {
        Region line = new Region();
        line.getStyleClass().add("rp-divider");
        return line;
    }
}
