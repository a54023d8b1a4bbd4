package dev.rockpool.simulators.availability;

import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference.Kind;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// The named scenarios of the lab *availability*.
final class AvailabilityPresets {
    private static final String TABLE = "https://sre.google/sre-book/availability-table/";
    private static final String SLA = "https://aws.amazon.com/s3/sla/";
    private static final String CLASSES =
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html";
    private static final String READ = "2026-11";
    private static final double DAY = 86_400;
    private static final double DAYS_UP = 150;
    private static final double HOUR = 3_600;

    private final LabParts<AvailabilityScenario, AvailabilityResult> parts;

    private AvailabilityPresets(LabParts<AvailabilityScenario, AvailabilityResult> parts) {
        this.parts = parts;
    }

    /// A load balancer, two servers of which one suffices, and a database.
    static AvailabilityScenario standard() {
        return scenario(new Component.Series(List.of(
                part("0.9999"), new Component.Parallel(List.of(part("0.999"), part("0.999"))), part("0.9995"))));
    }

    static Component.Rated part(String availability) {
        return new Component.Rated("", new BigDecimal(availability));
    }

    static AvailabilityScenario scenario(Component system) {
        return new AvailabilityScenario(system, Convention.YEAR_365_MONTH_30, 0.999, 1, ServiceLevel.STANDARD, 1);
    }

    static List<Preset<AvailabilityScenario>> all(LabParts<AvailabilityScenario, AvailabilityResult> parts) {
        AvailabilityPresets made = new AvailabilityPresets(parts);
        AvailabilityScenario three = scenario(series("0.999"));
        AvailabilityScenario four = scenario(series("0.9999")).withTarget(0.9999);
        return List.of(
                made.availability(
                        "common-cause",
                        scenario(new Component.Series(List.of(
                                new Component.Parallel(List.of(part("0.999"), part("0.999"))), part("0.9995")))),
                        Kind.CLOSED_FORM,
                        "",
                        0.9994990005,
                        "q10-c1"),
                made.span("four-nines", four, TABLE, AvailabilityFigures.YEAR, 0.0001 * 365 * DAY, "q10-c4", "q10-f3"),
                made.span("three-nines-a-month", three, TABLE, AvailabilityFigures.MONTH, 0.001 * 30 * DAY, "q10-q5"),
                made.span(
                        "another-month",
                        three.withConvention(Convention.YEAR_365_MONTH_730_HOURS),
                        TABLE,
                        AvailabilityFigures.MONTH,
                        0.001 * 730 * HOUR,
                        "q10-f3"),
                made.availability(
                        "five-in-series",
                        scenario(series("0.999", "0.999", "0.999", "0.999", "0.999")),
                        Kind.CLOSED_FORM,
                        "",
                        0.995009990004999,
                        "q10-c1"),
                made.availability(
                        "two-of-three",
                        scenario(new Component.KOfN(2, List.of(part("0.99"), part("0.99"), part("0.99")))),
                        Kind.CLOSED_FORM,
                        "",
                        0.999702,
                        "q10-c1"),
                made.availability(
                        "fails-and-heals",
                        scenario(new Component.Series(List.of(new Component.Repaired("", DAYS_UP * 24, 1)))),
                        Kind.CLOSED_FORM,
                        "",
                        3600 / 3601.0,
                        "q10-c1"),
                made.span(
                        "one-zone",
                        scenario(series("0.995")).withTarget(0.995).withServiceLevel(ServiceLevel.INFREQUENT),
                        CLASSES,
                        AvailabilityFigures.YEAR,
                        0.005 * 365 * DAY,
                        "q10-q2",
                        "q10-c2"),
                parts.preset(
                        "credit",
                        scenario(series("0.9985")),
                        Kind.PRIMARY,
                        SLA,
                        READ,
                        new Expected(AvailabilityFigures.CREDIT, Unit.SHARE, 0.1, 1e-12),
                        parts.prediction("credit", AvailabilityFigures.CREDIT, Unit.SHARE, 0, 1, 0.05),
                        "q10-f4",
                        "q10-c3"));
    }

    private static Component series(String... availabilities) {
        return new Component.Series(Arrays.stream(availabilities)
                .<Component>map(AvailabilityPresets::part)
                .toList());
    }

    private Preset<AvailabilityScenario> availability(
            String id, AvailabilityScenario scenario, Kind kind, String address, double value, String... cards) {
        return parts.preset(
                id,
                scenario,
                kind,
                address,
                "",
                new Expected(AvailabilityFigures.AVAILABILITY, Unit.FINE_SHARE, value, 1e-9),
                parts.prediction("nines", AvailabilityFigures.NINES, Unit.NINES, 0, 7, 0.1),
                cards);
    }

    private Preset<AvailabilityScenario> span(
            String id, AvailabilityScenario scenario, String address, String figure, double seconds, String... cards) {
        return parts.preset(
                id,
                scenario,
                Kind.PRIMARY,
                address,
                READ,
                new Expected(figure, Unit.DOWNTIME, seconds, 0.01),
                parts.prediction(figure, figure, Unit.DOWNTIME, 0, seconds * 4, seconds / 20),
                cards);
    }
}
