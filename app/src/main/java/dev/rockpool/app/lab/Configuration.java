package dev.rockpool.app.lab;

import dev.rockpool.app.kit.ParameterValue;
import dev.rockpool.simulators.Parameter;

/// A scenario and where it came from.
record Configuration<S>(S scenario, Origin<S> origin) {
    Configuration<S> with(S changed) {
        return new Configuration<>(changed, origin);
    }

    /// Whether a parameter differs from how the configuration came.
    boolean isChanged(Parameter<S> parameter) {
        return !ParameterValue.same(parameter, scenario, origin.baseline());
    }
}
