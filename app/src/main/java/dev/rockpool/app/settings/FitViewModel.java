package dev.rockpool.app.settings;

import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.task.RunningTask;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.Study;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.optimise.Finding;
import dev.rockpool.study.optimise.Fit;
import dev.rockpool.study.optimise.Optimiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// Fitting the memory model to the learner's own reviews: progress, cancel, and the result in words.
final class FitViewModel {
    private final Study study;
    private final Preferences preferences;
    private final Change change;
    private final TaskRunner tasks;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private Optional<RunningTask> task = Optional.empty();

    FitViewModel(Study study, Preferences preferences, Change change, TaskRunner tasks, Texts texts) {
        this.study = study;
        this.preferences = preferences;
        this.change = change;
        this.tasks = tasks;
        this.texts = texts;
        ownWeights().subscribe(own -> words.set(own ? texts.get("settings.fit.mine") : ""));
    }

    /// Whether a fit is under way.
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// The share of it that is done, 0 to 1.
    ReadOnlyDoubleProperty done() {
        return done.getReadOnlyProperty();
    }

    /// What came of the last fit; before one, whether the weights are the learner's own.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// Whether the weights are other than the standard ones.
    ObservableValue<Boolean> ownWeights() {
        return preferences.observe(StudySettings.WEIGHTS).map(weights -> !weights.equals(Fsrs6Weights.STANDARD));
    }

    /// Starts a fit unless one is under way.
    void fit() {
        if (running.get()) {
            return;
        }
        Fsrs6Weights old = preferences.get(StudySettings.WEIGHTS);
        int relearningSteps =
                StudySettings.options(preferences).scheduler().relearningSteps().size();
        running.set(true);
        done.set(0);
        words.set("");
        RunningTask started = tasks.of(progress -> new Optimiser(study.histories(), relearningSteps).fit(old, share -> {
                    progress.report(share);
                    progress.checkCancelled();
                    return true;
                }))
                .titled(texts.get("settings.fit.running"))
                .onSuccess(this::take)
                .afterwards(this::ended)
                .start();
        if (running.get()) {
            task = Optional.of(started);
            done.bind(Bindings.max(0, started.fraction()));
        }
    }

    /// Ends the fit that is under way; nothing changes.
    void cancel() {
        task.ifPresent(RunningTask::cancel);
    }

    /// Takes the weights of a learner of whom nothing is known.
    void useStandard() {
        use(Fsrs6Weights.STANDARD, "settings.fit.weights.standard");
    }

    private void ended() {
        running.set(false);
        done.unbind();
        task = Optional.empty();
    }

    private void take(Fit fit) {
        if (fit.outcome() == Fit.Outcome.TAKEN) {
            use(fit.weights(), "settings.fit.weights.mine");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(outcome(fit));
        fit.findings().forEach(finding -> key(finding).ifPresent(key -> sentences.add(texts.get(key))));
        words.set(String.join(" ", sentences));
    }

    private void use(Fsrs6Weights weights, String shown) {
        change.set(StudySettings.WEIGHTS, weights, texts.get("settings.fit.weights"), texts.get(shown));
    }

    private String outcome(Fit fit) {
        return switch (fit.outcome()) {
            case TAKEN ->
                texts.get(
                        "settings.fit.taken",
                        logLoss(fit.before().orElseThrow().logLoss()),
                        logLoss(fit.after().orElseThrow().logLoss()),
                        fit.reviews());
            case KEPT_NOT_BETTER ->
                texts.get("settings.fit.kept", logLoss(fit.after().orElseThrow().logLoss()), fit.reviews());
            case KEPT_TOO_FEW -> texts.get("settings.fit.few", fit.reviews(), fit.items(), Optimiser.LEAST_ITEMS);
        };
    }

    /// With the digits in which fits differ.
    private String logLoss(double value) {
        return String.format(texts.locale(), "%.4f", value);
    }

    private static Optional<String> key(Finding finding) {
        return switch (finding) {
            case TOO_FEW_TO_FIT -> Optional.empty(); // the outcome says so
            case FIRST_STABILITIES_ONLY -> Optional.of("settings.fit.finding.first");
            case FEW -> Optional.of("settings.fit.finding.few");
            case ALWAYS_RECALLED -> Optional.of("settings.fit.finding.always");
            case NEVER_RECALLED -> Optional.of("settings.fit.finding.never");
            case POOR_FIT -> Optional.of("settings.fit.finding.poor");
        };
    }
}
