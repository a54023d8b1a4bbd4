package dev.rockpool.app.preference;

import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.schedule.SchedulerOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The settings of studying and decks, and the options they come to.
public final class StudySettings {
    /// The chance of recall, in per cent, at which a card is shown again.
    public static final int LEAST_RETENTION = 70;

    public static final int GREATEST_RETENTION = 97;
    public static final int LAST_ROLLOVER_HOUR = 12;

    public static final Setting<Integer> RETENTION =
            Setting.number("study.retention", 90, LEAST_RETENTION, GREATEST_RETENTION);
    public static final Setting<Integer> NEW_PER_DAY =
            Setting.number("study.new-per-day", StudyOptions.STANDARD.newPerDay(), 0, StudyOptions.MOST_NEW);
    public static final Setting<Integer> ROLLOVER_HOUR = Setting.number(
            "study.rollover-hour", StudyOptions.STANDARD.rollover().getHour(), 0, LAST_ROLLOVER_HOUR);
    public static final Setting<Integer> LONGEST_INTERVAL = Setting.number(
            "study.longest-interval",
            SchedulerOptions.STANDARD.maximumInterval(),
            1,
            SchedulerOptions.LONGEST_INTERVAL);
    public static final Setting<List<Duration>> LEARNING_STEPS = new Setting<>(
            "study.learning-steps",
            SchedulerOptions.STANDARD.learningSteps(),
            LearningSteps::write,
            LearningSteps::read);
    public static final Setting<Fsrs6Weights> WEIGHTS = new Setting<>(
            "study.weights",
            Fsrs6Weights.STANDARD,
            weights -> weights.values().stream().map(String::valueOf).collect(Collectors.joining(" ")),
            StudySettings::weights);
    public static final Setting<List<Path>> FOLDERS = new Setting<>(
            "decks.folders",
            List.of(),
            folders -> folders.stream().map(Path::toString).collect(Collectors.joining("\n")),
            StudySettings::paths);

    private StudySettings() {}

    /// The folder of decks that is always read, and those the user has added.
    public static List<Path> folders(DataDirectory directory, List<Path> added) {
        List<Path> folders = new ArrayList<>(List.of(directory.decks()));
        folders.addAll(added);
        return List.copyOf(folders);
    }

    private static Optional<Fsrs6Weights> weights(String text) {
        try {
            return Optional.of(Fsrs6Weights.of(
                    Arrays.stream(text.split(" ")).map(Double::valueOf).toList()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<List<Path>> paths(String text) {
        try {
            return Optional.of(
                    text.lines().filter(line -> !line.isBlank()).map(Path::of).toList());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Tells `listener` whenever a choice that reaches the options changes.
    public static void listen(Preferences preferences, Runnable listener) {
        for (Setting<?> setting :
                List.of(RETENTION, NEW_PER_DAY, ROLLOVER_HOUR, LONGEST_INTERVAL, LEARNING_STEPS, WEIGHTS)) {
            preferences.observe(setting).addListener((_, _, _) -> listener.run());
        }
    }

    /// What the choices come to.
    public static StudyOptions options(Preferences preferences) {
        StudyOptions standard = StudyOptions.STANDARD;
        SchedulerOptions scheduler = standard.scheduler();
        return new StudyOptions(
                new SchedulerOptions(
                        preferences.get(RETENTION) / 100.0,
                        preferences.get(LEARNING_STEPS),
                        scheduler.relearningSteps(),
                        preferences.get(LONGEST_INTERVAL),
                        scheduler.fuzz(),
                        scheduler.leechThreshold()),
                preferences.get(WEIGHTS),
                preferences.get(NEW_PER_DAY),
                LocalTime.of(preferences.get(ROLLOVER_HOUR), 0),
                standard.learnAhead(),
                standard.burySiblings(),
                standard.longestThinking());
    }
}
