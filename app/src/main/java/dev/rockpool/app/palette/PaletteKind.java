package dev.rockpool.app.palette;

import java.util.Locale;

/// What an item of the palette is, in the order in which equally good finds are listed.
public enum PaletteKind {
    SCREEN,
    COMMAND,
    LAB,
    PRESET,
    BUCKET,
    STREAM,
    QUIZ,
    LESSON,
    QUESTION,
    TERM,
    CLAIM,
    CARD;

    /// The key of its name in the bundles.
    public String textKey() {
        return "palette.kind." + name().toLowerCase(Locale.ROOT);
    }
}
