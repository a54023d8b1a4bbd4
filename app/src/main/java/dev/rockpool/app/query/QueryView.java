package dev.rockpool.app.query;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The Query screen: ready-made questions on the left, the SQL above, its answer below as table or chart.
final class QueryView {
    /// The key that asks while the SQL is being written.
    static final String ASK = "Shortcut+Enter";

    private static final String LEFT = "rp-query-ready";
    private static final double LEAST_LEFT = 220;
    private static final double LEFT_SHARE = 0.24;
    private static final double MOST_LEFT = 320;
    private static final double COMPACT_WIDTH = 820;
    private static final int EDITOR_ROWS = 7;
    private static final int COMPACT_EDITOR_ROWS = 3;

    private final QueryViewModel model;
    private final Texts texts;
    private final Runnable saveCsv;
    private final AnswerTable table;
    private final AnswerChart chart;
    private final Drawing drawing;
    private final ListView<ReadyQuestion> ready = new ListView<>();
    private final MenuButton readyMenu = new MenuButton();
    private final TextArea sql = new TextArea();
    private final Label fault = Words.plain("");
    private final Label claim = Words.heading("");
    private final Label rows = Words.line("");
    private final Button ask = new Button();
    private final Button csv = new Button();
    private final ToggleButton asTable = new ToggleButton();
    private final ToggleButton asChart = new ToggleButton();
    private final VBox head = new VBox();
    private final StackPane stage = new StackPane();
    private final HBox root = new HBox();

    QueryView(QueryViewModel model, Texts texts, ZoneId zone, Runnable saveCsv) {
        this.model = model;
        this.texts = texts;
        this.saveCsv = saveCsv;
        table = new AnswerTable(texts, zone);
        chart = new AnswerChart(table);
        drawing = new Drawing(chart);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        VBox left = left();
        VBox right = new VBox(editor(), answer());
        right.getStyleClass().add("rp-query-right");
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        root.getStyleClass().addAll("rp-screen", "rp-query");
        root.getChildren().setAll(left, right);
        root.widthProperty().subscribe(width -> arrange(width.doubleValue(), left));
        model.answer().subscribe(_ -> show());
        model.fault().subscribe(this::tell);
        model.running().subscribe(this::run);
    }

    Region root() {
        return root;
    }

    /// Where there is little room, as on a projector, the ready-made questions are a menu.
    private void arrange(double width, Region left) {
        boolean compact = width < COMPACT_WIDTH;
        double wide = Math.floor(Math.clamp(width * LEFT_SHARE, LEAST_LEFT, MOST_LEFT));
        left.setMinWidth(wide);
        left.setPrefWidth(wide);
        left.setVisible(!compact);
        left.setManaged(!compact);
        readyMenu.setVisible(compact);
        readyMenu.setManaged(compact);
        sql.setPrefRowCount(compact ? COMPACT_EDITOR_ROWS : EDITOR_ROWS);
    }

    void focus() {
        if (model.sql().get().isEmpty()) {
            (ready.getParent().isVisible() ? ready : readyMenu).requestFocus();
            ready.getSelectionModel().selectFirst();
        } else {
            sql.requestFocus();
        }
    }

    /// Puts the focus where SQL is written.
    void write() {
        sql.requestFocus();
    }

    /// The answer in the other of its two forms, where it has both.
    void toggleChart() {
        (asChart.isSelected() || asChart.isDisabled() ? asTable : asChart).fire();
    }

    /// What stands for the answer in a picture.
    Node picture() {
        return stage;
    }

