package dev.rockpool.app.tour;

import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.ThemeChoice;

/// The theme of a picture.
public enum TourLook {
    LIGHT,
    DARK,
    PROJECTOR;

    void applyTo(Appearance appearance) {
        appearance.choice().set(this == DARK ? ThemeChoice.DARK : ThemeChoice.LIGHT);
        appearance.projector().set(this == PROJECTOR);
    }
}
