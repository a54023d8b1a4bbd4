package dev.rockpool.app.theme;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// How the window looks now: theme choice, zoom, projector. Foreground only.
public final class Appearance {
    /// The zoom of a new window, in per cent.
    public static final int STANDARD_ZOOM = 100;

    public static final int LEAST_ZOOM = 75;
    public static final int GREATEST_ZOOM = 200;
    /// 15 px, the smallest text of projector.css, times this is 24 px = 18 pt.
    public static final double PROJECTOR_SCALE = 1.6;

    private static final int[] STEPS = {75, 80, 90, 100, 110, 125, 150, 175, 200};

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final IntegerProperty zoom = new SimpleIntegerProperty(STANDARD_ZOOM);
    private final BooleanProperty projector = new SimpleBooleanProperty();
    private final ObservableValue<Theme> theme;
    private final ObservableValue<Double> scale;

    /// @param system the theme of the desktop, for those who follow it
    public Appearance(ObservableValue<Theme> system) {
        theme = Bindings.createObjectBinding(() -> themeOf(choice.get(), system.getValue()), choice, system);
        scale = Bindings.createObjectBinding(
                () -> zoom.get() / 100.0 * (projector.get() ? PROJECTOR_SCALE : 1), zoom, projector);
    }

    private static Theme themeOf(ThemeChoice chosen, Theme system) {
        return switch (chosen) {
            case SYSTEM -> system;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }

    /// What the user picked.
    public ObjectProperty<ThemeChoice> choice() {
        return choice;
    }

    /// The zoom in per cent, [#LEAST_ZOOM] to [#GREATEST_ZOOM].
    public IntegerProperty zoom() {
        return zoom;
    }

    /// Whether the window is made for a room: full screen, large type, thick lines.
    public BooleanProperty projector() {
        return projector;
    }

    /// The theme that the choice comes to now.
    public ObservableValue<Theme> theme() {
        return theme;
    }

    /// How much larger than its natural size everything is painted.
    public ObservableValue<Double> scale() {
        return scale;
    }

    /// The next step up.
    public void zoomIn() {
        for (int step : STEPS) {
            if (step > zoom.get()) {
                zoom.set(step);
                return;
            }
        }
    }

    /// The next step down.
    public void zoomOut() {
        for (int index = STEPS.length - 1; index >= 0; index--) {
            if (STEPS[index] < zoom.get()) {
                zoom.set(STEPS[index]);
                return;
            }
        }
    }

    /// Back to [#STANDARD_ZOOM].
    public void zoomReset() {
        zoom.set(STANDARD_ZOOM);
    }
}
