package dev.rockpool.app.window;

import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.ThemeChoice;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/// What the window needs to know before it is first painted.
///
/// @param bounds where it was; empty before the first close
/// @param maximised whether it filled the desktop
/// @param screen the id of the screen that was in front; empty before the first close
/// @param zoom in per cent, within the bounds of [Appearance]
/// @param theme what the user picked
public record WindowMemory(Optional<Bounds> bounds, boolean maximised, String screen, int zoom, ThemeChoice theme) {
    /// A new user's window.
    public static final WindowMemory FIRST =
            new WindowMemory(Optional.empty(), false, "", Appearance.STANDARD_ZOOM, ThemeChoice.SYSTEM);

    /// A window's place on the desktop, in its pixels.
    public record Bounds(double x, double y, double width, double height) {
        public static final double LEAST_WIDTH = 480;
        public static final double LEAST_HEIGHT = 360;

        public Bounds {
            if (!(width >= LEAST_WIDTH && height >= LEAST_HEIGHT)) {
                throw new IllegalArgumentException("window of " + width + " × " + height + " is smaller than "
                        + LEAST_WIDTH + " × " + LEAST_HEIGHT);
            }
        }
    }

    public WindowMemory {
        zoom = Math.clamp(zoom, Appearance.LEAST_ZOOM, Appearance.GREATEST_ZOOM);
    }

    static WindowMemory of(Properties saved) {
        return new WindowMemory(
                boundsOf(saved),
                Boolean.parseBoolean(saved.getProperty("maximised")),
                saved.getProperty("screen", ""),
                read(saved, "zoom", Integer::valueOf).orElse(Appearance.STANDARD_ZOOM),
                read(saved, "theme", text -> ThemeChoice.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(ThemeChoice.SYSTEM));
    }

    Properties properties() {
        Properties properties = new Properties();
        bounds.ifPresent(place -> {
            properties.setProperty("x", String.valueOf(place.x()));
            properties.setProperty("y", String.valueOf(place.y()));
            properties.setProperty("width", String.valueOf(place.width()));
            properties.setProperty("height", String.valueOf(place.height()));
        });
        properties.setProperty("maximised", String.valueOf(maximised));
        properties.setProperty("screen", screen);
        properties.setProperty("zoom", String.valueOf(zoom));
        properties.setProperty("theme", theme.name());
        return properties;
    }

    private static Optional<Bounds> boundsOf(Properties saved) {
        Optional<Double> x = read(saved, "x", Double::valueOf);
        Optional<Double> y = read(saved, "y", Double::valueOf);
        Optional<Double> width = read(saved, "width", Double::valueOf);
        Optional<Double> height = read(saved, "height", Double::valueOf);
        if (x.isEmpty()
                || y.isEmpty()
                || width.filter(value -> value >= Bounds.LEAST_WIDTH).isEmpty()
                || height.filter(value -> value >= Bounds.LEAST_HEIGHT).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Bounds(x.get(), y.get(), width.get(), height.get()));
    }

    /// `NumberFormatException` is an `IllegalArgumentException`, as is an unknown enum name.
    private static <T> Optional<T> read(Properties saved, String name, Function<String, T> reader) {
        try {
            return Optional.ofNullable(saved.getProperty(name)).map(reader);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
