package dev.rockpool.simulators.shards;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.ScenarioCodec;
import dev.rockpool.simulators.Simulation;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The lab *shards*.
public final class ShardsLab implements Lab<ShardsScenario, ShardsResult, ShardsSnapshot> {
    @Override
    public String id() {
        return "shards";
    }

    @Override
    public String name() {
        return later();
    }

    @Override
    public String question() {
        return later();
    }

    @Override
    public String explanation() {
        return later();
    }

    @Override
    public String model() {
        return later();
    }

    @Override
    public ShardsScenario standard() {
        return later();
    }

    @Override
    public List<Preset<ShardsScenario>> presets() {
        return later();
    }

    @Override
    public List<Challenge<ShardsScenario, ShardsResult>> challenges() {
        return later();
    }

    @Override
    public List<Parameter<ShardsScenario>> parameters() {
        return later();
    }

    @Override
    public List<GuidedStep> guide() {
        return later();
    }

    @Override
    public List<Fidelity> fidelity() {
        return later();
    }

    @Override
    public ScenarioCodec<ShardsScenario> codec() {
        return later();
    }

    @Override
    public long seed(ShardsScenario scenario) {
        return scenario.seed();
    }

    @Override
    public ShardsScenario withSeed(ShardsScenario scenario, long seed) {
        return scenario.withSeed(seed);
    }

    @Override
    public ShardsResult run(ShardsScenario scenario) {
        return later();
    }

    @Override
    public List<Figure> figures(ShardsResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(ShardsResult result) {
        return later();
    }

    @Override
    public Simulation<ShardsScenario, ShardsSnapshot> open(ShardsScenario scenario) {
        return later();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // gone with the skeleton
    private static <T> T later() {
        throw new UnsupportedOperationException("Lands next");
    }
}
