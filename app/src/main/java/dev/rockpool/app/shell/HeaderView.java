package dev.rockpool.app.shell;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.task.RunningTask;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line over every screen: its title, where in it the user is, work in progress, and the way into the palette.
final class HeaderView {
    private static final int GAP = 8;

    private final Texts texts;
    private final HBox root = new HBox();
    private final Label title = new Label();
    private final Label where = new Label();
    private final HBox working = new HBox(GAP);

    HeaderView(Texts texts, TaskRunner tasks, Command palette, ObservableValue<Boolean> narrow) {
        this.texts = texts;
        title.getStyleClass().add("rp-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        where.getStyleClass().add("rp-where");
        where.setWrapText(true);
        where.managedProperty().bind(where.visibleProperty());
        where.visibleProperty().bind(where.textProperty().isNotEmpty());
        VBox titles = new VBox(title, where);
        HBox.setHgrow(titles, Priority.ALWAYS);
        working.setMinWidth(Region.USE_PREF_SIZE);
        root.getStyleClass().add("rp-header");
        root.getChildren().addAll(titles, working, search(palette, narrow));
        tasks.running().addListener((ListChangeListener<RunningTask>) change -> show(tasks));
    }

    Region root() {
        return root;
    }

    /// Names the screen in front.
    void show(String screenTitle, ObservableValue<String> place) {
        title.setText(screenTitle);
        where.textProperty().unbind();
        where.textProperty().bind(place);
    }

    private Button search(Command palette, ObservableValue<Boolean> narrow) {
        Label prompt = new Label(texts.get("palette.open"));
        prompt.getStyleClass().add("rp-muted");
        prompt.setMinWidth(Region.USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox row = new HBox(
                GAP,
                new FontIcon(Feather.SEARCH),
                prompt,
                spring,
                KeyLabel.of(palette.keys().getFirst()));
        row.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setId("header-search");
        button.getStyleClass().add("rp-search");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(row);
        button.setAccessibleText(texts.get("palette.open"));
        button.setOnAction(_ -> palette.action().run());
        spring.setMinWidth(2 * GAP);
        button.setMinWidth(Region.USE_PREF_SIZE);
        narrow.subscribe(folded -> {
            prompt.setVisible(!folded);
            prompt.setManaged(!folded);
            spring.setManaged(!folded);
        });
        return button;
    }

    private void show(TaskRunner tasks) {
        working.getChildren().setAll(tasks.running().stream().map(this::chip).toList());
    }

    private HBox chip(RunningTask task) {
        Label name = new Label(task.title());
        name.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(task.fraction());
        bar.setAccessibleText(task.title());
        Button cancel = new Button(null, new FontIcon(Feather.X));
        cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        cancel.setAccessibleText(texts.get("task.cancel", task.title()));
        cancel.setOnAction(_ -> task.cancel());
        HBox chip = new HBox(name, bar, cancel);
        chip.getStyleClass().add("rp-task");
        return chip;
    }
}
