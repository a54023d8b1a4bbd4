package dev.rockpool.app.claim;

import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Verdict;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A verdict by shape, word and colour: a circle, a triangle, a clock or a square.
public final class VerdictMark {
    private VerdictMark() {}

    /// Shape and word.
    public static Label of(Verdict verdict, Texts texts) {
        Label mark = new Label(texts.get(key(verdict)), new FontIcon(shape(verdict)));
        mark.getStyleClass().addAll("rp-verdict", style(verdict));
        mark.setMinWidth(Region.USE_PREF_SIZE);
        return mark;
    }

    /// Shape, number and word, for counts: “3 correct”.
    public static Label count(Verdict verdict, int count, Texts texts) {
        Label mark = new Label(
                texts.get("verdict.count." + verdict.name().toLowerCase(Locale.ROOT), count),
                new FontIcon(shape(verdict)));
        mark.getStyleClass().addAll("rp-verdict", "rp-verdict-count", style(verdict));
        mark.setMinWidth(Region.USE_PREF_SIZE);
        return mark;
    }

    /// Shape and number, where the word stands near by; the word is in the accessible text.
    public static Label number(Verdict verdict, int count, Texts texts) {
        Label mark = count(verdict, count, texts);
        mark.setAccessibleText(mark.getText());
        mark.setTooltip(new Tooltip(mark.getText()));
        mark.setText(String.valueOf(count));
        return mark;
    }

    /// The key of the verdict's word.
    public static String key(Verdict verdict) {
        return "verdict." + verdict.name().toLowerCase(Locale.ROOT);
    }

    /// The style class that gives a node the verdict's colour.
    public static String style(Verdict verdict) {
        return "rp-verdict-" + verdict.name().toLowerCase(Locale.ROOT);
    }

    private static Ikon shape(Verdict verdict) {
        return switch (verdict) {
            case CORRECT -> Feather.CHECK_CIRCLE;
            case IMPRECISE -> Feather.ALERT_TRIANGLE;
            case OUTDATED -> Feather.CLOCK;
            case WRONG -> Feather.X_SQUARE;
        };
    }
}
