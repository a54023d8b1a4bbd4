package dev.rockpool.app.document;

import dev.rockpool.app.claim.CorrectionView;
import dev.rockpool.app.claim.Leads;
import dev.rockpool.app.claim.SourcesView;
import dev.rockpool.app.claim.VerdictMark;
import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One claim: its verdict and statement, and behind a click its correction, sources and cards.
final class ClaimView {
    private final VBox root = new VBox();
    private final VBox body = new VBox();
    private final HBox head;
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Claim claim;
    private final List<Card> cards;
    private final Surroundings surroundings;
    private final Hits hits;
    private final Consumer<List<String>> study;
    private final Consumer<String> show;

    /// @param cards those that teach the claim's correction
    /// @param study starts a session of cards
    /// @param show opens lab and preset
    ClaimView(
            Claim claim,
            List<Card> cards,
            Surroundings surroundings,
            Hits hits,
            Consumer<List<String>> study,
            Consumer<String> show) {
        this.claim = claim;
        this.cards = cards;
        this.surroundings = surroundings;
        this.hits = hits;
        this.study = study;
        this.show = show;
        head = head();
        body.getStyleClass().add("rp-claim-body");
        root.getStyleClass().add("rp-claim");
        root.setUserData(claim.id());
        root.getChildren().setAll(head);
    }

    Region root() {
        return root;
    }

    /// Opens it and puts the focus on it.
    void reveal() {
        open(true);
        head.requestFocus();
    }

    boolean isOpen() {
        return root.getChildren().contains(body);
    }

    /// Opens or closes it.
    void open(boolean opened) {
        if (opened == isOpen()) {
            return;
        }
        arrow.setIconCode(opened ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        if (opened) {
            fill();
            root.getChildren().add(body);
        } else {
            root.getChildren().remove(body);
        }
    }

    private HBox head() {
        Texts texts = surroundings.texts();
        HBox verdict = new HBox(VerdictMark.of(claim.verdict(), texts));
        verdict.getStyleClass().add("rp-claim-verdict");
        Region statement = new MarkdownView(claim.statement(), surroundings, hits).root();
        HBox.setHgrow(statement, Priority.ALWAYS);
        RowButton row = new RowButton(
                texts.get(
                        "document.claim", texts.get(VerdictMark.key(claim.verdict())), PlainText.of(claim.statement())),
                this::toggle,
                verdict,
                statement,
                arrow);
        row.getStyleClass().add("rp-claim-head");
        return row;
    }

    private void toggle() {
        open(!isOpen());
    }

    private void fill() {
        if (!body.getChildren().isEmpty()) {
            return;
        }
        Texts texts = surroundings.texts();
        if (claim.verdict().corrected()) {
            body.getChildren().add(new CorrectionView(claim, surroundings, hits).root());
        } else if (!claim.correction().isEmpty()) {
            body.getChildren().add(new MarkdownView(claim.correction(), surroundings, hits).root());
        }
        body.getChildren().add(new SourcesView(claim.sources(), texts, surroundings.openLink()).root());
        if (!cards.isEmpty()) {
            body.getChildren().add(cards());
        }
    }

    private Region cards() {
        Texts texts = surroundings.texts();
        Label heading = new Label(texts.get("document.claim.cards"));
        heading.getStyleClass().addAll("rp-small", "rp-muted");
        VBox list = new VBox(heading);
        list.getStyleClass().add("rp-claim-cards");
        for (Card card : cards) {
            Label front = new Label(PlainText.of(card.prompt()), new FontIcon(Feather.LAYERS));
            front.getStyleClass().add("rp-content");
            front.setWrapText(true);
            list.getChildren().add(front);
        }
        Button now = new Button(texts.get("document.claim.study", cards.size()));
        now.getStyleClass().add("rp-secondary");
        now.setOnAction(_ -> study.accept(cards.stream().map(Card::id).toList()));
        FlowPane acts = new FlowPane(now);
        acts.getStyleClass().add("rp-actions");
        cards.stream()
                .map(Card::show)
                .filter(preset -> !preset.isEmpty())
                .findFirst()
                .ifPresent(preset -> {
                    Button lab = new Button(texts.get(Leads.words(preset)), new FontIcon(Feather.ACTIVITY));
                    lab.getStyleClass().add("rp-secondary");
                    lab.setOnAction(_ -> show.accept(preset));
                    acts.getChildren().add(lab);
                });
        list.getChildren().add(acts);
        return list;
    }
}
