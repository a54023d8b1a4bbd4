package dev.rockpool.simulators.durability;

import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The numbers of a run, each with its formula and today's values.
final class DurabilityFigures {
    static final String NINES = "nines";
    static final String ANNUAL_LOSS = "annual-loss";
    static final String MEAN_TIME = "mean-time-to-loss";
    static final String OBJECTS_LOST = "objects-lost";
    static final String MISSION = "mission-loss";
    static final String OVERHEAD = "overhead";
    static final String DECODABLE = "decodable";
    static final String WINDOW_FACTOR = "window-factor";
    static final String ELEVEN_YEARS = "eleven-years";
    static final String ELEVEN_LOST = "eleven-lost";
    static final String PICTURE_LOSSES = "picture-losses";
    private static final double ELEVEN_NINES = 1e-11;
    private static final double TEN_MILLION_YEARS = 1e7;

    private final LabParts<DurabilityScenario, DurabilityResult> parts;
    private final DurabilityScenario scenario;
    private final DurabilityEstimate estimate;
    private final List<Figure> figures = new ArrayList<>();

    private DurabilityFigures(
            DurabilityScenario scenario,
            DurabilityEstimate estimate,
            LabParts<DurabilityScenario, DurabilityResult> parts) {
        this.scenario = scenario;
        this.estimate = estimate;
        this.parts = parts;
    }

    static List<Figure> of(
            DurabilityScenario scenario,
            DurabilityEstimate estimate,
            LabParts<DurabilityScenario, DurabilityResult> parts) {
        DurabilityFigures made = new DurabilityFigures(scenario, estimate, parts);
        made.losses();
        made.scheme();
        made.eleven();
        return List.copyOf(made.figures);
    }

    private void losses() {
        DurabilityEstimate exact = DurabilityEstimate.of(scenario.withMethod(LossMethod.MARKOV));
        boolean simulated = estimate.method() == LossMethod.MONTE_CARLO;
        double error = estimate.standardError().orElse(0) * DurabilityEstimate.NINETY_FIVE;
        double annual = estimate.annualLoss();
        String hours = Unit.PLAIN.number(scenario.downHours());
        add(parts.figure(
                NINES,
                Unit.NINES,
                estimate.nines(),
                simulated ? OptionalDouble.of(exact.nines()) : OptionalDouble.empty(),
                Optional.empty(),
                parts.texts()
                        .get(
                                "figure.nines.worked",
                                Unit.CHANCE.number(annual),
                                Unit.NINES.number(estimate.nines()),
                                estimate.wholeNines())));
        String rate = Unit.PERCENT_PER_YEAR.format(scenario.yearlyRate());
        add(parts.figure(
                ANNUAL_LOSS,
                Unit.CHANCE,
                annual,
                simulated ? OptionalDouble.of(exact.annualLoss()) : OptionalDouble.empty(),
                simulated
                        ? Optional.of(new Figure.Interval(Math.max(0, annual - error), annual + error))
                        : Optional.empty(),
                parts.texts()
                        .get(
                                "figure.annual-loss.worked." + estimate.method().word(),
                                Unit.YEARS.number(estimate.meanYearsToLoss()),
                                Unit.CHANCE.number(annual),
                                rate,
                                hours,
                                estimate.method().isWindow()
                                        ? Unit.CHANCE.number(
                                                LossWindow.of(scenario).periodLoss())
                                        : "",
                                Unit.COUNT.number(estimate.trials().orElse(0)))));
        add(parts.figure(
                MEAN_TIME,
                Unit.YEARS,
                estimate.meanYearsToLoss(),
                parts.texts()
                        .get(
                                "figure.mean-time-to-loss.worked",
                                rate,
                                hours,
                                scenario.repairCrews() == 0
                                        ? parts.texts().get("crews.unlimited")
                                        : Integer.toString(scenario.repairCrews()),
                                Unit.YEARS.number(estimate.meanYearsToLoss()))));
        add(parts.figure(
                OBJECTS_LOST,
                Unit.PER_YEAR,
                scenario.objects() * annual,
                parts.texts()
                        .get(
                                "figure.objects-lost.worked",
                                Unit.COUNT.number(scenario.objects()),
                                Unit.CHANCE.number(annual),
                                Unit.YEARS.format(1 / (scenario.objects() * annual)))));
        add(parts.figure(
                MISSION,
                Unit.CHANCE,
                estimate.lossWithin(scenario.missionYears()),
                parts.texts()
                        .get(
                                "figure.mission-loss.worked",
                                Unit.PLAIN.number(scenario.missionYears()),
                                Unit.YEARS.number(estimate.meanYearsToLoss()))));
        double window = DurabilityEstimate.of(scenario.withMethod(LossMethod.WINDOW_BINOMIAL))
                .annualLoss();
        add(parts.figure(
                WINDOW_FACTOR,
                Unit.TIMES,
                exact.annualLoss() / window,
                parts.texts()
                        .get(
                                "figure.window-factor.worked",
                                Unit.CHANCE.number(exact.annualLoss()),
                                Unit.CHANCE.number(window))));
    }

    private void scheme() {
        Scheme scheme = scenario.scheme();
        add(parts.figure(
                OVERHEAD,
                Unit.TIMES,
                scheme.overhead(),
                parts.texts()
                        .get(
                                "figure.overhead.worked",
                                scheme.shards(),
                                Math.round(scheme.shards() / scheme.overhead()))));
        int beyond = scheme instanceof Scheme.Lrc(int _, int _, int global) ? global + 2 : scheme.mostLost() + 1;
        add(parts.figure(
                DECODABLE,
                Unit.SHARE,
                scheme.decodable(beyond),
                parts.texts().get("figure.decodable.worked", beyond, Scheme.binomial(scheme.shards(), beyond))));
    }

    private void eleven() {
        double lost = scenario.objects() * ELEVEN_NINES;
        add(parts.figure(
                ELEVEN_YEARS,
                Unit.YEARS,
                1 / lost,
                parts.texts().get("figure.eleven-years.worked", Unit.COUNT.number(scenario.objects()))));
        add(parts.figure(
                ELEVEN_LOST,
                Unit.OBJECTS,
                lost * TEN_MILLION_YEARS,
                parts.texts().get("figure.eleven-lost.worked", Unit.COUNT.number(scenario.objects()))));
    }

    /// The losses that the picture showed, beside how many its faster drives should.
    static Figure picture(
            LabParts<DurabilityScenario, DurabilityResult> parts, long losses, double expected, double days) {
        double spread = DurabilityEstimate.NINETY_FIVE * Math.sqrt(expected);
        return parts.figure(
                PICTURE_LOSSES,
                Unit.PLAIN,
                (double) losses,
                OptionalDouble.of(expected),
                Optional.of(new Figure.Interval(Math.max(0, expected - spread), expected + spread)),
                parts.texts().get("figure.picture-losses.worked", Unit.DAYS.format(days)));
    }

    private void add(Figure figure) {
        figures.add(figure);
    }
}
