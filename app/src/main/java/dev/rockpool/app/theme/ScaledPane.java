package dev.rockpool.app.theme;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Lays its content out in its own size divided by the scale, and paints it enlarged: at 150 % in a window of 1,920 px
/// the content is laid out for 1,280 px, so that it reflows and is never merely cut off.
public final class ScaledPane extends Region {
    private final Region content;
    private final ObservableValue<Double> factor;

    public ScaledPane(Region content, ObservableValue<Double> factor) {
        this.content = content;
        this.factor = factor;
        Scale scale = new Scale(factor.getValue(), factor.getValue(), 0, 0);
        content.getTransforms().add(scale);
        content.setManaged(false);
        getChildren().add(content);
        factor.addListener((_, _, now) -> {
            scale.setX(now);
            scale.setY(now);
            requestLayout();
        });
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.getValue(), getHeight() / factor.getValue());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * factor.getValue();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * factor.getValue();
    }

    /// The content, laid out in natural size.
    public Node content() {
        return content;
    }
}
