package dev.rockpool.app.document;

import dev.rockpool.app.claim.CorrectionView;
import dev.rockpool.app.claim.SourcesView;
import dev.rockpool.app.claim.VerdictMark;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What changed since the document was written: what was wrong, what is outdated, what is imprecise, newest first, each
/// statement beside what is true now.
final class ChangesView {
    private static final List<Verdict> GROUPS = List.of(Verdict.WRONG, Verdict.OUTDATED, Verdict.IMPRECISE);

    private final VBox page = new VBox();
    private final VBox groups = new VBox();
    private final ScrollPane root = new ScrollPane(page);
    private final DocumentViewModel model;
    private final Surroundings surroundings;
    private final Texts texts;

    ChangesView(DocumentViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        texts = surroundings.texts();
        page.getStyleClass().add("rp-page");
        groups.getStyleClass().add("rp-changes");
        Label why = new Label(texts.get("document.changes.why"));
        why.setWrapText(true);
        page.getChildren().setAll(why, filters(), groups);
        root.setFitToWidth(true);
        root.getStyleClass().add("rp-clear");
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Region root() {
        return root;
    }

    /// Lists what the search left.
    void show(DocumentViewModel.Found found) {
        groups.getChildren().clear();
        Map<Verdict, List<Change>> byVerdict = found.changes().stream()
                .collect(Collectors.groupingBy(change -> change.claim().verdict()));
        for (Verdict verdict : GROUPS) {
            List<Change> changes = byVerdict.getOrDefault(verdict, List.of());
            if (!changes.isEmpty()) {
                groups.getChildren().add(heading(verdict, changes.size()));
                changes.forEach(change -> groups.getChildren().add(change(change, found)));
            }
        }
        if (groups.getChildren().isEmpty()) {
            Label nothing = new Label(texts.get("document.nothing"));
            nothing.setWrapText(true);
            groups.getChildren().add(nothing);
        }
    }

    private Region filters() {
        FlowPane filters = new FlowPane();
        filters.getStyleClass().add("rp-filters");
        for (Verdict verdict : GROUPS) {
            ToggleButton toggle = new ToggleButton(texts.get(VerdictMark.key(verdict)));
            toggle.setGraphic(VerdictMark.of(verdict, texts).getGraphic());
            toggle.getStyleClass().addAll("rp-verdict", VerdictMark.style(verdict));
            toggle.setSelected(model.verdicts().get().contains(verdict));
            toggle.selectedProperty().subscribe(shown -> model.show(verdict, shown));
            filters.getChildren().add(toggle);
        }
        return filters;
    }

    private Label heading(Verdict verdict, int count) {
        Label heading = VerdictMark.count(verdict, count, texts);
        heading.getStyleClass().add("rp-heading");
        return heading;
    }

    private Region change(Change change, DocumentViewModel.Found found) {
        Surroundings here = surroundings.in(change.question().deck());
        Hyperlink question = new Hyperlink(texts.get(
                "document.question.place",
                change.question().question().number(),
                change.question().deck().title()));
        question.getStyleClass().add("rp-small");
        question.setOnAction(_ -> model.openClaim(change.claim().id()));
        VBox both = new VBox(
                question,
                new CorrectionView(change.claim(), here, found.hits()).root(),
                new SourcesView(change.claim().sources(), texts, here.openLink()).root());
        both.getStyleClass().add("rp-change");
        return both;
    }
}
