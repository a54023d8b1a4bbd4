package dev.rockpool.simulators.encryption;

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

/// The lab *encryption*: who can read this object, and what does each reader need?
public final class EncryptionLab extends DescribedLab<EncryptionScenario, EncryptionResult, EncryptionSnapshot> {
    private final EncryptionCodec codec = new EncryptionCodec(EncryptionPresets.standard());
    private final List<Preset<EncryptionScenario>> presets = EncryptionPresets.all(parts);
    private final List<Challenge<EncryptionScenario, EncryptionResult>> challenges = EncryptionChallenges.all(parts);
    private final List<Parameter<EncryptionScenario>> parameters = EncryptionParameters.all(parts);

    public EncryptionLab() {
        super("encryption", EncryptionLab.class);
    }

    /// A reader's path, without traffic and bill.
    public ObjectReading reading(EncryptionMode mode, Threat threat) {
        return ObjectReading.of(mode, threat, KeyState.ENABLED, parts.texts());
    }

    /// What a mode, threat, outcome, key holder or reader is called: `mode.sse-s3`, `threat.stolen-disk`,
    /// `outcome.denied`.
    public String word(String kind, String word) {
        return parts.texts()
                .get(
                        kind.equals("mode") || kind.equals("threat") || kind.equals("keyState")
                                ? "parameter." + kind + "." + word
                                : kind + "." + word);
    }

    @Override
    public EncryptionScenario standard() {
        return EncryptionPresets.standard();
    }

    @Override
    public List<Preset<EncryptionScenario>> presets() {
        return presets;
    }

    @Override
    public List<Challenge<EncryptionScenario, EncryptionResult>> challenges() {
        return challenges;
    }

    @Override
    public List<Parameter<EncryptionScenario>> parameters() {
        return parameters;
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                parts.guided("default", "default"),
                parts.guided("own-key", "own-key"),
                parts.guided("lost", "lost-key"),
                parts.guided("calls", "a-call-each"),
                parts.guided("sessions", "ten-sessions"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                parts.fidelity(Fidelity.Level.EXACT, "outcomes"),
                parts.fidelity(Fidelity.Level.EXACT, "bytes"),
                parts.fidelity(Fidelity.Level.EXACT, "calls"),
                parts.fidelity(Fidelity.Level.CALIBRATED, "bucket-keys"),
                parts.fidelity(Fidelity.Level.CALIBRATED, "prices"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "operator"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "bit"));
    }

    @Override
    public ScenarioCodec<EncryptionScenario> codec() {
        return codec;
    }

    @Override
    public Pace pace() {
        return Pace.STEPS;
    }

    @Override
    public boolean isPlotted() {
        return false;
    }

    /// Nothing is random here.
    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public long seed(EncryptionScenario scenario) {
        return 0;
    }

    @Override
    public EncryptionScenario withSeed(EncryptionScenario scenario, long seed) {
        return scenario;
    }

    @Override
    public EncryptionResult run(EncryptionScenario scenario) {
        EncryptionCodec.check(scenario);
        return new EncryptionSimulation(scenario, parts).result();
    }

    @Override
    public List<Figure> figures(EncryptionResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(EncryptionResult result) {
        return EncryptionReport.of(result);
    }

    @Override
    public EncryptionSimulation open(EncryptionScenario scenario) {
        EncryptionCodec.check(scenario);
        return new EncryptionSimulation(scenario, parts);
    }
}
