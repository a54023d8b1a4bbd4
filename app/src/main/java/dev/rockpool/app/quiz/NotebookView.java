package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.Words;
import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Trap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The notebook of mistakes: each question that was answered wrongly the last time, what was answered, what is right,
/// and the mistake by name. Answered rightly, a question leaves it.
final class NotebookView {
    /// The most slips that are drawn; the rest comes as these are mended.
    private static final int MOST = 50;

    private static final int LONGEST = 240;

    private final VBox root = new VBox();
    private final Texts texts;

    NotebookView(List<Slip> slips, Texts texts) {
        this.texts = texts;
        Label title = Words.plain(texts.get("quiz.notebook.title", slips.size()));
        title.getStyleClass().add("rp-title");
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-quiz-notebook");
        root.getChildren().addAll(title, Words.plain(texts.get("quiz.notebook.why")));
        slips.stream().limit(MOST).forEach(slip -> root.getChildren().add(row(slip)));
    }

    Region root() {
        return root;
    }

    private Region row(Slip slip) {
        Label question = Words.plain(PlainText.line(slip.question().stem(), LONGEST));
        question.getStyleClass().add("rp-content");
        Label answers = Words.plain(texts.get(
                "quiz.notebook.answers",
                PlainText.line(slip.attempt().answer(), LONGEST),
                PlainText.line(slip.question().key(), LONGEST)));
        VBox row = new VBox(content(slip.topic().title()), question, answers);
        mistake(slip).ifPresent(mistake -> row.getChildren().add(content(PlainText.line(mistake.sentence(), LONGEST))));
        row.getStyleClass().add("rp-quiz-slip");
        return row;
    }

    private static Label content(String words) {
        Label label = Words.muted(words);
        label.getStyleClass().add("rp-content");
        return label;
    }

    /// The mistake that the attempt names, with its sentence.
    private static Optional<Misconception> mistake(Slip slip) {
        Stream<Misconception> known = switch (slip.question().form()) {
            case Form.Options asked ->
                asked.options().stream().map(Option::misconception).flatMap(Optional::stream);
            case Form.Numeric numeric -> numeric.traps().stream().map(Trap::misconception);
            default -> Stream.empty();
        };
        return known.filter(each ->
                        slip.attempt().misconception().filter(each.id()::equals).isPresent())
                .findFirst();
    }
}
