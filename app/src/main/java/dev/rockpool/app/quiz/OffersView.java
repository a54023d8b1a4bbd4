package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.exam.Blueprint;
import dev.rockpool.quiz.exam.ExamRepository;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// What there is to do: everything mixed, a mock exam, the mistakes, or one topic; the topics are a map of how each
/// went.
final class OffersView {
    private static final long MINUTES_OF_HOUR = 60;

    private final VBox root = new VBox();
    private final Offers offers;
    private final QuizViewModel model;
    private final Texts texts;

    /// @param activities leads to what a teacher hands out
    OffersView(Offers offers, QuizViewModel model, Texts texts, Runnable activities) {
        this.offers = offers;
        this.model = model;
        this.texts = texts;
        Label title = Words.plain(texts.get("quiz.choose.title"));
        title.getStyleClass().add("rp-title");
        FlowPane steps = new FlowPane(
                QuizButtons.primary(texts.get("quiz.mix", Round.LENGTH), QuizKeys.ENTER, model::startMixed),
                QuizButtons.secondary(exam(), QuizKeys.EXAM, model::sitExam));
        if (offers.mistakes() > 0) {
            steps.getChildren()
                    .add(QuizButtons.secondary(
                            texts.get("quiz.notebook.open", offers.mistakes()), QuizKeys.MISTAKES, model::notebook));
        }
        steps.getChildren().add(QuizButtons.secondary(texts.get("quiz.activities"), QuizKeys.ACTIVITIES, activities));
        if (offers.answered() > 0) {
            steps.getChildren().add(QuizButtons.secondary(texts.get("quiz.judged"), QuizKeys.JUDGED, model::judge));
        }
        steps.getStyleClass().add("rp-actions");
        TilePane map = new TilePane();
        map.getStyleClass().add("rp-quiz-map");
        for (int index = 0; index < offers.topics().size(); index++) {
            map.getChildren().add(tile(offers.topics().get(index), index));
        }
        root.getStyleClass().addAll("rp-card", "rp-quiz-offers");
        root.getChildren()
                .setAll(
                        title,
                        Words.plain(texts.get(offers.answered() == 0 ? "quiz.choose.why.fresh" : "quiz.choose.why")),
                        steps,
                        Words.heading(texts.get("quiz.choose.one")),
                        map);
        if (!offers.past().isEmpty()) {
            root.getChildren().add(Words.muted(past(offers.past().getFirst())));
        }
        if (offers.answered() > 0) {
            root.getChildren().add(forget());
        }
    }

    Region root() {
        return root;
    }

    private String exam() {
        return offers.open()
                .map(open -> texts.get("quiz.exam.resume"))
                .orElse(texts.get(
                        "quiz.exam.begin",
                        Blueprint.CERTIFICATION.questions(),
                        Blueprint.CERTIFICATION.time().toMinutes()));
    }

    private String past(ExamRepository.Past exam) {
        return texts.get(
                "quiz.exam.past",
                Math.round(100.0 * exam.right() / Math.max(1, exam.questions())),
                exam.right(),
                exam.questions());
    }

    private Node tile(Offer offer, int index) {
        String name = offer.topic().title();
        Label title = Words.plain(name);
        title.getStyleClass().add("rp-content");
        String score = offer.answered() == 0
                ? texts.get("quiz.offer.fresh")
                : texts.get("quiz.offer.score", offer.right(), offer.answered());
        Label words = Words.line(score);
        words.getStyleClass().addAll("rp-small", "rp-muted");
        VBox text = new VBox(title, words);
        RowButton tile = new RowButton(texts.get("quiz.offer", name, score), () -> model.start(index), text);
        if (offer.answered() > 0) {
            text.getChildren().add(new ShareBar(offer.share(), score));
        }
        tile.getStyleClass().add("rp-quiz-tile");
        return tile;
    }

    /// One click asks, the second deletes.
    private Node forget() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("rp-actions");
        Button ask = quiet("quiz.delete");
        ask.setOnAction(_ -> {
            Button yes = quiet("quiz.delete.yes");
            yes.getStyleClass().add("rp-danger-button");
            yes.setOnAction(_ -> model.deleteHistory());
            Button no = quiet("quiz.delete.no");
            no.setOnAction(_ -> row.getChildren().setAll(ask));
            row.getChildren().setAll(Words.line(texts.get("quiz.delete.ask", offers.answered())), yes, no);
            no.requestFocus();
        });
        row.getChildren().setAll(ask);
        return row;
    }

    private Button quiet(String key) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().addAll("flat", "rp-quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A time as it is left: `1:42:10`, `9:05`.
    static String clock(Duration left) {
        long hours = left.toHours();
        String tail = String.format(java.util.Locale.ROOT, "%02d", left.toSecondsPart());
        return hours == 0
                ? left.toMinutes() + ":" + tail
                : hours + ":" + String.format(java.util.Locale.ROOT, "%02d", left.toMinutes() % MINUTES_OF_HOUR) + ":"
                        + tail;
    }
}
