package dev.rockpool.app.statistics;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.chart.Chart;
import dev.rockpool.app.chart.ChartCard;
import dev.rockpool.app.chart.ChartTable;
import dev.rockpool.app.chart.ChartWays;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.statistics.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The charts on cards, in two columns where there is room.
final class StatisticsView {
    private static final double COMPACT_WIDTH = 820;
    private static final double WIDEST = 1_640;
    private static final double GUTTER = 16;

    private final StatisticsViewModel model;
    private final Texts texts;
    private final StatisticsCharts charts;
    private final ChartWays files;
    private final Consumer<String> openQuestion;
    private final Runnable study;
    private final VBox first = column();
    private final VBox second = column();
    private final HBox columns = new HBox(first, second);
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final StackPane root = new StackPane(scroll);
    private final Map<Period, ToggleButton> periods = new EnumMap<>(Period.class);
    private final ToggleButton asTables = new ToggleButton();
    private final List<ChartCard> cards = new ArrayList<>();

    /// @param openQuestion shows a question of the document
    /// @param study begins to study
    StatisticsView(
            StatisticsViewModel model, Texts texts, ChartWays files, Consumer<String> openQuestion, Runnable study) {
        this.model = model;
        this.texts = texts;
        this.files = files;
        this.openQuestion = openQuestion;
        this.study = study;
        charts = new StatisticsCharts(texts);
        page.getStyleClass().add("rp-statistics-page");
        page.getChildren().setAll(bar(), columns);
        columns.getStyleClass().add("rp-statistics-columns");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("rp-screen", "rp-clear");
        scroll.widthProperty().subscribe(this::arrange);
        model.overview().subscribe(this::show);
        model.depth().subscribe(this::show);
        model.failed().subscribe(this::show);
        model.tables().subscribe(tables -> {
            asTables.setSelected(tables);
            cards.forEach(card -> card.show(tables));
        });
    }

    Region root() {
        return root;
    }

    /// Puts the focus where looking starts.
    void focus() {
        scroll.applyCss(); // a scroll pane has its content only once it is styled
        ToggleButton chosen = periods.get(model.period());
        if (chosen != null && scroll.isVisible()) {
            chosen.requestFocus();
        } else if (root.lookup(".button") instanceof Button next) {
            next.requestFocus();
        }
    }

    private static VBox column() {
        VBox column = new VBox();
        column.getStyleClass().add("rp-statistics-column");
        return column;
    }

