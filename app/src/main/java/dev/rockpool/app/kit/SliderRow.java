package dev.rockpool.app.kit;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Parameter;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A parameter on a scale: dragged, stepped with arrow keys, or typed.
final class SliderRow<S> implements ParameterRow<S> {
    private static final double COARSE = 0.1;
    private static final double FINE = 0.01;
    /// A number of so many characters leaves room to the words before it.
    private static final int SHORT = 5;

    private final ParameterEdits<S> model;
    private final Parameter.Slider<S> parameter;
    private final Texts texts;
    private final Slider slider = new Slider(0, 1, 0);
    private final TextField field = new TextField();
    private final Label fault = Words.small("");
    private final ChangeMark mark;
    private final VBox root = new VBox();
    private double value;
    private double standard;
    private boolean following;

    SliderRow(ParameterEdits<S> model, Parameter.Slider<S> parameter, Texts texts) {
        this.model = model;
        this.parameter = parameter;
        this.texts = texts;
        mark = new ChangeMark(texts, () -> model.change(this::back, ""));
        Label label = Words.plain(parameter.label());
        label.getStyleClass().add("rp-content");
        label.setTooltip(new Tooltip(parameter.help()));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        field.setAccessibleText(texts.get("parameter.type", parameter.label(), bounds()));
        field.getStyleClass().add("rp-parameter-field");
        if (parameter.unit().number(parameter.high()).length() <= SHORT) {
            field.getStyleClass().add("rp-short");
        }
        field.setId("parameter-" + parameter.id().replace('.', '-'));
        field.setOnAction(_ -> typed());
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                typed();
            }
        });
        Label unit = Words.line(parameter.unit().symbol());
        unit.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
        HBox head = new HBox(label, field, unit);
        head.getStyleClass().add("rp-parameter-head");
        slider.setAccessibleText(parameter.label());
        slider.setBlockIncrement(FINE);
        slider.valueProperty().addListener((_, _, now) -> {
            if (!following) {
                set(parameter.at(now.doubleValue()), parameter.id());
            }
        });
        slider.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) {
                model.seal();
            }
        });
        slider.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            int by = direction(event.getCode());
            if (by != 0) {
                nudge(by, event.isShiftDown());
                event.consume();
            }
        });
        fault.getStyleClass().add("rp-danger");
        show(fault, false);
        root.getStyleClass().add("rp-parameter");
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox position = new HBox(slider, mark.root());
        position.getStyleClass().add("rp-parameter-position");
        root.getChildren().setAll(head, position, fault);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show(S now, S baseline) {
        value = parameter.get().applyAsDouble(now);
        standard = parameter.get().applyAsDouble(baseline);
        following = true;
        slider.setValue(parameter.position(value));
        following = false;
        if (!field.isFocused() || !fault.isVisible()) {
            field.setText(parameter.unit().number(value));
            show(fault, false);
        }
        mark.show(!ParameterValue.same(parameter, now, baseline), ParameterValue.shown(parameter, baseline));
    }

    private S back(S scenario) {
        return parameter.with().apply(scenario, standard);
    }

    private static int direction(KeyCode key) {
        return switch (key) {
            case RIGHT, UP, KP_RIGHT, KP_UP -> 1;
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> -1;
            default -> 0;
        };
    }

    /// One step; on a logarithmic scale, or with Shift, far enough to be seen.
    private void nudge(int by, boolean coarse) {
        double next = value + by * parameter.step();
        if (coarse || parameter.scale() != Parameter.Scale.LINEAR) {
            double moved = parameter.at(parameter.position(value) + by * (coarse ? COARSE : FINE));
            next = by > 0 ? Math.max(next, moved) : Math.min(next, moved);
        }
        set(Math.clamp(next, parameter.low(), parameter.high()), "");
    }

    private void typed() {
        Optional<Double> read = read(field.getText());
        boolean good = read.isPresent() && read.get() >= parameter.low() && read.get() <= parameter.high();
        show(fault, !good);
        if (good) {
            set(read.get(), "");
        } else {
            fault.setText(texts.get("parameter.bounds", bounds()));
        }
    }

    private void set(double wanted, String gesture) {
        boolean same = parameter.unit().number(wanted).equals(parameter.unit().number(value));
        if (!same) {
            model.change(scenario -> parameter.with().apply(scenario, wanted), gesture);
        }
    }

    private Optional<Double> read(String text) {
        String digits = text.replace(parameter.unit().symbol(), "").replaceAll("[\\s,\u00A0]", "");
        try {
            return Optional.of(parameter.unit().stored(new BigDecimal(digits).doubleValue()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private String bounds() {
        return texts.get(
                "parameter.range",
                parameter.unit().number(parameter.low()),
                parameter.unit().format(parameter.high()));
    }

    private static void show(Region region, boolean visible) {
        region.setVisible(visible);
        region.setManaged(visible);
    }
}
