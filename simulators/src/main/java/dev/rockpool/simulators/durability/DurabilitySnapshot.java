package dev.rockpool.simulators.durability;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.function.Supplier;

/// How a stripe stands after a day, and what each method says of it.
///
/// @param second days since the beginning
/// @param seconds days of the run
/// @param scenario what is asked
/// @param shards of the stripe
/// @param isLost whether the data were lost on that day
/// @param losses so far
/// @param estimates by every method, in the order of [LossMethod]
/// @param events of the last day
/// @param measures of the last day
/// @param numbers computes figures
public record DurabilitySnapshot(
        long second,
        long seconds,
        DurabilityScenario scenario,
        List<ShardState> shards,
        boolean isLost,
        long losses,
        List<DurabilityEstimate> estimates,
        List<LabEvent> events,
        List<Measure> measures,
        Supplier<List<Figure>> numbers)
        implements Snapshot {
    /// One shard.
    ///
    /// @param name `D1`, `P3`, `L1`, `G2`
    /// @param role what it holds
    /// @param zone where it is, from 0
    /// @param health how its drive is
    public record ShardState(String name, Role role, int zone, Health health) {}

    /// What a shard holds.
    public enum Role {
        DATA,
        PARITY,
        LOCAL_PARITY,
        GLOBAL_PARITY
    }

    /// How the drive of a shard is.
    public enum Health {
        WHOLE,
        /// Failed, and no crew is at it.
        WAITING,
        REPAIRING
    }

    public DurabilitySnapshot {
        shards = List.copyOf(shards);
        estimates = List.copyOf(estimates);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
    }

    @Override
    public List<Figure> figures() {
        return numbers.get();
    }

    /// Drives are not rented by the request: nothing is billed.
    @Override
    public Bill monthlyBill() {
        return new Bill(Money.USD, List.of());
    }
}
