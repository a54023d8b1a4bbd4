package dev.rockpool.app.costs;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.ParameterRow;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.scenario.CostScenario;
import dev.rockpool.costmodel.scenario.Part;
import dev.rockpool.costmodel.scenario.PartKind;
import dev.rockpool.simulators.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be set: a section for each service, then the region, the time and the growth of all.
final class PartsView {
    /// So many sections are open at first.
    private static final int OPEN = 2;

    private final CostsViewModel model;
    private final Texts texts;
    private final ScenarioParameters parameters;
    private final Map<Parameter<CostScenario>, ParameterRow<CostScenario>> rows = new LinkedHashMap<>();
    private final VBox whole = new VBox();
    private final VBox parts = new VBox();
    private final VBox root = new VBox();
    private final List<VBox> bodies = new ArrayList<>();
    private final List<Parameter<CostScenario>> ofWhole = new ArrayList<>();
    private final List<List<Parameter<CostScenario>>> ofParts = new ArrayList<>();
    private List<String> built = List.of("none");

    PartsView(CostsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        parameters = new ScenarioParameters(texts);
        MenuButton add = new MenuButton(texts.get("costs.add"), new FontIcon(Feather.PLUS));
        add.setId("costs-add");
        add.setMaxWidth(Double.MAX_VALUE);
        add.getItems().setAll(Stream.of(PartKind.values()).map(this::item).toList());
        whole.getStyleClass().add("rp-parameters");
        Fold general = Fold.section(texts.get("costs.whole"));
        general.setContent(List.<Node>of(whole));
        parts.getStyleClass().add("rp-lab-sections");
        root.getStyleClass().add("rp-lab-sections");
        root.getChildren().setAll(parts, add, general.root());
        model.design().subscribe(_ -> show());
        model.book().subscribe(_ -> {
            built = List.of("none");
            show();
        });
    }

    Region root() {
        return root;
    }

    private MenuItem item(PartKind kind) {
        MenuItem item = new MenuItem(texts.get("costs.kind." + kind.id()));
        item.setOnAction(_ -> model.add(kind));
        return item;
    }

    private void show() {
        Design design = model.design().get();
        CostScenario scenario = design.scenario();
        List<String> shape = scenario.parts().stream().map(PartsView::shape).toList();
        if (!shape.equals(built)) {
            build(scenario);
            built = shape;
        }
        CostScenario baseline = design.baseline();
        follow(whole, ofWhole, scenario, baseline);
        for (int index = 0; index < bodies.size(); index++) {
            follow(bodies.get(index), ofParts.get(index), scenario, baseline);
        }
    }

    /// What decides which rows there are.
    private static String shape(Part part) {
        return part.kind() == PartKind.ITEM
                ? part.kind().id() + " " + part.value("service") + " " + part.value("item")
                : part.kind().id();
    }

    private void build(CostScenario scenario) {
        PriceBook book = model.book().get();
        rows.clear();
        bodies.clear();
        ofParts.clear();
        ofWhole.clear();
        ofWhole.addAll(parameters.whole(book));
        ofWhole.forEach(this::row);
        List<Node> sections = new ArrayList<>();
        for (int index = 0; index < scenario.parts().size(); index++) {
            Part part = scenario.parts().get(index);
            List<Parameter<CostScenario>> ofPart = parameters.of(index, part, book);
            ofPart.forEach(this::row);
            ofParts.add(ofPart);
            VBox body = new VBox();
            body.getStyleClass().add("rp-parameters");
            bodies.add(body);
            int at = index;
            Button remove = new Button(texts.get("costs.remove"), new FontIcon(Feather.TRASH_2));
            remove.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "rp-costs-remove");
            remove.setAccessibleText(texts.get(
                    "costs.remove.named", texts.get("costs.kind." + part.kind().id())));
            remove.setOnAction(_ -> model.remove(at));
            Fold section = Fold.section(texts.get("costs.kind." + part.kind().id()));
            section.setContent(body, remove);
            section.open().set(index < OPEN);
            sections.add(section.root());
        }
        parts.getChildren().setAll(sections);
    }

    private void row(Parameter<CostScenario> parameter) {
        rows.put(parameter, ParameterRow.of(parameter, model, texts));
    }

    private void follow(VBox body, List<Parameter<CostScenario>> ofBody, CostScenario scenario, CostScenario baseline) {
        List<Node> wanted = new ArrayList<>();
        for (Parameter<CostScenario> parameter : ofBody) {
            ParameterRow<CostScenario> row = rows.get(parameter);
            if (row != null && parameter.applies(scenario)) {
                row.show(scenario, baseline);
                wanted.add(row.root());
            }
        }
        if (!wanted.equals(body.getChildren())) {
            body.getChildren().setAll(wanted);
        }
    }
}
