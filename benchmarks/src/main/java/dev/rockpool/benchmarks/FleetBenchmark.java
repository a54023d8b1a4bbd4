package dev.rockpool.benchmarks;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.fleet.CohortSource;
import dev.rockpool.costmodel.fleet.Fleet;
import dev.rockpool.costmodel.fleet.FleetGroup;
import dev.rockpool.costmodel.fleet.FleetRun;
import dev.rockpool.costmodel.fleet.FleetTerms;
import dev.rockpool.costmodel.fleet.Inventory;
import dev.rockpool.costmodel.fleet.Plan;
import dev.rockpool.costmodel.fleet.ReadPattern;
import dev.rockpool.costmodel.fleet.SizeBands;
import dev.rockpool.costmodel.fleet.SizeDistribution;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// Fleets over months: object by object, by cohorts, and out of a Parquet inventory that it writes first.
///
/// `FleetBenchmark FOLDER`: the inventory of ten million rows is written to `FOLDER/inventory.parquet`. Run it with
/// `-Xmx1g`.
public final class FleetBenchmark {
    private static final int ROUNDS = 3;
    private static final int ROWS = 10_000_000;
    private static final TransitionMinimum MINIMUM = TransitionMinimum.ALL_STORAGE_CLASSES_128K;
    private static final LifecycleConfiguration RULES =
            new LifecycleConfiguration(List.of(LifecycleRule.of("logs", LifecycleFilter.prefix("logs/"))
                    .moving(30, StorageClass.STANDARD_IA)
                    .moving(90, StorageClass.GLACIER_IR)
                    .moving(365, StorageClass.DEEP_ARCHIVE)));

    private FleetBenchmark() {}

    /// Prints a line a measurement.
    public static void main(String[] arguments) throws SQLException {
        Path folder = Path.of(arguments[0]);
        for (int round = 0; round < ROUNDS; round++) {
            objects();
            cohorts();
        }
        Path report = folder.resolve("inventory.parquet");
        write(report);
        for (int round = 0; round < ROUNDS; round++) {
            inventory(report, folder);
        }
    }

    private static void objects() {
        int months = 36;
        Fleet fleet = new Fleet(List.of(group(999_000, 0)), 1);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        Plan plan = plan(fleet, months);
        double core = (threads.getCurrentThreadCpuTime() - worked) / 1e9;
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "999,000 objects x 36 months one by one: %.2f s, of a core %.2f s, %.1f million object-months/s a"
                        + " core, %s%n",
                seconds, core, 999_000.0 * months / core / 1e6, plan.total().display());
    }

    private static void cohorts() {
        Fleet fleet = new Fleet(List.of(group(10_000_000_000L, 1_000_000)), 1);
        long began = System.nanoTime();
        Plan plan = plan(fleet, 36);
        System.out.printf(
                "10^10 objects x 36 months by cohorts: %.3f s, %s%n",
                (System.nanoTime() - began) / 1e9, plan.total().display());
    }

    private static void inventory(Path report, Path folder) {
        long began = System.nanoTime();
        Plan plan = plan(Inventory.open(report, List.of(RULES), folder.resolve("temporary")), 24);
        System.out.printf(
                "inventory of %,d rows x 24 months: %.2f s, heap %d MiB of %d, %s%n",
                ROWS,
                (System.nanoTime() - began) / 1e9,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                plan.total().display());
    }

    private static Plan plan(CohortSource source, int months) {
        FleetTerms terms = new FleetTerms(
                new StorageBilling(PriceBook.shipped(), "us-east-1"),
                BillingCalendar.of(YearMonth.of(2026, 12), months));
        return FleetRun.plan(terms, source, SizeBands.of(List.of(RULES)), RULES, MINIMUM);
    }

    private static FleetGroup group(long objects, double arrivalsPerDay) {
        return new FleetGroup(
                "logs",
                "logs/",
                Map.of(),
                StorageClass.STANDARD,
                objects,
                new SizeDistribution.Lognormal(300_000, 1.5),
                1,
                730,
                arrivalsPerDay,
                List.of(new FleetGroup.ReadShare(0.2, ReadPattern.steady(0.5))),
                List.of(new FleetGroup.DeleteShare(0.1, 1_500)));
    }

    private static void write(Path report) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'bucket' AS bucket, CASE WHEN i % 3 = 0 THEN 'logs/' ELSE 'data/' END"
                    + " || hash(i) AS key, CAST(exp(12 + 1.5 * ((hash(i) % 1000) / 500.0 - 1)) AS BIGINT) AS size,"
                    + " TIMESTAMP '2026-11-30 12:00:00' - to_seconds(CAST(hash(i + 1) % 63072000 AS BIGINT))"
                    + " AS last_modified_date, md5(CAST(i AS VARCHAR)) AS e_tag, 'STANDARD' AS storage_class"
                    + " FROM range(" + ROWS + ") t(i)) TO '" + report + "' (FORMAT parquet)");
        }
    }
}
