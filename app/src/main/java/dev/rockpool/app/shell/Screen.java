package dev.rockpool.app.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// One full-size view of the app. Built on its first visit and kept; every method is called on the foreground.
public interface Screen {
    /// The view. The same at each call; it fills the content area, scrolls by itself, and brings its own gutters
    /// (style class `rp-screen`).
    Region root();

    /// The screen has come to the front. It brings its data up to date and puts the focus where work starts.
    void shown();

    /// The decks or the settings have changed while this screen is in front. It brings its data up to date; the focus
    /// stays.
    default void changed() {}

    /// Another screen has come to the front.
    void hidden();

    /// What can be done here, in the order of the shortcuts sheet. Asked again at every opening of the palette or the
    /// sheet and at every key.
    List<Command> commands();

    /// Where in the screen the user is and how far, for the header: “Question 12 of 27”. Empty where there is nothing
    /// to say.
    default ObservableValue<String> where() {
        return new ReadOnlyStringWrapper("");
    }

    /// Shows an item of this screen, such as `claim/q12-c3`. Called after [#shown].
    ///
    /// @param item as in [Place#item()], never empty
    default void open(String item) {}
}
