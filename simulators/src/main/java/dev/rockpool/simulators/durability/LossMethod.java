package dev.rockpool.simulators.durability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the chance of a loss is computed.
public enum LossMethod {
    /// The chain of failed shards, solved exactly.
    MARKOV("markov"),
    /// Each repair time is a window of its own: more than the parity fail within one.
    WINDOW_BINOMIAL("window-binomial"),
    /// The same, with a Poisson count of failures.
    WINDOW_POISSON("window-poisson"),
    /// The chain simulated, failures made frequent and weighed back.
    MONTE_CARLO("monte-carlo");

    private final String word;

    LossMethod(String word) {
        this.word = word;
    }

    /// The word that scenario files have.
    public String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(LossMethod::word).toList();
    }

    /// The method of that word.
    static Optional<LossMethod> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /// Whether it takes the repair time as a window.
    public boolean isWindow() {
        return this == WINDOW_BINOMIAL || this == WINDOW_POISSON;
    }
}
