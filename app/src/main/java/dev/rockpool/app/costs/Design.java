package dev.rockpool.app.costs;

import dev.rockpool.costmodel.fleet.FleetPreset;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.scenario.CostScenario;
import dev.rockpool.costmodel.scenario.Preset;
import java.util.Optional;

/// What is on the screen: a scenario, where it came from, and what stands beside it.
///
/// @param origin where it came from
/// @param scenario as it is now; of two, the one on the right
/// @param left what it is compared with
/// @param fleet objects that age, which stand in the place of the scenario; empty for services
record Design(Origin origin, CostScenario scenario, Optional<CostScenario> left, Optional<FleetScenario> fleet) {
    /// Nothing yet.
    static final Design NOTHING = new Design(new Origin.Blank(), CostScenario.EMPTY, Optional.empty());

    /// A design of services.
    Design(Origin origin, CostScenario scenario, Optional<CostScenario> left) {
        this(origin, scenario, left, Optional.empty());
    }

    /// A design of objects that age, as it came.
    static Design of(Origin.Ageing origin) {
        return new Design(origin, CostScenario.EMPTY, Optional.empty(), Optional.of(origin.came()));
    }

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

        /// A fleet: shipped, kept, read from a report, or with rules that another screen brought.
        ///
        /// @param name for people; empty for a shipped one, which has its name by its id
        /// @param preset the shipped one
        record Ageing(String name, Optional<FleetPreset> preset, FleetScenario came) implements Origin {
            @Override
            public CostScenario baseline() {
                return CostScenario.EMPTY;
            }
        }
    }

    /// The design that a preset opens as.
    static Design of(Preset preset) {
        return new Design(new Origin.Shipped(preset), preset.scenario(), preset.left());
    }

    /// This design with another scenario.
    Design with(CostScenario changed) {
        return new Design(origin, changed, left);
    }

    /// This design with another fleet.
    Design with(FleetScenario changed) {
        return new Design(origin, scenario, left, Optional.of(changed));
    }

    /// How many months are foreseen.
    int months() {
        return fleet.map(FleetScenario::months).orElse(scenario.months());
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
