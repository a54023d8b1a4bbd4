package dev.rockpool.app.desktop;

import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.app.lab.LabsScreen;
import dev.rockpool.app.palette.PaletteItem;
import dev.rockpool.app.palette.PaletteKind;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.shell.Navigator;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.Preset;
import java.util.ArrayList;
import java.util.List;

/// Finds labs by their question and presets by name.
final class LabPalette implements PaletteSource {
    private final Navigator navigator;

    LabPalette(Navigator navigator) {
        this.navigator = navigator;
    }

    @Override
    public List<PaletteItem> items() {
        List<PaletteItem> items = new ArrayList<>();
        for (LabEntry<?, ?, ?> entry : LabList.entries()) {
            Lab<?, ?, ?> lab = entry.lab();
            items.add(item(
                    PaletteKind.LAB,
                    lab.question(),
                    lab.name(),
                    lab.id(),
                    lab.presets().getFirst()));
            for (Preset<?> preset : lab.presets()) {
                items.add(item(PaletteKind.PRESET, preset.title(), lab.name(), lab.id(), preset));
            }
        }
        return items;
    }

    private PaletteItem item(PaletteKind kind, String name, String detail, String lab, Preset<?> preset) {
        return new PaletteItem(kind, name, detail, () -> navigator.open(LabsScreen.placeOf(lab, preset.id())));
    }
}
