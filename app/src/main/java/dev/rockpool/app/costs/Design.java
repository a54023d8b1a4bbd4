package dev.rockpool.app.costs;

import dev.rockpool.costmodel.scenario.CostScenario;
import dev.rockpool.costmodel.scenario.Preset;
import java.util.Optional;

/// What is on the screen: a scenario, where it came from, and what stands beside it.
///
/// @param origin where it came from
/// @param scenario as it is now; of two, the one on the right
/// @param left what it is compared with
record Design(Origin origin, CostScenario scenario, Optional<CostScenario> left) {
    /// Nothing yet.
    static final Design NOTHING = new Design(new Origin.Blank(), CostScenario.EMPTY, Optional.empty());

    /// Where a design came from.
    sealed interface Origin {
        /// The scenario as it came.
        CostScenario baseline();

        /// Nothing, to be filled by hand.
        record Blank() implements Origin {
            @Override
            public CostScenario baseline() {
                return CostScenario.EMPTY;
            }
        }

        /// A preset or a surprise.
        record Shipped(Preset preset) implements Origin {
            @Override
            public CostScenario baseline() {
                return preset.scenario();
            }
        }

        /// A scenario that was kept.
        record Kept(String name, CostScenario baseline) implements Origin {}
    }

    /// The design that a preset opens as.
    static Design of(Preset preset) {
        return new Design(new Origin.Shipped(preset), preset.scenario(), preset.left());
    }

    /// This design with another scenario.
    Design with(CostScenario changed) {
        return new Design(origin, changed, left);
    }

    /// What a change of a parameter is taken back to: the scenario as it came, where it has the same parts.
    CostScenario baseline() {
        CostScenario came = origin.baseline();
        boolean sameParts = came.parts().stream()
                .map(part -> part.kind())
                .toList()
                .equals(scenario.parts().stream().map(part -> part.kind()).toList());
        return sameParts ? came : came.of(scenario.parts());
    }
}
