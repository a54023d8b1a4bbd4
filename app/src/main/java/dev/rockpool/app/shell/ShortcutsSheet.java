package dev.rockpool.app.shell;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The keys of the screen in front and of the whole app.
final class ShortcutsSheet {
    private static final String SHEET = "app.shortcuts";
    private static final int WIDTH = 776;
    private static final int ROW_GAP = 8;
    private static final int GAP = 16;

    private final Texts texts;
    private final VBox root = new VBox();
    private final Button close;

    ShortcutsSheet(Texts texts, String screenTitle, List<Command> here, List<Command> everywhere, Runnable onClose) {
        this.texts = texts;
        Label title = new Label(texts.get("shortcuts.title"));
        title.getStyleClass().add("rp-title");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        close = new Button(texts.get("shortcuts.close"), new FontIcon(Feather.X));
        close.getStyleClass().add(Styles.FLAT);
        close.setOnAction(_ -> onClose.run());
        HBox head = new HBox(title, spring, close);
        head.setAlignment(Pos.CENTER_LEFT);

        HBox columns = new HBox(2 * GAP);
        columns.getStyleClass().add("rp-sheet-columns");
        if (here.stream().anyMatch(command -> !command.keys().isEmpty())) {
            columns.getChildren().add(column(texts.get("shortcuts.here", screenTitle), here));
        }
        columns.getChildren().add(column(texts.get("shortcuts.everywhere"), everywhere));
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-clear");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);

        root.getStyleClass().addAll("rp-overlay", "rp-sheet");
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        root.getChildren().addAll(head, scroll);
    }

    Region root() {
        return root;
    }

    Button closeButton() {
        return close;
    }

    private VBox column(String heading, List<Command> commands) {
        Label name = new Label(heading);
        name.getStyleClass().add("rp-heading");
        GridPane grid = new GridPane(GAP, ROW_GAP);
        int row = 0;
        for (Command command : commands) {
            if (!command.keys().isEmpty()) {
                Label act = new Label(texts.get(command.textKey()));
                act.setWrapText(true);
                act.setMinHeight(Region.USE_PREF_SIZE);
                GridPane.setHgrow(act, Priority.ALWAYS);
                act.setMaxWidth(Double.MAX_VALUE);
                HBox keys = new HBox(4);
                keys.setAlignment(Pos.CENTER_RIGHT);
                keys.getChildren().add(KeyLabel.of(command.keys().getFirst()));
                if (command.id().equals(SHEET)) {
                    keys.getChildren().add(KeyLabel.of("?"));
                }
                keys.setMinWidth(Region.USE_PREF_SIZE);
                grid.addRow(row++, act, keys);
            }
        }
        VBox column = new VBox(ROW_GAP, name, grid);
        column.setPrefWidth(WIDTH);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }
}
