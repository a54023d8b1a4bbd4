package dev.rockpool.app.theme;

import javafx.scene.paint.Color;

/// How well two colours can be told apart (WCAG 2.2, “contrast ratio” and “relative luminance”).
public final class Contrast {
    private Contrast() {}

    /// The contrast ratio of two opaque colours, 1 to 21.
    public static double between(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
