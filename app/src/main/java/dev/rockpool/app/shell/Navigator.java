package dev.rockpool.app.shell;

import javafx.beans.property.ReadOnlyObjectProperty;

/// Brings a place to the front. Foreground only.
public interface Navigator {
    /// Goes there; a screen that does not exist leaves everything as it is.
    void open(Place place);

    /// Goes back to the place before, if there is one.
    void back();

    /// Where the user is.
    ReadOnlyObjectProperty<Place> current();
}
