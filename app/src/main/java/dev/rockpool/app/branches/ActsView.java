package dev.rockpool.app.branches;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.KeyLabel;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done to time and to the branch; while time is set forward, how far it is.
final class ActsView {
    /// Where there is less width, what ends a branch is in a menu.
    private static final double COMPACT = 980;

    private final BranchesViewModel model;
    private final BranchWords words;
    private final Button play = new Button();
    private final MenuButton more = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL));
    private final FlowPane acts = new FlowPane();
    private final List<Node> time;
    private final List<Node> ends;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label standing = Words.line("");
    private final HBox under = new HBox(bar, standing);
    private final VBox root = new VBox();

    /// @param branch begins to make a branch
    ActsView(BranchesViewModel model, BranchWords words, Runnable branch) {
        this.model = model;
        this.words = words;
        Button year = button("branches.year", "Y", () -> model.skip(Period.ofYears(1)));
        year.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        year.setId("branches-year");
        play.setOnAction(_ -> model.togglePlay());
        play.setId("branches-play");
        play.setMinWidth(Region.USE_PREF_SIZE);
        acts.getStyleClass().addAll("rp-store-options", "rp-branches-acts");
        time = List.of(
                year,
                button("branches.month", "M", () -> model.skip(Period.ofDays(30))),
                button("branches.day", "D", () -> model.skip(Period.ofDays(1))),
                play,
                speeds(),
                button("branches.branch", "B", branch));
        ends = List.of(
                button("branches.keep", "K", () -> model.ask(BranchesViewModel.Act.KEEP)),
                button("branches.discard", "Delete", () -> model.ask(BranchesViewModel.Act.DISCARD)));
        more.setAccessibleText(words.get("branches.more.acts"));
        more.setTooltip(new Tooltip(words.get("branches.more.acts")));
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.getItems()
                .setAll(
                        item("branches.keep", "K", () -> model.ask(BranchesViewModel.Act.KEEP)),
                        item("branches.discard", "Delete", () -> model.ask(BranchesViewModel.Act.DISCARD)));
        acts.getChildren().setAll(time);
        acts.widthProperty().subscribe(width -> compact(width.doubleValue() > 0 && width.doubleValue() < COMPACT));
        bar.setPrefWidth(160);
        standing.getStyleClass().addAll("rp-small", "rp-content");
        under.getStyleClass().add("rp-store-cell");
        under.managedProperty().bind(under.visibleProperty());
        root.getStyleClass().add("rp-store-rows");
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().setAll(acts, under);
        model.playing().subscribe(_ -> show());
        model.skip().subscribe(_ -> show());
        model.reading().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    /// Puts the focus on what the space bar does anyway.
    void focus() {
        play.requestFocus();
    }

    private void compact(boolean little) {
        List<Node> all = new ArrayList<>(time);
        all.addAll(little ? List.of(more) : ends);
        if (!acts.getChildren().equals(all)) {
            acts.getChildren().setAll(all);
        }
    }

    private MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setGraphic(KeyLabel.of(KeyCombination.valueOf(keys)));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Button button(String key, String keys, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(words.get(key), KeyCombination.valueOf(keys)));
        button.setAccessibleText(words.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node speeds() {
        ComboBox<Integer> speeds = new ComboBox<>();
        speeds.getItems().setAll(List.copyOf(BranchesViewModel.SPEEDS));
        speeds.setAccessibleText(words.get("branches.speed"));
        speeds.setTooltip(new Tooltip(words.get("branches.speed")));
        speeds.setConverter(new OptionWords<>(days -> words.get("branches.speed.days", days)));
        speeds.setValue(model.speed().get());
        speeds.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                model.speed(chosen);
            }
        });
        return speeds;
    }

    private void show() {
        boolean moves = model.playing().get() || model.skip().get().isPresent();
        String key = moves ? "branches.pause" : "branches.play";
        play.setGraphic(KeyHint.beside(words.get(key), KeyCombination.valueOf("Space")));
        play.setAccessibleText(words.get(key));
        boolean skips = model.skip().get().isPresent();
        under.setVisible(skips);
        model.skip()
                .get()
                .ifPresent(skip -> model.compared().ifPresent(now -> {
                    bar.setProgress(skip.done(now.comparison().right().now()));
                    standing.setText(words.get(
                            "branches.going", words.day(now.comparison().right().now()), words.day(skip.to())));
                }));
    }
}
