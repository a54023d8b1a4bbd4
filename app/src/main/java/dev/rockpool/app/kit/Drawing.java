package dev.rockpool.app.kit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// A picture painted on a canvas, at most once a pulse, in colours from the stylesheets and sharp at every zoom.
///
/// A canvas is a bitmap: enlarged by a parent it would blur. So the bitmap is as large as the picture will be on the
/// screen, and shrunk again to its place.
public final class Drawing extends Region {
    private static final String FAMILY = "Inter";
    private static final String STRONG_FAMILY = "Inter SemiBold";
    private static final double STANDARD_TEXT = 13;
    private static final double STANDARD_LINE = 1.5;

    private static final Map<Ink, CssMetaData<Drawing, Color>> INKS = new EnumMap<>(Ink.class);
    private static final CssMetaData<Drawing, Number> TEXT_SIZE = number("-rp-text-size", STANDARD_TEXT, true);
    private static final CssMetaData<Drawing, Number> LINE_WIDTH = number("-rp-line-width", STANDARD_LINE, false);
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = new ArrayList<>(Region.getClassCssMetaData());

    static {
        for (Ink ink : Ink.values()) {
            CssMetaData<Drawing, Color> role = color(ink);
            INKS.put(ink, role);
            ALL.add(role);
        }
        ALL.add(TEXT_SIZE);
        ALL.add(LINE_WIDTH);
    }

    /// Paints a picture.
    @FunctionalInterface
    public interface Painter {
        /// Paints everything anew, into a picture of that size that has been cleared.
        ///
        /// @param drawing says colours and fonts
        void paint(Drawing drawing, GraphicsContext graphics, double width, double height);
    }

    private final Painter painter;
    private final Canvas canvas = new Canvas();
    private final Scale shrink = new Scale(1, 1, 0, 0);
    private final Map<Ink, SimpleStyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
    private final SimpleStyleableDoubleProperty textSize;
    private final SimpleStyleableDoubleProperty lineWidth;
    private Font font = Font.font(FAMILY, STANDARD_TEXT);
    private Font strong = Font.font(STRONG_FAMILY, STANDARD_TEXT);

    /// A picture that takes whatever room it is given.
    public Drawing(Painter painter) {
        this.painter = painter;
        for (Map.Entry<Ink, CssMetaData<Drawing, Color>> role : INKS.entrySet()) {
            SimpleStyleableObjectProperty<Color> ink = new SimpleStyleableObjectProperty<>(
                    role.getValue(), this, role.getKey().property(), Color.TRANSPARENT);
            ink.addListener((_, _, _) -> redraw());
            inks.put(role.getKey(), ink);
        }
        textSize = new SimpleStyleableDoubleProperty(TEXT_SIZE, this, "textSize", STANDARD_TEXT);
        lineWidth = new SimpleStyleableDoubleProperty(LINE_WIDTH, this, "lineWidth", STANDARD_LINE);
        textSize.addListener((_, _, now) -> {
            font = Font.font(FAMILY, now.doubleValue());
            strong = Font.font(STRONG_FAMILY, now.doubleValue());
            redraw();
        });
        lineWidth.addListener((_, _, _) -> redraw());
        getStyleClass().add("rp-drawing");
        canvas.setManaged(false);
        canvas.getTransforms().add(shrink);
        getChildren().setAll(canvas);
        setMinSize(0, 0);
    }

    /// Asks for a new picture with the next pulse.
    public void redraw() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double scale = Math.max(1, getLocalToSceneTransform().getMxx());
        if (width < 1 || height < 1) {
            return;
        }
        shrink.setX(1 / scale);
        shrink.setY(1 / scale);
        canvas.setWidth(Math.ceil(width * scale));
        canvas.setHeight(Math.ceil(height * scale));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setTransform(1, 0, 0, 1, 0, 0);
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setTransform(scale, 0, 0, scale, 0, 0);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(font);
        graphics.setLineWidth(lineWidth());
        graphics.setLineDashes();
        painter.paint(this, graphics, width, height);
    }

    /// The colour of a role in the theme that is worn now.
    public Color ink(Ink role) {
        SimpleStyleableObjectProperty<Color> ink = inks.get(role);
        return ink == null ? Color.TRANSPARENT : ink.get();
    }

    /// The size of words, in pixels.
    public double textSize() {
        return textSize.get();
    }

    /// How thick a line that carries meaning is.
    public double lineWidth() {
        return lineWidth.get();
    }

    /// The font of words.
    public Font font() {
        return font;
    }

    /// The font of words that stand out.
    public Font strong() {
        return strong;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static CssMetaData<Drawing, Color> color(Ink ink) {
        return new CssMetaData<>(ink.property(), StyleConverter.getColorConverter(), Color.TRANSPARENT) {
            @Override
            public boolean isSettable(Drawing drawing) {
                return true;
            }

            @Override
            public @Nullable StyleableProperty<Color> getStyleableProperty(Drawing drawing) {
                return drawing.inks.get(ink);
            }
        };
    }

    private static CssMetaData<Drawing, Number> number(String property, double standard, boolean text) {
        return new CssMetaData<>(property, StyleConverter.getSizeConverter(), standard) {
            @Override
            public boolean isSettable(Drawing drawing) {
                return true;
            }

            @Override
            public StyleableProperty<Number> getStyleableProperty(Drawing drawing) {
                return text ? drawing.textSize : drawing.lineWidth;
            }
        };
    }
}
