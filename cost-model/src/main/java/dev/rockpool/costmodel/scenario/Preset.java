package dev.rockpool.costmodel.scenario;

import java.util.Optional;

/// A scenario to start from, or two that show a surprise.
///
/// @param id its name in files
/// @param left what it is compared with, if it is a surprise
/// @param scenario the scenario; of a surprise, the one on the right
/// @param source where the case or its rule stands
public record Preset(String id, Optional<CostScenario> left, CostScenario scenario, String source) {
    /// Whether it shows what people are surprised by.
    public boolean isSurprise() {
        return left.isPresent();
    }
}
