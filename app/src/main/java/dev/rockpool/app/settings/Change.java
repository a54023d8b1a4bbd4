package dev.rockpool.app.settings;

import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.preference.Setting;
import dev.rockpool.app.shell.Notices;
import dev.rockpool.app.text.Texts;
import java.util.function.Consumer;

/// Changes that hold at once and can be undone.
final class Change {
    private final Preferences preferences;
    private final Notices notices;
    private final Texts texts;

    Change(Preferences preferences, Notices notices, Texts texts) {
        this.preferences = preferences;
        this.notices = notices;
        this.texts = texts;
    }

    /// Chooses another value of a setting.
    ///
    /// @param name what the user calls the setting
    /// @param shown the value as the user reads it
    <T> void set(Setting<T> setting, T value, String name, String shown) {
        set(preferences.get(setting), value, chosen -> preferences.set(setting, chosen), name, shown);
    }

    /// Chooses another value of anything that can be set.
    <T> void set(T before, T value, Consumer<T> setter, String name, String shown) {
        if (!value.equals(before)) {
            setter.accept(value);
            notices.show(texts.get("settings.changed", name, shown), () -> setter.accept(before));
        }
    }
}
