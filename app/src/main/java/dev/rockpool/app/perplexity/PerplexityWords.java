package dev.rockpool.app.perplexity;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.perplexity.NgramModel;
import dev.rockpool.simulators.perplexity.PerplexitySnapshot;

/// What the picture shows, in sentences.
final class PerplexityWords {
    private static final double LN_2 = Math.log(2);

    private final Texts texts;

    PerplexityWords(Texts texts) {
        this.texts = texts;
    }

    /// The one sentence about the tokens so far.
    String summary(PerplexitySnapshot now) {
        int come = now.probabilities().size();
        return come == 0
                ? texts.get("perplexity.told.start", now.seconds())
                : texts.get("perplexity.told", come, now.seconds(), Unit.PLAIN.number(mean(now)));
    }

    /// A token, and where its probability comes from.
    String token(PerplexitySnapshot now, int at) {
        double probability = now.probabilities().get(at);
        String bits = Unit.PLAIN.number(bits(probability));
        if (at >= now.foreseen().size()) {
            return texts.get("perplexity.token", at + 1, Unit.CHANCE.number(probability), bits);
        }
        NgramModel.Foreseen step = now.foreseen().get(at);
        String context = step.context().isEmpty()
                ? texts.get("perplexity.anywhere")
                : texts.get("perplexity.after", step.context());
        return texts.get(
                "perplexity.foreseen",
                step.token(),
                context,
                step.count(),
                step.contexts(),
                Unit.CHANCE.number(probability),
                bits);
    }

    /// What stands under the bar of a token.
    String name(PerplexitySnapshot now, int at) {
        return now.text().get(at);
    }

    String probability(double probability) {
        return Unit.CHANCE
                .number(probability)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    String bitsOf(double probability) {
        return Unit.PLAIN.number(bits(probability));
    }

    static double bits(double probability) {
        return probability >= 1 ? 0 : -Math.log(probability) / LN_2;
    }

    /// Mean surprise so far, bits a token.
    static double mean(PerplexitySnapshot now) {
        return now.probabilities().stream()
                .mapToDouble(PerplexityWords::bits)
                .average()
                .orElse(0);
    }

    String claim(PerplexitySnapshot now) {
        if (now.probabilities().isEmpty()) {
            return texts.get("perplexity.claim.start");
        }
        double mean = mean(now);
        return Double.isInfinite(mean)
                ? texts.get(
                        "perplexity.claim.infinite",
                        now.probabilities().stream()
                                .filter(probability -> probability == 0)
                                .count())
                : texts.get("perplexity.claim", Unit.PLAIN.number(mean), Unit.PLAIN.number(Math.pow(2, mean)));
    }

    String average(PerplexitySnapshot now) {
        return texts.get("perplexity.mean", Unit.PLAIN.number(mean(now)));
    }

    String choices() {
        return texts.get("perplexity.choices");
    }

    String legend() {
        return texts.get("perplexity.legend");
    }
}
