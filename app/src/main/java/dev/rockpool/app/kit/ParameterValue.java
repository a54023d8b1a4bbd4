package dev.rockpool.app.kit;

import dev.rockpool.simulators.Parameter;

/// What a parameter is set to, read from scenarios.
public final class ParameterValue {
    private ParameterValue() {}

    /// The value as people read it: `10 shards`, `On-demand`.
    public static <S> String shown(Parameter<S> parameter, S scenario) {
        return parameter.shown(scenario);
    }

    /// Whether two scenarios have the same value, or it means nothing in both.
    public static <S> boolean same(Parameter<S> parameter, S one, S other) {
        if (parameter.applies(one) != parameter.applies(other)) {
            return false;
        }
        return !parameter.applies(one) || shown(parameter, one).equals(shown(parameter, other));
    }
}
