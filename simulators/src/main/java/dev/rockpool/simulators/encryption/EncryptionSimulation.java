package dev.rockpool.simulators.encryption;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Walks a reader's path, a step at a time.
final class EncryptionSimulation implements Simulation<EncryptionScenario, EncryptionSnapshot> {
    private static final List<Threat> MISHAPS = List.of(Threat.FLIPPED_BIT, Threat.LOST_KEY, Threat.KEY_DELETED);

    private static final String SCHEDULE = "schedule";

    private final LabParts<EncryptionScenario, EncryptionResult> parts;
    private final LabTexts texts;
    private final Threat chosen;
    private EncryptionScenario scenario;
    private ObjectReading reading;
    private OutcomeTable table;
    private long began;
    private long step;

    EncryptionSimulation(EncryptionScenario scenario, LabParts<EncryptionScenario, EncryptionResult> parts) {
        this.scenario = scenario;
        this.parts = parts;
        texts = parts.texts();
        chosen = scenario.threat();
        reading = read(scenario);
        table = OutcomeTable.of(scenario.keyState(), texts);
    }

    private ObjectReading read(EncryptionScenario of) {
        return ObjectReading.of(of.mode(), of.threat(), of.keyState(), texts);
    }

    @Override
    public void step() {
        step++;
    }

    @Override
    public boolean done() {
        return step >= end();
    }

    @Override
    public EncryptionScenario scenario() {
        return scenario;
    }

    /// A bit is flipped, a key lost or deleted, its deletion scheduled, and the object read again; or none of that has
    /// happened.
    @Override
    public List<Disturbance> disturbances() {
        Stream<Disturbance> mishaps = MISHAPS.stream()
                .map(mishap -> new Disturbance(
                        mishap.word(),
                        texts.get(
                                scenario.threat() == mishap
                                        ? "disturb.undo." + mishap.word()
                                        : "disturb." + mishap.word()),
                        scenario.threat() == mishap));
        Stream<Disturbance> deletion = Stream.of(scenario.keyState())
                .filter(_ -> scenario.mode().layers().contains(KeyHolder.KMS_CUSTOMER))
                .map(state -> new Disturbance(
                        SCHEDULE, texts.get("disturb.schedule." + state.word()), state != KeyState.ENABLED));
        return Stream.concat(mishaps, deletion).toList();
    }

    @Override
    public void disturb(String id) {
        if (id.equals(SCHEDULE)) {
            again(scenario.withKeyState(scenario.keyState().next()));
            return;
        }
        Threat mishap = MISHAPS.stream()
                .filter(each -> each.word().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no disturbance " + id));
        Threat before = MISHAPS.contains(chosen) ? Threat.LEAKED_READ : chosen;
        again(scenario.withThreat(scenario.threat() == mishap ? before : mishap));
    }

    /// The object is read again, as things stand now.
    private void again(EncryptionScenario changed) {
        scenario = changed;
        reading = read(changed);
        table = OutcomeTable.of(changed.keyState(), texts);
        began = Math.min(step, end());
        step = began;
    }

    private long end() {
        return began + reading.steps().size();
    }

    @Override
    public EncryptionSnapshot snapshot() {
        int walked = (int) Math.min(step - began, reading.steps().size());
        List<ReadStep> steps = reading.steps().subList(0, walked);
        EncryptionScenario now = scenario;
        return new EncryptionSnapshot(
                step,
                end(),
                now,
                steps,
                ObjectEnvelope.of(now.mode(), now.threat()),
                ReaderPolicies.answers(now.mode(), now.threat().attempt()),
                table,
                walked == reading.steps().size() ? Optional.of(reading.outcome()) : Optional.empty(),
                events(steps),
                measures(steps),
                () -> result(now).figures(),
                () -> EncryptionBills.monthly(now, EncryptionCalls.of(now)));
    }

    private List<LabEvent> events(List<ReadStep> steps) {
        if (steps.isEmpty() || began + steps.size() != step) {
            return List.of();
        }
        ReadStep last = steps.getLast();
        String sentence = ReaderPolicies.answers(
                        scenario.mode(), scenario.threat().attempt())
                .stream()
                .filter(answer -> answer.place() == last.place())
                .filter(_ -> steps.stream().limit(steps.size() - 1L).noneMatch(each -> each.place() == last.place()))
                .findFirst()
                .map(answer -> texts.get(
                        "step.policy",
                        last.sentence(),
                        answer.action(),
                        answer.decision().reason()))
                .orElse(last.sentence());
        return List.of(new LabEvent(step, last.key(), last.place().name(), sentence));
    }

    private List<Measure> measures(List<ReadStep> steps) {
        long opened = steps.stream().filter(ReadStep::opens).count();
        long asked = steps.stream().filter(ReadStep::kms).count();
        return List.of(
                new Measure("layers-open", texts.get("measure.layers-open"), Unit.COUNT, (double) opened),
                new Measure("kms-asked", texts.get("measure.kms-asked"), Unit.COUNT, (double) asked));
    }

    /// The whole path of `scenario`.
    EncryptionResult result() {
        return result(scenario);
    }

    private EncryptionResult result(EncryptionScenario of) {
        EncryptionCalls calls = EncryptionCalls.of(of);
        Bill bill = EncryptionBills.monthly(of, calls);
        return new EncryptionResult(of, read(of), calls, bill, EncryptionFigures.of(of, calls, bill, parts));
    }
}
