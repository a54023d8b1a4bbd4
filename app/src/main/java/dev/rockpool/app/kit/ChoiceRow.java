package dev.rockpool.app.kit;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Parameter;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A parameter that is one of a few.
final class ChoiceRow<S> implements ParameterRow<S> {
    private final Parameter.Choice<S> parameter;
    private final ComboBox<Parameter.Option> box = new ComboBox<>();
    private final ChangeMark mark;
    private final VBox root = new VBox();
    private String standard = "";
    private boolean following;

    ChoiceRow(ParameterEdits<S> model, Parameter.Choice<S> parameter, Texts texts) {
        this.parameter = parameter;
        mark = new ChangeMark(
                texts, () -> model.change(scenario -> parameter.with().apply(scenario, standard), ""));
        Label label = Words.plain(parameter.label());
        label.getStyleClass().add("rp-content");
        label.setTooltip(new Tooltip(parameter.help()));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox head = new HBox(label, mark.root());
        head.getStyleClass().add("rp-parameter-head");
        box.getItems().setAll(parameter.options());
        box.setMaxWidth(Double.MAX_VALUE);
        box.getStyleClass().add("rp-content");
        box.setAccessibleText(parameter.label());
        box.setId("parameter-" + parameter.id().replace('.', '-'));
        box.setConverter(new OptionWords<>(option -> option.label()));
        box.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                model.change(scenario -> parameter.with().apply(scenario, chosen.id()), "");
            }
        });
        root.getStyleClass().add("rp-parameter");
        root.getChildren().setAll(head, box);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show(S now, S baseline) {
        String id = parameter.get().apply(now);
        standard = parameter.get().apply(baseline);
        following = true;
        parameter.options().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .ifPresent(box::setValue);
        following = false;
        mark.show(!ParameterValue.same(parameter, now, baseline), ParameterValue.shown(parameter, baseline));
    }
}
