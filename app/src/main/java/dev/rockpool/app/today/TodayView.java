package dev.rockpool.app.today;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Figure;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.PoolPicture;
import dev.rockpool.content.Finding;
import dev.rockpool.study.Counts;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The opening screen: the one thing to do now, large; beside it the week, and what to read.
final class TodayView {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double COMPACT_WIDTH = 760;
    private static final KeyCombination ENTER = KeyCombination.valueOf("Enter");
    private static final String PRIMARY = ".rp-primary";
    private static final int MOST_FAULTS = 3;
    private static final double GUTTER = 16;
    private static final double WIDEST = 1_280;
    private static final double FIRST_SHARE = 0.58;

    private final TodayViewModel model;
    private final TodayWays ways;
    private final Texts texts;
    private final VBox first = new VBox();
    private final VBox second = new VBox();
    private final FlowPane page = new FlowPane();
    private final ScrollPane scroll = new ScrollPane(page);
    private final int cards;

    /// @param cards how many cards the decks hold, for the welcome
    TodayView(TodayViewModel model, TodayWays ways, Texts texts, int cards) {
        this.model = model;
        this.ways = ways;
        this.texts = texts;
        this.cards = cards;
        first.getStyleClass().add("rp-today-first");
        second.getStyleClass().add("rp-today-second");
        page.getStyleClass().add("rp-today-page");
        page.getChildren().setAll(first, second);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("rp-screen", "rp-clear", "rp-today");
        scroll.widthProperty().subscribe(this::fit);
        model.agenda().subscribe(this::show);
        model.failed().subscribe(_ -> show(model.agenda().get()));
    }

    Region root() {
        return scroll;
    }

    void focus() {
        scroll.applyCss(); // a scroll pane has its content only once it is styled
        Node primary = scroll.lookup(PRIMARY);
        if (primary != null) {
            primary.requestFocus();
        }
    }

    /// Does the one thing to do now.
    void act() {
        if (scroll.lookup(PRIMARY) instanceof Button primary) {
            primary.fire();
        }
    }

    private void fit() {
        double width = scroll.getWidth()
                - scroll.getInsets().getLeft()
                - scroll.getInsets().getRight()
                - GUTTER;
        boolean compact = width < COMPACT_WIDTH;
        scroll.pseudoClassStateChanged(COMPACT, compact);
        double room = Math.min(width, WIDEST);
        first.setPrefWidth(compact ? width : Math.floor((room - GUTTER) * FIRST_SHARE));
        second.setPrefWidth(compact ? width : Math.floor((room - GUTTER) * (1 - FIRST_SHARE)));
    }

    private void show(Optional<Agenda> agenda) {
        if (agenda.isEmpty()) {
            if (model.failed().get()) {
                first.getChildren().setAll(failed());
            } else {
                first.getChildren().setAll(opening());
            }
            second.getChildren().setAll(card(new Label()));
            return;
        }
        Agenda now = agenda.get();
        first.getChildren().setAll(now.everStudied() ? hero(now) : welcome(), readings(now));
        second.getChildren().setAll(now.everStudied() ? week(now) : howItGoes());
        now.exam().ifPresent(exam -> second.getChildren().add(exam(exam)));
        if (now.corrections() > 0) {
            second.getChildren().add(changes(now));
        }
        if (!now.faults().isEmpty()) {
            second.getChildren().add(faults(now.faults()));
        }
        if (scroll.getScene() != null) {
            focus();
        }
    }

    private Region opening() {
        Label title = title(texts.get("today.opening"));
        VBox hero = card(title, figures("–", "–", "–"));
        hero.getStyleClass().add("rp-today-hero");
        return hero;
    }

    private Region failed() {
        Button again = primary(texts.get("today.again"), model::refresh);
        VBox hero = card(title(texts.get("today.failed")), words(texts.get("today.failed.why")), actions(again));
        hero.getStyleClass().add("rp-today-hero");
        return hero;
    }

    private Region hero(Agenda agenda) {
        Counts counts = agenda.counts();
        int ready = counts.ready();
        VBox hero = ready > 0
                ? card(
                        title(texts.get("today.due.title", ready)),
                        figures(
                                String.valueOf(counts.reviewDue()),
                                String.valueOf(counts.learningDue()),
                                String.valueOf(counts.newLeft())),
                        actions(
                                primary(texts.get("today.study", ready, agenda.minutes()), ways::study),
                                plain(texts.get("today.read"), ways::document)))
                : card(
                        title(texts.get("today.done.title")),
                        words(
                                counts.doneToday() > 0
                                        ? texts.get(
                                                "today.done.why",
                                                counts.doneToday(),
                                                Math.max(1, counts.minutesToday()),
                                                counts.dueTomorrow())
                                        : texts.get("today.done.nothing", counts.dueTomorrow())),
                        actions(
                                primary(texts.get("today.read"), ways::document),
                                plain(texts.get("today.more"), ways::study)));
        hero.getStyleClass().add("rp-today-hero");
        return hero;
    }

