package dev.rockpool.simulators.access;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How far a request, and the month of requests after it, have come.
///
/// @param second steps so far
/// @param seconds steps of the whole run
/// @param scenario what is asked
/// @param walked the steps of the way so far
/// @param ahead how many steps of the way are still to come
/// @param ways every way beside one another
/// @param panels the policies on the way
/// @param outcome once the last step of the way is walked
/// @param parts of the month so far
/// @param share of the month's requests that the closed form foresees as allowed
/// @param events of the last step
/// @param measures of the last step
/// @param numbers computes figures
/// @param cost computes the bill of a month
public record AccessSnapshot(
        long second,
        long seconds,
        AccessScenario scenario,
        List<PassageStep> walked,
        int ahead,
        List<WayState> ways,
        List<PolicyPanel> panels,
        Optional<Outcome> outcome,
        List<Tally> parts,
        double share,
        List<LabEvent> events,
        List<Measure> measures,
        Supplier<List<Figure>> numbers,
        Supplier<Bill> cost)
        implements Snapshot {
    /// How many parts a month has.
    public static final int PARTS = MonthDraw.PARTS;

    /// How many days a part has.
    public static final int DAYS_A_PART = MonthDraw.DAYS_A_PART;

    public AccessSnapshot {
        walked = List.copyOf(walked);
        ways = List.copyOf(ways);
        panels = List.copyOf(panels);
        parts = List.copyOf(parts);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
    }

    @Override
    public List<Figure> figures() {
        return numbers.get();
    }

    @Override
    public Bill monthlyBill() {
        return cost.get();
    }
}
