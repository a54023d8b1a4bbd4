package dev.rockpool.quiz.translation;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.NumericTemplate;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.bleu.BleuScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What BLEU multiplies a translation with that is too short.
public final class BrevityPenalty extends NumericTemplate<BrevityPenalty.Lengths> {
    private static final double LEAST = 0.1;

    /// Lengths in tokens.
    ///
    /// @param candidate of the translation
    /// @param reference of the reference, more
    public record Lengths(int candidate, int reference) {
        BleuScenario scenario() {
            String all = Sentences.words("word", reference);
            return Sentences.scenario(Sentences.words("word", candidate), all, 1);
        }

        double ratio() {
            return (double) reference / candidate;
        }
    }

    public BrevityPenalty() {
        super(BrevityPenalty.class, "bleu-brevity", Unit.PLAIN, "0.012", "q27-f3");
    }

    @Override
    public Lengths draw(RandomGenerator random) {
        int candidate = whole(random, 5, 30);
        return new Lengths(candidate, candidate + whole(random, 1, 20));
    }

    @Override
    public boolean isFair(Lengths lengths) {
        return Math.exp(1 - lengths.ratio()) >= LEAST;
    }

    @Override
    public BigDecimal answer(Lengths lengths) {
        return BigDecimal.valueOf(Sentences.score(lengths.scenario()).brevityPenalty());
    }

    @Override
    public List<WrongRule<Lengths>> wrongRules() {
        return List.of(
                rule("ratio-as-penalty", lengths -> BigDecimal.valueOf(1 / lengths.ratio())),
                rule("penalty-forgotten", _ -> BigDecimal.ONE),
                rule("penalty-swapped", lengths -> BigDecimal.valueOf(Math.exp(1 - 1 / lengths.ratio()))));
    }

    @Override
    public String stem(Lengths lengths) {
        return texts.get("stem", lengths.candidate(), lengths.reference());
    }

    @Override
    public List<String> solution(Lengths lengths) {
        return texts.solution(lengths.candidate(), lengths.reference(), key(lengths));
    }

    @Override
    public Optional<LabScenario> show(Lengths lengths) {
        return Optional.of(LabScenario.of(Sentences.LAB, lengths.scenario()));
    }
}
