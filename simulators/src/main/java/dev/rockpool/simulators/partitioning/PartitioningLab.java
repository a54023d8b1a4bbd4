package dev.rockpool.simulators.partitioning;

import dev.rockpool.costmodel.Bill;
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
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The lab *partitioning*: what does this layout cost to query?
public final class PartitioningLab
        extends DescribedLab<PartitioningScenario, PartitioningResult, PartitioningSnapshot> {
    private final PartitioningCodec codec = new PartitioningCodec(PartitioningPresets.events());

    public PartitioningLab() {
        super("partitioning", PartitioningLab.class);
    }

    @Override
    public PartitioningScenario standard() {
        return PartitioningPresets.events();
    }

    @Override
    public List<Preset<PartitioningScenario>> presets() {
        return PartitioningPresets.all(parts);
    }

    @Override
    public List<Challenge<PartitioningScenario, PartitioningResult>> challenges() {
        PartitioningScenario byDate =
                PartitioningPresets.events().withCatalog(false).withQuery(Asked.USER, 1);
        PartitioningScenario finest = PartitioningPresets.events();
        return List.of(
                parts.challenge(
                        "one-list",
                        byDate,
                        (scenario, result) -> check(
                                scenario.withKeyParts(byDate.keyParts()).equals(byDate),
                                result.reading().listCalls() == 1
                                        && result.reading().bytesScanned()
                                                < result.reading().bytes(),
                                "challenge.lists",
                                result.reading().listCalls())),
                parts.challenge(
                        "large-files",
                        finest,
                        (scenario, result) -> check(
                                scenario.withKeyParts(finest.keyParts()).equals(finest),
                                result.reading().fileBytes() >= 1_000_000
                                        && result.reading().bytesScanned() <= 2_000_000,
                                "challenge.files",
                                Math.round(result.reading().fileBytes()))));
    }

    private Optional<String> check(boolean asAllowed, boolean reached, String key, long value) {
        if (!asAllowed) {
            return Optional.of(parts.texts().get("challenge.changed"));
        }
        return reached ? Optional.empty() : Optional.of(parts.texts().get(key, value));
    }

    @Override
    public List<Parameter<PartitioningScenario>> parameters() {
        return PartitioningParameters.all(parts);
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                parts.guided("order", "same-bytes"),
                parts.guided("lists", "user-first"),
                parts.guided("minimum", "smallest-bill"),
                parts.guided("filter", "no-filter"),
                parts.guided("price", "ten-terabytes"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                parts.fidelity(Fidelity.Level.EXACT, "counts"),
                parts.fidelity(Fidelity.Level.EXACT, "bill"),
                parts.fidelity(Fidelity.Level.EXACT, "replica"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "table"));
    }

    @Override
    public ScenarioCodec<PartitioningScenario> codec() {
        return codec;
    }

    /// Nothing is random here.
    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public boolean isTimeless() {
        return true;
    }

    /// The picture draws what each step measures.
    @Override
    public boolean isPlotted() {
        return false;
    }

    @Override
    public Pace pace() {
        return Pace.STEPS;
    }

    @Override
    public long seed(PartitioningScenario scenario) {
        return 0;
    }

    @Override
    public PartitioningScenario withSeed(PartitioningScenario scenario, long seed) {
        return scenario;
    }

    @Override
    public PartitioningResult run(PartitioningScenario scenario) {
        LayoutReading reading = LayoutReading.of(scenario);
        LayoutRepository.Counted counted = LayoutRepository.count(scenario);
        Bill bill = PartitioningBills.monthly(scenario, reading);
        return new PartitioningResult(
                scenario,
                reading,
                counted,
                bill,
                PartitioningFigures.of(scenario, reading, bill, Optional.of(counted), parts));
    }

    @Override
    public List<Figure> figures(PartitioningResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(PartitioningResult result) {
        return PartitioningReport.of(result);
    }

    @Override
    public PartitioningSimulation open(PartitioningScenario scenario) {
        return new PartitioningSimulation(scenario, parts);
    }
}
