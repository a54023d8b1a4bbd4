package dev.rockpool.app.branches;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for the name of a new branch, and whether a twin leaves with it.
final class NamingView {
    /// A name, not a text: branches are named in ASCII.
    private static final String SUGGESTED = "next-year";

    private final BranchesViewModel model;
    private final TextField name = new TextField();
    private final CheckBox twin = new CheckBox();
    private final VBox root = new VBox();
    private final Runnable done;
    private boolean begun;

    NamingView(BranchesViewModel model, BranchWords words, Runnable done) {
        this.model = model;
        this.done = done;
        // the letter that brought this here is no part of the name
        name.addEventFilter(KeyEvent.KEY_PRESSED, _ -> begun = false);
        name.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (begun) {
                event.consume();
            }
        });
        name.setAccessibleText(words.get("branches.name"));
        name.setId("branches-name");
        name.setPrefColumnCount(16);
        name.setOnAction(_ -> make());
        twin.setText(words.get("branches.twin"));
        twin.setWrapText(true);
        twin.setSelected(true);
        Button make = new Button(words.get("branches.make"));
        make.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        make.setMinWidth(Region.USE_PREF_SIZE);
        make.setOnAction(_ -> make());
        Button leave = new Button(words.get("branches.leave"));
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(_ -> done.run());
        FlowPane row = new FlowPane();
        row.getStyleClass().add("rp-store-options");
        row.getChildren().setAll(Words.line(words.get("branches.name")), name, make, leave);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren()
                .setAll(
                        Words.heading(words.get("branches.naming")),
                        Words.small(words.get("branches.naming.why")),
                        row,
                        twin);
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                done.run();
                event.consume();
            }
        });
    }

    Region root() {
        return root;
    }

    void begin() {
        List<String> taken = model.reading().get().map(Reading::names).orElse(List.of());
        String free = SUGGESTED;
        for (int number = 2; taken.contains(free); number++) {
            free = SUGGESTED + "-" + number;
        }
        name.setText(free);
        begun = true;
        name.requestFocus();
        name.selectAll();
    }

    private void make() {
        model.branch(name.getText().strip(), twin.isSelected(), done);
    }
}