    private HBox bar() {
        ToggleGroup group = new ToggleGroup();
        HBox choices = new HBox();
        for (Period period : Period.values()) {
            ToggleButton button = new ToggleButton(texts.get("statistics.period." + period));
            button.setId("period-" + period);
            button.getStyleClass()
                    .add(
                            switch (period) {
                                case WEEK -> Styles.LEFT_PILL;
                                case MONTH, YEAR -> Styles.CENTER_PILL;
                                case EVER -> Styles.RIGHT_PILL;
                            });
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(period == model.period());
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.choose(period);
            });
            periods.put(period, button);
            choices.getChildren().add(button);
        }
        Label over = Words.line(texts.get("statistics.over"));
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        asTables.setText(texts.get("statistics.tables"));
        asTables.setGraphic(new FontIcon(Feather.LIST));
        asTables.setId("statistics-tables");
        asTables.setMinWidth(Region.USE_PREF_SIZE);
        asTables.setOnAction(_ -> model.showTables(asTables.isSelected()));
        HBox bar = new HBox(over, choices, spring, asTables);
        bar.getStyleClass().add("rp-statistics-bar");
        return bar;
    }

    private void arrange() {
        double width = Math.min(WIDEST, scroll.getWidth() - GUTTER * 2);
        boolean compact = width < COMPACT_WIDTH;
        if (compact
                && columns.getChildren().size() == 2
                && columns.getChildren().contains(second)) {
            columns.getChildren().setAll(new VBox(GUTTER, first, second));
        } else if (!compact && !columns.getChildren().contains(second)) {
            columns.getChildren().setAll(first, second);
        }
        double each = compact ? width : Math.floor((width - GUTTER) / 2);
        first.setPrefWidth(each);
        second.setPrefWidth(each);
    }

    private void show() {
        Optional<Overview> overview = model.overview().get();
        boolean empty = overview.isPresent() && !overview.get().everAnswered();
        boolean lost = overview.isEmpty() && model.failed().get();
        scroll.setVisible(!empty && !lost);
        root.getChildren().setAll(scroll);
        if (empty) {
            root.getChildren().add(nothing());
        } else if (lost) {
            root.getChildren().add(failed());
        } else {
            overview.ifPresent(this::fill);
        }
    }

    private void fill(Overview overview) {
        cards.clear();
        periods.forEach((period, button) -> button.setSelected(period == overview.period()));
        first.getChildren().setAll(card(charts.retention(overview)), card(charts.calibration(overview)));
        second.getChildren().setAll(card(charts.forecast(overview.forecast())), card(charts.year(overview.days())));
        model.depth()
                .get()
                .ifPresentOrElse(
                        this::fill, () -> second.getChildren().add(Words.muted(texts.get("statistics.reading"))));
        cards.forEach(card -> card.show(model.tables().get()));
    }

    private void fill(Depth depth) {
        second.getChildren()
                .addAll(card(charts.stability(depth.memories())), card(charts.difficulty(depth.memories())));
        first.getChildren().add(mastery(depth));
    }

    private Region card(Chart chart) {
        ChartCard card = new ChartCard(texts, chart, files);
        cards.add(card);
        return card.root();
    }

    /// Rows that open their question; they are their own table.
    private Region mastery(Depth depth) {
        double recall = depth.questions().stream()
                .mapToDouble(known -> known.mastery().expectedRecall())
                .average()
                .orElse(0);
        ChartTable table = charts.mastery(depth.questions());
        VBox card = new VBox();
        Chart chart = new Chart(
                "mastery",
                texts.get(
                        "statistics.mastery.claim",
                        Math.round(recall * 100),
                        depth.questions().size()),
                "",
                0,
                (_, _, _, _) -> {},
                table);
        Label claim = Words.heading(chart.claim());
        claim.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(claim, Priority.ALWAYS);
        HBox head = new HBox(claim, menu(chart, card));
        head.getStyleClass().add("rp-chart-head");
        card.setId("chart-mastery");
        card.getStyleClass().addAll("rp-card", "rp-chart");
        card.getChildren().add(head);
        for (Depth.Known known : depth.questions()) {
            card.getChildren().add(row(known));
        }
        return card;
    }

    private MenuButton menu(Chart chart, Region card) {
        MenuItem picture = new MenuItem(texts.get("chart.save.picture"));
        picture.setOnAction(_ -> files.savePicture(chart, card));
        MenuItem numbers = new MenuItem(texts.get("chart.save.table"));
        numbers.setOnAction(_ -> files.saveTable(chart));
        MenuButton menu = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL), picture, numbers);
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "rp-chart-menu");
        menu.setAccessibleText(texts.get("chart.menu", chart.claim()));
        return menu;
    }

    private RowButton row(Depth.Known known) {
        long percent = Math.round(known.mastery().expectedRecall() * 100);
        Label number = Words.line(String.valueOf(known.number()));
        number.getStyleClass().addAll("rp-question-number", "rp-muted", "rp-content");
        Label title = Words.plain(known.title());
        title.getStyleClass().add("rp-content");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label share = Words.line(texts.get("statistics.percent", percent));
        share.getStyleClass().addAll("rp-statistics-percent", "rp-number");
        RowButton row = new RowButton(
                texts.get("statistics.mastery.row", known.number(), known.title(), percent),
                () -> openQuestion.accept(known.questionId()),
                number,
                title,
                new ShareBar(known.mastery().expectedRecall(), texts.get("statistics.percent", percent)),
                share);
        row.getStyleClass().add("rp-statistics-question");
        return row;
    }

    private Region nothing() {
        Button start = new Button(texts.get("statistics.empty.study"), new FontIcon(Feather.LAYERS));
        start.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        start.setId("statistics-study");
        start.setOnAction(_ -> study.run());
        return new EmptyState(
                        Feather.BAR_CHART_2,
                        texts.get("statistics.empty.title"),
                        texts.get("statistics.empty.why"),
                        List.of(start))
                .root();
    }

    private Region failed() {
        Button again = new Button(texts.get("statistics.again"), new FontIcon(Feather.REFRESH_CW));
        again.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        again.setOnAction(_ -> model.refresh());
        return new EmptyState(
                        Feather.ALERT_TRIANGLE,
                        texts.get("statistics.failed.title"),
                        texts.get("statistics.failed.why"),
                        List.of(again))
                .root();
    }
}
