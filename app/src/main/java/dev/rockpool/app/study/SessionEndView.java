package dev.rockpool.app.study;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.Figure;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.Counts;
import dev.rockpool.study.SessionSummary;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The end of a session: what was achieved, what comes tomorrow, and the next step. Also its pauses, and why there is
/// nothing to study.
final class SessionEndView {
    /// How many new cards the next step offers beyond the day's limit.
    static final int MORE_NEW = 10;

    private static final int LONGEST_HARDEST = 140;

    private final VBox root = new VBox();

    SessionEndView(Moment.Finished finished, StudyViewModel model, Texts texts, StudyWays ways) {
        SessionSummary summary = finished.summary();
        Label title = new Label(texts.get("study.end.title", summary.recalled(), summary.reviewed()));
        title.getStyleClass().add("rp-title");
        title.setWrapText(true);
        FlowPane figures = new FlowPane();
        figures.getStyleClass().add("rp-figures");
        figures.getChildren()
                .setAll(
                        new Figure(
                                        String.valueOf(summary.reviewed()),
                                        texts.get("study.end.reviewed", summary.reviewed()))
                                .root(),
                        new Figure(percent(summary) + " %", texts.get("study.end.recalled")).root(),
                        new Figure(String.valueOf(minutes(summary)), texts.get("study.end.minutes", minutes(summary)))
                                .root(),
                        new Figure(String.valueOf(summary.newLearned()), texts.get("study.end.new")).root());
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-session-end");
        root.getChildren().setAll(title, figures);
        if (!summary.hardest().isEmpty()) {
            root.getChildren().add(hardest(summary, model, texts));
        }
        Label tomorrow = new Label(texts.get("study.end.tomorrow", summary.dueTomorrow(), summary.newTomorrow()));
        tomorrow.setWrapText(true);
        root.getChildren().add(tomorrow);
        FlowPane steps = new FlowPane();
        steps.getStyleClass().add("rp-actions");
        steps.getChildren().setAll(steps(finished, model, texts, ways));
        root.getChildren().add(steps);
    }

    Region root() {
        return root;
    }

    /// While the session pauses.
    static Region paused(Texts texts, StudyViewModel model) {
        Button go = primary(texts.get("study.resume"), StudyKeys.PAUSE, model::pause);
        return new EmptyState(
                        Feather.PAUSE_CIRCLE,
                        texts.get("study.paused.title"),
                        texts.get("study.paused.why", model.progress().get().left()),
                        List.of(go))
                .root();
    }

    /// When the queue could not be read.
    static Region failed(Texts texts, StudyViewModel model) {
        Button again = primary(texts.get("study.failed.again"), StudyKeys.ENTER, model::start);
        return new EmptyState(
                        Feather.ALERT_OCTAGON,
                        texts.get("study.failed.title"),
                        texts.get("study.failed.why"),
                        List.of(again))
                .root();
    }

    /// When there is nothing to study.
    static Region nothing(Moment.Nothing nothing, StudyViewModel model, Texts texts, StudyWays ways) {
        Counts counts = nothing.counts();
        Button more = primary(texts.get("study.more", MORE_NEW), StudyKeys.ENTER, () -> model.studyMoreNew(MORE_NEW));
        Button document = plain(texts.get("study.read"), ways::document);
        return switch (nothing.why()) {
            case NO_CARDS ->
                new EmptyState(
                                Feather.INBOX,
                                texts.get("study.none.title"),
                                texts.get("study.none.why"),
                                List.of(document))
                        .root();
            case LEARNING_LATER ->
                new EmptyState(
                                Feather.CLOCK,
                                texts.get("study.later.title", time(counts, model, texts)),
                                texts.get("study.later.why", counts.learningLater()),
                                List.of(more, document))
                        .root();
            case LIMIT_REACHED ->
                new EmptyState(
                                Feather.CHECK_CIRCLE,
                                texts.get("study.limit.title"),
                                texts.get("study.limit.why", counts.newToday(), counts.dueTomorrow()),
                                List.of(more, document))
                        .root();
            case ALL_DONE ->
                new EmptyState(
                                Feather.CHECK_CIRCLE,
                                texts.get("study.done.title"),
                                texts.get("study.done.why", counts.dueTomorrow()),
                                List.of(more, document))
                        .root();
        };
    }

    private static String time(Counts counts, StudyViewModel model, Texts texts) {
        return counts.nextLearningAt()
                .map(at -> DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .format(at.atZone(model.zone())))
                .orElse("");
    }

    private static List<Button> steps(Moment.Finished finished, StudyViewModel model, Texts texts, StudyWays ways) {
        List<Button> steps = new ArrayList<>();
        int ready = finished.counts().ready();

        if (ready > 0) {
            steps.add(primary(texts.get("study.end.continue", ready), StudyKeys.ENTER, model::start));
        } else if (!finished.summary().hardest().isEmpty()) {
            List<String> hardest = finished.summary().hardest();
            steps.add(primary(
                    texts.get("study.end.again", hardest.size()), StudyKeys.ENTER, () -> model.studyOnly(hardest)));
        } else {
            steps.add(primary(texts.get("study.end.today"), StudyKeys.ENTER, ways::today));
        }
        steps.add(plain(texts.get("study.more", MORE_NEW), () -> model.studyMoreNew(MORE_NEW)));
        steps.add(plain(texts.get("study.read"), ways::document));
        return steps;
    }

    private static Region hardest(SessionSummary summary, StudyViewModel model, Texts texts) {
        Label heading = new Label(texts.get("study.end.hardest"));
        heading.getStyleClass().addAll("rp-small", "rp-muted");
        VBox list = new VBox(heading);
        list.getStyleClass().add("rp-session-hardest");
        for (String id : summary.hardest()) {
            Label card = new Label(model.title(id, LONGEST_HARDEST));
            card.setWrapText(true);
            card.getStyleClass().add("rp-content");
            list.getChildren().add(card);
        }
        return list;
    }

    private static int percent(SessionSummary summary) {
        return summary.reviewed() == 0 ? 0 : (int) Math.round(100.0 * summary.recalled() / summary.reviewed());
    }

    private static long minutes(SessionSummary summary) {
        return Math.max(1, Math.round(summary.studied().toSeconds() / 60.0));
    }

    private static Button primary(String words, KeyCombination key, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(words, key));
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
