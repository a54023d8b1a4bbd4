/// The palette: every screen, command, card, claim and term by name (Ctrl/Cmd+K).
///
/// Terms: a **source** offers **items**; a **query** is what was typed; the **ranking** decides which items fit it and
/// in what order.
@NullMarked
package dev.rockpool.app.palette;

import org.jspecify.annotations.NullMarked;
