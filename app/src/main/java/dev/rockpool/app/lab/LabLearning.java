package dev.rockpool.app.lab;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Lab;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is kept of a learner in one lab: challenges done, predictions made, scenarios saved.
final class LabLearning<S, R> {
    private final Lab<S, R, ?> lab;
    private final LabRepository records;
    private final TaskRunner tasks;
    private final Set<String> passed = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<ChallengeState<S, R>>> challenges = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<LabRepository.Saved> saved = FXCollections.observableArrayList();
    private Optional<Challenge<S, R>> active = Optional.empty();
    private Optional<String> missing = Optional.empty();
    private Optional<S> waiting = Optional.empty();
    private boolean checking;

    LabLearning(Lab<S, R, ?> lab, LabRepository records, TaskRunner tasks) {
        this.lab = lab;
        this.records = records;
        this.tasks = tasks;
        publish();
    }

    /// Every challenge of the lab.
    ReadOnlyObjectProperty<List<ChallengeState<S, R>>> challenges() {
        return challenges.getReadOnlyProperty();
    }

    /// Scenarios that were saved, newest first.
    ObservableList<LabRepository.Saved> saved() {
        return FXCollections.unmodifiableObservableList(saved);
    }

    /// Reads what was kept.
    void read() {
        tasks.of(_ -> records.passed(lab.id()))
                .onSuccess(done -> {
                    passed.addAll(done);
                    publish();
                })
                .start();
        tasks.of(_ -> records.saved(lab.id())).onSuccess(saved::setAll).start();
    }

    /// Works at a challenge from now on.
    void take(Challenge<S, R> challenge) {
        active = Optional.of(challenge);
        missing = Optional.empty();
        publish();
    }

    /// Looks whether the active challenge is done with this scenario. Of several in a row only the last counts.
    void check(S scenario) {
        if (active.isPresent()) {
            waiting = Optional.of(scenario);
            next();
        }
    }

    /// Keeps a prediction and its outcome.
    void keep(Question<S> asked, double outcome) {
        asked.guess()
                .ifPresent(guess -> tasks.of(_ -> {
                            records.keep(new LabRepository.Prediction(
                                    lab.id(),
                                    asked.preset().id(),
                                    asked.preset().prediction().figure(),
                                    guess,
                                    outcome));
                            return outcome;
                        })
                        .start());
    }

    /// Keeps a scenario under a name.
    void save(String name, String text) {
        tasks.of(_ -> {
                    records.save(lab.id(), new LabRepository.Saved(name, text));
                    return records.saved(lab.id());
                })
                .onSuccess(saved::setAll)
                .start();
    }

    /// Forgets a saved scenario.
    void forget(String name) {
        tasks.of(_ -> {
                    records.forget(lab.id(), name);
                    return records.saved(lab.id());
                })
                .onSuccess(saved::setAll)
                .start();
    }

    private void next() {
        if (checking || active.isEmpty() || waiting.isEmpty()) {
            return;
        }
        Challenge<S, R> challenge = active.get();
        S scenario = waiting.get();
        waiting = Optional.empty();
        checking = true;
        tasks.of(_ -> {
                    Optional<String> lacks = challenge.check().apply(scenario, lab.run(scenario));
                    if (lacks.isEmpty()) {
                        records.pass(lab.id(), challenge.id());
                    }
                    return lacks;
                })
                .onSuccess(lacks -> told(challenge, lacks))
                .afterwards(() -> {
                    checking = false;
                    next();
                })
                .start();
    }

    private void told(Challenge<S, R> challenge, Optional<String> lacks) {
        if (active.filter(challenge::equals).isEmpty()) {
            return;
        }
        missing = lacks;
        if (lacks.isEmpty()) {
            passed.add(challenge.id());
        }
        publish();
    }

    private void publish() {
        challenges.set(lab.challenges().stream()
                .map(each -> {
                    boolean mine = active.filter(each::equals).isPresent();
                    return new ChallengeState<>(
                            each, passed.contains(each.id()), mine, mine ? missing : Optional.empty());
                })
                .toList());
    }
}
