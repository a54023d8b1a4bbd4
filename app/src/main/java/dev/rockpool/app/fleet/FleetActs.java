package dev.rockpool.app.fleet;

import dev.rockpool.app.kit.ParameterEdits;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.fleet.FleetScenario;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// What the fleet's cards act on.
public interface FleetActs extends ParameterEdits<FleetScenario> {
    /// The scenario; empty while something else is in front.
    ObservableValue<Optional<FleetScenario>> scenario();

    /// The scenario as it came, or as it is while none came.
    FleetScenario baseline();

    /// What came of the last scenario that could be played.
    ObservableValue<Optional<FleetOutcome>> outcome();

    /// The cheapest rules for this scenario; empty until they were looked for.
    ObservableValue<Optional<FleetFound>> found();

    /// Whether they are being looked for.
    ObservableValue<Boolean> searching();

    /// The month that is looked at, from 0; below 0 for all together.
    ObservableValue<Number> month();

    /// The prices in use.
    ObservableValue<PriceBook> book();
}
