package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.analysis.TestStatistics;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the answers say about the questions that have enough of them, the hardest first; each leads to its question.
/// The others are folded behind one line that says why.
final class JudgedView {
    private static final int MOST = 100;
    private static final int LONGEST = 160;
    private static final double PERCENT = 100;

    private final VBox root = new VBox();
    private final Texts texts;

    /// @param ask leads to a question
    JudgedView(List<JudgedItem> items, Texts texts, Consumer<JudgedItem> ask) {
        this.texts = texts;
        List<JudgedItem> told = items.stream()
                .filter(item -> !item.history().hasTooFewAnswers())
                .toList();
        List<JudgedItem> few = items.stream()
                .filter(item -> item.history().hasTooFewAnswers())
                .sorted(Comparator.comparingInt(
                                (JudgedItem item) -> item.history().answers())
                        .reversed())
                .toList();
        Label title = Words.plain(texts.get("quiz.judged.title", told.size(), TestStatistics.FEWEST_ANSWERS));
        title.getStyleClass().add("rp-title");
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-quiz-notebook");
        root.getChildren()
                .addAll(
                        title,
                        Words.plain(texts.get(
                                told.isEmpty() ? "quiz.judged.none" : "quiz.judged.why",
                                TestStatistics.FEWEST_ANSWERS)),
                        rows(told, ask));
        if (!few.isEmpty()) {
            Fold fold = Fold.section(texts.get("quiz.judged.few", few.size(), TestStatistics.FEWEST_ANSWERS));
            fold.open().subscribe(open -> {
                if (open) {
                    fold.setContent(rows(few, ask));
                }
            });
            root.getChildren().add(fold.root());
        }
    }

    private Region rows(List<JudgedItem> items, Consumer<JudgedItem> ask) {
        VBox rows = new VBox();
        rows.getStyleClass().add("rp-quiz-judged");
        items.stream().limit(MOST).forEach(item -> rows.getChildren().add(row(item, ask)));
        if (items.size() > MOST) {
            rows.getChildren().add(Words.muted(texts.get("quiz.judged.more", items.size() - MOST)));
        }
        return rows;
    }

    Region root() {
        return root;
    }

    private Region row(JudgedItem item, Consumer<JudgedItem> ask) {
        String stem = PlainText.line(item.question().stem(), LONGEST);
        String facts = facts(item);
        Label question = Words.plain(stem);
        question.getStyleClass().add("rp-content");
        VBox words = new VBox(question, content(facts));
        for (String idle : item.idle()) {
            words.getChildren().add(content(texts.get("quiz.judged.idle", PlainText.line(idle, LONGEST))));
        }
        item.history().wrong().entrySet().stream()
                .findFirst()
                .ifPresent(most -> words.getChildren()
                        .add(content(texts.get(
                                "quiz.judged.wrong", PlainText.line(most.getKey(), LONGEST), most.getValue()))));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        RowButton row = new RowButton(
                texts.get("quiz.offer", stem, facts),
                () -> ask.accept(item),
                words,
                new ShareBar(item.history().facility(), facts));
        row.getStyleClass().add("rp-quiz-slip");
        return row;
    }

    private String facts(JudgedItem item) {
        String facility = texts.get(
                "quiz.judged.facility",
                item.history().answers(),
                Math.round(PERCENT * item.history().facility()));
        if (item.history().hasTooFewAnswers()) {
            return facility;
        }
        return item.history().discrimination().isPresent()
                ? texts.get(
                        "quiz.judged.tells",
                        facility,
                        String.format(
                                Locale.ROOT,
                                "%.2f",
                                item.history().discrimination().getAsDouble()))
                : texts.get("quiz.judged.untold", facility);
    }

    private static Label content(String words) {
        Label label = Words.muted(words);
        label.getStyleClass().add("rp-content");
        return label;
    }
}
