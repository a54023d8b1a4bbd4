package dev.rockpool.app.preference;

import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.schedule.EasyDays;
import dev.rockpool.study.schedule.ExamPlan;
import dev.rockpool.study.schedule.LoadBalancing;
import dev.rockpool.study.schedule.SchedulerOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /// Whether a question that a card was made into counts as a review of the card.
    public static final Setting<Boolean> QUIZ_REVIEWS = Setting.flag("study.quiz-reviews", false);

    public static final Setting<Boolean> EVEN_DAYS = Setting.flag("study.even-days", false);
    /// Written as a letter a weekday, Monday first: N, R or M.
    public static final Setting<EasyDays> EASY_DAYS =
            new Setting<>("study.easy-days", EasyDays.NONE, StudySettings::write, StudySettings::easyDays);
    /// Written as the date, the target in per cent and the topics, a line each.
    public static final Setting<Optional<ExamPlan>> EXAM =
            new Setting<>("study.exam", Optional.empty(), StudySettings::write, StudySettings::exam);
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

    private static String write(EasyDays easyDays) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> easyDays.of(day).name().substring(0, 1))
                .collect(Collectors.joining());
    }

    private static Optional<EasyDays> easyDays(String text) {
        if (!text.matches("[NRM]{7}")) {
            return Optional.empty();
        }
        EasyDays easyDays = EasyDays.NONE;
        for (DayOfWeek day : DayOfWeek.values()) {
            char letter = text.charAt(day.getValue() - 1);
            easyDays = easyDays.with(
                    day,
                    switch (letter) {
                        case 'R' -> EasyDays.Load.REDUCED;
                        case 'M' -> EasyDays.Load.MINIMUM;
                        default -> EasyDays.Load.NORMAL;
                    });
        }
        return Optional.of(easyDays);
    }

    private static String write(Optional<ExamPlan> exam) {
        return exam.map(plan -> Stream.concat(
                                Stream.of(
                                        LocalDate.ofEpochDay(plan.day()).toString(),
                                        String.valueOf(Math.round(plan.target() * 100))),
                                plan.topics().stream().sorted())
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    private static Optional<Optional<ExamPlan>> exam(String text) {
        if (text.isBlank()) {
            return Optional.of(Optional.empty());
        }
        List<String> lines = text.lines().toList();
        try {
            return Optional.of(Optional.of(new ExamPlan(
                    LocalDate.parse(lines.getFirst()).toEpochDay(),
                    Integer.parseInt(lines.get(1)) / 100.0,
                    Set.copyOf(lines.subList(2, lines.size())))));
        } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException _) {
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
        for (Setting<?> setting : List.of(
                RETENTION,
                NEW_PER_DAY,
                ROLLOVER_HOUR,
                LONGEST_INTERVAL,
                LEARNING_STEPS,
                WEIGHTS,
                EVEN_DAYS,
                EASY_DAYS,
                EXAM)) {
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
                standard.longestThinking(),
                new LoadBalancing(preferences.get(EVEN_DAYS), preferences.get(EASY_DAYS)),
                preferences.get(EXAM));
    }
}
