package dev.rockpool.simulators.perplexity;

import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.List;

/// A token at a time.
final class PerplexitySimulation implements Simulation<PerplexityScenario, PerplexitySnapshot> {
    private final PerplexityScenario scenario;
    private final LabParts<PerplexityScenario, PerplexityResult> parts;
    private final List<Double> probabilities;
    private final List<NgramModel.Foreseen> foreseen;
    private int tokens;

    PerplexitySimulation(PerplexityScenario scenario, LabParts<PerplexityScenario, PerplexityResult> parts) {
        this.scenario = scenario;
        this.parts = parts;
        probabilities = scenario.given();
        foreseen = scenario.model().map(NgramModel::foresee).orElse(List.of());
    }

    @Override
    public void step() {
        tokens++;
    }

    @Override
    public boolean done() {
        return tokens >= probabilities.size();
    }

    @Override
    public PerplexityScenario scenario() {
        return scenario;
    }

    @Override
    public List<Disturbance> disturbances() {
        return List.of();
    }

    @Override
    public void disturb(String id) {
        throw new IllegalArgumentException("There is no disturbance " + id);
    }

    @Override
    public PerplexitySnapshot snapshot() {
        int so = Math.min(tokens, probabilities.size());
        List<Double> come = probabilities.subList(0, so);
        double last = so == 0 ? 1 : come.getLast();
        List<LabEvent> events = so == 0 || so < tokens
                ? List.of()
                : List.of(new LabEvent(tokens, "token", Integer.toString(so - 1), told(so, last)));
        return new PerplexitySnapshot(
                tokens,
                probabilities.size(),
                come,
                foreseen.isEmpty() ? List.of() : foreseen.subList(0, so),
                events,
                List.of(new Measure(
                        "bits", parts.texts().get("measure.bits"), Unit.BITS, PerplexityResult.bits(List.of(last)))),
                PerplexityLab.numbers(so == 0 ? probabilities : come, parts));
    }

    /// What happened with the token at `so`, and of a model what it counted.
    private String told(int so, double probability) {
        String bits = Unit.PLAIN.number(PerplexityResult.bits(List.of(probability)));
        if (foreseen.isEmpty()) {
            return parts.texts().get("event.token", so, Unit.CHANCE.number(probability), bits);
        }
        NgramModel.Foreseen step = foreseen.get(so - 1);
        return parts.texts()
                .get(
                        step.context().isEmpty() ? "event.unigram" : "event.foreseen",
                        step.token(),
                        step.context(),
                        step.count(),
                        step.contexts(),
                        Unit.CHANCE.number(probability),
                        bits);
    }
}
