package dev.rockpool.app.lab;

import java.util.Map;

/// What a stage tells when the learner drags something in it that stands for parameters.
public interface StageEdits {
    /// Sets sliders, all at once; further calls belong to the same gesture until [#seal].
    ///
    /// @param values by the id of the [dev.rockpool.simulators.Parameter.Slider], in its stored unit
    void set(Map<String, Double> values);

    /// Sets sliders and choices, all at once, in the order of the lab's parameters.
    ///
    /// @param values as in [#set]
    /// @param chosen the option's id by the id of the [dev.rockpool.simulators.Parameter.Choice]
    void set(Map<String, Double> values, Map<String, String> chosen);

    /// The gesture is over.
    void seal();
}
