package dev.rockpool.app.shell;

import java.util.function.Function;
import org.kordamp.ikonli.Ikon;

/// A screen before it is built: what the sidebar needs, and how to build it once the data is open.
///
/// @param id the screen's part of a [Place], and of its title's key `screen.<id>`; lower case, one word
/// @param icon what marks it in the sidebar and the palette
/// @param build called once, on the foreground, at the first visit
/// @param group the heading that it stands under in the sidebar, a part of the key `sidebar.group.<group>`; empty for
///     none
public record ScreenEntry(String id, Ikon icon, Function<AppContext, Screen> build, String group) {
    /// A screen under no heading.
    public ScreenEntry(String id, Ikon icon, Function<AppContext, Screen> build) {
        this(id, icon, build, "");
    }

    /// The screen under a heading.
    public ScreenEntry in(String heading) {
        return new ScreenEntry(id, icon, build, heading);
    }

    /// The key of the title in the bundles.
    public String titleKey() {
        return "screen." + id;
    }
}
