/// The frame around every screen: sidebar, header, error bar, notices, keys.
///
/// Terms:
///
/// - **Screen**: one full-size view with its own commands, entered from the sidebar.
/// - **Place**: where in the app something can be seen: a screen, and an item in it.
/// - **Command**: an act with a name, in the palette and on the shortcuts sheet, with keys if it has any.
/// - **Fault**: a failure as it is told: sentence, cause, next step, code.
/// - **Notice**: a short sentence about what was just done, with its undo.
///
/// Screens depend on this package and on no other screen; what lies in another screen is reached by its place.
@NullMarked
package dev.rockpool.app.shell;

import org.jspecify.annotations.NullMarked;
