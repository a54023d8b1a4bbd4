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

/// The unigram precision of a sentence that repeats a word.
public final class ClippedPrecision extends NumericTemplate<ClippedPrecision.Repeated> {
    private static final double PERCENT = 100;

    /// A sentence and its reference.
    ///
    /// @param said how often the sentence repeats the word
    /// @param allowed how often the reference has it, fewer
    /// @param known other words that the reference has
    /// @param unknown other words that it lacks
    /// @param more words of the reference alone
    public record Repeated(int said, int allowed, int known, int unknown, int more) {
        int length() {
            return said + known + unknown;
        }

        int reference() {
            return allowed + known + more;
        }

        BleuScenario scenario() {
            return Sentences.scenario(
                    Sentences.joined(
                            "the ".repeat(said), Sentences.words("word", known), Sentences.words("other", unknown)),
                    Sentences.joined(
                            "the ".repeat(allowed), Sentences.words("word", known), Sentences.words("more", more)),
                    1);
        }

        BigDecimal percent(int matched, int of) {
            return BigDecimal.valueOf(PERCENT * matched / of);
        }
    }

    public ClippedPrecision() {
        super(ClippedPrecision.class, "bleu-clipped", Unit.PLAIN, "0.01", "q27-f2");
    }

    @Override
    public Repeated draw(RandomGenerator random) {
        int said = whole(random, 4, 9);
        return new Repeated(
                said, whole(random, 2, said - 1), whole(random, 0, 5), whole(random, 1, 5), whole(random, 1, 6));
    }

    @Override
    public BigDecimal answer(Repeated drawn) {
        return BigDecimal.valueOf(Sentences.score(drawn.scenario()).precisions().getFirst());
    }

    @Override
    public List<WrongRule<Repeated>> wrongRules() {
        return List.of(
                rule("clip-forgotten", drawn -> drawn.percent(drawn.said() + drawn.known(), drawn.length())),
                rule("clipped-to-one", drawn -> drawn.percent(1 + drawn.known(), drawn.length())),
                rule(
                        "divided-by-reference",
                        drawn -> drawn.percent(drawn.allowed() + drawn.known(), drawn.reference())));
    }

    @Override
    public String stem(Repeated drawn) {
        return texts.get(
                "stem",
                drawn.length(),
                drawn.said(),
                drawn.known() + drawn.unknown(),
                drawn.known(),
                drawn.reference(),
                drawn.allowed());
    }

    @Override
    public List<String> solution(Repeated drawn) {
        return texts.solution(
                drawn.said(),
                drawn.allowed(),
                drawn.known(),
                drawn.allowed() + drawn.known(),
                drawn.length(),
                key(drawn));
    }

    @Override
    public Optional<LabScenario> show(Repeated drawn) {
        return Optional.of(LabScenario.of(Sentences.LAB, drawn.scenario()));
    }
}
