package dev.rockpool.simulators.availability;

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
import tools.jackson.databind.node.ObjectNode;

/// The lab *availability*: how long will it be down?
public final class AvailabilityLab
        extends DescribedLab<AvailabilityScenario, AvailabilityResult, AvailabilitySnapshot> {
    private final AvailabilityCodec codec = new AvailabilityCodec(AvailabilityPresets.standard());
    private final List<Preset<AvailabilityScenario>> presets = AvailabilityPresets.all(parts);
    private final List<Challenge<AvailabilityScenario, AvailabilityResult>> challenges =
            AvailabilityChallenges.all(parts);
    private final List<Parameter<AvailabilityScenario>> parameters = AvailabilityParameters.all(parts);

    public AvailabilityLab() {
        super("availability", AvailabilityLab.class);
    }

    @Override
    public AvailabilityScenario standard() {
        return AvailabilityPresets.standard();
    }

    @Override
    public List<Preset<AvailabilityScenario>> presets() {
        return presets;
    }

    @Override
    public List<Challenge<AvailabilityScenario, AvailabilityResult>> challenges() {
        return challenges;
    }

    @Override
    public List<Parameter<AvailabilityScenario>> parameters() {
        return parameters;
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                parts.guided("table", "four-nines"),
                parts.guided("series", "five-in-series"),
                parts.guided("parallel", "common-cause"),
                parts.guided("some", "two-of-three"),
                parts.guided("month", "another-month"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                parts.fidelity(Fidelity.Level.EXACT, "diagram"),
                parts.fidelity(Fidelity.Level.EXACT, "conventions"),
                parts.fidelity(Fidelity.Level.EXACT, "credits"),
                parts.fidelity(Fidelity.Level.CALIBRATED, "year"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "apart"));
    }

    @Override
    public ScenarioCodec<AvailabilityScenario> codec() {
        return codec;
    }

    @Override
    public long seed(AvailabilityScenario scenario) {
        return scenario.seed();
    }

    @Override
    public AvailabilityScenario withSeed(AvailabilityScenario scenario, long seed) {
        return scenario.withSeed(seed);
    }

    @Override
    public Pace pace() {
        return Pace.DAYS;
    }

    @Override
    public boolean isBilled() {
        return false;
    }

    @Override
    public AvailabilityResult run(AvailabilityScenario scenario) {
        AvailabilityCodec.check(scenario);
        double down = scenario.system().unavailability();
        return new AvailabilityResult(scenario, down, AvailabilityFigures.of(scenario, down, parts));
    }

    @Override
    public List<Figure> figures(AvailabilityResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(AvailabilityResult result) {
        return AvailabilityReport.of(result);
    }

    @Override
    public AvailabilitySimulation open(AvailabilityScenario scenario) {
        AvailabilityCodec.check(scenario);
        return new AvailabilitySimulation(scenario, parts);
    }
}
