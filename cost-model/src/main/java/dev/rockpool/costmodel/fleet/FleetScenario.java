package dev.rockpool.costmodel.fleet;

import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.UnaryOperator;

/// Objects that age for some months under lifecycle rules, and what that is compared with.
///
/// @param objects described, or of an inventory report
/// @param rules a lifecycle configuration as it is written, JSON; the service may refuse it
/// @param region where the bucket is
/// @param start the first month
/// @param months how many are played, 1 to [#MOST_MONTHS]
/// @param against what the rules are compared with
public record FleetScenario(
        Objects objects, String rules, String region, YearMonth start, int months, Against against) {
    /// Five years.
    public static final int MOST_MONTHS = 60;

    /// No rules, as they are written.
    public static final String NO_RULES = "{\"Rules\":[]}";

    /// Where the objects come from.
    public sealed interface Objects {
        /// Drawn from distributions.
        record Described(Fleet fleet) implements Objects {}

        /// Listed by a report.
        ///
        /// @param file its `manifest.json`, or one of its data files
        record Reported(Path file) implements Objects {}
    }

    /// What rules are compared with.
    public enum Against {
        NOTHING("nothing"),
        INTELLIGENT_TIERING("intelligent-tiering");

        private final String id;

        Against(String id) {
            this.id = id;
        }

        /// As scenarios write it.
        public String id() {
            return id;
        }
    }

    public FleetScenario {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months is 1 to " + MOST_MONTHS + ", not " + months + ".");
        }
    }

    /// What the service makes of the rules.
    ///
    /// @throws dev.rockpool.kernel.InputException if they are no JSON
    public LifecycleReading reading() {
        return LifecycleJson.read("rules", rules);
    }

    /// The rules, or none where the service refuses them.
    public LifecycleConfiguration configuration() {
        return switch (reading()) {
            case LifecycleReading.Accepted accepted -> accepted.configuration();
            case LifecycleReading.Rejected _ -> LifecycleConfiguration.NONE;
        };
    }

    /// This scenario with other objects.
    public FleetScenario of(Objects other) {
        return new FleetScenario(other, rules, region, start, months, against);
    }

    /// This scenario with the described fleet changed; a report stays as it is.
    public FleetScenario with(UnaryOperator<Fleet> change) {
        return switch (objects) {
            case Objects.Described(Fleet fleet) -> of(new Objects.Described(change.apply(fleet)));
            case Objects.Reported _ -> this;
        };
    }

    /// This scenario under other rules.
    public FleetScenario under(String other) {
        return new FleetScenario(objects, other, region, start, months, against);
    }

    /// This scenario in another region.
    public FleetScenario in(String other) {
        return new FleetScenario(objects, rules, other, start, months, against);
    }

    /// This scenario from another month on.
    public FleetScenario from(YearMonth other) {
        return new FleetScenario(objects, rules, region, other, months, against);
    }

    /// This scenario over another time.
    public FleetScenario over(int other) {
        return new FleetScenario(objects, rules, region, start, other, against);
    }

    /// This scenario compared with something else.
    public FleetScenario against(Against other) {
        return new FleetScenario(objects, rules, region, start, months, other);
    }
}
