package dev.rockpool.app.desktop;

import dev.rockpool.app.costs.CostsScreen;
import dev.rockpool.app.palette.PaletteItem;
import dev.rockpool.app.palette.PaletteKind;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.shell.Navigator;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.scenario.Presets;
import java.util.List;

/// Finds cost scenarios and surprises by name.
final class CostsPalette implements PaletteSource {
    private final Texts texts;
    private final Navigator navigator;

    CostsPalette(Texts texts, Navigator navigator) {
        this.texts = texts;
        this.navigator = navigator;
    }

    @Override
    public List<PaletteItem> items() {
        return Presets.all().stream()
                .map(preset -> new PaletteItem(
                        PaletteKind.PRESET,
                        texts.get("costs.preset." + preset.id()),
                        texts.get("screen.costs"),
                        () -> navigator.open(CostsScreen.placeOf(preset.id()))))
                .toList();
    }
}
