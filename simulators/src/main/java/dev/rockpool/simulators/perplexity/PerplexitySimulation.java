package dev.rockpool.simulators.perplexity;

import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A token at a time.
final class PerplexitySimulation implements Simulation<PerplexityScenario, PerplexitySnapshot> {
    private final LabParts<PerplexityScenario, PerplexityResult> parts;
    private PerplexityScenario scenario;
    private List<Double> probabilities;
    private List<NgramModel.Foreseen> foreseen;
    private int tokens;

    PerplexitySimulation(PerplexityScenario scenario, LabParts<PerplexityScenario, PerplexityResult> parts) {
        this.scenario = scenario;
        this.parts = parts;
        probabilities = scenario.given();
        foreseen = scenario.foreseen();
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

    /// What goes wrong, or that it has not.
    @Override
    public List<Disturbance> disturbances() {
        return mishaps()
                .map(each -> new Disturbance(
                        each.word(),
                        parts.texts().get((each == scenario.mishap() ? "disturb.undo." : "disturb.") + each.word()),
                        each == scenario.mishap()))
                .toList();
    }

    private Stream<Mishap> mishaps() {
        return Arrays.stream(Mishap.values()).filter(each -> each != Mishap.NONE && each.applies(scenario));
    }

    @Override
    public void disturb(String id) {
        Mishap mishap = mishaps()
                .filter(each -> each.word().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no disturbance " + id));
        scenario = scenario.withMishap(scenario.mishap() == mishap ? Mishap.NONE : mishap);
        probabilities = scenario.given();
        foreseen = scenario.foreseen();
    }

    @Override
    public PerplexitySnapshot snapshot() {
        int so = Math.min(tokens, probabilities.size());
        List<Double> come = probabilities.subList(0, so);
        double last = so == 0 ? 1 : come.getLast();
        List<LabEvent> events = new ArrayList<>();
        if (tokens == 1 && scenario.mishap() != Mishap.NONE) {
            events.add(new LabEvent(
                    tokens,
                    "mishap",
                    "",
                    parts.texts().get("event." + scenario.mishap().word())));
        }
        if (so > 0 && so == tokens) {
            events.add(new LabEvent(tokens, "token", Integer.toString(so - 1), told(so, last)));
        }
        return new PerplexitySnapshot(
                tokens,
                probabilities.size(),
                text(),
                come,
                foreseen.isEmpty() ? List.of() : foreseen.subList(0, so),
                events,
                List.of(new Measure(
                        "bits", parts.texts().get("measure.bits"), Unit.BITS, PerplexityResult.bits(List.of(last)))),
                PerplexityLab.numbers(so == 0 ? probabilities : come, scenario.seed(), parts));
    }

    private List<String> text() {
        return foreseen.isEmpty()
                ? IntStream.rangeClosed(1, probabilities.size())
                        .mapToObj(Integer::toString)
                        .toList()
                : foreseen.stream().map(NgramModel.Foreseen::token).toList();
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
