package dev.rockpool.simulators.durability;

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

/// The lab *durability*: how often will I lose an object?
public final class DurabilityLab extends DescribedLab<DurabilityScenario, DurabilityResult, DurabilitySnapshot> {
    private final DurabilityCodec codec = new DurabilityCodec(DurabilityPresets.standard());
    private final List<Preset<DurabilityScenario>> presets = DurabilityPresets.all(parts);
    private final List<Challenge<DurabilityScenario, DurabilityResult>> challenges = DurabilityChallenges.all(parts);
    private final List<Parameter<DurabilityScenario>> parameters = DurabilityParameters.all(parts);

    public DurabilityLab() {
        super("durability", DurabilityLab.class);
    }

    @Override
    public DurabilityScenario standard() {
        return DurabilityPresets.standard();
    }

    @Override
    public List<Preset<DurabilityScenario>> presets() {
        return presets;
    }

    @Override
    public List<Challenge<DurabilityScenario, DurabilityResult>> challenges() {
        return challenges;
    }

    @Override
    public List<Parameter<DurabilityScenario>> parameters() {
        return parameters;
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                parts.guided("years", "eleven-nines-in-years"),
                parts.guided("chain", "continuous-repair"),
                parts.guided("window", "published-eleven-nines"),
                parts.guided("rounding", "ten-nines-called-eleven"),
                parts.guided("zone", "one-zone"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                parts.fidelity(Fidelity.Level.EXACT, "chain"),
                parts.fidelity(Fidelity.Level.EXACT, "windows"),
                parts.fidelity(Fidelity.Level.EXACT, "decodability"),
                parts.fidelity(Fidelity.Level.CALIBRATED, "simulation"),
                parts.fidelity(Fidelity.Level.CALIBRATED, "zones"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "picture"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "people"));
    }

    @Override
    public ScenarioCodec<DurabilityScenario> codec() {
        return codec;
    }

    @Override
    public long seed(DurabilityScenario scenario) {
        return scenario.seed();
    }

    @Override
    public DurabilityScenario withSeed(DurabilityScenario scenario, long seed) {
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
    public DurabilityResult run(DurabilityScenario scenario) {
        DurabilityCodec.check(scenario);
        DurabilityEstimate estimate = DurabilityEstimate.of(scenario);
        return new DurabilityResult(scenario, estimate, DurabilityFigures.of(scenario, estimate, parts));
    }

    @Override
    public List<Figure> figures(DurabilityResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(DurabilityResult result) {
        return DurabilityReport.of(result);
    }

    @Override
    public DurabilitySimulation open(DurabilityScenario scenario) {
        DurabilityCodec.check(scenario);
        return new DurabilitySimulation(scenario, parts);
    }
}
