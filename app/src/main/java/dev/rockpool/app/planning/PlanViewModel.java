package dev.rockpool.app.planning;

import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.preference.Setting;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.Notices;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.kernel.RockpoolException;
import dev.rockpool.study.ExamOutlook;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyPlanning;
import dev.rockpool.study.planning.ExpectedWorkload;
import dev.rockpool.study.planning.Workload;
import dev.rockpool.study.schedule.EasyDays;
import dev.rockpool.study.schedule.ExamPlan;
import dev.rockpool.study.schedule.LoadBalancing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;

/// What is planned and what it would bring. Foreground only; everything is computed on the background.
final class PlanViewModel {
    /// How far the workload looks.
    static final int WORKLOAD_DAYS = 180;

    static final int NEAR_DAYS = 30;
    static final int FAR_DAYS = 90;
    private static final int EXAM_IN_DAYS = 30;

    private final Study study;
    private final Preferences preferences;
    private final Notices notices;
    private final TaskRunner tasks;
    private final Texts texts;
    private final Consumer<RockpoolException> tell;
    private final ReadOnlyObjectWrapper<List<Workload>> workloads = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Ahead>> ahead = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ExamOutlook>> outlook = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ExamPlan>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final IntegerProperty wished = new SimpleIntegerProperty();
    private Optional<StudyPlanning> planning = Optional.empty();
    private int days = NEAR_DAYS;
    private long asked;
    private long askedExam;

    /// The days ahead.
    ///
    /// @param days as they will be
    /// @param chance as they would be if days were left to chance
    record Ahead(List<StudyPlanning.DayAhead> days, List<StudyPlanning.DayAhead> chance) {
        Ahead {
            days = List.copyOf(days);
            chance = List.copyOf(chance);
        }
    }

    /// @param tell shows a failure that has a sentence
    PlanViewModel(
            Study study,
            Preferences preferences,
            Notices notices,
            TaskRunner tasks,
            Texts texts,
            Consumer<RockpoolException> tell) {
        this.study = study;
        this.preferences = preferences;
        this.notices = notices;
        this.tasks = tasks;
        this.texts = texts;
        this.tell = tell;
        wished.set(preferences.get(StudySettings.RETENTION));
    }

    /// The workload at each desired retention, 70 % to 97 %; empty until it is computed.
    ReadOnlyObjectProperty<List<Workload>> workloads() {
        return workloads.getReadOnlyProperty();
    }

    /// The days ahead; empty until they are computed.
    ReadOnlyObjectProperty<Optional<Ahead>> ahead() {
        return ahead.getReadOnlyProperty();
    }

    /// What the drafted exam would bring; empty until it is computed.
    ReadOnlyObjectProperty<Optional<ExamOutlook>> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /// The exam as it is being planned; empty until the cards are read.
    ReadOnlyObjectProperty<Optional<ExamPlan>> draft() {
        return draft.getReadOnlyProperty();
    }

