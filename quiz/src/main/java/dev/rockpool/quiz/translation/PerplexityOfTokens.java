package dev.rockpool.quiz.translation;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.NumericTemplate;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.perplexity.PerplexityLab;
import dev.rockpool.simulators.perplexity.PerplexityScenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The perplexity of a few tokens.
public final class PerplexityOfTokens extends NumericTemplate<PerplexityOfTokens.Tokens> {
    private static final PerplexityLab LAB = new PerplexityLab();
    private static final List<String> CHANCES = List.of("0.5", "0.4", "0.25", "0.2", "0.125", "0.1", "0.05", "0.02");
    private static final double LN_2 = Math.log(2);
    private static final double LEAST_BITS = 1;

    /// What a model gave to the tokens that came.
    ///
    /// @param chances of the tokens, in decimals
    public record Tokens(List<String> chances) {
        List<Double> probabilities() {
            return chances.stream().map(Double::valueOf).toList();
        }

        PerplexityScenario scenario() {
            return new PerplexityScenario(probabilities(), Optional.empty());
        }

        double perplexity() {
            return LAB.run(scenario()).perplexity();
        }
    }

    public PerplexityOfTokens() {
        super(PerplexityOfTokens.class, "perplexity-tokens", Unit.PLAIN, "0.01", "q27-f5");
    }

    @Override
    public Tokens draw(RandomGenerator random) {
        List<String> chances = new ArrayList<>();
        int count = whole(random, 2, 4);
        for (int at = 0; at < count; at++) {
            chances.add(CHANCES.get(random.nextInt(CHANCES.size())));
        }
        return new Tokens(List.copyOf(chances));
    }

    @Override
    public boolean isFair(Tokens tokens) {
        return tokens.chances().stream().distinct().count() > 1 && Math.log(tokens.perplexity()) / LN_2 > LEAST_BITS;
    }

    @Override
    public BigDecimal answer(Tokens tokens) {
        return BigDecimal.valueOf(tokens.perplexity());
    }

    @Override
    public List<WrongRule<Tokens>> wrongRules() {
        return List.of(
                rule("bits-as-perplexity", tokens -> BigDecimal.valueOf(Math.log(tokens.perplexity()) / LN_2)),
                rule(
                        "inverse-of-mean",
                        tokens -> BigDecimal.valueOf(1
                                / tokens.probabilities().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .average()
                                        .orElse(1))),
                rule(
                        "mean-of-inverses",
                        tokens -> BigDecimal.valueOf(tokens.probabilities().stream()
                                .mapToDouble(chance -> 1 / chance)
                                .average()
                                .orElse(1))),
                rule(
                        "product-without-root",
                        tokens -> BigDecimal.valueOf(Math.pow(
                                tokens.perplexity(), tokens.probabilities().size()))));
    }

    @Override
    public String stem(Tokens tokens) {
        return texts.get(
                "stem", tokens.chances().size(), tokens.chances().stream().collect(Collectors.joining(", ")));
    }

    @Override
    public List<String> solution(Tokens tokens) {
        return texts.solution(
                String.join(" × ", tokens.chances()), tokens.chances().size(), key(tokens));
    }

    @Override
    public Optional<LabScenario> show(Tokens tokens) {
        return Optional.of(LabScenario.of(LAB, tokens.scenario()));
    }
}
