package dev.rockpool.simulators.bleu;

import dev.rockpool.kernel.Seed;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.Resampling;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a whole run came to.
///
/// @param scenario what was scored
/// @param corpus the score of all segments together
/// @param sentences the score of each segment, orders effective
/// @param figures the numbers
public record BleuResult(BleuScenario scenario, BleuScore corpus, List<BleuScore> sentences, List<Figure> figures) {
    public BleuResult {
        sentences = List.copyOf(sentences);
        figures = List.copyOf(figures);
    }

    /// Scores `scenario`.
    static BleuResult of(BleuScenario scenario) {
        BleuScenario scored = scenario.scored();
        List<MatchCounts> counts = IntStream.range(0, scored.hypotheses().size())
                .mapToObj(at -> MatchCounts.of(scored, at))
                .toList();
        MatchCounts all = counts.stream().reduce(MatchCounts::plus).orElseThrow();
        return new BleuResult(
                scenario,
                BleuScore.of(all, scenario, scenario.effectiveOrder().orElse(false)),
                counts.stream()
                        .map(each -> BleuScore.of(
                                each, scenario, scenario.effectiveOrder().orElse(true)))
                        .toList(),
                List.of());
    }

    /// The mean of the segments' scores.
    double mean() {
        return sentences.stream().mapToDouble(BleuScore::score).average().orElse(0);
    }

    /// The score that was asked for.
    double score() {
        return scenario.isSentence() ? mean() : corpus.score();
    }

    /// The score of segments drawn again; empty if there is one segment, or too many.
    Optional<Resampling> resampled() {
        List<MatchCounts> counts = sentences.stream().map(BleuScore::counts).toList();
        boolean effective = scenario.effectiveOrder().orElse(false);
        return Resampling.of(
                sentences.size(),
                new Seed(scenario.seed()).derive("bleu/segments"),
                drawn -> scenario.isSentence()
                        ? mean(drawn)
                        : BleuScore.of(MatchCounts.of(counts, drawn), scenario, effective)
                                .score());
    }

    private double mean(int[] drawn) {
        double sum = 0;
        for (int at = 0; at < drawn.length; at++) {
            sum += drawn[at] * sentences.get(at).score();
        }
        return sum / drawn.length;
    }

    BleuResult withFigures(List<Figure> other) {
        return new BleuResult(scenario, corpus, sentences, other);
    }
}
