package dev.rockpool.app.lab;

import dev.rockpool.app.kit.ParameterRow;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the learner sets. Parameters that mean nothing in the scenario are not shown.
final class ParametersView<S> {
    private final Map<Parameter<S>, ParameterRow<S>> rows = new LinkedHashMap<>();
    private final VBox root = new VBox();

    ParametersView(LabViewModel<S, ?, ?> model, Texts texts) {
        for (Parameter<S> parameter : model.lab().parameters()) {
            rows.put(parameter, ParameterRow.of(parameter, model, texts));
        }
        root.getStyleClass().add("rp-parameters");
        model.configuration().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    private void show(Configuration<S> now) {
        List<Node> wanted = rows.entrySet().stream()
                .filter(entry -> entry.getKey().applies(now.scenario()))
                .peek(entry ->
                        entry.getValue().show(now.scenario(), now.origin().baseline()))
                .<Node>map(entry -> entry.getValue().root())
                .toList();
        if (!wanted.equals(root.getChildren())) {
            root.getChildren().setAll(wanted);
        }
    }
}
