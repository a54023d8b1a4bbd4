package dev.rockpool.app.shell;

import dev.rockpool.kernel.RockpoolException;

/// The one place in the window where failures are told: a bar under the header, never a dialog. Foreground only.
///
/// A fault beside the field it belongs to is better still; this is for those without a field.
public interface ErrorSurface {
    /// Tells it, until the user closes it or [#clear] is called. The same code again replaces what was told before.
    void show(Fault fault);

    /// Tells it with the cause and next step that the bundles have for its code.
    void show(RockpoolException failure);

    /// Tells any failure: a [RockpoolException] as above, anything else as one that nobody foresaw.
    void show(Throwable failure);

    /// Takes back what was told under this code, because it no longer holds.
    void clear(String code);
}
