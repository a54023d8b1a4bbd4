package dev.rockpool.app.planning;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.chart.ChartCard;
import dev.rockpool.app.chart.ChartWays;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.ExamOutlook;
import dev.rockpool.study.schedule.ExamPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The exam: date, target and topics; what they bring; the switch.
final class ExamView {
    private static final int LEAST_TARGET = 70;
    private static final int GREATEST_TARGET = 97;
    private static final int NUMBER_WIDTH = 88;

    private final PlanViewModel model;
    private final Texts texts;
    private final ChartWays files;
    private final PlanCharts charts;
    private final VBox root = PlanView.card();
    private final VBox findings = new VBox();
    private final DatePicker date = new DatePicker();
    private final Spinner<Integer> target = new Spinner<>(LEAST_TARGET, GREATEST_TARGET, 90);
    private final MenuButton topics = new MenuButton();
    private final Button act = new Button();
    private boolean following;

    ExamView(PlanViewModel model, Texts texts, ChartWays files, PlanCharts charts) {
        this.model = model;
        this.texts = texts;
        this.files = files;
        this.charts = charts;
        date.setId("exam-date");
        date.setEditable(false);
        date.setAccessibleText(texts.get("plan.exam.date"));
        date.valueProperty().addListener((_, _, _) -> changed());
        target.setId("exam-target");
        target.setPrefWidth(NUMBER_WIDTH);
        target.setAccessibleText(texts.get("plan.exam.target"));
        target.valueProperty().addListener((_, _, _) -> changed());
        topics.setId("exam-topics");
        topics.setAccessibleText(texts.get("plan.exam.topics"));
        act.setId("exam-act");
        act.setOnAction(_ -> {
            if (model.exam().isPresent()) {
                model.stopExam();
            } else {
                model.startExam();
            }
            show();
        });
        FlowPane choices = new FlowPane(
                labelled("plan.exam.date", date),
                labelled("plan.exam.target", target),
                labelled("plan.exam.topics", topics));
        choices.getStyleClass().add("rp-plan-weekdays");
        findings.getStyleClass().add("rp-plan-findings");
        root.setId("plan-exam");
        root.getChildren().setAll(Words.heading(texts.get("plan.exam.title")), choices, findings);
        model.draft().subscribe(this::show);
        model.outlook().subscribe(this::show);
        model.studiedExam().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    private VBox labelled(String key, Region control) {
        Label label = Words.small(texts.get(key));
        label.setLabelFor(control);
        return new VBox(4, label, control);
    }

    private void changed() {
        if (!following && date.getValue() != null) {
            model.draft()
                    .get()
                    .ifPresent(plan -> model.draft(
                            new ExamPlan(date.getValue().toEpochDay(), target.getValue() / 100.0, plan.topics())));
        }
    }

    private void show() {
        model.draft().get().ifPresent(plan -> {
            following = true;
            date.setValue(LocalDate.ofEpochDay(plan.day()));
            target.getValueFactory().setValue((int) Math.round(plan.target() * 100));
            following = false;
            topics(plan);
        });
        boolean on = model.exam().isPresent();
        act.setText(texts.get(on ? "plan.exam.stop" : "plan.exam.start"));
        act.getStyleClass().remove(Styles.ACCENT);
        if (!on) {
            act.getStyleClass().add(Styles.ACCENT);
        }
        findings.getChildren()
                .setAll(model.outlook()
                        .get()
                        .map(this::findings)
                        .orElse(List.of(Words.muted(texts.get("plan.computing")))));
    }

    private void topics(ExamPlan plan) {
        topics.setText(
                plan.topics().isEmpty()
                        ? texts.get("plan.exam.all-topics")
                        : texts.get("plan.exam.some-topics", plan.topics().size()));
        topics.getItems().clear();
        for (String topic : model.topics()) {
            CheckMenuItem item = new CheckMenuItem(topic);
            item.setSelected(plan.topics().contains(topic));
            item.setOnAction(_ -> {
                Set<String> chosen = new TreeSet<>(plan.topics());
                if (item.isSelected()) {
                    chosen.add(topic);
                } else {
                    chosen.remove(topic);
                }
                model.draft(new ExamPlan(plan.day(), plan.target(), chosen));
            });
            topics.getItems().add(item);
        }
    }

    private List<Node> findings(ExamOutlook outlook) {
        long target = Math.round(outlook.plan().target() * 100);
        List<Node> found = new ArrayList<>();
        if (outlook.days().isEmpty()) {
            found.add(Words.plain(texts.get("plan.exam.past")));
            if (model.exam().isPresent()) {
                found.add(act);
            }
            return found;
        }
        if (outlook.cards() == 0) {
            found.add(Words.plain(texts.get("plan.exam.no-cards")));
            return found;
        }
        Label claim = Words.plain(texts.get(
                "plan.exam.claim",
                outlook.reached(),
                outlook.cards(),
                target,
                Math.round(outlook.recall() * 100),
                Math.round(outlook.recallWithout() * 100)));
        claim.setId("exam-claim");
        found.add(claim);
        if (!outlook.feasible()) {
            Button raise = new Button(texts.get("plan.exam.raise", outlook.newPerDayNeeded()));
            raise.setId("exam-raise");
            raise.setOnAction(_ -> model.raiseNewPerDay());
            Label why = Words.plain(texts.get(
                    "plan.exam.infeasible", outlook.newCards(), outlook.newPerDayNeeded(), outlook.newPerDay()));
            found.addAll(List.of(why, raise));
        }
        found.add(act);
        found.add(new ChartCard(texts, charts.exam(outlook), files).bare());
        found.add(Words.small(texts.get("plan.exam.topics.title", target)));
        for (ExamOutlook.Topic topic : outlook.topics()) {
            found.add(topic(topic));
        }
        return found;
    }

    private HBox topic(ExamOutlook.Topic topic) {
        Label name = Words.small(topic.name());
        name.getStyleClass().add("rp-content");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        long with = Math.round(topic.recall() * 100);
        long without = Math.round(topic.recallWithout() * 100);
        Label numbers = Words.line(texts.get("plan.exam.topic", with, without));
        numbers.getStyleClass().addAll("rp-small", "rp-number");
        ShareBar bar = new ShareBar(topic.recall(), texts.get("plan.exam.topic", with, without));
        HBox row = new HBox(name, bar, numbers);
        row.getStyleClass().add("rp-plan-row");
        return row;
    }
}
