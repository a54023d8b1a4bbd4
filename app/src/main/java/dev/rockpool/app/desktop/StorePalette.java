package dev.rockpool.app.desktop;

import dev.rockpool.app.palette.PaletteItem;
import dev.rockpool.app.palette.PaletteKind;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.shell.Navigator;
import dev.rockpool.app.store.StoreScreen;
import dev.rockpool.app.text.Texts;
import java.util.List;

/// Finds buckets by name, once the platform is open.
final class StorePalette implements PaletteSource {
    private final RunningPlatform platform;
    private final Texts texts;
    private final Navigator navigator;

    StorePalette(RunningPlatform platform, Texts texts, Navigator navigator) {
        this.platform = platform;
        this.texts = texts;
        this.navigator = navigator;
    }

    @Override
    public List<PaletteItem> items() {
        return switch (platform.state().get()) {
            case PlatformState.Open open ->
                open.platform().objects().buckets().stream()
                        .map(bucket -> new PaletteItem(
                                PaletteKind.BUCKET,
                                bucket.name(),
                                texts.get("screen.store"),
                                () -> navigator.open(StoreScreen.placeOf(bucket.name()))))
                        .toList();
            case PlatformState.Closed _, PlatformState.Opening _, PlatformState.Refused _ -> List.of();
        };
    }
}
