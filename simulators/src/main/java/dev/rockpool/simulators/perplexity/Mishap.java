package dev.rockpool.simulators.perplexity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What goes wrong between a model and a text.
public enum Mishap {
    NONE("none"),
    /// The last token is one that the model never saw: a name, a typing error, another language.
    UNSEEN("unseen"),
    /// The second half of the training sentences is missing.
    FORGOTTEN("forgotten");

    /// Stands in for a token that nobody ever wrote.
    private static final String STRANGER = "\uFFFD";

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

    /// Whether it makes a difference to `scenario`: only a model can forget, and only more than one sentence.
    boolean applies(PerplexityScenario scenario) {
        return switch (this) {
            case NONE, UNSEEN -> true;
            case FORGOTTEN ->
                scenario.model().filter(model -> model.training().size() > 1).isPresent();
        };
    }

    /// The probabilities as this leaves them.
    List<Double> befall(List<Double> probabilities) {
        if (this != UNSEEN) {
            return probabilities;
        }
        List<Double> changed = new ArrayList<>(probabilities);
        changed.set(changed.size() - 1, 0.0);
        return List.copyOf(changed);
    }

    /// The model and its text as this leaves them.
    NgramModel befall(NgramModel model) {
        return switch (this) {
            case NONE -> model;
            case UNSEEN -> {
                List<String> words = new ArrayList<>(NgramModel.words(model.test()));
                words.set(words.size() - 1, STRANGER);
                yield new NgramModel(
                        model.training(), String.join(" ", words), model.order(), model.addK(), model.vocabulary());
            }
            case FORGOTTEN ->
                new NgramModel(
                        model.training()
                                .subList(0, Math.ceilDiv(model.training().size(), 2)),
                        model.test(),
                        model.order(),
                        model.addK(),
                        model.vocabulary());
        };
    }
}
