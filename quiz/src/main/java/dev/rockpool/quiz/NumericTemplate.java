package dev.rockpool.quiz;

import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// A template whose answer is typed, with sentences beside its class.
///
/// @param <P> the template's parameters
public abstract class NumericTemplate<P> implements Template<P> {
    private final String id;
    private final Unit unit;
    private final BigDecimal tolerance;
    private final List<String> facts;

    /// The sentences of this template.
    protected final TemplateTexts texts;

    /// @param tolerance the part of the answer that a typed number may be off
    protected NumericTemplate(Class<?> beside, String id, Unit unit, String tolerance, String... facts) {
        this.id = id;
        this.unit = unit;
        this.tolerance = new BigDecimal(tolerance);
        this.facts = List.of(facts);
        texts = new TemplateTexts(beside, id);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return texts.title();
    }

    @Override
    public final Form.Kind kind() {
        return Form.Kind.NUMERIC;
    }

    @Override
    public final Unit unit() {
        return unit;
    }

    @Override
    public final List<String> facts() {
        return facts;
    }

    @Override
    public final BigDecimal tolerance(BigDecimal answer) {
        return answer.multiply(tolerance);
    }

    @Override
    public boolean isFair(P parameters) {
        return true;
    }

    /// The right answer as a solution prints it.
    protected final String key(P parameters) {
        return unit.format(answer(parameters).doubleValue());
    }

    /// A whole number from `low` to `high`.
    protected static int whole(RandomGenerator random, int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /// A number as a stem prints it.
    protected static String count(long number) {
        return Unit.COUNT.number(number);
    }
}
