package dev.rockpool.app.palette;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The palette's sheet: a field, and what fits it. Arrows choose, Enter opens.
public final class PaletteView {
    private static final int WIDTH = 680;
    private static final int ROWS = 8;
    private static final int ROW_HEIGHT = 44;
    private static final int FOUND_AT_MOST = 50;
    private static final int GAP = 12;

    private final Texts texts;
    private final TaskRunner tasks;
    private final Runnable close;
    private final VBox root = new VBox();
    private final TextField query = new TextField();
    private final ListView<PaletteItem> found = new ListView<>();
    private final Label nothing = new Label();
    private List<PaletteItem> items = List.of();
    private int asked;

    /// @param sources asked once, in the background
    /// @param close takes the sheet away; called before an item is opened
    public PaletteView(Texts texts, TaskRunner tasks, List<PaletteSource> sources, Runnable close) {
        this.texts = texts;
        this.tasks = tasks;
        this.close = close;
        query.setId("palette-query");
        query.setPromptText(texts.get("palette.prompt"));
        query.setAccessibleText(texts.get("palette.prompt"));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        query.textProperty().subscribe(_ -> ask());

        found.setId("palette-found");
        found.setFocusTraversable(false);
        found.setFixedCellSize(ROW_HEIGHT);
        found.setPrefHeight(ROWS * ROW_HEIGHT + 2);
        found.setMinHeight(0);
        found.setCellFactory(_ -> new ItemCell());
        found.setOnMouseClicked(_ -> open());
        found.setPlaceholder(nothing);
        nothing.setWrapText(true);
        nothing.getStyleClass().add("rp-muted");
        VBox.setVgrow(found, Priority.SOMETIMES);

        root.getStyleClass().addAll("rp-overlay", "rp-palette");
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        root.getChildren().addAll(query, found, foot());

        tasks.of(_ -> sources.stream()
                        .flatMap(source -> source.items().stream())
                        .toList())
                .onSuccess(all -> {
                    items = all;
                    ask();
                })
                .start();
    }

    /// The sheet.
    public Region root() {
        return root;
    }

    /// What is to have the focus.
    public Node first() {
        return query;
    }

    private HBox foot() {
        HBox foot = new HBox(
                key("↑ ↓"),
                word("palette.choose"),
                key("Enter"),
                word("palette.enter"),
                key("Esc"),
                word("palette.close"));
        foot.getStyleClass().add("rp-palette-foot");
        return foot;
    }

    private static Label key(String text) {
        Label key = new Label(text);
        key.getStyleClass().add("rp-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }

    private Label word(String textKey) {
        Label word = new Label(texts.get(textKey));
        word.getStyleClass().addAll("rp-small", "rp-muted");
        return word;
    }

    private void ask() {
        int mine = ++asked;
        String wanted = query.getText();
        List<PaletteItem> among = items;
        tasks.of(_ -> Ranking.rank(among, wanted, FOUND_AT_MOST))
                .onSuccess(finds -> {
                    if (mine == asked) {
                        show(wanted, finds);
                    }
                })
                .start();
    }

    private void show(String wanted, List<PaletteItem> finds) {
        nothing.setText(wanted.isBlank() ? "" : texts.get("palette.nothing", wanted));
        found.getItems().setAll(finds);
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void steer(KeyEvent event) {
        Optional<Integer> step = switch (event.getCode()) {
            case DOWN, TAB -> Optional.of(event.isShiftDown() ? -1 : 1);
            case UP -> Optional.of(-1);
            case PAGE_DOWN -> Optional.of(ROWS);
            case PAGE_UP -> Optional.of(-ROWS);
            default -> Optional.empty();
        };
        if (step.isPresent()) {
            choose(step.get());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        }
    }

    private void choose(int step) {
        int size = found.getItems().size();
        if (size > 0) {
            int chosen = Math.clamp(found.getSelectionModel().getSelectedIndex() + step, 0, size - 1);
            found.getSelectionModel().select(chosen);
            found.scrollTo(Math.max(chosen - ROWS + 1, 0));
        }
    }

    private void open() {
        PaletteItem chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.open().run();
        }
    }

    private static Ikon icon(PaletteKind kind) {
        return switch (kind) {
            case SCREEN -> Feather.MONITOR;
            case COMMAND -> Feather.CHEVRON_RIGHT;
            case LAB, PRESET -> Feather.ACTIVITY;
            case BUCKET -> Feather.ARCHIVE;
            case STREAM -> Feather.RADIO;
            case QUIZ, QUESTION -> Feather.HELP_CIRCLE;
            case LESSON -> Feather.CAST;
            case TERM -> Feather.BOOKMARK;
            case CLAIM -> Feather.CHECK_SQUARE;
            case CARD -> Feather.LAYERS;
        };
    }

    /// Name, then detail or keys, then kind.
    private final class ItemCell extends ListCell<PaletteItem> {
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final Label detail = new Label();
        private final Label kind = new Label();
        private final HBox row;

        ItemCell() {
            name.getStyleClass().addAll("rp-palette-name", "rp-content", "rp-shortened");
            detail.getStyleClass().addAll("rp-palette-kind", "rp-content", "rp-shortened");
            detail.setMinWidth(0);
            kind.getStyleClass().add("rp-palette-kind");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            Region spring = new Region();
            HBox.setHgrow(spring, Priority.ALWAYS);
            row = new HBox(GAP, icon, name, spring, detail, kind);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PaletteItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            icon.setIconCode(icon(item.kind()));
            name.setText(item.name());
            detail.setText(item.detail());
            kind.setText(texts.get(item.kind().textKey()));
            setGraphic(row);
        }
    }
}
