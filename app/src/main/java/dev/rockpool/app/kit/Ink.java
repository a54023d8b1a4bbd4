package dev.rockpool.app.kit;

/// A role of colour in a [Drawing]. Which colour it is, the stylesheets say: property [#property()] of `.rp-drawing`.
public enum Ink {
    /// Words and numbers.
    TEXT("-rp-ink-text"),
    /// Words of less weight.
    MUTED("-rp-ink-muted"),
    /// What everything stands on.
    GROUND("-rp-ink-ground"),
    /// Hollows: an empty tank, a track.
    HOLLOW("-rp-ink-hollow"),
    /// Thin lines that only help the eye.
    GRID("-rp-ink-grid"),
    /// Outlines that carry meaning.
    LINE("-rp-ink-line"),
    /// What goes well.
    WATER("-rp-ink-water"),
    /// What goes well, of second rank.
    WATER_SOFT("-rp-ink-water-soft"),
    /// What is refused or broken.
    ALERT("-rp-ink-alert"),
    /// The ground of what is refused or broken.
    ALERT_SOFT("-rp-ink-alert-soft"),
    /// What deserves a look: limits, markers.
    MARK("-rp-ink-mark"),
    /// The ring around what stands out.
    LIT("-rp-ink-lit");

    private final String property;

    Ink(String property) {
        this.property = property;
    }

    /// Its name in stylesheets.
    public String property() {
        return property;
    }
}
