package dev.rockpool.app.branches;

import dev.rockpool.app.kit.Words;
import dev.rockpool.platform.Comparison;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says what keeping or discarding the branch will do, before it is done.
final class DecisionView {
    private final BranchesViewModel model;
    private final BranchWords words;
    private final Label title = Words.heading("");
    private final Label what = Words.plain("");
    private final Button yes = new Button();
    private final Button no = new Button();
    private final VBox root = new VBox();

    /// @param done takes a sentence that says what was done
    DecisionView(BranchesViewModel model, BranchWords words, Consumer<String> done) {
        this.model = model;
        this.words = words;
        title.getStyleClass().add("rp-content");
        what.getStyleClass().add("rp-content");
        yes.setId("branches-yes");
        yes.setMinWidth(Region.USE_PREF_SIZE);
        yes.setOnAction(_ -> model.asked()
                .get()
                .ifPresent(act -> model.confirm(name -> done.accept(
                        words.get(act == BranchesViewModel.Act.KEEP ? "branches.kept" : "branches.discarded", name)))));
        no.setText(words.get("branches.leave"));
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(_ -> model.leave());
        FlowPane row = new FlowPane(yes, no);
        row.getStyleClass().add("rp-store-options");
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(title, what, row);
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.leave();
                event.consume();
            }
        });
    }

    Region root() {
        return root;
    }

    /// Says it, of the branch that is looked at.
    void show(BranchesViewModel.Act act) {
        model.compared().map(Reading.Compared::comparison).ifPresent(comparison -> {
            Comparison.Side right = comparison.right();
            long objects =
                    right.points().isEmpty() ? 0 : right.points().getLast().objects();
            switch (act) {
                case KEEP -> {
                    title.setText(words.get("branches.keep.title", right.name()));
                    what.setText(words.get("branches.keep.what", right.name(), objects, words.day(right.now())));
                    yes.setText(words.get("branches.keep.yes", right.name()));
                }
                case DISCARD -> {
                    title.setText(words.get("branches.discard.title", right.name()));
                    what.setText(words.get("branches.discard.what", right.name(), objects));
                    yes.setText(words.get("branches.discard.yes", right.name()));
                }
            }
            yes.setAccessibleText(yes.getText());
        });
        no.requestFocus(); // Enter must not be enough
    }
}
