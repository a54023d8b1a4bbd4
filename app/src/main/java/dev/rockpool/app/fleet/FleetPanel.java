package dev.rockpool.app.fleet;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.ParameterRow;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.fleet.Fleet;
import dev.rockpool.costmodel.fleet.FleetGroup;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be set of a fleet: its rules, a section for each group of objects, or the report that they are from, then
/// region and months.
public final class FleetPanel {
    private final FleetActs acts;
    private final Texts texts;
    private final FleetWays ways;
    private final FleetParameters parameters;
    private final VBox objects = new VBox();
    private final VBox whole = new VBox();
    private final VBox root = new VBox();
    private final List<ParameterRow<FleetScenario>> rows = new ArrayList<>();
    private final Label counted = Words.plain("");
    private List<String> built = List.of("none");

    public FleetPanel(FleetActs acts, Texts texts, FleetWays ways) {
        this.acts = acts;
        this.texts = texts;
        this.ways = ways;
        parameters = new FleetParameters(texts);
        counted.getStyleClass().add("rp-content");
        objects.getStyleClass().add("rp-lab-sections");
        whole.getStyleClass().add("rp-parameters");
        Fold general = Fold.section(texts.get("fleet.whole"));
        general.setContent(whole);
        root.getStyleClass().add("rp-lab-sections");
        root.getChildren().setAll(new RulesCard(acts, texts, ways).root(), objects, general.root());
        acts.scenario().subscribe(now -> now.ifPresent(this::show));
        acts.book().subscribe(_ -> {
            built = List.of("none");
            acts.scenario().getValue().ifPresent(this::show);
        });
        acts.outcome()
                .subscribe(now -> now.ifPresent(outcome ->
                        counted.setText(texts.get("fleet.report.objects", Unit.COUNT.number(outcome.objects())))));
    }

    public Region root() {
        return root;
    }

    private void show(FleetScenario scenario) {
        List<String> shape = switch (scenario.objects()) {
            case FleetScenario.Objects.Described(Fleet fleet) ->
                fleet.groups().stream().map(FleetGroup::name).toList();
            case FleetScenario.Objects.Reported reported ->
                List.of("report", reported.file().toString());
        };
        if (!shape.equals(built)) {
            build(scenario);
            built = shape;
        }
        FleetScenario baseline = alike(acts.baseline(), scenario) ? acts.baseline() : scenario;
        rows.forEach(row -> row.show(scenario, baseline));
    }

    /// Whether each row has a value in both.
    private static boolean alike(FleetScenario came, FleetScenario now) {
        return switch (came.objects()) {
            case FleetScenario.Objects.Described(Fleet before) ->
                now.objects() instanceof FleetScenario.Objects.Described(Fleet after)
                        && before.groups().size() == after.groups().size();
            case FleetScenario.Objects.Reported _ -> now.objects() instanceof FleetScenario.Objects.Reported;
        };
    }

    private void build(FleetScenario scenario) {
        rows.clear();
        List<Node> sections = new ArrayList<>();
        switch (scenario.objects()) {
            case FleetScenario.Objects.Described(Fleet fleet) -> {
                for (int index = 0; index < fleet.groups().size(); index++) {
                    sections.add(section(fleet, index));
                }
                Button add = wide("fleet.group.add", Feather.PLUS, () -> acts.change(FleetPanel::grown, ""));
                sections.add(add);
            }
            case FleetScenario.Objects.Reported reported -> {
                Label name = Words.plain(String.valueOf(reported.file().getFileName()));
                name.getStyleClass().addAll("rp-content", "rp-strong");
                VBox card = new VBox(
                        Words.heading(texts.get("fleet.report")),
                        name,
                        counted,
                        Words.muted(texts.get("fleet.report.why")));
                card.getStyleClass().addAll("rp-card", "rp-costs-card");
                sections.add(card);
            }
        }
        sections.add(wide("fleet.report.open", Feather.FOLDER, ways::openReport));
        objects.getChildren().setAll(sections);
        whole.getChildren()
                .setAll(parameters.whole(scenario, acts.book().getValue()).stream()
                        .map(this::row)
                        .toList());
    }

    private Node section(Fleet fleet, int index) {
        VBox body = new VBox();
        body.getStyleClass().add("rp-parameters");
        body.getChildren().setAll(parameters.of(index).stream().map(this::row).toList());
        String name = fleet.groups().get(index).name();
        Fold section = Fold.section(texts.get("fleet.group", name));
        Button remove = new Button(texts.get("costs.remove"), new FontIcon(Feather.TRASH_2));
        remove.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "rp-costs-remove");
        remove.setAccessibleText(texts.get("costs.remove.named", name));
        remove.setOnAction(_ -> acts.change(without(index), ""));
        section.setContent(fleet.groups().size() > 1 ? List.of(body, remove) : List.of(body));
        section.open().set(index == 0);
        section.root().getStyleClass().add("rp-content");
        return section.root();
    }

    private Node row(Parameter<FleetScenario> parameter) {
        ParameterRow<FleetScenario> row = ParameterRow.of(parameter, acts, texts);
        rows.add(row);
        return row.root();
    }

    private Button wide(String key, Feather icon, Runnable action) {
        Button button = new Button(texts.get(key), new FontIcon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// With one more group, like the last, under a prefix of its own.
    private static FleetScenario grown(FleetScenario scenario) {
        return scenario.with(fleet -> {
            List<FleetGroup> groups = new ArrayList<>(fleet.groups());
            FleetGroup last = groups.getLast();
            String name = "group " + (groups.size() + 1);
            groups.add(new FleetGroup(
                    name,
                    "group-" + (groups.size() + 1) + "/",
                    last.tags(),
                    last.storageClass(),
                    last.objects(),
                    last.sizes(),
                    last.youngestDays(),
                    last.oldestDays(),
                    last.arrivalsPerDay(),
                    last.reads(),
                    last.deletes(),
                    last.overwrites()));
            return new Fleet(groups, fleet.seed(), fleet.versioned());
        });
    }

    private static UnaryOperator<FleetScenario> without(int index) {
        return scenario -> scenario.with(fleet -> {
            List<FleetGroup> groups = new ArrayList<>(fleet.groups());
            groups.remove(index);
            return new Fleet(groups, fleet.seed(), fleet.versioned());
        });
    }
}
