package dev.rockpool.simulators.bleu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What stands in for a precision of zero (Chen and Cherry 2014).
public enum Smoothing {
    NONE("none", 0),
    /// A small count instead of zero.
    FLOOR("floor", 0.1),
    /// The same count more, above and below, from bigrams on.
    ADD_K("add-k", 1),
    /// Half, a quarter, an eighth … of a match, from one empty order to the next.
    EXP("exp", 0);

    private final String word;
    private final double standard;

    Smoothing(String word, double standard) {
        this.word = word;
        this.standard = standard;
    }

    /// The word that scenario files have.
    public String word() {
        return word;
    }

    /// The value where none is given.
    double standard() {
        return standard;
    }

    /// Whether it takes a value.
    boolean takesValue() {
        return this == FLOOR || this == ADD_K;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Smoothing::word).toList();
    }

    static Optional<Smoothing> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
