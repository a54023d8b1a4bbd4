package dev.rockpool.app.branches;

import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.platform.Comparison;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands above a side: which platform it is, its bill, its time, and what it holds.
final class SideHead {
    private final BranchWords words;
    private final ComboBox<String> name = new ComboBox<>();
    private final Label bill = Words.line("");
    private final Label state = Words.small("");
    private final Label address = Words.muted("");
    private final VBox root = new VBox();
    private boolean following;

    /// @param side `left` or `right`
    /// @param choose takes another platform's name
    SideHead(BranchWords words, String side, Consumer<String> choose) {
        this.words = words;
        name.setAccessibleText(words.get("branches.side." + side));
        name.setId("branches-" + side);
        name.getStyleClass().add("rp-content");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setPrefWidth(120);
        name.setConverter(new OptionWords<>(each -> words.side(each)));
        name.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                choose.accept(chosen);
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        bill.getStyleClass().addAll("rp-heading", "rp-content");
        bill.setId("branches-bill-" + side);
        state.getStyleClass().add("rp-content");
        address.getStyleClass().add("rp-content");
        address.managedProperty().bind(address.visibleProperty());
        HBox row = new HBox(name, bill);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("rp-store-cell");
        root.getStyleClass().add("rp-store-rows");
        root.setMinWidth(0);
        root.getChildren().setAll(row, state, address);
    }

    Region root() {
        return root;
    }

    void show(List<String> names, Comparison.Side side, String where) {
        following = true;
        if (!name.getItems().equals(names)) {
            name.getItems().setAll(names);
        }
        name.setValue(side.name());
        following = false;
        bill.setText(words.price(side.bill().total()));
        long objects = side.points().isEmpty() ? 0 : side.points().getLast().objects();
        state.setText(words.get("branches.state", words.day(side.now()), objects));
        address.setText(where);
        address.setVisible(!where.isEmpty());
    }
}
