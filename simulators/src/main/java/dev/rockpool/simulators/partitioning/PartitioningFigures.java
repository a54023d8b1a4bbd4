package dev.rockpool.simulators.partitioning;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.workload.AthenaQueries;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The numbers of the panel, each with its formula and today's values.
final class PartitioningFigures {
    static final String SCANNED = "bytes-scanned";
    static final String BILLED = "bytes-billed";
    static final String OPENED = "files-opened";
    static final String SIZE = "file-bytes";
    static final String LISTS = "list-calls";
    static final String QUERY = "query-price";
    static final String MONTH = "month-price";
    static final String ERASE = "erase-prefixes";
    static final String REWRITE = "rewritten-files";
    static final String DROP = "drop-prefixes";
    static final String COUNTED = "files-counted";
    private static final long MEGABYTE = 1L << 20;

    private PartitioningFigures() {}

    static long billed(long bytes) {
        return Math.max(AthenaQueries.LEAST_MEGABYTES, Math.ceilDiv(bytes, MEGABYTE)) * MEGABYTE;
    }

    static List<Figure> of(
            PartitioningScenario scenario,
            LayoutReading reading,
            Bill bill,
            Optional<LayoutRepository.Counted> counted,
            LabParts<PartitioningScenario, PartitioningResult> parts) {
        List<Figure> figures = new ArrayList<>();
        double query =
                PartitioningBills.of(scenario, reading, 1).total().amount().doubleValue();
        figures.add(parts.figure(
                SCANNED,
                Unit.DATA,
                (double) reading.bytesScanned(),
                parts.texts()
                        .get(
                                "figure.bytes-scanned.worked",
                                Unit.COUNT.number(reading.filesOpened()),
                                Unit.COUNT.number(reading.files()),
                                Unit.DATA.format(reading.bytes()))));
        figures.add(parts.figure(
                BILLED,
                Unit.DATA,
                (double) billed(reading.bytesScanned()),
                parts.texts().get("figure.bytes-billed.worked", Unit.DATA.format(reading.bytesScanned()))));
        figures.add(parts.figure(OPENED, Unit.FILES, (double) reading.filesOpened(), levels(reading)));
        figures.add(parts.figure(
                SIZE,
                Unit.DATA,
                reading.fileBytes(),
                Unit.DATA.format(reading.bytes()) + " ÷ " + Unit.COUNT.number(reading.files())));
        figures.add(parts.figure(LISTS, Unit.COUNT, (double) reading.listCalls(), levels(reading)));
        figures.add(parts.figure(
                QUERY,
                Unit.USD_EACH,
                query,
                parts.texts()
                        .get(
                                scenario.catalog() ? "figure.query-price.worked" : "figure.query-price.own",
                                Unit.DATA.format(billed(reading.bytesScanned())),
                                Unit.COUNT.number(reading.filesOpened()),
                                Unit.COUNT.number(reading.listCalls()))));
        figures.add(parts.figure(
                MONTH,
                Unit.USD_PER_MONTH,
                bill.total().amount().doubleValue(),
                Unit.USD_EACH.format(query) + " × " + Unit.COUNT.number((long) scenario.queriesPerDay()) + " × "
                        + PartitioningBills.DAYS_A_MONTH));
        figures.add(parts.figure(
                ERASE,
                Unit.COUNT,
                reading.erasePrefixes() == 0 ? Double.NaN : reading.erasePrefixes(),
                levels(reading)));
        figures.add(parts.figure(
                REWRITE, Unit.FILES, (double) reading.rewrittenFiles(), Unit.COUNT.number(reading.rewrittenFiles())));
        figures.add(parts.figure(
                DROP, Unit.COUNT, reading.dropPrefixes() == 0 ? Double.NaN : reading.dropPrefixes(), levels(reading)));
        counted.ifPresent(real -> figures.add(parts.figure(
                COUNTED,
                Unit.FILES,
                (double) real.files(),
                OptionalDouble.of((double) replica(scenario).filesOpened()),
                Optional.empty(),
                parts.texts()
                        .get(
                                "figure.files-counted.worked",
                                Unit.COUNT.number(real.files()),
                                Unit.COUNT.number(replica(scenario).files()),
                                Unit.COUNT.number(real.events())))));
        return List.copyOf(figures);
    }

    static LayoutReading replica(PartitioningScenario scenario) {
        return LayoutReading.of(LayoutRepository.replica(scenario), LayoutRepository.FIRST);
    }

    /// `year 1 of 1, month 1 of 12`.
    private static String levels(LayoutReading reading) {
        if (reading.levels().isEmpty()) {
            return "1";
        }
        return String.join(
                ", ",
                reading.levels().stream()
                        .map(level -> level.part().word() + " " + Unit.COUNT.number(level.read()) + "/"
                                + Unit.COUNT.number(level.prefixes()))
                        .toList());
    }
}
