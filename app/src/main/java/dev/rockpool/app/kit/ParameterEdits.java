package dev.rockpool.app.kit;

import java.util.function.UnaryOperator;

/// What the rows of a parameter panel act on.
///
/// @param <S> the scenario
public interface ParameterEdits<S> {
    /// Changes the scenario.
    ///
    /// @param gesture under which further changes count as the same one; empty for an act of its own
    void change(UnaryOperator<S> edit, String gesture);

    /// The gesture is over.
    void seal();
}
