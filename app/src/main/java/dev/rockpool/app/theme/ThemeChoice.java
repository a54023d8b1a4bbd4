package dev.rockpool.app.theme;

import java.util.Locale;

/// What the user picked.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    /// The key of its name in the bundles.
    public String textKey() {
        return "theme." + name().toLowerCase(Locale.ROOT);
    }
}
