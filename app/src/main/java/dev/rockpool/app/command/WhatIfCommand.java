package dev.rockpool.app.command;

import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.JsonText;
import dev.rockpool.costmodel.TextFile;
import dev.rockpool.costmodel.fleet.CohortList;
import dev.rockpool.costmodel.fleet.CohortSource;
import dev.rockpool.costmodel.fleet.Fleet;
import dev.rockpool.costmodel.fleet.FleetFile;
import dev.rockpool.costmodel.fleet.FleetTerms;
import dev.rockpool.costmodel.fleet.Inventory;
import dev.rockpool.costmodel.fleet.Plan;
import dev.rockpool.costmodel.fleet.RuleSets;
import dev.rockpool.costmodel.fleet.SizeBands;
import dev.rockpool.costmodel.fleet.WhatIf;
import dev.rockpool.costmodel.fleet.WhatIfJson;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `whatif INVENTORY RULES.json`: what objects cost under lifecycle rules, by month and class, against doing nothing.
@Command(
        name = "whatif",
        description = {
            "Plays months of lifecycle rules over objects and prints the bill by month and storage class, against doing"
                    + " nothing and against Intelligent-Tiering. Nothing is written.",
            "INVENTORY is an S3 Inventory report (its manifest.json, a CSV file, a Parquet file) or a fleet file that"
                    + " describes objects by distributions (docs/fleet-format.md).",
            "RULES.json is what put-bucket-lifecycle-configuration takes. Rules that the service would reject exit 1."
        })
final class WhatIfCommand implements Callable<Integer> {
    private static final String CODE = "whatif-option";

    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Parameters(index = "0", paramLabel = "INVENTORY", description = "The objects.")
    private @Nullable Path inventory;

    @Parameters(index = "1", paramLabel = "RULES.json", description = "The lifecycle rules.")
    private @Nullable Path rules;

    @Option(names = "--months", paramLabel = "N", description = "How many months to play (default: 12).")
    private int months = 12;

    @Option(
            names = "--start",
            paramLabel = "YYYY-MM",
            description = "The first month (default: that of the fleet file, or the month after the report).")
    private @Nullable String start;

    @Option(names = "--region", description = "Where the bucket is (default: that of the fleet file, else us-east-1).")
    private @Nullable String region;

    @Option(
            names = "--month-730",
            description = "Count months of 730 hours, as the vendor's calculator does, instead of calendar months.")
    private boolean calculatorMonths;

    @Option(names = "--search", description = "Look for the cheapest rules too, and say what they hang on.")
    private boolean search;

    @Option(names = "--instant-only", description = "With --search: no class in which a read waits for a restore.")
    private boolean instantOnly;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Draw a fleet file N times anew and print the least, middle and greatest total.")
    private int draws;

    @Option(names = "--json", description = "One JSON line with every bill.")
    private boolean json;

    @Override
    public Integer call() {
        RockpoolCommand parent = Parent.of(rockpool);
        PrintWriter out = parent.machine().out();
        if (months < 1 || months > BillingCalendar.MOST_MONTHS) {
            throw fault("--months is 1 to " + BillingCalendar.MOST_MONTHS + ", not " + months);
        }
        if (draws < 0 || draws > 1_000) {
            throw fault("--draws is 0 to 1000, not " + draws);
        }
        Path rulesFile = Parent.of(rules);
        String written = TextFile.read(rulesFile, LifecycleJson.CODE);
        return switch (LifecycleJson.read(rulesFile.toString(), written)) {
            case LifecycleReading.Rejected rejected -> refuse(rejected.faults(), out);
            case LifecycleReading.Accepted accepted -> {
                answer(accepted.configuration(), minimum(rulesFile, written), parent, out);
                out.flush();
                yield ExitCode.DONE;
            }
        };
    }

    private int refuse(List<LifecycleFault> faults, PrintWriter out) {
        if (json) {
            out.println(WhatIfJson.rejected(faults));
        } else {
            faults.forEach(each -> out.println(each.sentence()));
        }
        out.flush();
        return ExitCode.NO;
    }

    private void answer(
            LifecycleConfiguration configuration, TransitionMinimum minimum, RockpoolCommand parent, PrintWriter out) {
        Objects objects = objects(configuration, parent);
        YearMonth first = start == null ? objects.start() : startMonth(start);
        BillingCalendar calendar = calculatorMonths
                ? BillingCalendar.of730Hours(BillingCalendar.of(first, 1).start(0), months)
                : BillingCalendar.of(first, months);
        String where = region == null ? objects.region() : region;
        FleetTerms terms = new FleetTerms(new StorageBilling(new Biller(parent.prices()), where), calendar);
        // read once: an inventory of ten million rows is asked about several plans
        List<LifecycleConfiguration> candidates = search ? RuleSets.candidates(!instantOnly) : List.of();
        List<LifecycleConfiguration> all = new ArrayList<>(candidates);
        all.add(configuration);
        all.add(RuleSets.intelligentTiering());
        CohortList cohorts = CohortList.of(objects.source(), calendar, SizeBands.of(all));
        WhatIf whatIf = new WhatIf(terms, cohorts, minimum);
        WhatIf.Comparison comparison = whatIf.compare(configuration);
        Optional<WhatIfJson.Found> found = Optional.empty();
        if (search) {
            Plan cheapest = whatIf.search(candidates).getFirst();
            WhatIf redrawn = new WhatIf(terms, objects.source() instanceof Fleet ? objects.source() : cohorts, minimum);
            found = Optional.of(new WhatIfJson.Found(
                    cheapest,
                    redrawn.sensitivity(cheapest.configuration(), candidates),
                    redrawn.breakEvenReads(cheapest.configuration())));
        }
        Optional<WhatIf.Band> band = draws > 0 && objects.source() instanceof Fleet fleet
                ? Optional.of(whatIf.band(fleet, configuration, draws))
                : Optional.empty();
        if (json) {
            long count = cohorts.all().objects();
            out.println(WhatIfJson.line(new WhatIfJson.Question(where, first, count), comparison, found, band));
        } else {
            print(comparison, found, band, out);
            long own = terms.billing().biller().book().owned();
            if (own > 0) {
                out.println("with the prices of your own for " + own + " items");
            }
        }
    }

