package dev.rockpool.app.planning;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.chart.ChartCard;
import dev.rockpool.app.chart.ChartWays;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.planning.Workload;
import dev.rockpool.study.schedule.EasyDays;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Workload and exam at the left, the days ahead and how they are filled at the right.
final class PlanView {
    private static final double COMPACT_WIDTH = 820;
    private static final double WIDEST = 1_640;
    private static final double GUTTER = 16;

    private final PlanViewModel model;
    private final Texts texts;
    private final ChartWays files;
    private final PlanCharts charts;
    private final VBox workload = card();
    private final VBox workloadChart = new VBox();
    private final Slider slider =
            new Slider(StudySettings.LEAST_RETENTION, StudySettings.GREATEST_RETENTION, StudySettings.LEAST_RETENTION);
    private final Label difference = Words.plain("");
    private final Button use = new Button();
    private final VBox days = card();
    private final VBox daysChart = new VBox();
    private final CheckBox even = new CheckBox();
    private final VBox first;
    private final VBox second = column(days);
    private final HBox columns = new HBox();
    private final ScrollPane scroll = new ScrollPane(columns);

    PlanView(PlanViewModel model, Texts texts, ChartWays files) {
        this.model = model;
        this.texts = texts;
        this.files = files;
        charts = new PlanCharts(texts);
        first = column(workload, new ExamView(model, texts, files, charts).root());
        workload();
        days();
        columns.getStyleClass().add("rp-statistics-columns");
        columns.getChildren().setAll(first, second);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("rp-screen", "rp-clear");
        scroll.widthProperty().subscribe(this::arrange);
        model.workloads().subscribe(_ -> showWorkload());
        model.wished().subscribe(_ -> showWorkload());
        model.ahead().subscribe(this::showAhead);
        model.evenDays().subscribe(even::setSelected);
    }

    Region root() {
        return scroll;
    }

    void focus() {
        scroll.applyCss(); // a scroll pane has its content only once it is styled
        slider.requestFocus();
    }

    private static VBox column(Node... children) {
        VBox column = new VBox(children);
        column.getStyleClass().add("rp-statistics-column");
        return column;
    }

    static VBox card() {
        VBox card = new VBox();
        card.getStyleClass().addAll("rp-card", "rp-plan-card");
        return card;
    }

    private void arrange() {
        double width = Math.min(WIDEST, scroll.getWidth() - GUTTER * 2);
        boolean compact = width < COMPACT_WIDTH;
        if (compact && columns.getChildren().contains(second)) {
            columns.getChildren().setAll(new VBox(GUTTER, first, second));
        } else if (!compact && !columns.getChildren().contains(second)) {
            columns.getChildren().setAll(first, second);
        }
        double each = compact ? width : Math.floor((width - GUTTER) / 2);
        first.setPrefWidth(each);
        second.setPrefWidth(each);
    }

    private void workload() {
        slider.setId("plan-retention");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setSnapToTicks(true);
        slider.setMinorTickCount(0);
        slider.setAccessibleText(texts.get("settings.retention"));
        slider.setValue(model.wished().get());
        slider.valueProperty().addListener((_, _, value) -> model.wished().set((int) Math.round(value.doubleValue())));
        model.wished().subscribe(value -> slider.setValue(value.doubleValue()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        use.setId("plan-use");
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.setOnAction(_ -> {
            model.useWished();
            showWorkload();
        });
        HBox row = new HBox(Words.line(texts.get("plan.try")), slider, use);
        row.getStyleClass().add("rp-plan-row");
        workload.getChildren().setAll(workloadChart, row, difference);
    }

    private void showWorkload() {
        int now = model.retention();
        int wished = model.wished().get();
        use.setText(texts.get("plan.use", wished));
        use.setDisable(wished == now);
        if (model.workloads().get().isEmpty()) {
            workloadChart.getChildren().setAll(Words.heading(texts.get("plan.computing")));
            difference.setText("");
            return;
        }
        workloadChart
                .getChildren()
                .setAll(new ChartCard(texts, charts.workload(model.workloads().get(), now, wished), files).bare());
        Optional<Workload> before = model.workload(now);
        Optional<Workload> after = model.workload(wished);
        difference.setText(
                before.isEmpty() || after.isEmpty()
                        ? ""
                        : texts.get(
                                wished == now ? "plan.difference.none" : "plan.difference",
                                wished,
                                PlanCharts.answers(after.get()),
                                PlanCharts.minutes(after.get()),
                                Math.round(after.get().remembered()),
                                now,
                                PlanCharts.answers(before.get()),
                                PlanCharts.minutes(before.get()),
                                Math.round(before.get().remembered())));
    }

    private void days() {
        ToggleGroup group = new ToggleGroup();
        HBox lengths = new HBox(
                length(group, PlanViewModel.NEAR_DAYS, Styles.LEFT_PILL),
                length(group, PlanViewModel.FAR_DAYS, Styles.RIGHT_PILL));
        even.setId("plan-even");
        even.setText(texts.get("plan.even"));
        even.setOnAction(_ -> model.even(even.isSelected()));
        FlowPane weekdays = new FlowPane();
        weekdays.getStyleClass().add("rp-plan-weekdays");
        for (DayOfWeek day : DayOfWeek.values()) {
            weekdays.getChildren().add(weekday(day));
        }
        days.getChildren()
                .setAll(
                        daysChart,
                        lengths,
                        even,
                        Words.muted(texts.get("plan.even.why")),
                        Words.plain(texts.get("plan.easy")),
                        weekdays);
    }

    private ToggleButton length(ToggleGroup group, int length, String pill) {
        ToggleButton button = new ToggleButton(texts.get("plan.days", length));
        button.setId("plan-days-" + length);
        button.getStyleClass().add(pill);
        button.setToggleGroup(group);
        button.setSelected(length == model.days());
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.look(length);
        });
        return button;
    }

    private VBox weekday(DayOfWeek day) {
        ChoiceBox<EasyDays.Load> choice = new ChoiceBox<>();
        choice.setId("plan-" + day);
        choice.getItems().setAll(EasyDays.Load.values());
        choice.setConverter(new OptionWords<>(load -> texts.get("plan.load." + load)));
        String name = day.getDisplayName(TextStyle.FULL, texts.locale());
        choice.setAccessibleText(name);
        choice.setValue(model.balancing().easyDays().of(day));
        choice.valueProperty().addListener((_, _, load) -> {
            if (load != null) {
                model.load(day, load);
            }
        });
        model.ahead()
                .subscribe(_ -> choice.setValue(model.balancing().easyDays().of(day)));
        Label label = Words.small(name);
        label.getStyleClass().add("rp-content");
        label.setLabelFor(choice);
        return new VBox(4, label, choice);
    }

    private void showAhead() {
        even.setSelected(model.balancing().even());
        model.ahead()
                .get()
                .ifPresentOrElse(
                        ahead -> daysChart
                                .getChildren()
                                .setAll(new ChartCard(
                                                texts,
                                                charts.ahead(
                                                        ahead, model.balancing().easyDays()),
                                                files)
                                        .bare()),
                        () -> daysChart.getChildren().setAll(List.of(Words.heading(texts.get("plan.computing")))));
    }
}
