package dev.rockpool.app.document;

import dev.rockpool.app.claim.SourcesView;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Term;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The words of the field and what they mean here.
final class GlossaryView {
    private final VBox page = new VBox();
    private final ScrollPane root = new ScrollPane(page);
    private final Surroundings surroundings;
    private final Texts texts;

    GlossaryView(Surroundings surroundings) {
        this.surroundings = surroundings;
        texts = surroundings.texts();
        page.getStyleClass().addAll("rp-page", "rp-glossary");
        root.setFitToWidth(true);
        root.getStyleClass().add("rp-clear");
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    ScrollPane root() {
        return root;
    }

    /// Lists what the search left.
    void show(DocumentViewModel.Found found) {
        page.getChildren().clear();
        found.terms().forEach(term -> page.getChildren().add(term(term, found)));
        if (page.getChildren().isEmpty()) {
            Label nothing = new Label(texts.get("document.nothing"));
            nothing.setWrapText(true);
            page.getChildren().add(nothing);
        }
    }

    /// The node of the term with this id.
    Optional<Region> find(String termId) {
        return page.getChildren().stream()
                .filter(node -> termId.equals(node.getUserData()))
                .map(Region.class::cast)
                .findFirst();
    }

    private Region term(Term term, DocumentViewModel.Found found) {
        Region name = new MarkdownView(term.name(), surroundings, found.hits()).root();
        name.getStyleClass().add("rp-term-name");
        VBox entry = new VBox(name, new MarkdownView(term.definition(), surroundings, found.hits()).root());
        if (!term.aliases().isEmpty()) {
            entry.getChildren().add(caption(texts.get("document.term.also", String.join(", ", term.aliases()))));
        }
        if (!term.distinctions().isEmpty()) {
            entry.getChildren()
                    .add(caption(texts.get("document.term.distinct", String.join(", ", term.distinctions()))));
        }
        entry.getChildren().add(new SourcesView(term.sources(), texts, surroundings.openLink()).root());
        entry.getStyleClass().addAll("rp-card", "rp-term", "rp-focusable");
        entry.setFocusTraversable(true);
        entry.setUserData(term.id());
        return entry;
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
        caption.setWrapText(true);
        return caption;
    }
}
