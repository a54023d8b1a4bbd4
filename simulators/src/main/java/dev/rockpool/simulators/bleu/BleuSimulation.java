package dev.rockpool.simulators.bleu;

import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.bleu.BleuSnapshot.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Matches n-grams, an order at a time.
final class BleuSimulation implements Simulation<BleuScenario, BleuSnapshot> {
    private static final double PERCENT = 100;

    private final LabParts<BleuScenario, BleuResult> parts;
    private final Function<BleuScenario, BleuResult> run;
    private BleuResult result;
    private int order;

    /// @param run scores a scenario
    BleuSimulation(
            BleuScenario scenario, Function<BleuScenario, BleuResult> run, LabParts<BleuScenario, BleuResult> parts) {
        this.run = run;
        this.parts = parts;
        result = run.apply(scenario);
    }

    @Override
    public void step() {
        order++;
    }

    @Override
    public boolean done() {
        return order >= result.scenario().maxOrder();
    }

    @Override
    public BleuScenario scenario() {
        return result.scenario();
    }

    /// What goes wrong before the score, or that it has not.
    @Override
    public List<Disturbance> disturbances() {
        Mishap now = scenario().mishap();
        return mishaps()
                .map(each -> new Disturbance(
                        each.word(),
                        parts.texts().get((each == now ? "disturb.undo." : "disturb.") + each.word()),
                        each == now))
                .toList();
    }

    private Stream<Mishap> mishaps() {
        return Arrays.stream(Mishap.values())
                .filter(each -> each != Mishap.NONE
                        && each.applies(scenario().hypotheses().size()));
    }

    @Override
    public void disturb(String id) {
        Mishap mishap = mishaps()
                .filter(each -> each.word().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no disturbance " + id));
        result = run.apply(scenario().withMishap(scenario().mishap() == mishap ? Mishap.NONE : mishap));
    }

    @Override
    public BleuSnapshot snapshot() {
        int looked = Math.min(order, result.scenario().maxOrder());
        List<LabEvent> events = new ArrayList<>();
        double precision = 0;
        Mishap mishap = scenario().mishap();
        if (order == 1 && mishap != Mishap.NONE) {
            events.add(new LabEvent(order, "mishap", "", parts.texts().get("event." + mishap.word())));
        }
        if (looked > 0) {
            precision = result.corpus().precisions().get(looked - 1) / PERCENT;
            events.add(new LabEvent(
                    order,
                    "matched",
                    "",
                    parts.texts()
                            .get(
                                    "event.matched",
                                    looked,
                                    result.corpus().counts().correct().get(looked - 1),
                                    result.corpus().counts().total().get(looked - 1),
                                    Unit.SHARE.format(precision))));
        }
        BleuScenario scored = scenario().scored();
        List<BleuSnapshot.SegmentState> segments = new ArrayList<>();
        for (int at = 0; at < scored.hypotheses().size(); at++) {
            segments.add(segment(scored, at, looked));
        }
        return new BleuSnapshot(
                order,
                result.scenario().maxOrder(),
                result,
                segments,
                events,
                List.of(new Measure("precision", parts.texts().get("measure.precision"), Unit.SHARE, precision)));
    }

    private static BleuSnapshot.SegmentState segment(BleuScenario scenario, int at, int looked) {
        List<String> tokens = MatchCounts.tokens(scenario, scenario.hypotheses().get(at));
        List<List<String>> references = scenario.references().get(at).stream()
                .map(line -> MatchCounts.tokens(scenario, line))
                .toList();
        List<Match> grams = new ArrayList<>();
        if (looked > 0) {
            Map<List<String>, Integer> left = new HashMap<>();
            for (List<String> reference : references) {
                MatchCounts.ngrams(reference, looked).forEach((gram, count) -> left.merge(gram, count, Math::max));
            }
            for (int from = 0; from + looked <= tokens.size(); from++) {
                List<String> gram = tokens.subList(from, from + looked);
                int remaining = left.getOrDefault(gram, -1);
                grams.add(remaining < 0 ? Match.ABSENT : remaining == 0 ? Match.CLIPPED : Match.COUNTED);
                if (remaining > 0) {
                    left.put(gram, remaining - 1);
                }
            }
        }
        return new BleuSnapshot.SegmentState(tokens, references, grams);
    }
}
