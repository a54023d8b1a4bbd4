package dev.rockpool.app.presenter;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.lab.LabShow;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.LessonStep;
import dev.rockpool.content.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the presenter sees: the time, what the class sees, what to say, where to type, and what comes next.
final class DeskView {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final double RATIO = 10.0 / 16;
    private static final double LEFT_SHARE = 0.5;
    private static final int MINUTE = 60;

    private final PresenterViewModel model;
    private final ClassWindow window;
    private final Texts texts;
    private final Surroundings surroundings;
    private final EntryView entry;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane();
    private final Label clock = new Label();
    private final Label plan = Words.small("");
    private final VBox notes = new VBox();
    private final VBox next = new VBox();
    private final StackPane transport = new StackPane();
    private final Map<LabShow<?, ?, ?>, Region> transports = new HashMap<>();
    private final Button hold = new Button();
    private final Button previousStep;
    private final Button nextStep;
    private final VBox root = new VBox();

    DeskView(
            PresenterViewModel model,
            Shows shows,
            ClassWindow window,
            DeskActs acts,
            Texts texts,
            Surroundings surroundings) {
        this.model = model;
        this.window = window;
        this.texts = texts;
        this.surroundings = surroundings;
        entry = new EntryView(model, texts, this::focus);
        previousStep = DeskButtons.act(texts, "present.previous", PresentKeys.PREVIOUS, model::back);
        nextStep = DeskButtons.act(texts, "present.next", PresentKeys.NEXT, model::forward);
        nextStep.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        root.getStyleClass().addAll("rp-screen", "rp-desk");
        root.getChildren().setAll(head(acts), columns(acts), foot(acts));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::turn);
        model.page().subscribe(_ -> show());
        shows.front().subscribe(this::control);
    }

    Region root() {
        return root;
    }

    EntryView entry() {
        return entry;
    }

    /// Puts the focus where no key is taken by a control.
    void focus() {
        root.applyCss(); // a scroll pane has its content only once it is styled
        frame.requestFocus();
    }

    /// A presenter’s remote turns pages even while a count is being typed.
    private void turn(KeyEvent event) {
        if (event.getCode() == KeyCode.PAGE_DOWN) {
            model.forward();
            event.consume();
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            model.back();
            event.consume();
        }
    }

    // ---- parts

    private Region head(DeskActs acts) {
        clock.getStyleClass().addAll("rp-title", "rp-desk-clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        plan.getStyleClass().add("rp-content");
        plan.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(plan, Priority.ALWAYS);
        FlowPane buttons = new FlowPane(
                timer(acts),
                windowButton(acts),
                DeskButtons.act(texts, "present.leave", PresentKeys.LEAVE, acts::leave));
        buttons.getStyleClass().addAll("rp-actions", "rp-desk-acts");
        HBox head = new HBox(clock, plan, buttons);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        head.getStyleClass().add("rp-desk-head");
        return head;
    }

    private Button timer(DeskActs acts) {
        hold.setOnAction(_ -> acts.timer());
        hold.setMinWidth(Region.USE_PREF_SIZE);
        return hold;
    }

    private Button windowButton(DeskActs acts) {
        Button button = DeskButtons.act(texts, "present.window.open", PresentKeys.WINDOW, acts::window);
        window.open()
                .subscribe(open -> DeskButtons.name(
                        button, texts.get(open ? "present.window.close" : "present.window.open"), PresentKeys.WINDOW));
        return button;
    }

    private Region columns(DeskActs acts) {
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.setManaged(false);
        picture.setAccessibleText(texts.get("present.class.picture"));
        SketchPane pen = new SketchPane(model.sketch());
        frame.getChildren().setAll(picture, pen.root());
        frame.getStyleClass().addAll("rp-desk-picture", "rp-focusable");
        frame.setFocusTraversable(true);
        frame.setAccessibleText(texts.get("present.class.picture"));
        VBox left = new VBox(frame, tools(acts), transport);
        left.getStyleClass().add("rp-desk-column");
        left.setMinWidth(0);
        left.widthProperty().subscribe(width -> {
            double wide = Math.floor(width.doubleValue());
            picture.relocate(1, 1);
            picture.setFitWidth(wide - 2);
            frame.setMinHeight(wide * RATIO);
            frame.setMaxHeight(wide * RATIO);
            frame.setPrefHeight(wide * RATIO);
        });
        notes.getStyleClass().addAll("rp-card", "rp-desk-card");
        next.getStyleClass().addAll("rp-card", "rp-desk-card");
        VBox right = new VBox(entry.root(), notes, next);
        right.getStyleClass().add("rp-desk-column");
        HBox columns = new HBox(scroll(left), scroll(right));
        columns.getStyleClass().add("rp-desk-columns");
        columns.widthProperty().subscribe(width -> {
            double half = Math.floor(width.doubleValue() * LEFT_SHARE);
            ((Region) columns.getChildren().getFirst()).setPrefWidth(half);
            ((Region) columns.getChildren().getLast()).setPrefWidth(half);
        });
        VBox.setVgrow(columns, Priority.ALWAYS);
        columns.setMinHeight(0);
        return columns;
    }

    private Region tools(DeskActs acts) {
        ToggleButton pen = DeskButtons.toggle(
                texts, "present.pen", PresentKeys.PEN, () -> model.sketch().take(Sketch.Tool.PEN));
        ToggleButton laser = DeskButtons.toggle(
                texts, "present.laser", PresentKeys.LASER, () -> model.sketch().take(Sketch.Tool.LASER));
        ToggleButton freeze = DeskButtons.toggle(texts, "present.freeze", PresentKeys.FREEZE, acts::freeze);
        model.sketch().tool().subscribe(tool -> {
            pen.setSelected(tool == Sketch.Tool.PEN);
            laser.setSelected(tool == Sketch.Tool.LASER);
        });
        model.frozen().subscribe(freeze::setSelected);
        FlowPane tools =
                new FlowPane(pen, laser, DeskButtons.act(texts, "present.wipe", PresentKeys.WIPE, acts::wipe), freeze);
        tools.getStyleClass().add("rp-actions");
        return tools;
    }

    private Region foot(DeskActs acts) {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox foot = new HBox(
                DeskButtons.act(texts, "present.reset", PresentKeys.RESET, acts::reset),
                spring,
                previousStep,
                nextStep);
        foot.getStyleClass().add("rp-desk-foot");
        return foot;
    }

    private static ScrollPane scroll(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("rp-clear", "rp-lab-side");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        scroll.setMinWidth(0);
        return scroll;
    }

    // ---- what changes

    private void control(Optional<LabShow<?, ?, ?>> lab) {
        transport.getChildren().clear();
        lab.ifPresent(show -> transport.getChildren().setAll(transports.computeIfAbsent(show, LabShow::transport)));
    }

    private void show() {
        previousStep.setDisable(!model.canGoBack());
        nextStep.setDisable(!model.canGoOn());
        notes.getChildren().setAll(Words.heading(texts.get("present.notes")));
        model.step()
                .ifPresentOrElse(
                        step -> notes.getChildren().addAll(notes(step)),
                        () -> notes.getChildren().add(Words.plain(texts.get("present.gain.notes"))));
        notes.getChildren().forEach(node -> node.getStyleClass().add("rp-content"));
        next.getChildren()
                .setAll(
                        Words.muted(texts.get("present.then")),
                        Words.heading(model.next()
                                .map(LessonStep::title)
                                .orElse(texts.get(
                                        model.hasGain() && model.step().isPresent()
                                                ? "present.then.gain"
                                                : "present.then.nothing"))));
        next.getChildren().forEach(node -> node.getStyleClass().add("rp-content"));
        tick();
        look();
    }

    private Node[] notes(LessonStep step) {
        VBox said = new VBox();
        said.getStyleClass().add("rp-desk-said");
        said.getChildren()
                .add(
                        step.notes().isEmpty()
                                ? Words.muted(texts.get("present.notes.none"))
                                : new MarkdownView(step.notes(), surroundings, Hits.NONE).root());
        for (Source source : step.sources()) {
            Label where = Words.muted(texts.get("present.source", source.location()));
            where.getStyleClass().add("rp-content");
            said.getChildren().add(where);
        }
        return new Node[] {said};
    }

    /// Brings the time up to date.
    void tick() {
        Duration elapsed = model.timer().elapsed();
        clock.setText(texts.get(
                "present.clock",
                clock(elapsed.toSeconds()),
                clock(model.lesson().minutes() * (long) MINUTE)));
        DeskButtons.name(
                hold,
                texts.get(model.timer().running() ? "present.timer.hold" : "present.timer.start"),
                PresentKeys.TIMER);
        long late = model.late().toSeconds();
        clock.pseudoClassStateChanged(LATE, late > 0);
        String standing = !model.timer().running()
                ? texts.get(elapsed.isZero() ? "present.clock.waits" : "present.clock.held")
                : late > 0
                        ? texts.get("present.clock.late", clock(late))
                        : late < 0
                                ? texts.get("present.clock.early", clock(-late))
                                : texts.get("present.clock.on-time");
        String until = model.step().isPresent()
                ? texts.get("present.clock.until", clock(model.plannedUntil()), standing)
                : standing;
        plan.setText(until);
    }

    /// Brings the small picture of what the class sees up to date.
    void look() {
        picture.setImage(window.picture());
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
    }
}
