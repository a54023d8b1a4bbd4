package dev.rockpool.app.shell;

import java.util.function.Function;
import org.kordamp.ikonli.Ikon;

/// A screen before it is built: what the sidebar needs, and how to build it once the data is open.
///
/// @param id the screen's part of a [Place], and of its title's key `screen.<id>`; lower case, one word
/// @param icon what marks it in the sidebar and the palette
/// @param build called once, on the foreground, at the first visit
public record ScreenEntry(String id, Ikon icon, Function<AppContext, Screen> build) {
    /// The key of the title in the bundles.
    public String titleKey() {
        return "screen." + id;
    }
}
