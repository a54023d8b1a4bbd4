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

/// Fleets over months: object by object, by cohorts, and out of a Parquet inventory that it writes first. The fastest
/// of three rounds counts.
final class FleetMeasurement implements Measurement {
    private static final int ROUNDS = 3;
    private static final int ROWS = 10_000_000;
    private static final TransitionMinimum MINIMUM = TransitionMinimum.ALL_STORAGE_CLASSES_128K;
    private static final LifecycleConfiguration RULES =
            new LifecycleConfiguration(List.of(LifecycleRule.of("logs", LifecycleFilter.prefix("logs/"))
                    .moving(30, StorageClass.STANDARD_IA)
                    .moving(90, StorageClass.GLACIER_IR)
                    .moving(365, StorageClass.DEEP_ARCHIVE)));

    @Override
    public String name() {
        return "fleets";
    }

    @Override
    public String description() {
        return "fleets of objects over months of lifecycle rules, against the bounds";
    }

    @Override
    public void measure(BenchRun run) throws SQLException {
        double objects = Double.POSITIVE_INFINITY;
        double cohorts = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            objects = Math.min(objects, coreSeconds(() -> plan(new Fleet(List.of(group(999_000, 0)), 1), 36)));
            cohorts = Math.min(
                    cohorts, seconds(() -> plan(new Fleet(List.of(group(10_000_000_000L, 1_000_000)), 1), 36)));
        }
        run.tell(
                Figure.of("999,000 objects × 36 months", 999_000 * 36 / objects / 1e6, "million object-months/s a core")
                        .atLeast(5));
        run.tell(Figure.of("10^10 objects × 36 months by cohorts", cohorts, "s").atMost(1));
        Path report = run.folder().resolve("inventory.parquet");
        write(report);
        double inventory = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            inventory = Math.min(
                    inventory,
                    seconds(() -> plan(
                            Inventory.open(report, List.of(RULES), run.folder().resolve("temporary")), 24)));
        }
        run.tell(Figure.of("Parquet inventory of 10,000,000 rows × 24 months", inventory, "s")
                .atMost(20));
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        run.tell(Figure.of("heap in use after it", (double) used, "MiB").atMost(1024));
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double coreSeconds(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - began) / 1e9;
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
