package dev.rockpool.quiz.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Template;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The right answers a second time: closed forms of Papineni et al. 2002 and of perplexity.
final class TranslationTemplatesTest {
    private static final int DRAWS = 200;

    private static <P> void each(Template<P> template, Consumer<P> check) {
        RandomGenerator random = new Seed(5).derive(template.id());
        int asked = 0;
        while (asked < DRAWS) {
            P parameters = template.draw(random);
            if (template.isFair(parameters)) {
                check.accept(parameters);
                asked++;
            }
        }
    }

    @Test
    void aRepeatedWordCountsAsOftenAsTheReferenceHasIt() {
        ClippedPrecision template = new ClippedPrecision();
        each(
                template,
                drawn -> assertThat(template.answer(drawn).doubleValue())
                        .isCloseTo(
                                100.0
                                        * (drawn.allowed() + drawn.known())
                                        / (drawn.said() + drawn.known() + drawn.unknown()),
                                within(1e-9)));
    }

    @Test
    void shortTranslationsPay() {
        BrevityPenalty template = new BrevityPenalty();
        each(
                template,
                lengths -> assertThat(template.answer(lengths).doubleValue())
                        .isCloseTo(Math.exp(1 - (double) lengths.reference() / lengths.candidate()), within(1e-12)));
    }

    @Test
    void bleuIsThePenaltyTimesTheGeometricMean() {
        ScoreOfCounts template = new ScoreOfCounts();
        each(template, counted -> {
            double logarithms = 0;
            for (int order = 0; order < 4; order++) {
                logarithms += Math.log((double) counted.matches().get(order) / (counted.length() - order));
            }
            double penalty = Math.min(0, 1 - (double) counted.reference() / counted.length());
            assertThat(template.answer(counted).doubleValue())
                    .isCloseTo(100 * Math.exp(penalty + logarithms / 4), within(1e-9));
        });
    }

    @Test
    void perplexityIsTheInverseOfTheGeometricMean() {
        PerplexityOfTokens template = new PerplexityOfTokens();
        each(template, tokens -> {
            double product = 1;
            for (double chance : tokens.probabilities()) {
                product *= chance;
            }
            assertThat(template.answer(tokens).doubleValue())
                    .isCloseTo(Math.pow(product, -1.0 / tokens.probabilities().size()), within(1e-9));
        });
    }
}
