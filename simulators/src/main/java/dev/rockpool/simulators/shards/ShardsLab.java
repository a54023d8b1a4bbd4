package dev.rockpool.simulators.shards;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The lab *shards*: my stream throttles; will more shards help?
public final class ShardsLab implements Lab<ShardsScenario, ShardsResult, ShardsSnapshot> {
    private static final int STEP_SECONDS = 60;

    private final LabTexts texts = LabTexts.beside(ShardsLab.class);
    private final ShardsCodec codec = new ShardsCodec(ShardsPresets.hotKey());
    private final List<Preset<ShardsScenario>> presets = ShardsPresets.all(texts);
    private final List<Challenge<ShardsScenario, ShardsResult>> challenges = ShardsChallenges.all(texts);
    private final List<Parameter<ShardsScenario>> parameters = ShardsParameters.all(texts);

    @Override
    public String id() {
        return "shards";
    }

    @Override
    public String name() {
        return texts.get("lab.name");
    }

    @Override
    public String question() {
        return texts.get("lab.question");
    }

    @Override
    public String explanation() {
        return LabTexts.document(ShardsLab.class, "explanation.md");
    }

    @Override
    public String model() {
        return LabTexts.document(ShardsLab.class, "docs/MODEL.md");
    }

    @Override
    public ShardsScenario standard() {
        return ShardsPresets.hotKey();
    }

    @Override
    public List<Preset<ShardsScenario>> presets() {
        return presets;
    }

    @Override
    public List<Challenge<ShardsScenario, ShardsResult>> challenges() {
        return challenges;
    }

    @Override
    public List<Parameter<ShardsScenario>> parameters() {
        return parameters;
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                guided("throttle", "hot-key"),
                guided("more-shards", "hot-key-16"),
                guided("double", "hot-key-20"),
                guided("on-demand", "on-demand-hot-key"),
                guided("two-limits", "record-limit"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                fidelity(Fidelity.Level.EXACT, "ring"),
                fidelity(Fidelity.Level.EXACT, "limits"),
                fidelity(Fidelity.Level.EXACT, "reads"),
                fidelity(Fidelity.Level.EXACT, "lineage"),
                fidelity(Fidelity.Level.CALIBRATED, "bill"),
                fidelity(Fidelity.Level.CALIBRATED, "on-demand"),
                fidelity(Fidelity.Level.CALIBRATED, "polling"),
                fidelity(Fidelity.Level.ILLUSTRATIVE, "arrivals"),
                fidelity(Fidelity.Level.ILLUSTRATIVE, "retries"),
                fidelity(Fidelity.Level.ILLUSTRATIVE, "duration"));
    }

    @Override
    public ScenarioCodec<ShardsScenario> codec() {
        return codec;
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
        ShardsSimulation simulation = open(scenario);
        List<LabEvent> events = new ArrayList<>();
        while (!simulation.done()) {
            simulation.step();
            for (LabEvent event : simulation.lastEvents()) {
                if (events.size() < ShardsResult.MOST_EVENTS) {
                    events.add(event);
                }
            }
        }
        ShardsSnapshot last = simulation.snapshot();
        Standing standing = simulation.standing();
        return new ShardsResult(
                simulation.scenario(),
                standing.totals(),
                standing.expectedFraction(),
                standing.standardError(),
                last.lineage(),
                last.consumers(),
                last.figures(),
                events,
                ShardsBills.ofRun(standing),
                ShardsBills.monthlyProvisioned(standing),
                ShardsBills.monthlyOnDemand(standing));
    }

    @Override
    public List<Figure> figures(ShardsResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(ShardsResult result) {
        return ShardsReport.of(result);
    }

    /// Opens a run.
    ///
    /// @throws dev.rockpool.kernel.InputException if the scenario cannot run
    @Override
    public ShardsSimulation open(ShardsScenario scenario) {
        ShardsCodec.check(scenario);
        return new ShardsSimulation(scenario, texts);
    }

    private GuidedStep guided(String id, String preset) {
        return new GuidedStep(
                id,
                texts.get("guide." + id + ".title"),
                texts.get("guide." + id + ".text"),
                texts.get("guide." + id + ".notes"),
                preset,
                STEP_SECONDS);
    }

    private Fidelity fidelity(Fidelity.Level level, String id) {
        return new Fidelity(level, texts.get("fidelity." + id + ".what"), texts.get("fidelity." + id + ".why"));
    }
}
