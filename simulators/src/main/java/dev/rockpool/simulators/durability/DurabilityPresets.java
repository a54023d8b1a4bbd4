package dev.rockpool.simulators.durability;

import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference.Kind;
import dev.rockpool.simulators.Unit;
import java.util.List;

/// The named scenarios of the lab *durability*.
final class DurabilityPresets {
    private static final String VAULTS = "https://www.backblaze.com/blog/cloud-storage-durability/";
    private static final String CALCULATOR = "https://github.com/Backblaze/erasure-coding-durability";
    private static final String OBJECTS = "https://developers.cloudflare.com/r2/reference/durability";
    private static final String AZURE = "https://www.usenix.org/conference/atc12/technical-sessions/presentation/huang";
    private static final String RAID = "https://doi.org/10.1145/50202.50214";
    private static final String F4 =
            "https://www.usenix.org/conference/osdi14/technical-sessions/presentation/muralidhar";
    private static final String READ = "2026-11";
    private static final double DRIVE_RATE = 0.0041;
    private static final double REBUILD_HOURS = 156;
    private static final double NINES_HIGH = 20;
    private static final double HUNDREDTH = 0.005;

    private final LabParts<DurabilityScenario, DurabilityResult> parts;

    private DurabilityPresets(LabParts<DurabilityScenario, DurabilityResult> parts) {
        this.parts = parts;
    }

    /// Twenty shards, three of them parity, on drives of which 0.41 % fail in a year, rebuilt in 156
    /// hours.
    static DurabilityScenario standard() {
        return new DurabilityScenario(
                new Scheme.Erasure(17, 3),
                DRIVE_RATE,
                false,
                REBUILD_HOURS,
                0,
                8760,
                0,
                0,
                336,
                1,
                0,
                0,
                LossMethod.MARKOV,
                10_000_000,
                5,
                500,
                1);
    }

    static List<Preset<DurabilityScenario>> all(LabParts<DurabilityScenario, DurabilityResult> parts) {
        DurabilityPresets made = new DurabilityPresets(parts);
        DurabilityScenario vault = standard();
        return List.of(
                made.nines("continuous-repair", vault, Kind.CLOSED_FORM, "", 10.51, "q09-c1"),
                made.nines(
                        "published-eleven-nines",
                        vault.withMethod(LossMethod.WINDOW_BINOMIAL),
                        Kind.PRIMARY,
                        VAULTS,
                        11.11,
                        "q09-f2",
                        "q09-c2"),
                made.nines(
                        "ten-nines-called-eleven",
                        vault.withMethod(LossMethod.WINDOW_POISSON),
                        Kind.PRIMARY,
                        VAULTS,
                        10.97,
                        "q09-c2"),
                made.nines("one-repair-crew", vault.withRepairCrews(1), Kind.CLOSED_FORM, "", 9.73, "q09-c1"),
                made.nines(
                        "rare-losses-simulated",
                        vault.withMethod(LossMethod.MONTE_CARLO),
                        Kind.CLOSED_FORM,
                        "",
                        10.51,
                        0.02,
                        "q09-c1"),
                made.nines(
                        "four-and-two",
                        vault.withScheme(new Scheme.Erasure(4, 2))
                                .withRate(0.1, false)
                                .withRepairHours(24)
                                .withMethod(LossMethod.WINDOW_BINOMIAL),
                        Kind.PRIMARY,
                        CALCULATOR,
                        6.82,
                        "q09-f4"),
                made.preset(
                        "eleven-nines-in-years",
                        vault.withObjects(10_000_000),
                        Kind.PRIMARY,
                        OBJECTS,
                        new Expected(DurabilityFigures.ELEVEN_YEARS, Unit.YEARS, 10_000, 0.5),
                        parts.prediction("eleven-years", DurabilityFigures.ELEVEN_YEARS, Unit.YEARS, 0, 100_000, 100),
                        "q09-f3",
                        "q09-q1",
                        "q09-c3"),
                made.preset(
                        "published-hundredfold-off",
                        vault.withObjects(1_000_000),
                        Kind.PRIMARY,
                        VAULTS,
                        new Expected(DurabilityFigures.ELEVEN_LOST, Unit.OBJECTS, 100, 0.5),
                        parts.prediction("eleven-lost", DurabilityFigures.ELEVEN_LOST, Unit.OBJECTS, 0, 1_000, 1),
                        "q09-q4",
                        "q09-c3"),
                made.preset(
                        "local-codes",
                        vault.withScheme(new Scheme.Lrc(12, 2, 2)),
                        Kind.PRIMARY,
                        AZURE,
                        new Expected(DurabilityFigures.DECODABLE, Unit.SHARE, 1568 / 1820.0, 1e-9),
                        parts.prediction("decodable", DurabilityFigures.DECODABLE, Unit.SHARE, 0, 1, 0.01),
                        "q09-c1"),
                made.preset(
                        "azure-years",
                        vault.withScheme(new Scheme.Lrc(6, 2, 2))
                                .withRate(0.2, false)
                                .withRepairHours(0.891),
                        Kind.PRIMARY,
                        AZURE,
                        new Expected(DurabilityFigures.MEAN_TIME, Unit.YEARS, 4.95e12, 1e10),
                        parts.prediction("mean-years", DurabilityFigures.MEAN_TIME, Unit.YEARS, 0, 1e13, 1e11),
                        "q09-c1"),
                made.preset(
                        "raid-of-1988",
                        vault.withScheme(new Scheme.Erasure(10, 1))
                                .withRate(0.292, false)
                                .withRepairHours(1)
                                .withObjects(10),
                        Kind.PRIMARY,
                        RAID,
                        new Expected(DurabilityFigures.MEAN_TIME, Unit.YEARS, 934.65, 0.05),
                        parts.prediction("mean-years", DurabilityFigures.MEAN_TIME, Unit.YEARS, 0, 5_000, 1),
                        "q09-f4",
                        "q09-c1"),
                made.preset(
                        "warm-blobs",
                        vault.withScheme(new Scheme.Erasure(10, 4)),
                        Kind.PRIMARY,
                        F4,
                        new Expected(DurabilityFigures.OVERHEAD, Unit.TIMES, 1.4, 1e-9),
                        parts.prediction("overhead", DurabilityFigures.OVERHEAD, Unit.TIMES, 1, 4, 0.1),
                        "q09-c1"),
                made.nines(
                        "one-zone",
                        vault.withScheme(new Scheme.Erasure(17, 3)).withZones(1, 0.0001),
                        Kind.CLOSED_FORM,
                        "",
                        4,
                        "q06-f2"));
    }

    private Preset<DurabilityScenario> nines(
            String id, DurabilityScenario scenario, Kind kind, String address, double nines, String... cards) {
        return nines(id, scenario, kind, address, nines, HUNDREDTH, cards);
    }

    private Preset<DurabilityScenario> nines(
            String id,
            DurabilityScenario scenario,
            Kind kind,
            String address,
            double nines,
            double tolerance,
            String... cards) {
        return preset(
                id,
                scenario,
                kind,
                address,
                new Expected(DurabilityFigures.NINES, Unit.NINES, nines, tolerance),
                parts.prediction("nines", DurabilityFigures.NINES, Unit.NINES, 0, NINES_HIGH, 0.1),
                cards);
    }

    private Preset<DurabilityScenario> preset(
            String id,
            DurabilityScenario scenario,
            Kind kind,
            String address,
            Expected expected,
            Prediction prediction,
            String... cards) {
        return parts.preset(
                id, scenario, kind, address, kind == Kind.CLOSED_FORM ? "" : READ, expected, prediction, cards);
    }
}
