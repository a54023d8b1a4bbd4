package dev.rockpool.quiz;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/// A calculation with one mistake in it.
///
/// @param <P> the template's parameters
/// @param misconception the mistake
/// @param answer what it leads to, in the stored unit of the template; empty where it leads nowhere
public record WrongRule<P>(Misconception misconception, Function<P, Optional<BigDecimal>> answer) {
    /// A rule that always leads to an answer.
    public static <P> WrongRule<P> of(Misconception misconception, Function<P, BigDecimal> answer) {
        return new WrongRule<>(misconception, answer.andThen(Optional::of));
    }
}
