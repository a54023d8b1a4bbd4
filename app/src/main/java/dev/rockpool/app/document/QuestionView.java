package dev.rockpool.app.document;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.claim.VerdictMark;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Claim;
import dev.rockpool.content.QuizItem;
import dev.rockpool.content.Snapshot;
import dev.rockpool.content.WrittenItem;
import dev.rockpool.study.Mastery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One documented question: as asked, as answered, what became of each claim, and questions to check oneself with.
final class QuestionView {
    private final VBox root = new VBox();
    private final Texts texts;
    private final Surroundings surroundings;
    private final List<ClaimView> claims = new ArrayList<>();
    private final QuestionEntry entry;

    QuestionView(
            QuestionEntry entry,
            Snapshot decks,
            DocumentIndex index,
            Hits hits,
            Mastery mastery,
            Surroundings all,
            DocumentWays ways) {
        this.entry = entry;
        surroundings = all.in(entry.deck());
        texts = all.texts();
        root.getStyleClass().addAll("rp-card", "rp-question");
        root.getChildren().setAll(title(hits), standing(mastery, ways), answer(hits), claimsHead());
        VBox list = new VBox();
        list.getStyleClass().add("rp-claims");
        for (Claim claim : entry.deck().claims()) {
            ClaimView view =
                    new ClaimView(claim, decks.cardsFixing(claim.id()), surroundings, hits, ways::study, ways::show);
            if (index.matches(claim, hits)) {
                view.open(true);
            }
            claims.add(view);
            list.getChildren().add(view.root());
        }
        root.getChildren().add(list);
        if (!entry.deck().quizItems().isEmpty()) {
            root.getChildren().add(selfCheck());
        }
    }

    Region root() {
        return root;
    }

    /// Whether it is a view of this question.
    boolean shows(QuestionEntry other) {
        return entry.id().equals(other.id());
    }

    /// Opens the claims that are open in an earlier view of the same question.
    void openLike(QuestionView earlier) {
        for (ClaimView before : earlier.claims) {
            for (ClaimView now : claims) {
                if (before.isOpen()
                        && before.root().getUserData().equals(now.root().getUserData())) {
                    now.open(true);
                }
            }
        }
    }

    /// Opens the claim with this id; answers its node.
    Optional<Region> reveal(String claimId) {
        for (ClaimView claim : claims) {
            if (claimId.equals(claim.root().getUserData())) {
                claim.reveal();
                return Optional.of(claim.root());
            }
        }
        return Optional.empty();
    }

    private Region title(Hits hits) {
        Label place = new Label(texts.get(
                "document.question.place",
                entry.question().number(),
                entry.deck().title()));
        place.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
        place.setWrapText(true);
        Region heading = new MarkdownView(entry.question().heading(), surroundings, hits).root();
        heading.getStyleClass().add("rp-question-heading");
        VBox title = new VBox(place, heading);
        title.getStyleClass().add("rp-question-top");
        return title;
    }

    private Region standing(Mastery mastery, DocumentWays ways) {
        int cards = entry.deck().cards().size();
        Button now = new Button(texts.get("document.study", cards));
        now.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        now.setDisable(cards == 0);
        now.setOnAction(_ -> ways.study(entry.cardIds()));
        String recalled = texts.get("document.mastery", Math.round(mastery.expectedRecall() * 100));
        Label words = new Label(texts.get("document.mastery.long", recalled, mastery.studied(), cards));
        words.getStyleClass().addAll("rp-small", "rp-muted");
        words.setWrapText(true);
        VBox known = new VBox(words, new ShareBar(mastery.expectedRecall(), recalled));
        known.getStyleClass().add("rp-question-known");
        HBox.setHgrow(known, Priority.ALWAYS);
        now.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(now, known);
        if (!entry.deck().quizItems().isEmpty()) {
            Button ask = new Button(texts.get("document.ask"));
            ask.setId("document-ask");
            ask.getStyleClass().add("rp-secondary");
            ask.setMinWidth(Region.USE_PREF_SIZE);
            ask.setOnAction(_ -> ways.ask(entry.id()));
            row.getChildren().add(1, ask);
        }
        row.getStyleClass().add("rp-question-standing");
        return row;
    }

    private Region answer(Hits hits) {
        VBox panel = new VBox(
                caption(texts.get("document.answer")),
                new MarkdownView(entry.question().answer(), surroundings, hits).root());
        panel.getStyleClass().addAll("rp-inset", "rp-question-answer");
        return panel;
    }

    private Region claimsHead() {
        FlowPane head = new FlowPane();
        head.getStyleClass().add("rp-claims-head");
        Label heading = new Label(texts.get("document.claims"));
        heading.getStyleClass().add("rp-heading");
        head.getChildren().add(heading);
        entry.counts().forEach((verdict, count) -> head.getChildren().add(VerdictMark.count(verdict, count, texts)));
        return head;
    }

    private Region selfCheck() {
        Label heading = new Label(texts.get("document.check"));
        heading.getStyleClass().add("rp-heading");
        VBox checks = new VBox(heading, caption(texts.get("document.check.why")));
        checks.getStyleClass().add("rp-checks");
        for (QuizItem item : entry.deck().quizItems()) {
            if (item instanceof WrittenItem written) {
                checks.getChildren().add(new SelfCheckView(written, surroundings).root());
            }
        }
        return checks;
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().addAll("rp-small", "rp-muted");
        caption.setWrapText(true);
        return caption;
    }
}
