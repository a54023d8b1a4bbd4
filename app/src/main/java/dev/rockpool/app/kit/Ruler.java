package dev.rockpool.app.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures words that a [Drawing] will paint, and breaks them into lines. Foreground only.
public final class Ruler {
    private static final int MOST = 2_000;

    private final Text text = new Text();
    private final Map<Font, Map<String, Double>> known = new HashMap<>();

    /// How wide words are. What was measured is kept: a picture measures the same words again and again.
    public double wide(Font font, String words) {
        Map<String, Double> widths = known.computeIfAbsent(font, _ -> new HashMap<>());
        if (widths.size() > MOST) {
            widths.clear();
        }
        return widths.computeIfAbsent(words, _ -> {
            text.setFont(font);
            text.setText(words);
            return text.getLayoutBounds().getWidth();
        });
    }

    /// Words in lines that are no wider than `width`, broken at spaces; a word that is wider stands alone.
    public List<String> lines(Font font, String words, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && wide(font, line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
