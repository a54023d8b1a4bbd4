package dev.rockpool.lifecycle;

import java.util.List;

/// What came of reading a lifecycle configuration.
public sealed interface LifecycleReading {
    /// The service would take it.
    record Accepted(LifecycleConfiguration configuration) implements LifecycleReading {}

    /// The service would refuse it.
    ///
    /// @param faults all that were found, in the order of the rules; the service names the first only
    record Rejected(List<LifecycleFault> faults) implements LifecycleReading {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
