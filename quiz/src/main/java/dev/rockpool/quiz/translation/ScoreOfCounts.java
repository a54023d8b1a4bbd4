package dev.rockpool.quiz.translation;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.NumericTemplate;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.bleu.BleuScore;
import dev.rockpool.simulators.bleu.MatchCounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// BLEU-4 from what was counted.
public final class ScoreOfCounts extends NumericTemplate<ScoreOfCounts.Counted> {
    private static final int ORDERS = 4;
    private static final double PERCENT = 100;
    private static final double LEAST = 2;

    /// What was counted of one sentence.
    ///
    /// @param length of the translation in tokens
    /// @param reference its length
    /// @param matches by order, from single tokens on
    public record Counted(int length, int reference, List<Integer> matches) {
        double precision(int order) {
            return (double) matches.get(order - 1) / (length - order + 1);
        }

        double penalty() {
            return length >= reference ? 1 : Math.exp(1 - (double) reference / length);
        }

        BleuScore score() {
            return BleuScore.of(
                    new MatchCounts(
                            matches.stream().map(Integer::longValue).toList(),
                            IntStream.range(0, ORDERS)
                                    .mapToObj(order -> (long) length - order)
                                    .toList(),
                            length,
                            reference),
                    Sentences.scenario("word", "word", ORDERS),
                    false);
        }
    }

    public ScoreOfCounts() {
        super(ScoreOfCounts.class, "bleu-counts", Unit.PLAIN, "0.01", "q27-f8", "q27-f3");
    }

    @Override
    public Counted draw(RandomGenerator random) {
        int length = whole(random, 8, 20);
        int one = whole(random, length / 2, length);
        int two = whole(random, 3, Math.max(3, one - 1));
        int three = whole(random, 2, Math.max(2, two - 1));
        int four = whole(random, 1, Math.max(1, three - 1));
        return new Counted(length, length + whole(random, 1, 6), List.of(one, two, three, four));
    }

    @Override
    public boolean isFair(Counted counted) {
        return answer(counted).doubleValue() >= LEAST;
    }

    @Override
    public BigDecimal answer(Counted counted) {
        return BigDecimal.valueOf(counted.score().score());
    }

    @Override
    public List<WrongRule<Counted>> wrongRules() {
        return List.of(
                rule("arithmetic-mean", counted -> percent(() -> counted.penalty() * mean(counted))),
                rule("penalty-forgotten", counted -> percent(() -> Math.pow(product(counted), 1.0 / ORDERS))),
                rule("product-without-root", counted -> percent(() -> counted.penalty() * product(counted))));
    }

    private static BigDecimal percent(DoubleSupplier share) {
        return BigDecimal.valueOf(PERCENT * share.getAsDouble());
    }

    private static double mean(Counted counted) {
        return IntStream.rangeClosed(1, ORDERS)
                .mapToDouble(counted::precision)
                .average()
                .orElse(0);
    }

    private static double product(Counted counted) {
        return IntStream.rangeClosed(1, ORDERS).mapToDouble(counted::precision).reduce(1, (one, other) -> one * other);
    }

    @Override
    public String stem(Counted counted) {
        List<Integer> matches = counted.matches();
        return texts.get(
                "stem",
                counted.length(),
                counted.reference(),
                matches.get(0),
                counted.length(),
                matches.get(1),
                counted.length() - 1,
                matches.get(2),
                counted.length() - 2,
                matches.get(3),
                counted.length() - 3);
    }

    @Override
    public List<String> solution(Counted counted) {
        return texts.solution(
                Unit.PLAIN.number(PERCENT * Math.pow(product(counted), 1.0 / ORDERS)),
                counted.reference(),
                counted.length(),
                Unit.PLAIN.number(counted.penalty()),
                key(counted));
    }

    /// There are counts only, and no sentence to show.
    @Override
    public Optional<LabScenario> show(Counted counted) {
        return Optional.empty();
    }
}
