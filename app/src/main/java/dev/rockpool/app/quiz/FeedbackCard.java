package dev.rockpool.app.quiz;

import dev.rockpool.app.answer.Answer;
import dev.rockpool.app.answer.AnsweredView;
import dev.rockpool.app.answer.QuestionWords;
import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Question;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An answered question: what is said of the answer, and the fact behind it.
final class FeedbackCard {
    private final VBox root = new VBox();
    private final Texts texts;
    private final QuizWays ways;

    FeedbackCard(Answer answer, Texts texts, QuizWays ways, QuestionWords words) {
        this.texts = texts;
        this.ways = ways;
        Question question = answer.question();
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-quiz-feedback");
        root.getChildren().addAll(QuestionCard.stem(question, words), new AnsweredView(answer, texts, words).root());
        facts(question).ifPresent(root.getChildren()::add);
    }

    Region root() {
        return root;
    }

    private Optional<Node> facts(Question question) {
        VBox facts = new VBox(Words.muted(texts.get("quiz.facts")));
        facts.getStyleClass().add("rp-quiz-facts");
        question.facts().stream()
                .flatMap(id -> ways.proof(id).stream())
                .forEach(proof -> facts.getChildren().add(link(proof)));
        return facts.getChildren().size() > 1 ? Optional.of(facts) : Optional.empty();
    }

    private Hyperlink link(Proof proof) {
        Hyperlink link = new Hyperlink(proof.words());
        link.setWrapText(true);
        link.getStyleClass().addAll("rp-link", "rp-content");
        link.setOnAction(_ -> ways.open(proof));
        return link;
    }
}
