package dev.rockpool.app.palette;

import java.util.List;

/// Offers items to the palette.
@FunctionalInterface
public interface PaletteSource {
    /// Its items now. Called in the background at each opening of the palette; may be large (100,000 cards) and should
    /// then be kept between calls.
    List<PaletteItem> items();
}
