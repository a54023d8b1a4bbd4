package dev.rockpool.app.theme;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/// The drawn rock pool that stands in empty places.
public final class PoolPicture {
    private static final String ROCK =
            "M8 62 C4 44 22 34 38 30 C52 18 80 12 104 18 C130 14 160 22 172 38 C190 46 192 66 178 76"
                    + " C164 92 130 98 98 96 C64 100 24 92 8 62 Z";
    private static final String WATER =
            "M28 60 C28 46 48 40 62 36 C82 28 112 28 130 34 C150 38 164 48 162 60 C158 76 128 82 98 82"
                    + " C66 84 32 76 28 60 Z";
    private static final String RIPPLE_OUTER = "M52 58 C66 48 92 46 112 50 M126 56 C136 60 140 64 138 66";
    private static final String RIPPLE_INNER = "M66 66 C80 60 96 60 108 64";
    private static final String STAR =
            "M150 70 L155 79 L165 80 L158 87 L161 97 L151 93 L142 98 L143 87 L135 81 L145 79 Z";

    private PoolPicture() {}

    /// A new picture, 186 × 90 px, without a meaning of its own to a screen reader.
    public static Node draw() {
        Group picture = new Group(
                shape(ROCK, "rp-pool-rock"),
                shape(WATER, "rp-pool-water"),
                shape(RIPPLE_OUTER, "rp-pool-ripple"),
                shape(RIPPLE_INNER, "rp-pool-ripple"),
                shape(STAR, "rp-pool-star"));
        picture.setMouseTransparent(true);
        return picture;
    }

    private static SVGPath shape(String path, String style) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add(style);
        return shape;
    }
}
