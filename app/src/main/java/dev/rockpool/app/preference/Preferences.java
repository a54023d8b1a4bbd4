package dev.rockpool.app.preference;

import java.util.Map;
import javafx.beans.value.ObservableValue;

/// The values of the settings now. Foreground only; what is set is written in the background.
public interface Preferences {
    /// The value now.
    <T> T get(Setting<T> setting);

    /// Chooses another value.
    <T> void set(Setting<T> setting, T value);

    /// Takes over what was stored elsewhere, by name; a setting without a value there is at its default again.
    void takeOver(Map<String, String> stored);

    /// The value, to be observed.
    <T> ObservableValue<T> observe(Setting<T> setting);
}
