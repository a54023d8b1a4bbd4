package dev.rockpool.app.lab;

import java.util.Map;

/// What a stage tells when the learner drags something in it that stands for parameters.
public interface StageEdits {
    /// Sets sliders, all at once; further calls belong to the same gesture until [#seal].
    ///
    /// @param values by the id of the [dev.rockpool.simulators.Parameter.Slider], in its stored unit
    void set(Map<String, Double> values);

    /// The gesture is over.
    void seal();
}
