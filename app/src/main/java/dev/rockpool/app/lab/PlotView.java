package dev.rockpool.app.lab;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Snapshot;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was measured over time. Its title says what it shows now; measures of one unit are drawn together.
final class PlotView<S, N extends Snapshot> {
    private static final int MOST_IN_CLAIM = 2;

    private final LabViewModel<S, ?, N> model;
    private final Texts texts;
    private final PlotPicture picture;
    private final Drawing drawing;
    private final Label claim = Words.heading("");
    private final HBox units = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final VBox root = new VBox();
    private Set<Unit> offered = Set.of();
    private Optional<Unit> chosen = Optional.empty();

    PlotView(LabDesk<S, ?, N> desk) {
        model = desk.model();
        texts = desk.texts();
        picture = new PlotPicture(texts, Paced.key(model.lab(), "lab.second"));
        drawing = new Drawing(picture);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setOnMouseClicked(event -> model.seek(picture.secondAt(event.getX())));
        drawing.setOnMouseDragged(event -> model.seek(picture.secondAt(event.getX())));
        drawing.getStyleClass().add("rp-plot-drawing");
        claim.getStyleClass().addAll("rp-content", "rp-small");
        claim.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(claim, Priority.ALWAYS);
        units.getStyleClass().add("rp-plot-units");
        HBox head = new HBox(claim, units);
        head.getStyleClass().add("rp-plot-head");
        VBox.setVgrow(drawing, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-lab-card");
        root.getChildren().setAll(head, drawing);
        model.told().subscribe(_ -> show());
        model.question().subscribe(_ -> show());
        model.pinned().subscribe(left -> left.ifPresent(run -> run.moment().subscribe(_ -> show())));
    }

    Region root() {
        return root;
    }

    private void show() {
        model.told().get().ifPresent(this::show);
    }

    private void show(Moment<S, N> now) {
        Series series = now.series();
        offer(series);
        Unit unit = unit(series);
        List<Series.Line> lines = of(series, unit);
        picture.show(
                lines,
                series.secondsPerPoint(),
                now.second(),
                Ticks.length(now.head(), now.snapshot().seconds()),
                thresholds(unit));
        Optional<Series> left =
                model.pinned().get().flatMap(run -> run.moment().get()).map(Moment::series);
        picture.showBeside(
                left.map(other -> of(other, unit)).orElse(List.of()),
                left.map(Series::secondsPerPoint).orElse(1));
        claim.setText(claim(lines, now));
        drawing.setAccessibleText(claim.getText());
        drawing.redraw();
    }

    private String claim(List<Series.Line> lines, Moment<S, N> now) {
        if (lines.isEmpty() || lines.getFirst().size() == 0) {
            return texts.get("lab.plot.nothing");
        }
        int at = Math.clamp(
                now.second() / now.series().secondsPerPoint() - 1,
                0,
                lines.getFirst().size() - 1);
        String values = lines.stream()
                .limit(MOST_IN_CLAIM)
                .map(line ->
                        texts.get("lab.plot.value", line.label(), line.unit().number(line.value(at))))
                .collect(Collectors.joining(texts.get("lab.plot.comma")));
        return texts.get(
                Paced.key(model.lab(), "lab.plot.claim"),
                now.second(),
                values,
                lines.getFirst().unit().symbol());
    }

    private void offer(Series series) {
        Set<Unit> now =
                series.lines().stream().map(Series.Line::unit).collect(Collectors.toCollection(LinkedHashSet::new));
        if (now.equals(offered)) {
            return;
        }
        offered = now;
        List<Unit> list = new ArrayList<>(now);
        units.getChildren().clear();
        for (int at = 0; at < list.size() && list.size() > 1; at++) {
            Unit unit = list.get(at);
            ToggleButton button =
                    new ToggleButton(unit.symbol().isEmpty() ? texts.get("lab.plot.number") : unit.symbol());
            button.getStyleClass()
                    .addAll(
                            at == 0 ? Styles.LEFT_PILL : at == list.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL,
                            "rp-small",
                            "rp-content");
            button.setAccessibleText(texts.get("lab.plot.unit", button.getText()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(unit == unit(series));
            button.setOnAction(_ -> {
                chosen = Optional.of(unit);
                button.setSelected(true);
                show();
            });
            units.getChildren().add(button);
        }
    }

    private Unit unit(Series series) {
        return chosen.or(() -> series.lines().stream()
                        .map(Series.Line::unit)
                        .filter(each -> each == Unit.SHARE)
                        .findFirst())
                .or(() -> series.lines().stream().map(Series.Line::unit).findFirst())
                .orElse(Unit.PLAIN);
    }

    private static List<Series.Line> of(Series series, Unit unit) {
        List<Series.Line> all =
                series.lines().stream().filter(line -> line.unit() == unit).toList();
        List<Series.Line> telling =
                all.stream().filter(Series.Line::isSomething).toList();
        return telling.isEmpty() ? all.stream().limit(1).toList() : telling;
    }

    /// What is expected, once it gives nothing away; and what was predicted.
    private List<PlotPicture.Threshold> thresholds(Unit unit) {
        List<PlotPicture.Threshold> found = new ArrayList<>();
        if (model.configuration().get().origin() instanceof Origin.FromPreset<S> from && !model.isChanged()) {
            Optional<Question<S>> asked =
                    model.question().get().filter(each -> each.preset().equals(from.preset()));
            boolean told = asked.isEmpty()
                    || asked.get().standing() == Question.Standing.COMPARED
                    || asked.get().standing() == Question.Standing.SKIPPED;
            if (told && from.preset().expected().unit() == unit) {
                found.add(new PlotPicture.Threshold(
                        texts.get("lab.plot.expected", from.preset().expected().shown()),
                        from.preset().expected().value(),
                        Ink.MARK));
            }
            asked.filter(each -> each.preset().prediction().unit() == unit)
                    .ifPresent(each -> each.guess()
                            .ifPresent(guess -> found.add(new PlotPicture.Threshold(
                                    texts.get("lab.plot.guess", unit.format(guess)), guess, Ink.LINE))));
        }
        return found;
    }
}
