package dev.rockpool.simulators.bleu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What goes wrong on the way to a score, so that it says something else than what was meant. None of it is noticed by
/// a program that scores.
public enum Mishap {
    NONE("none"),
    /// A line of the file of references is missing: each hypothesis is compared with the references of the next one.
    SLIPPED("slipped"),
    /// Hypotheses and references are handed over in the wrong order; BLEU is not symmetric.
    SWAPPED("swapped"),
    /// The machine stopped at its length limit: of each hypothesis half of the words are there.
    CUT("cut");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String word;

    Mishap(String word) {
        this.word = word;
    }

    /// The word that scenario files have.
    public String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Mishap::word).toList();
    }

    static Optional<Mishap> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /// Whether it makes a difference to texts of so many segments.
    boolean applies(int segments) {
        return this != SLIPPED || segments > 1;
    }

    /// The texts of `scenario` as this leaves them.
    BleuScenario befall(BleuScenario scenario) {
        List<String> hypotheses = scenario.hypotheses();
        List<List<String>> references = scenario.references();
        return switch (this) {
            case NONE -> scenario;
            case SLIPPED ->
                scenario.withTexts(
                        hypotheses,
                        IntStream.range(0, references.size())
                                .mapToObj(at -> references.get((at + 1) % references.size()))
                                .toList());
            case SWAPPED ->
                scenario.withTexts(
                        references.stream().map(List::getFirst).toList(),
                        hypotheses.stream().map(List::of).toList());
            case CUT -> scenario.withTexts(hypotheses.stream().map(Mishap::half).toList(), references);
        };
    }

    private static String half(String line) {
        List<String> words = List.of(SPACE.split(line.strip()));
        return String.join(" ", words.subList(0, Math.ceilDiv(words.size(), 2)));
    }
}
