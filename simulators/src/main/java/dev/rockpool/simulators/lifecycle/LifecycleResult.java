package dev.rockpool.simulators.lifecycle;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.simulators.Figure;
import java.util.List;

/// What a whole run came to.
///
/// @param scenario what ran
/// @param events in the order of time
/// @param rejected why the service refuses the rules; then nothing happens
/// @param figures the numbers
/// @param bill from the first object to the end
/// @param untouched the same if there were no rules
/// @param last how the bucket stands at the end
public record LifecycleResult(
        LifecycleScenario scenario,
        List<LifecycleEvent> events,
        List<LifecycleFault> rejected,
        List<Figure> figures,
        Bill bill,
        Bill untouched,
        LifecycleSnapshot last) {
    public LifecycleResult {
        events = List.copyOf(events);
        rejected = List.copyOf(rejected);
        figures = List.copyOf(figures);
    }
}
