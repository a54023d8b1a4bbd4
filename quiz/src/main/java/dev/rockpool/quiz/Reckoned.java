package dev.rockpool.quiz;

import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// A template whose answer is typed, given by its calculations.
///
/// @param beside a class that its sentences stand beside
/// @param id the template's
/// @param unit of the answer
/// @param tolerating how far off a typed answer may be, by the right one; stored
/// @param facts it asks for
/// @param drawing makes parameters
/// @param fair whether they make a question
/// @param answering the right answer, stored
/// @param wrongRules the mistakes
/// @param values of the stem and the solution, as they are printed
/// @param showing where the number can be seen
public record Reckoned<P>(
        Class<?> beside,
        String id,
        Unit unit,
        Function<BigDecimal, BigDecimal> tolerating,
        List<String> facts,
        Function<RandomGenerator, P> drawing,
        Predicate<P> fair,
        Function<P, BigDecimal> answering,
        List<WrongRule<P>> wrongRules,
        Function<P, List<String>> values,
        Function<P, Optional<LabScenario>> showing)
        implements Template<P> {
    public Reckoned {
        facts = List.copyOf(facts);
        wrongRules = List.copyOf(wrongRules);
    }

    private TemplateTexts texts() {
        return new TemplateTexts(beside, id);
    }

    @Override
    public String title() {
        return texts().title();
    }

    @Override
    public Form.Kind kind() {
        return Form.Kind.NUMERIC;
    }

    @Override
    public P draw(RandomGenerator random) {
        return drawing.apply(random);
    }

    @Override
    public boolean isFair(P parameters) {
        return fair.test(parameters);
    }

    @Override
    public BigDecimal answer(P parameters) {
        return answering.apply(parameters);
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return tolerating.apply(answer);
    }

    @Override
    public String stem(P parameters) {
        return texts().get("stem", values.apply(parameters).toArray());
    }

    /// The last argument is the answer.
    @Override
    public List<String> solution(P parameters) {
        List<Object> arguments = new ArrayList<>(values.apply(parameters));
        arguments.add(unit.format(answer(parameters).doubleValue()));
        return texts().solution(arguments.toArray());
    }

    @Override
    public Optional<LabScenario> show(P parameters) {
        return showing.apply(parameters);
    }
}
