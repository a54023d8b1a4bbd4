package dev.rockpool.simulators.bleu;

import java.util.List;
import java.util.Optional;

/// Translations, what they should be, and how they are scored.
///
/// @param hypotheses one a segment
/// @param references of each segment, one or more; in the order of the hypotheses
/// @param tokenizer how lines are cut
/// @param smoothing what stands in for zero
/// @param smoothingValue where the smoothing takes one; empty for its own
/// @param isSentence whether the score is the mean of the segments' scores instead of the corpus's
/// @param effectiveOrder whether orders longer than every segment are left out; empty: for sentences only
/// @param lowercase whether case is ignored
/// @param maxOrder of n-grams
/// @param mishap what went wrong before they were scored
/// @param seed by which segments are drawn again
public record BleuScenario(
        List<String> hypotheses,
        List<List<String>> references,
        Tokenizer tokenizer,
        Smoothing smoothing,
        Optional<Double> smoothingValue,
        boolean isSentence,
        Optional<Boolean> effectiveOrder,
        boolean lowercase,
        int maxOrder,
        Mishap mishap,
        long seed) {
    /// The seed unless another is chosen.
    public static final long STANDARD_SEED = 7;

    public BleuScenario {
        hypotheses = List.copyOf(hypotheses);
        references = references.stream().map(List::copyOf).toList();
    }

    /// Nothing went wrong.
    public BleuScenario(
            List<String> hypotheses,
            List<List<String>> references,
            Tokenizer tokenizer,
            Smoothing smoothing,
            Optional<Double> smoothingValue,
            boolean isSentence,
            Optional<Boolean> effectiveOrder,
            boolean lowercase,
            int maxOrder) {
        this(
                hypotheses,
                references,
                tokenizer,
                smoothing,
                smoothingValue,
                isSentence,
                effectiveOrder,
                lowercase,
                maxOrder,
                Mishap.NONE,
                STANDARD_SEED);
    }

    /// The texts as they reach the score.
    BleuScenario scored() {
        return mishap.befall(this);
    }

    BleuScenario withTexts(List<String> others, List<List<String>> otherReferences) {
        return new BleuScenario(
                others,
                otherReferences,
                tokenizer,
                smoothing,
                smoothingValue,
                isSentence,
                effectiveOrder,
                lowercase,
                maxOrder,
                mishap,
                seed);
    }

    BleuScenario withMishap(Mishap other) {
        return new BleuScenario(
                hypotheses,
                references,
                tokenizer,
                smoothing,
                smoothingValue,
                isSentence,
                effectiveOrder,
                lowercase,
                maxOrder,
                other,
                seed);
    }

    BleuScenario withSeed(long other) {
        return new BleuScenario(
                hypotheses,
                references,
                tokenizer,
                smoothing,
                smoothingValue,
                isSentence,
                effectiveOrder,
                lowercase,
                maxOrder,
                mishap,
                other);
    }

    /// The value of the smoothing.
    double value() {
        return smoothingValue.orElse(smoothing.standard());
    }

    public BleuScenario withTokenizer(Tokenizer other) {
        return new BleuScenario(
                hypotheses,
                references,
                other,
                smoothing,
                smoothingValue,
                isSentence,
                effectiveOrder,
                lowercase,
                maxOrder,
                mishap,
                seed);
    }

    public BleuScenario withSmoothing(Smoothing other, Optional<Double> value) {
        return new BleuScenario(
                hypotheses,
                references,
                tokenizer,
                other,
                value,
                isSentence,
                effectiveOrder,
                lowercase,
                maxOrder,
                mishap,
                seed);
    }

    public BleuScenario withSentence(boolean other) {
        return new BleuScenario(
                hypotheses,
                references,
                tokenizer,
                smoothing,
                smoothingValue,
                other,
                effectiveOrder,
                lowercase,
                maxOrder,
                mishap,
                seed);
    }

    public BleuScenario withLowercase(boolean other) {
        return new BleuScenario(
                hypotheses,
                references,
                tokenizer,
                smoothing,
                smoothingValue,
                isSentence,
                effectiveOrder,
                other,
                maxOrder,
                mishap,
                seed);
    }

    public BleuScenario withMaxOrder(int other) {
        return new BleuScenario(
                hypotheses,
                references,
                tokenizer,
                smoothing,
                smoothingValue,
                isSentence,
                effectiveOrder,
                lowercase,
                other,
                mishap,
                seed);
    }
}
