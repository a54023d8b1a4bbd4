package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What can be practised: everything mixed, or one template, each with how it went so far.
final class OffersView {
    private final VBox root = new VBox();
    private final QuizViewModel model;
    private final Texts texts;

    OffersView(List<Offer> offers, QuizViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label title = Words.plain(texts.get("quiz.choose.title"));
        title.getStyleClass().add("rp-title");
        boolean fresh = offers.stream().allMatch(offer -> offer.answered() == 0);
        Label why = Words.plain(texts.get(fresh ? "quiz.choose.why.fresh" : "quiz.choose.why"));
        FlowPane steps = new FlowPane(QuizButtons.primary(
                texts.get("quiz.mix", Round.LENGTH), QuizKeys.ENTER, () -> model.start(Optional.empty())));
        steps.getStyleClass().add("rp-actions");
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-quiz-offers");
        root.getChildren().setAll(title, why, steps, Words.muted(texts.get("quiz.choose.one")));
        for (int index = 0; index < offers.size(); index++) {
            root.getChildren().add(row(offers.get(index), index));
        }
    }

    Region root() {
        return root;
    }

    private Region row(Offer offer, int index) {
        String name = offer.template().title();
        Label title = Words.plain(name);
        title.getStyleClass().add("rp-content");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        String score = offer.answered() == 0
                ? texts.get("quiz.offer.fresh")
                : texts.get("quiz.offer.score", offer.right(), offer.answered());
        Label words = Words.line(score);
        words.getStyleClass().addAll("rp-small", "rp-muted");
        RowButton row = new RowButton(
                texts.get("quiz.offer", name, score),
                () -> model.start(index),
                KeyLabel.of(QuizKeys.digit(index)),
                title,
                words);
        if (offer.answered() > 0) {
            row.getChildren().add(new ShareBar(offer.share(), score));
        }
        row.getStyleClass().add("rp-quiz-offer");
        return row;
    }
}
