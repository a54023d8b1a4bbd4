package dev.rockpool.app.desktop;

import dev.rockpool.app.settings.SettingsScreen;
import dev.rockpool.app.shell.ScreenEntry;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// The screens that exist, in the order of the sidebar; settings last.
public final class ScreenList {
    private ScreenList() {}

    /// Every screen. The first is where a new user starts.
    public static List<ScreenEntry> entries() {
        return List.of(new ScreenEntry("settings", Feather.SETTINGS, SettingsScreen::new));
    }
}
