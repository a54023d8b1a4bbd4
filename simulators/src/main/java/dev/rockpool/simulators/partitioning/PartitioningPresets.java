package dev.rockpool.simulators.partitioning;

import static dev.rockpool.simulators.partitioning.KeyPart.DAY;
import static dev.rockpool.simulators.partitioning.KeyPart.MONTH;
import static dev.rockpool.simulators.partitioning.KeyPart.USER;
import static dev.rockpool.simulators.partitioning.KeyPart.YEAR;

import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference.Kind;
import dev.rockpool.simulators.Unit;
import java.util.List;

/// Scenarios with a known outcome.
final class PartitioningPresets {
    private static final List<KeyPart> DATE = List.of(YEAR, MONTH, DAY);
    private static final List<KeyPart> DATE_USER = List.of(YEAR, MONTH, DAY, USER);
    private static final List<KeyPart> USER_DATE = List.of(USER, YEAR, MONTH, DAY);
    private static final String PARTITIONED =
            "https://aws.amazon.com/premiumsupport/knowledge-center/athena-create-use-partitioned-tables/";
    private static final String PRICING = "https://aws.amazon.com/athena/pricing/";
    private static final String READ = "2026-10";

    private PartitioningPresets() {}

    /// A thousand users, a year, ten events a day of 200 bytes: 730 MB.
    static PartitioningScenario events() {
        return new PartitioningScenario(DATE_USER, 1_000, 365, 10, 200, Asked.USER_DAYS, 1, true, 50, "us-east-1");
    }

    /// 10 TiB in 50 days, to within a millionth.
    private static PartitioningScenario tenTerabytes() {
        return events().withTable(1_000, 50, 1_099_511, 200).withKeyParts(DATE).withQuery(Asked.DAYS, 1);
    }

    /// 8 TiB.
    private static PartitioningScenario eightTerabytes() {
        return events().withTable(1_024, 32, 1 << 20, 256)
                .withKeyParts(List.of())
                .withQuery(Asked.ALL, 1);
    }

    static List<Preset<PartitioningScenario>> all(LabParts<PartitioningScenario, PartitioningResult> parts) {
        PartitioningScenario listed = events().withCatalog(false);
        return List.of(
                preset(parts, "same-bytes", events(), "", bytes(2_000), "one", "q05-f4", "q05-c4"),
                preset(parts, "date-first", listed.withQuery(Asked.DAYS, 1), "", lists(1), "lists", "q05-q1", "q05-c3"),
                preset(
                        parts,
                        "user-first",
                        listed.withKeyParts(USER_DATE).withQuery(Asked.DAYS, 1),
                        "",
                        lists(1_000),
                        "lists",
                        "q05-f7",
                        "q05-c4"),
                preset(parts, "one-user-by-date", listed.withQuery(Asked.USER, 1), "", lists(365), "lists", "q05-c4"),
                preset(
                        parts,
                        "smallest-bill",
                        events(),
                        PRICING,
                        new Expected(PartitioningFigures.BILLED, Unit.DATA, 10 << 20, 0),
                        "billed",
                        "q13-c4"),
                preset(
                        parts,
                        "small-files",
                        events().withKeyParts(DATE)
                                .withQuery(Asked.DAYS, 30)
                                .withFilesPerPartition(PartitioningScenario.FLOOD),
                        "",
                        new Expected(PartitioningFigures.OPENED, Unit.FILES, 30 * PartitioningScenario.FLOOD, 0),
                        "files",
                        "q13-c4",
                        "q05-c2"),
                preset(
                        parts,
                        "no-filter",
                        events().withKeyParts(DATE).withQuery(Asked.ALL, 1),
                        PARTITIONED,
                        bytes(730_000_000),
                        "scanned",
                        "q05-f2",
                        "q05-q3",
                        "q05-c1"),
                preset(
                        parts,
                        "three-days",
                        events().withTable(1_000, 365, 10_000, 200)
                                .withKeyParts(DATE)
                                .withQuery(Asked.DAYS, 3),
                        PARTITIONED,
                        bytes(6_000_000_000L),
                        "scanned",
                        "q05-q2",
                        "q05-f5"),
                preset(
                        parts,
                        "ten-terabytes",
                        tenTerabytes(),
                        PRICING,
                        new Expected(PartitioningFigures.QUERY, Unit.USD_EACH, 1, 0.001),
                        "price",
                        "q05-f1",
                        "q13-f5"),
                preset(
                        parts,
                        "eight-terabytes",
                        eightTerabytes(),
                        PRICING,
                        new Expected(PartitioningFigures.MONTH, Unit.USD_PER_MONTH, 60_000, 0.01),
                        "month",
                        "q15-c1"));
    }

    private static Expected bytes(long value) {
        return new Expected(PartitioningFigures.SCANNED, Unit.DATA, value, 0);
    }

    private static Expected lists(long value) {
        return new Expected(PartitioningFigures.LISTS, Unit.COUNT, value, 0);
    }

    private static Preset<PartitioningScenario> preset(
            LabParts<PartitioningScenario, PartitioningResult> parts,
            String id,
            PartitioningScenario scenario,
            String address,
            Expected expected,
            String question,
            String... cards) {
        double high = switch (question) {
            case "lists" -> 2_000;
            case "files" -> 20_000;
            case "price" -> 100;
            case "month" -> 200_000;
            case "billed" -> 20 << 20;
            case "one" -> 4_000_000;
            default -> scenario.userDayBytes() * (double) scenario.users() * scenario.days();
        };
        double step = switch (question) {
            case "lists" -> 1;
            case "files" -> 10;
            case "price" -> 0.5;
            case "billed" -> 1 << 20;
            case "one" -> 1_000;
            default -> high / 1_000;
        };
        return parts.preset(
                id,
                scenario,
                address.isEmpty() ? Kind.CLOSED_FORM : Kind.PRIMARY,
                address,
                address.isEmpty() ? "" : READ,
                expected,
                parts.prediction(question, expected.figure(), expected.unit(), 0, high, step),
                cards);
    }
}
