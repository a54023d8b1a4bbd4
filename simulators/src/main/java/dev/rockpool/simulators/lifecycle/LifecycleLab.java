package dev.rockpool.simulators.lifecycle;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Pace;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The lab *lifecycle*: what happens to my objects, and when?
public final class LifecycleLab implements Lab<LifecycleScenario, LifecycleResult, LifecycleSnapshot> {
    private static final int STEP_SECONDS = 60;

    private final LabTexts texts = LabTexts.beside(LifecycleLab.class);
    private final LifecycleCodec codec = new LifecycleCodec(LifecyclePresets.tieringDown());
    private final List<Preset<LifecycleScenario>> presets = LifecyclePresets.all(texts);
    private final List<Challenge<LifecycleScenario, LifecycleResult>> challenges = LifecycleChallenges.all(texts);
    private final List<Parameter<LifecycleScenario>> parameters = LifecycleParameters.all(texts);

    @Override
    public String id() {
        return "lifecycle";
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
        return LabTexts.document(LifecycleLab.class, "explanation.md");
    }

    @Override
    public String model() {
        return LabTexts.document(LifecycleLab.class, "docs/MODEL.md");
    }

    @Override
    public LifecycleScenario standard() {
        return LifecyclePresets.tieringDown();
    }

    @Override
    public List<Preset<LifecycleScenario>> presets() {
        return presets;
    }

    @Override
    public List<Challenge<LifecycleScenario, LifecycleResult>> challenges() {
        return challenges;
    }

    @Override
    public List<Parameter<LifecycleScenario>> parameters() {
        return parameters;
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                guided("sink", "tiering-down"),
                guided("midnight", "rounding"),
                guided("conflict", "conflict-expire"),
                guided("marker", "hundred"),
                guided("trap", "small-files-anyway"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                fidelity(Fidelity.Level.EXACT, "midnights"),
                fidelity(Fidelity.Level.EXACT, "refusals"),
                fidelity(Fidelity.Level.EXACT, "versions"),
                fidelity(Fidelity.Level.EXACT, "billing"),
                fidelity(Fidelity.Level.CALIBRATED, "prices"),
                fidelity(Fidelity.Level.CALIBRATED, "readings"),
                fidelity(Fidelity.Level.ILLUSTRATIVE, "promptness"),
                fidelity(Fidelity.Level.ILLUSTRATIVE, "quiet"));
    }

    @Override
    public ScenarioCodec<LifecycleScenario> codec() {
        return codec;
    }

    /// Nothing is random.
    @Override
    public long seed(LifecycleScenario scenario) {
        return 0;
    }

    @Override
    public LifecycleScenario withSeed(LifecycleScenario scenario, long seed) {
        return scenario;
    }

    @Override
    public LifecycleResult run(LifecycleScenario scenario) {
        LifecycleSimulation simulation = open(scenario);
        simulation.finish();
        LifecycleSnapshot last = simulation.snapshot();
        LifecycleRun run = simulation.run();
        List<LifecycleFault> faults = switch (run.reading()) {
            case LifecycleReading.Accepted _ -> List.of();
            case LifecycleReading.Rejected(List<LifecycleFault> found) -> found;
        };
        Bill untouched = LifecycleBills.until(Lives.untouched(scenario), scenario.until())
                .bill();
        return new LifecycleResult(
                scenario,
                run.happenings().stream().map(LifecycleRun.Happening::event).toList(),
                faults,
                last.figures(),
                last.monthlyBill(),
                untouched,
                last);
    }

    @Override
    public List<Figure> figures(LifecycleResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(LifecycleResult result) {
        return LifecycleReport.of(result);
    }

    @Override
    public boolean refuses(LifecycleResult result) {
        return !result.rejected().isEmpty();
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public Pace pace() {
        return Pace.DAYS;
    }

    /// Opens a run.
    ///
    /// @throws dev.rockpool.kernel.InputException if the scenario cannot run
    @Override
    public LifecycleSimulation open(LifecycleScenario scenario) {
        LifecycleCodec.check(scenario);
        return new LifecycleSimulation(scenario, texts);
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
