package dev.rockpool.app.desktop;

import dev.rockpool.app.palette.PaletteItem;
import dev.rockpool.app.palette.PaletteKind;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.shell.Navigator;
import dev.rockpool.app.streams.StreamsScreen;
import dev.rockpool.app.text.Texts;
import java.util.List;

/// Finds streams by name, once the platform is open.
final class StreamPalette implements PaletteSource {
    private final RunningPlatform platform;
    private final Texts texts;
    private final Navigator navigator;

    StreamPalette(RunningPlatform platform, Texts texts, Navigator navigator) {
        this.platform = platform;
        this.texts = texts;
        this.navigator = navigator;
    }

    @Override
    public List<PaletteItem> items() {
        return switch (platform.state().get()) {
            case PlatformState.Open open ->
                open.platform().streams().listStreams().stream()
                        .map(stream -> new PaletteItem(
                                PaletteKind.STREAM,
                                stream.name().value(),
                                texts.get("screen.streams"),
                                () -> navigator.open(StreamsScreen.placeOf(stream.name()))))
                        .toList();
            case PlatformState.Closed _, PlatformState.Opening _, PlatformState.Refused _ -> List.of();
        };
    }
}
