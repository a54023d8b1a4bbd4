package dev.rockpool.app.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A font, and another for the characters that it lacks. Both are embedded with the characters that are used.
final class Typeface {
    private static final String FONTS = "/dev/rockpool/assets/fonts/";
    private static final int UNKNOWN = '\uFFFD';
    private static final float UNITS = 1000;

    private final List<PDFont> fonts;
    private final Map<Integer, Integer> fontOf = new HashMap<>();

    /// A text in one font.
    record Run(PDFont font, String text) {}

    private Typeface(List<PDFont> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /// @param names of font files among the assets, the one for most characters first
    static Typeface load(PDDocument document, String... names) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (String name : names) {
            try (InputStream file = Typeface.class.getResourceAsStream(FONTS + name)) {
                if (file == null) {
                    throw new IllegalStateException("the font " + name + " is missing among the assets");
                }
                fonts.add(PDType0Font.load(document, file, true));
            }
        }
        return new Typeface(fonts);
    }

    /// Whether one of the fonts has it.
    boolean has(int point) {
        return place(point) >= 0;
    }

    /// The text cut where the font changes. What no font has becomes `�`.
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int before = 0;
        for (int point : text.codePoints().toArray()) {
            int shown = has(point) ? point : UNKNOWN;
            int place = Math.max(place(shown), 0);
            if (place != before && !run.isEmpty()) {
                runs.add(new Run(fonts.get(before), run.toString()));
                run.setLength(0);
            }
            before = place;
            run.appendCodePoint(shown);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(fonts.get(before), run.toString()));
        }
        return runs;
    }

    /// In points.
    float width(String text, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text)) {
            width += run.font().getStringWidth(run.text()) * size / UNITS;
        }
        return width;
    }

    private int place(int point) {
        return fontOf.computeIfAbsent(point, this::find);
    }

    private int find(int point) {
        String text = Character.toString(point);
        for (int place = 0; place < fonts.size(); place++) {
            try {
                fonts.get(place).encode(text);
                return place;
            } catch (IllegalArgumentException | IOException _) {
                // this font has no glyph for it
            }
        }
        return -1;
    }
}
