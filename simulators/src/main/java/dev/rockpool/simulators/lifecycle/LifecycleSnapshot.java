package dev.rockpool.simulators.lifecycle;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A bucket once the midnight that begins a day is over.
///
/// @param second the day, counted from that of the first object
/// @param seconds the days of the run
/// @param date of the day
/// @param dots what the field shows: versions, markers and uploads, those that are gone too; at most [#MOST_DOTS]
/// @param layers the classes that the run ever uses, warmest first, with all that lies in each
/// @param plan every midnight of the run at which anything happens, in order of time
/// @param faults why the service refuses the rules
/// @param isPaused whether the rules are disabled
/// @param measures of this day
/// @param events of this day
/// @param numbers computed when asked for
/// @param bills computed when asked for
public record LifecycleSnapshot(
        long second,
        long seconds,
        LocalDate date,
        List<Dot> dots,
        List<Layer> layers,
        List<Midnight> plan,
        List<LifecycleFault> faults,
        boolean isPaused,
        List<Measure> measures,
        List<LabEvent> events,
        Supplier<List<Figure>> numbers,
        Supplier<Bill> bills)
        implements Snapshot {
    /// The most dots.
    public static final int MOST_DOTS = 600;

    public LifecycleSnapshot {
        dots = List.copyOf(dots);
        layers = List.copyOf(layers);
        plan = List.copyOf(plan);
        faults = List.copyOf(faults);
        measures = List.copyOf(measures);
        events = List.copyOf(events);
    }

    /// What a dot is.
    public enum Kind {
        CURRENT,
        NONCURRENT,
        MARKER,
        UPLOAD
    }

    /// A version, a delete marker or an upload; or many that are alike.
    ///
    /// @param id names it in the picture and the log
    /// @param key of the object
    /// @param versionId of the version
    /// @param kind what it is now, or was at its end
    /// @param bytes of one
    /// @param count how many are alike
    /// @param storageClass where it is, or was
    /// @param age days since it was written
    /// @param isGone whether it has gone
    /// @param hasMoved whether something happened to it at this midnight
    /// @param next what happens to it next
    public record Dot(
            String id,
            String key,
            String versionId,
            Kind kind,
            long bytes,
            long count,
            StorageClass storageClass,
            long age,
            boolean isGone,
            boolean hasMoved,
            Optional<Next> next) {}

    /// What is to come for a dot.
    ///
    /// @param second the day
    /// @param to of a transition
    public record Next(long second, LifecycleAction action, Optional<StorageClass> to) {}

    /// What lies in one class.
    ///
    /// @param name of the class, for people
    /// @param objects versions and uploads
    /// @param bytes of them
    public record Layer(StorageClass storageClass, String name, long objects, long bytes) {}

    /// A midnight at which something happens.
    ///
    /// @param second the day
    /// @param transitions how many versions move
    /// @param ends how many go, or are put under a marker
    public record Midnight(long second, long transitions, long ends) {}

    @Override
    public List<Figure> figures() {
        return numbers.get();
    }

    @Override
    public Bill monthlyBill() {
        return bills.get();
    }
}
