package dev.rockpool.simulators.access;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.DescribedLab;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.Pace;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/// The lab *access*: may this request pass, which way does it go, and at what cost?
public final class AccessLab extends DescribedLab<AccessScenario, AccessResult, AccessSnapshot> {
    private final AccessCodec codec = new AccessCodec(AccessPresets.standard());
    private final List<Preset<AccessScenario>> presets = AccessPresets.all(parts);
    private final List<Challenge<AccessScenario, AccessResult>> challenges = AccessChallenges.all(parts);
    private final List<Parameter<AccessScenario>> parameters = AccessParameters.all(parts);

    public AccessLab() {
        super("access", AccessLab.class);
    }

    /// A request's way, without its month.
    public Passage passage(AccessScenario scenario) {
        return Passage.of(scenario, parts.texts());
    }

    /// What the way of a month costs, without a run.
    public static Money wayCost(AccessScenario scenario) {
        return way(scenario).total();
    }

    /// The part of it that is due by the gigabyte.
    public static Money gigabyteCost(AccessScenario scenario) {
        return AccessBills.sum(way(scenario), line -> !AccessBills.isByHour(line));
    }

    private static Bill way(AccessScenario scenario) {
        return AccessBills.ofWay(scenario, month(scenario).bytesInside());
    }

    /// The month by closed form, without a run.
    public static MonthForecast month(AccessScenario scenario) {
        return MonthForecast.of(scenario);
    }

    /// The ways on which the request is allowed.
    public static List<Route> openWays(AccessScenario scenario) {
        return Route.WAYS.stream()
                .filter(route -> Passage.outcome(scenario.by(route)) == Outcome.ALLOWED)
                .toList();
    }

    /// The gigabytes a month from which on interface endpoints are cheaper than one NAT gateway; empty if none are
    /// enough.
    public static OptionalDouble breakEven(Network network) {
        return AccessBills.comparison(network).breakEven();
    }

    /// The headers by which a request to the platform's object store stands for one that comes on this way
    /// (`docs/s3-endpoint.md`).
    public Map<String, String> headers(AccessScenario scenario) {
        return PolicyQuestion.headers(scenario);
    }

    /// What a choice of a parameter is called: `name("route", Route.NONE)`.
    ///
    /// @param parameter the id of the parameter
    public String name(String parameter, Enum<?> choice) {
        return parts.texts().get("parameter." + parameter + "." + Word.of(choice));
    }

    @Override
    public AccessScenario standard() {
        return AccessPresets.standard();
    }

    @Override
    public List<Preset<AccessScenario>> presets() {
        return presets;
    }

    @Override
    public List<Challenge<AccessScenario, AccessResult>> challenges() {
        return challenges;
    }

    @Override
    public List<Parameter<AccessScenario>> parameters() {
        return parameters;
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                parts.guided("toll", "toll"),
                parts.guided("free", "free"),
                parts.guided("one-endpoint", "one-endpoint"),
                parts.guided("tag-alone", "tag-alone"),
                parts.guided("both-sides", "both-sides"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                parts.fidelity(Fidelity.Level.EXACT, "decisions"),
                parts.fidelity(Fidelity.Level.EXACT, "keys"),
                parts.fidelity(Fidelity.Level.EXACT, "bill"),
                parts.fidelity(Fidelity.Level.CALIBRATED, "prices"),
                parts.fidelity(Fidelity.Level.CALIBRATED, "month"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "network"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "failures"));
    }

    @Override
    public ScenarioCodec<AccessScenario> codec() {
        return codec;
    }

    @Override
    public Pace pace() {
        return Pace.STEPS;
    }

    /// The picture draws the month itself.
    @Override
    public boolean isPlotted() {
        return false;
    }

    @Override
    public long seed(AccessScenario scenario) {
        return scenario.seed();
    }

    @Override
    public AccessScenario withSeed(AccessScenario scenario, long seed) {
        return scenario.withSeed(seed);
    }

    @Override
    public AccessResult run(AccessScenario scenario) {
        AccessCodec.check(scenario);
        return new AccessSimulation(scenario, parts).result();
    }

    @Override
    public List<Figure> figures(AccessResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(AccessResult result) {
        return AccessReport.of(result);
    }

    @Override
    public AccessSimulation open(AccessScenario scenario) {
        AccessCodec.check(scenario);
        return new AccessSimulation(scenario, parts);
    }
}
