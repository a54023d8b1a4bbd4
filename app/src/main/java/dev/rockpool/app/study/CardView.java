package dev.rockpool.app.study;

import dev.rockpool.app.claim.CorrectionView;
import dev.rockpool.app.claim.Leads;
import dev.rockpool.app.claim.SourcesView;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One side of a card.
final class CardView {
    private final VBox root = new VBox();

    private CardView() {
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-focusable");
        root.setFocusTraversable(true);
    }

    /// The question, with a field for a typed answer.
    static CardView front(Face face, Surroundings all, Consumer<String> answer) {
        CardView view = new CardView();
        Surroundings surroundings = all.in(face.deck());
        view.root.getChildren().add(side(face.card().prompt(), surroundings));
        if (face.card().form() == Card.Form.TYPED) {
            TextField field = new TextField();
            field.setPromptText(all.texts().get("study.answer.prompt"));
            field.setAccessibleText(all.texts().get("study.answer.prompt"));
            field.getStyleClass().add("rp-answer-field");
            field.setOnAction(_ -> answer.accept(field.getText()));
            view.root.getChildren().add(field);
        }
        return view;
    }

    /// The answer, what was typed, the correction, where the fact stands and where it leads.
    static CardView back(Moment.Back back, Surroundings all, StudyWays ways) {
        CardView view = new CardView();
        Face face = back.face();
        Surroundings surroundings = all.in(face.deck());
        Texts texts = all.texts();
        if (face.card().form() != Card.Form.CLOZE) {
            view.root.getChildren().add(side(face.card().prompt(), surroundings));
            Region divider = new Region();
            divider.getStyleClass().add("rp-divider");
            view.root.getChildren().add(divider);
        }
        back.comparison().ifPresent(comparison -> view.root.getChildren().add(comparison(comparison, texts)));
        view.root.getChildren().add(side(face.card().answer(), surroundings));
        for (Claim claim : face.corrections()) {
            view.root.getChildren().add(new CorrectionView(claim, surroundings, Hits.NONE).root());
        }
        if (face.turn().leech()) {
            Label leech = new Label(texts.get("study.leech"));
            leech.setWrapText(true);
            leech.getStyleClass().addAll("rp-small", "rp-muted");
            view.root.getChildren().add(leech);
        }
        FlowPane leads = leads(face.card(), texts, ways);
        if (!leads.getChildren().isEmpty()) {
            view.root.getChildren().add(leads);
        }
        view.root.getChildren().add(new SourcesView(face.card().sources(), texts, all.openLink()).root());
        return view;
    }

    Region root() {
        return root;
    }

    private static FlowPane leads(Card card, Texts texts, StudyWays ways) {
        FlowPane leads = new FlowPane();
        leads.getStyleClass().add("rp-actions");
        String show = card.show();
        if (!show.isEmpty()) {
            leads.getChildren()
                    .add(lead("study-show", texts.get(Leads.words(show)), StudyKeys.SHOW, Leads.shown(show), ways));
        }
        ways.asked(card.id())
                .ifPresent(place ->
                        leads.getChildren().add(lead("study-ask", texts.get("study.ask"), StudyKeys.ASK, place, ways)));
        ways.told(card.id())
                .ifPresent(place -> leads.getChildren()
                        .add(lead("study-document", texts.get("study.document"), StudyKeys.DOCUMENT, place, ways)));
        return leads;
    }

    private static Button lead(String id, String words, KeyCombination key, Place place, StudyWays ways) {
        Button lead = new Button();
        lead.setId(id);
        lead.setGraphic(KeyHint.beside(words, key));
        lead.setAccessibleText(words);
        lead.getStyleClass().add("rp-secondary");
        lead.setOnAction(_ -> ways.open(place));
        return lead;
    }

    private static Region side(String markdown, Surroundings surroundings) {
        Region side = new MarkdownView(markdown, surroundings, Hits.NONE).root();
        side.getStyleClass().add("rp-card-side");
        return side;
    }

    private static Region comparison(TypedAnswer.Comparison comparison, Texts texts) {
        VBox panel = new VBox();
        panel.getStyleClass().addAll("rp-comparison", comparison.right() ? "rp-right" : "rp-not-right");
        Label verdict = new Label(
                switch (comparison.nearness()) {
                    case EMPTY -> texts.get("study.typed.empty");
                    case EXACT -> texts.get("study.typed.exact");
                    case FORGIVEN -> texts.get("study.typed.forgiven", comparison.typed(), comparison.matched());
                    case VARIANT -> texts.get("study.typed.variant", comparison.typed());
                    case CLOSE -> texts.get("study.typed.close");
                    case DIFFERENT -> texts.get("study.typed.different");
                });
        verdict.setGraphic(new FontIcon(comparison.right() ? Feather.CHECK : Feather.X));
        verdict.setWrapText(true);
        panel.getChildren().add(verdict);
        if (!comparison.spans().isEmpty()) {
            panel.getChildren().add(difference(comparison));
        }
        return panel;
    }

    private static TextFlow difference(TypedAnswer.Comparison comparison) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("rp-content");
        for (TypedAnswer.Span span : comparison.spans()) {
            Text text = new Text(span.text());
            text.getStyleClass()
                    .addAll(
                            "rp-text",
                            switch (span.kind()) {
                                case SAME -> "rp-span-same";
                                case MISSING -> "rp-span-missing";
                                case EXTRA -> "rp-span-extra";
                            });
            flow.getChildren().add(text);
        }
        return flow;
    }
}