    /// Whether something could not be computed.
    ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }

    /// The desired retention that is looked at, in per cent.
    IntegerProperty wished() {
        return wished;
    }

    /// The desired retention that is set, in per cent.
    int retention() {
        return preferences.get(StudySettings.RETENTION);
    }

    LoadBalancing balancing() {
        return StudySettings.options(preferences).balancing();
    }

    /// The exam that is studied for.
    Optional<ExamPlan> exam() {
        return StudySettings.options(preferences).exam();
    }

    /// The same, to be observed.
    ObservableValue<Optional<ExamPlan>> studiedExam() {
        return preferences.observe(StudySettings.EXAM);
    }

    /// Whether days are evened out, to be observed.
    ObservableValue<Boolean> evenDays() {
        return preferences.observe(StudySettings.EVEN_DAYS);
    }

    int days() {
        return days;
    }

    /// The present study day; empty until the cards are read.
    Optional<LocalDate> today() {
        return planning.map(StudyPlanning::today);
    }

    /// The topics that there are cards of.
    Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        planning.ifPresent(now -> now.cards().forEach(card -> topics.add(card.topic())));
        return topics;
    }

    /// The workload at a desired retention in per cent.
    Optional<Workload> workload(int percent) {
        return workloads.get().stream()
                .filter(each -> Math.round(each.desiredRetention() * 100) == percent)
                .findFirst();
    }

    /// Reads the cards and computes everything anew; what was shown stays until then.
    void refresh() {
        long mine = ++asked;
        tasks.of(_ -> study.planning())
                .onSuccess(read -> {
                    if (mine == asked) {
                        failed.set(false);
                        planning = Optional.of(read);
                        if (draft.get().isEmpty()) {
                            draft.set(Optional.of(exam().orElse(new ExamPlan(
                                    read.today().plusDays(EXAM_IN_DAYS).toEpochDay(), 0.9, Set.of()))));
                        }
                        compute(read, mine);
                    }
                })
                .onFailure(RockpoolException.class, this::fail)
                .start();
    }

    private void compute(StudyPlanning read, long mine) {
        LoadBalancing balancing = balancing();
        Optional<ExamPlan> exam = exam();
        int length = days;
        tasks.of(_ -> new Ahead(
                        read.ahead(length, balancing, exam),
                        balancing.on() ? read.ahead(length, LoadBalancing.OFF, exam) : List.of()))
                .onSuccess(found -> {
                    if (mine == asked) {
                        ahead.set(Optional.of(found));
                    }
                })
                .onFailure(RockpoolException.class, this::fail)
                .start();
        tasks.of(progress -> {
                    ExpectedWorkload workload = read.workload(WORKLOAD_DAYS);
                    List<Workload> all = new ArrayList<>();
                    for (int percent = StudySettings.LEAST_RETENTION;
                            percent <= StudySettings.GREATEST_RETENTION;
                            percent++) {
                        progress.checkCancelled();
                        all.add(workload.at(percent / 100.0));
                    }
                    return all;
                })
                .onSuccess(found -> {
                    if (mine == asked) {
                        workloads.set(List.copyOf(found));
                    }
                })
                .onFailure(RockpoolException.class, this::fail)
                .start();
        lookAtExam();
    }

    private void fail(RockpoolException failure) {
        failed.set(true);
        tell.accept(failure);
    }

    /// Sets the desired retention that is looked at.
    void useWished() {
        set(
                StudySettings.RETENTION,
                wished.get(),
                texts.get("settings.retention"),
                texts.get("plan.percent", wished.get()));
    }

    /// Shows another number of days.
    void look(int ahead) {
        if (ahead != days) {
            days = ahead;
            planning.ifPresent(read -> compute(read, ++asked));
        }
    }

    /// Evens days out, or leaves them to chance.
    void even(boolean on) {
        set(StudySettings.EVEN_DAYS, on, texts.get("plan.even"), texts.get(on ? "plan.on" : "plan.off"));
    }

    /// Makes a weekday take more or less.
    void load(DayOfWeek day, EasyDays.Load load) {
        EasyDays easy = preferences.get(StudySettings.EASY_DAYS);
        if (easy.of(day) != load) {
            set(
                    StudySettings.EASY_DAYS,
                    easy.with(day, load),
                    day.getDisplayName(TextStyle.FULL, texts.locale()),
                    texts.get("plan.load." + load));
        }
    }

    /// Drafts an exam; nothing is studied for it yet, unless one is already.
    void draft(ExamPlan plan) {
        if (draft.get().filter(plan::equals).isEmpty()) {
            draft.set(Optional.of(plan));
            if (exam().isPresent()) {
                setExam(Optional.of(plan));
            }
            lookAtExam();
        }
    }

    /// Studies for the drafted exam from now on.
    void startExam() {
        draft.get().ifPresent(plan -> setExam(Optional.of(plan)));
    }

    /// Studies for no exam any more.
    void stopExam() {
        setExam(Optional.empty());
    }

    /// Raises the daily limit of new cards to what the exam takes.
    void raiseNewPerDay() {
        outlook.get()
                .ifPresent(found -> set(
                        StudySettings.NEW_PER_DAY,
                        found.newPerDayNeeded(),
                        texts.get("settings.new-per-day"),
                        String.valueOf(found.newPerDayNeeded())));
    }

    private void lookAtExam() {
        long mine = ++askedExam;
        if (planning.isEmpty() || draft.get().isEmpty()) {
            return;
        }
        StudyPlanning read = planning.get();
        ExamPlan plan = draft.get().get();
        tasks.of(_ -> read.outlook(plan))
                .onSuccess(found -> {
                    if (mine == askedExam) {
                        outlook.set(Optional.of(found));
                    }
                })
                .onFailure(RockpoolException.class, this::fail)
                .start();
    }

    private void setExam(Optional<ExamPlan> plan) {
        set(
                StudySettings.EXAM,
                plan,
                texts.get("plan.exam"),
                plan.map(each -> LocalDate.ofEpochDay(each.day()).toString()).orElse(texts.get("plan.off")));
    }

    private <T> void set(Setting<T> setting, T value, String name, String shown) {
        T before = preferences.get(setting);
        if (!value.equals(before)) {
            preferences.set(setting, value);
            notices.show(texts.get("settings.changed", name, shown), () -> preferences.set(setting, before));
        }
    }
}
