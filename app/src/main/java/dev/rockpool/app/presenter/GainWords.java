package dev.rockpool.app.presenter;

import dev.rockpool.app.text.Texts;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

/// What is said of gains.
final class GainWords {
    private GainWords() {}

    /// The words in a picture of gains.
    static GainsPicture.Words of(Texts texts) {
        return new GainsPicture.Words(
                texts.get("present.gains.axis"),
                texts.get("present.gains.first"),
                texts.get("present.gains.last"),
                texts.get("present.gains.high"),
                texts.get("present.gains.medium"),
                texts.get("present.gains.this"));
    }

    /// How earlier classes did, said to the next one.
    static String beside(Texts texts, Gains gains) {
        return told(texts, "present.gains.beside", gains);
    }

    /// How classes did, as the claim of a chart.
    static String claim(Texts texts, Gains gains) {
        return told(texts, "present.gains.claim", gains);
    }

    private static String told(Texts texts, String key, Gains gains) {
        DoubleSummaryStatistics told = gains.summary();
        return texts.get(key, told.getCount(), number(told.getAverage()), number(told.getMin()), number(told.getMax()));
    }

    /// A gain, to two digits, with a minus sign that is one.
    static String number(double gain) {
        return String.format(Locale.ROOT, "%.2f", gain).replace('-', '−').replace("−0.00", "0.00");
    }
}