    /// Objects, where they are, and the first month that is still to come.
    private record Objects(CohortSource source, String region, YearMonth start) {}

    private Objects objects(LifecycleConfiguration configuration, RockpoolCommand parent) {
        Path file = Parent.of(inventory);
        if (file.getFileName().toString().endsWith(".json") && isFleet(file)) {
            FleetFile fleet = FleetFile.read(file);
            return new Objects(fleet.fleet(), fleet.region(), fleet.start());
        }
        Path temporary = parent.home().root().resolve("temporary");
        Inventory report = Inventory.open(file, List.of(configuration), temporary);
        return new Objects(report, FleetFile.DEFAULT_REGION, start == null ? report.nextMonth() : startMonth(start));
    }

    /// A fleet file has groups, a manifest has files.
    private static boolean isFleet(Path file) {
        JsonText.Value root = JsonText.parse(file.toString(), FleetFile.CODE, TextFile.read(file, FleetFile.CODE));
        return !(root instanceof JsonText.Fields fields) || !fields.values().containsKey("files");
    }

    /// The default minimum size that may stand beside the rules.
    private static TransitionMinimum minimum(Path file, String written) {
        JsonText.Value root = JsonText.parse(file.toString(), LifecycleJson.CODE, written);
        JsonText.Value value = root instanceof JsonText.Fields fields
                ? fields.values().get("TransitionDefaultMinimumObjectSize")
                : null;
        if (value == null) {
            return TransitionMinimum.ALL_STORAGE_CLASSES_128K;
        }
        String name = value instanceof JsonText.Text text ? text.value() : value.kind();
        return TransitionMinimum.named(name)
                .orElseThrow(() -> new InputException(
                        LifecycleJson.CODE,
                        file + ":" + value.line() + ": TransitionDefaultMinimumObjectSize " + Quote.of(name)
                                + " is not all_storage_classes_128K or varies_by_storage_class."));
    }

    private static YearMonth startMonth(String written) {
        try {
            YearMonth month = YearMonth.parse(written);
            if (month.getYear() >= 1970 && month.getYear() < 2200) {
                return month;
            }
        } catch (DateTimeException e) {
            // told below, with the months that are out of bounds
        }
        throw fault("--start " + Quote.of(written) + " is not a month from 1970-01 to 2199-12");
    }

    private static void print(
            WhatIf.Comparison comparison,
            Optional<WhatIfJson.Found> found,
            Optional<WhatIf.Band> band,
            PrintWriter out) {
        List<StorageMonth> months = comparison.rules().months();
        out.printf("%-8s %20s %20s  %s%n", "month", "rules", "nothing", "rules by class");
        for (int month = 0; month < months.size(); month++) {
            out.printf(
                    "%-8s %20s %20s  %s%n",
                    months.get(month).name(),
                    months.get(month).bill().total().display(),
                    comparison.nothing().months().get(month).bill().total().display(),
                    classes(months.get(month)));
        }
        out.printf(
                "%-8s %20s %20s%n",
                "total",
                comparison.rules().total().display(),
                comparison.nothing().total().display());
        out.println("saved: " + comparison.saved().display());
        out.println("all in Intelligent-Tiering: "
                + comparison.intelligentTiering().total().display());
        found.ifPresent(cheapest -> {
            out.println("cheapest found: " + cheapest.plan().total().display() + " with "
                    + WhatIfJson.rules(cheapest.plan().configuration()));
            cheapest.sensitivity()
                    .forEach(each -> out.println("  " + each.change() + ": "
                            + each.cheapest().display() + (each.stays() ? "" : ", other rules are cheaper then")));
            cheapest.breakEvenReads()
                    .ifPresent(factor -> out.printf("  saves nothing at %.4g times the reads%n", factor));
        });
        band.ifPresent(draws ->
                out.println("of " + draws.draws() + " draws: " + draws.least().display() + " to "
                        + draws.most().display() + ", median " + draws.median().display()));
    }

    private static String classes(StorageMonth month) {
        return month.byClass().entrySet().stream()
                .map(each -> name(each.getKey()) + " " + each.getValue().display())
                .collect(Collectors.joining(", "));
    }

    private static String name(StorageClass storageClass) {
        return storageClass.name();
    }

    private static InputException fault(String sentence) {
        return new InputException(CODE, sentence + ".");
    }
}