    private Region welcome() {
        HBox picture = new HBox(PoolPicture.draw());
        VBox hero = card(
                picture,
                title(texts.get("today.welcome.title")),
                words(texts.get("today.welcome.why", cards)),
                actions(
                        primary(texts.get("today.welcome.first"), ways::firstCards),
                        plain(texts.get("today.welcome.read"), ways::document)));
        hero.getStyleClass().add("rp-today-hero");
        return hero;
    }

    private Region howItGoes() {
        return card(
                heading(texts.get("today.how.title")),
                step(Feather.EYE, texts.get("today.how.recall")),
                step(Feather.REPEAT, texts.get("today.how.rate")),
                step(Feather.CHECK_SQUARE, texts.get("today.how.correct")));
    }

    private static Region step(Ikon icon, String sentence) {
        FontIcon mark = new FontIcon(icon);
        mark.getStyleClass().add("rp-today-mark");
        Label words = words(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox step = new HBox(mark, words);
        step.getStyleClass().add("rp-today-step");
        return step;
    }

    private Region figures(String review, String learning, String fresh) {
        FlowPane figures = new FlowPane();
        figures.getStyleClass().add("rp-figures");
        figures.getChildren()
                .setAll(
                        new Figure(review, texts.get("today.review")).root(),
                        new Figure(learning, texts.get("today.learning")).root(),
                        new Figure(fresh, texts.get("today.new")).root());
        return figures;
    }

    private Region week(Agenda agenda) {
        int streak = agenda.counts().streakDays();
        VBox card = card(
                heading(texts.get("today.week.title", agenda.daysStudied())),
                new WeekChart(agenda.days(), texts).root());
        if (streak > 1) {
            Label words = new Label(texts.get("today.streak", streak));
            words.getStyleClass().addAll("rp-small", "rp-muted");
            card.getChildren().add(words);
        }
        return card;
    }

    private Region readings(Agenda agenda) {
        VBox card = card(heading(texts.get("today.next")));
        for (Agenda.Reading reading : agenda.readings()) {
            Label number = new Label(String.valueOf(reading.number()));
            number.getStyleClass().addAll("rp-question-number", "rp-muted", "rp-content");
            Label title = words(reading.title());
            title.getStyleClass().add("rp-content");
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            long percent = Math.round(reading.mastery() * 100);
            ShareBar bar = new ShareBar(reading.mastery(), texts.get("document.mastery", percent));
            bar.getStyleClass().add("rp-today-share");
            Label share = new Label(texts.get("document.percent", percent));
            share.getStyleClass().addAll("rp-small", "rp-muted", "rp-today-percent");
            card.getChildren()
                    .add(new RowButton(
                            texts.get("today.next.open", reading.number(), reading.title()),
                            () -> ways.question(reading.questionId()),
                            number,
                            title,
                            bar,
                            share));
        }
        card.getStyleClass().add("rp-today-list");
        return card;
    }

    private Region exam(Agenda.Exam exam) {
        FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
        String sentence = texts.get("today.exam", exam.days(), exam.target());
        Label words = words(sentence);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        RowButton row = new RowButton(sentence, ways::plan, mark(Feather.CALENDAR), words, arrow);
        row.setId("today-exam");
        VBox card = card(row);
        card.getStyleClass().add("rp-today-one");
        return card;
    }

    private Region changes(Agenda agenda) {
        FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
        Label words = words(texts.get("today.changes", agenda.corrections()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        RowButton row = new RowButton(
                texts.get("today.changes", agenda.corrections()), ways::changes, mark(Feather.EDIT_3), words, arrow);
        VBox card = card(row);
        card.getStyleClass().add("rp-today-one");
        return card;
    }

    private Region faults(List<Finding> faults) {
        VBox card = card(heading(texts.get("today.faults.title", faults.size())));
        faults.stream().limit(MOST_FAULTS).forEach(fault -> {
            Label words = words(texts.get("today.fault", fileName(fault), fault.line(), fault.sentence()));
            words.getStyleClass().addAll("rp-small", "rp-content");
            card.getChildren().add(words);
        });
        Button all = plain(
                texts.get("today.faults.show"),
                () -> ways.faults(faults.stream().map(Finding::toString).toList()));
        card.getChildren().addAll(words(texts.get("today.faults.why")), actions(all));
        card.getStyleClass().add("rp-today-faults");
        return card;
    }

    private static String fileName(Finding fault) {
        return fault.file().replaceFirst("^.*[/\\\\]", "");
    }

    private static FontIcon mark(Ikon icon) {
        FontIcon mark = new FontIcon(icon);
        mark.getStyleClass().add("rp-today-mark");
        return mark;
    }

    private static VBox card(Node... nodes) {
        VBox card = new VBox(nodes);
        card.getStyleClass().addAll("rp-card", "rp-today-card");
        return card;
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("rp-title");
        title.setWrapText(true);
        return title;
    }

    private static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("rp-heading");
        heading.setWrapText(true);
        return heading;
    }

    private static Label words(String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        return words;
    }

    private static Region actions(Button... buttons) {
        FlowPane actions = new FlowPane();
        actions.getStyleClass().add("rp-actions");
        actions.getChildren().setAll(buttons);
        return actions;
    }

    private static Button primary(String words, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(words, ENTER));
        button.setAccessibleText(words);
        button.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Button plain(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("rp-secondary");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
