package dev.rockpool.quiz.translation;

import dev.rockpool.simulators.bleu.BleuLab;
import dev.rockpool.simulators.bleu.BleuScenario;
import dev.rockpool.simulators.bleu.BleuScore;
import dev.rockpool.simulators.bleu.Smoothing;
import dev.rockpool.simulators.bleu.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Made-up sentences and what the lab gives them.
final class Sentences {
    static final BleuLab LAB = new BleuLab();

    private Sentences() {}

    /// One sentence against one reference, cut at spaces, without smoothing.
    static BleuScenario scenario(String hypothesis, String reference, int maxOrder) {
        return new BleuScenario(
                List.of(hypothesis),
                List.of(List.of(reference)),
                Tokenizer.NONE,
                Smoothing.NONE,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                maxOrder);
    }

    static BleuScore score(BleuScenario scenario) {
        return LAB.run(scenario).corpus();
    }

    /// `count` different words.
    static String words(String stem, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(at -> stem + at).collect(Collectors.joining(" "));
    }

    static String joined(String... parts) {
        return String.join(" ", parts).strip().replaceAll(" +", " ");
    }
}
