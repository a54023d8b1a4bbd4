/// How Rockpool looks: theme, projector mode, zoom, fonts, and the drawn rock pool.
///
/// Terms: the **theme choice** is what the user picked (light, dark, follow the system); the **theme** is what that
/// comes to now; the **scale** is zoom times projector, applied to the whole window so that everything is laid out
/// anew.
///
/// Colour tokens: AtlantaFX's names with Rockpool's values (`light.css`, `dark.css` in `assets`), and Rockpool's own
/// `-rp-…`. Nothing else names a colour.
@NullMarked
package dev.rockpool.app.theme;

import org.jspecify.annotations.NullMarked;