    private VBox left() {
        ready.getItems().setAll(model.ready());
        ready.setCellFactory(_ -> new ReadyCell());
        ready.setAccessibleText(texts.get("query.ready"));
        ready.getStyleClass().add("rp-query-list");
        ready.setOnMouseClicked(_ -> askSelected());
        ready.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                askSelected();
                event.consume();
            }
        });
        VBox.setVgrow(ready, Priority.ALWAYS);
        VBox left = new VBox(Words.heading(texts.get("query.ready")), ready);
        left.getStyleClass().addAll("rp-card", LEFT);
        return left;
    }

    private void askSelected() {
        ReadyQuestion chosen = ready.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.ask(chosen);
        }
    }

    private VBox editor() {
        sql.textProperty().bindBidirectional(model.sql());
        sql.setPrefRowCount(EDITOR_ROWS);
        sql.setPromptText(texts.get("query.sql.prompt"));
        sql.setAccessibleText(texts.get("query.sql"));
        sql.getStyleClass().addAll("rp-code-editor", "rp-content");
        sql.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (KeyCombination.valueOf(ASK).match(event)) {
                model.ask();
                event.consume();
            } else if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
                leave(event);
            }
        });
        ask.setId("query-ask");
        ask.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        ask.setOnAction(_ -> {
            if (model.running().get()) {
                model.cancel();
            } else {
                model.ask();
            }
        });
        fault.getStyleClass().addAll(Styles.DANGER, "rp-query-fault", "rp-content");
        fault.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        HBox.setHgrow(fault, Priority.ALWAYS);
        fault.setMaxWidth(Double.MAX_VALUE);
        Label lead = Words.muted(texts.get("query.lead"));
        HBox.setHgrow(lead, Priority.ALWAYS);
        lead.setMaxWidth(Double.MAX_VALUE);
        lead.managedProperty().bind(lead.visibleProperty());
        lead.visibleProperty().bind(fault.visibleProperty().not());
        fault.managedProperty().bind(fault.visibleProperty());
        ask.setMinWidth(Region.USE_PREF_SIZE);
        HBox acts = new HBox(ask, fault, lead);
        acts.getStyleClass().add("rp-query-acts");
        Label title = new Label(texts.get("query.title"));
        title.getStyleClass().add("rp-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        readyMenu.setText(texts.get("query.ready.choose"));
        readyMenu.setMinWidth(Region.USE_PREF_SIZE);
        for (ReadyQuestion each : model.ready()) {
            MenuItem item = new MenuItem(texts.get(each.titleKey()));
            item.setOnAction(_ -> model.ask(each));
            readyMenu.getItems().add(item);
        }
        VBox editor = new VBox(new HBox(title, readyMenu), sql, acts);
        editor.getStyleClass().add("rp-query-editor");
        editor.setMinHeight(Region.USE_PREF_SIZE);
        return editor;
    }

    /// Tab leaves the editor, as it leaves every field; SQL needs no tabulators.
    private void leave(KeyEvent event) {
        (event.isShiftDown() ? ready : ask).requestFocus();
        event.consume();
    }

    private VBox answer() {
        ToggleGroup group = new ToggleGroup();
        toggle(asTable, "query.table", Feather.GRID, Styles.LEFT_PILL, group);
        toggle(asChart, "query.chart", Feather.BAR_CHART_2, Styles.RIGHT_PILL, group);
        asTable.setSelected(true);
        csv.setGraphic(KeyHint.beside(texts.get("query.csv"), KeyCombination.valueOf("Shortcut+E")));
        csv.setAccessibleText(texts.get("query.csv"));
        csv.setOnAction(_ -> saveCsv.run());
        claim.getStyleClass().add("rp-content");
        rows.getStyleClass().addAll("rp-small", "rp-muted");
        HBox forms = new HBox(asTable, asChart);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        csv.setMinWidth(Region.USE_PREF_SIZE);
        HBox acts = new HBox(forms, rows, spring, csv);
        acts.getStyleClass().add("rp-query-acts");
        claim.managedProperty().bind(claim.textProperty().isNotEmpty());
        head.getChildren().setAll(claim, acts);
        head.managedProperty().bind(head.visibleProperty());
        head.getStyleClass().add("rp-query-head");
        stage.setMinHeight(0);
        VBox.setVgrow(stage, Priority.ALWAYS);
        VBox answer = new VBox(head, stage);
        answer.getStyleClass().addAll("rp-card", "rp-query-answer");
        answer.setMinHeight(0);
        VBox.setVgrow(answer, Priority.ALWAYS);
        return answer;
    }

    private void toggle(ToggleButton button, String key, Feather icon, String place, ToggleGroup group) {
        button.setText(texts.get(key));
        button.setGraphic(new FontIcon(icon));
        button.setToggleGroup(group);
        button.getStyleClass().add(place);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            button.setSelected(true);
            form();
        });
    }

    private void run(boolean running) {
        String words = texts.get(running ? "query.cancel" : "query.run");
        ask.setGraphic(running ? new Label(words) : KeyHint.beside(words, KeyCombination.valueOf(ASK)));
        ask.setAccessibleText(words);
    }

    private void tell(String sentence) {
        fault.setText(sentence);
        fault.setVisible(!sentence.isEmpty());
        form();
    }

    private void show() {
        Optional<Answer> now = model.answer().get();
        head.setVisible(now.isPresent());
        now.ifPresent(table::show);
        Optional<ReadyQuestion> answered = now.flatMap(answer -> model.ready().stream()
                .filter(each -> each.sql().equals(answer.sql()))
                .findFirst());
        claim.setText(answered.map(each -> texts.get(each.titleKey())).orElse(""));
        answered.ifPresent(ready.getSelectionModel()::select);
        rows.setText(now.map(answer -> answer.cut()
                        ? texts.get("query.rows.cut", Answer.MOST)
                        : texts.get("query.rows", answer.rows().size()))
                .orElse(""));
        boolean drawable = now.filter(AnswerChart::fits).isPresent();
        asChart.setDisable(!drawable);
        if (!drawable) {
            asTable.setSelected(true);
        }
        form();
    }

    private void form() {
        Optional<Answer> now = model.answer().get();
        if (now.isEmpty()) {
            stage.getChildren().clear();
            if (!fault.isVisible()) {
                stage.getChildren().setAll(empty(Feather.HELP_CIRCLE, "query.begin", "query.begin.why"));
            }
            return;
        }
        Answer answer = now.get();
        if (answer.rows().isEmpty()) {
            stage.getChildren().setAll(empty(Feather.INBOX, "query.none", "query.none.why"));
            return;
        }
        if (!asChart.isSelected()) {
            stage.getChildren().setAll(table.root());
            return;
        }
        int along = answer.along().orElseThrow();
        int measured = answer.measured().orElseThrow();
        chart.show(answer, along, measured);
        String words = texts.get(
                "query.chart.bars",
                answer.columns().get(measured).name(),
                answer.columns().get(along).name());
        drawing.setAccessibleText(words);
        drawing.redraw();
        VBox.setVgrow(drawing, Priority.ALWAYS);
        stage.getChildren().setAll(new VBox(Words.muted(words), drawing));
    }

    private Region empty(Feather icon, String title, String why) {
        return new EmptyState(icon, texts.get(title), texts.get(why), List.of()).root();
    }

    private final class ReadyCell extends ListCell<ReadyQuestion> {
        private final Label title = Words.plain("");

        ReadyCell() {
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable ReadyQuestion question, boolean empty) {
            super.updateItem(question, empty);
            title.setText(empty || question == null ? "" : texts.get(question.titleKey()));
            setGraphic(empty || question == null ? null : title);
        }
    }
}
