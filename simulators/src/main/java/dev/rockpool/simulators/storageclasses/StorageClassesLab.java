package dev.rockpool.simulators.storageclasses;

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

/// The lab *storage-classes*: where should this data live?
public final class StorageClassesLab
        implements Lab<StorageClassesScenario, StorageClassesResult, StorageClassesSnapshot> {
    private static final int STEP_SECONDS = 60;

    private final LabTexts texts = LabTexts.beside(StorageClassesLab.class);
    private final StorageClassesCodec codec = new StorageClassesCodec(StorageClassesPresets.standard());
    private final List<Preset<StorageClassesScenario>> presets = StorageClassesPresets.all(texts);
    private final List<Challenge<StorageClassesScenario, StorageClassesResult>> challenges =
            StorageClassesChallenges.all(texts);
    private final List<Parameter<StorageClassesScenario>> parameters = StorageClassesParameters.all(texts);

    @Override
    public String id() {
        return "storage-classes";
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
        return LabTexts.document(StorageClassesLab.class, "explanation.md");
    }

    @Override
    public String model() {
        return LabTexts.document(StorageClassesLab.class, "docs/MODEL.md");
    }

    @Override
    public StorageClassesScenario standard() {
        return StorageClassesPresets.standard();
    }

    @Override
    public List<Preset<StorageClassesScenario>> presets() {
        return presets;
    }

    @Override
    public List<Challenge<StorageClassesScenario, StorageClassesResult>> challenges() {
        return challenges;
    }

    @Override
    public List<Parameter<StorageClassesScenario>> parameters() {
        return parameters;
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                guided("videos", "videos"),
                guided("colder", "instant-archive"),
                guided("small", "small-files"),
                guided("archive", "backups"),
                guided("early", "kept-a-month"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                fidelity(Fidelity.Level.EXACT, "bill"),
                fidelity(Fidelity.Level.EXACT, "minimums"),
                fidelity(Fidelity.Level.CALIBRATED, "prices"),
                fidelity(Fidelity.Level.CALIBRATED, "map"),
                fidelity(Fidelity.Level.CALIBRATED, "restores"),
                fidelity(Fidelity.Level.ILLUSTRATIVE, "reads"),
                fidelity(Fidelity.Level.ILLUSTRATIVE, "alike"));
    }

    @Override
    public ScenarioCodec<StorageClassesScenario> codec() {
        return codec;
    }

    /// Nothing is random here.
    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public long seed(StorageClassesScenario scenario) {
        return 0;
    }

    @Override
    public StorageClassesScenario withSeed(StorageClassesScenario scenario, long seed) {
        return scenario;
    }

    @Override
    public Pace pace() {
        return Pace.DAYS;
    }

    @Override
    public StorageClassesResult run(StorageClassesScenario scenario) {
        StorageClassesCodec.check(scenario);
        return new StorageClassesSimulation(scenario, texts).result();
    }

    @Override
    public List<Figure> figures(StorageClassesResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(StorageClassesResult result) {
        return StorageClassesReport.of(result);
    }

    @Override
    public StorageClassesSimulation open(StorageClassesScenario scenario) {
        StorageClassesCodec.check(scenario);
        return new StorageClassesSimulation(scenario, texts);
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
