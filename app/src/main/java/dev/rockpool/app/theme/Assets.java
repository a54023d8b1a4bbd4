package dev.rockpool.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.text.Font;

/// The files of the module `assets`.
public final class Assets {
    private static final String ROOT = "/dev/rockpool/assets/";
    private static final List<String> FONTS = List.of(
            "Inter-Regular.ttf",
            "Inter-Italic.ttf",
            "Inter-SemiBold.ttf",
            "Inter-Bold.ttf",
            "JetBrainsMono-Regular.ttf");
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private Assets() {}

    /// Makes the fonts known to the toolkit: “Inter”, “Inter SemiBold”, “JetBrains Mono”.
    public static void loadFonts() {
        for (String name : FONTS) {
            try (InputStream font = url("fonts/" + name).openStream()) {
                Font.loadFont(font, 0);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// The app's icon in every size a window manager may ask for.
    public static Stream<Image> icons() {
        return ICON_SIZES.stream().map(Assets::icon);
    }

    /// The app's icon.
    ///
    /// @param size its edge in pixels: 16, 32, 48, 64, 128, 256 or 512
    public static Image icon(int size) {
        return new Image(url("icons/rockpool-" + size + ".png").toExternalForm());
    }

    static String style(String name) {
        return url("styles/" + name).toExternalForm();
    }

    private static URL url(String path) {
        URL url = Assets.class.getResource(ROOT + path);
        if (url == null) {
            throw new IllegalArgumentException("no such asset: " + path);
        }
        return url;
    }
}
