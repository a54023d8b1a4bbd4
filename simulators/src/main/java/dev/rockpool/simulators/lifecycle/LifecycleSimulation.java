package dev.rockpool.simulators.lifecycle;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A run of the lifecycle lab, a day at a time.
final class LifecycleSimulation implements Simulation<LifecycleScenario, LifecycleSnapshot> {
    static final String RULES = "rules";

    /// Beyond so many versions a bill for each day would hold up the picture.
    private static final int MOST_BILLED_DAILY = 2_000;

    /// Rules are switched at noon, so that the midnights on both sides are clear.
    private static final Duration NOON = Duration.ofHours(12);

    private final LabTexts texts;
    private LifecycleScenario scenario;
    private Course course;
    private long day;

    LifecycleSimulation(LifecycleScenario scenario, LabTexts texts) {
        this.texts = texts;
        this.scenario = scenario;
        course = new Course(LifecycleRun.of(scenario));
    }

    /// A run with what follows from it; computed anew when the rules are switched.
    private static final class Course {
        private final LifecycleRun run;
        private final List<Life> lives;
        private final List<Life> untouched;
        private final long first;
        private final List<StorageClass> classes = new ArrayList<>();
        private final List<LifecycleSnapshot.Midnight> plan;
        private final Map<Long, List<LifecycleRun.Happening>> byDay = new TreeMap<>();

        Course(LifecycleRun run) {
            this.run = run;
            lives = Lives.of(run);
            untouched = Lives.untouched(run.scenario());
            first = LifecycleRun.firstDay(run.scenario());
            for (StorageClass each : StorageClass.values()) {
                boolean isUsed = each == StorageClass.STANDARD
                        || lives.stream()
                                .anyMatch(life -> life.first() == each
                                        || life.moves().stream().anyMatch(move -> move.to() == each));
                if (isUsed) {
                    classes.add(each);
                }
            }
            for (LifecycleRun.Happening happening : run.happenings()) {
                byDay.computeIfAbsent(happening.event().day(), missing -> new ArrayList<>())
                        .add(happening);
            }
            plan = plan();
        }

        private List<LifecycleSnapshot.Midnight> plan() {
            List<LifecycleSnapshot.Midnight> midnights = new ArrayList<>();
            byDay.forEach((midnight, happenings) -> {
                long moves = 0;
                long ends = 0;
                for (LifecycleRun.Happening happening : happenings) {
                    if (happening.event().action() == LifecycleAction.TRANSITION) {
                        moves += count(happening);
                    } else {
                        ends += count(happening);
                    }
                }
                midnights.add(new LifecycleSnapshot.Midnight(midnight - first, moves, ends));
            });
            return midnights;
        }

        private long count(LifecycleRun.Happening happening) {
            List<StoredKey> objects = run.scenario().objects();
            return happening.object() < objects.size()
                    ? objects.get(happening.object()).count()
                    : 1;
        }

        long days() {
            return Math.max(1, run.lastDay() - first);
        }
    }

    @Override
    public void step() {
        day++;
    }

    @Override
    public boolean done() {
        return day >= course.days();
    }

    @Override
    public LifecycleScenario scenario() {
        return scenario;
    }

    /// The run, for a result.
    LifecycleRun run() {
        return course.run;
    }

    /// Goes to the end at once.
    void finish() {
        day = course.days();
    }

    @Override
    public List<Disturbance> disturbances() {
        boolean isPaused = pausedAt(day);
        return List.of(new Disturbance(RULES, texts.get(isPaused ? "disturb.enable" : "disturb.disable"), isPaused));
    }

    @Override
    public void disturb(String id) {
        if (!id.equals(RULES)) {
            throw new IllegalArgumentException("There is no disturbance " + id);
        }
        Instant now = Midnight.at(course.first + day).plus(NOON);
        List<Pause> pauses = new ArrayList<>();
        scenario.pauses().stream().filter(pause -> pause.from().isBefore(now)).forEach(pauses::add);
        if (pausedAt(day)) {
            Pause open = pauses.removeLast();
            pauses.add(new Pause(open.from(), now));
        } else if (scenario.pauses().stream().noneMatch(pause -> pause.from().equals(now))) {
            pauses.add(new Pause(now, scenario.until().plus(NOON).plus(NOON)));
        }
        scenario = scenario.withPauses(pauses);
        course = new Course(LifecycleRun.of(scenario));
    }

    private boolean pausedAt(long at) {
        Instant tomorrow = Midnight.at(course.first + at + 1);
        return scenario.pauses().stream()
                .anyMatch(pause ->
                        pause.from().isBefore(tomorrow) && pause.until().isAfter(tomorrow));
    }

    @Override
    public LifecycleSnapshot snapshot() {
        Course now = course;
        long at = now.first + day;
        List<LifecycleFault> faults = switch (now.run.reading()) {
            case LifecycleReading.Accepted _ -> List.of();
            case LifecycleReading.Rejected(List<LifecycleFault> found) -> found;
        };
        List<LifecycleSnapshot.Layer> layers = layers(now, at);
        Supplier<LifecycleBills.Billed> billed = once(() -> LifecycleBills.until(now.lives, end(now, at)));
        Supplier<LifecycleBills.Billed> untouched = once(() -> LifecycleBills.until(now.untouched, end(now, at)));
        long shown = day;
        return new LifecycleSnapshot(
                day,
                now.days(),
                Midnight.date(at),
                dots(now, at),
                layers,
                now.plan,
                faults,
                pausedAt(day),
                measures(now, layers, billed, untouched),
                events(now, at, faults),
                once(() -> LifecycleFigures.of(
                        new Standing(now.run, now.lives, now.first, shown, billed.get(), untouched.get()), texts)),
                () -> billed.get().bill());
    }

    /// At the end of the run to the moment that the scenario names, before to the midnight.
    private static Instant end(Course course, long day) {
        return day >= course.run.lastDay() ? course.run.scenario().until() : Midnight.at(day);
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private Optional<T> made = Optional.empty();

            @Override
            public synchronized T get() {
                if (made.isEmpty()) {
                    made = Optional.of(make.get());
                }
                return made.get();
            }
        };
    }

    private List<LifecycleSnapshot.Layer> layers(Course course, long at) {
        Map<StorageClass, long[]> sums = new EnumMap<>(StorageClass.class);
        course.classes.forEach(each -> sums.put(each, new long[2]));
        for (Life life : course.lives) {
            if (life.kind() != Life.Kind.MARKER && life.isThereAt(at)) {
                long[] sum = sums.get(life.classAt(at));
                if (sum != null) {
                    sum[0] += life.count();
                    sum[1] += life.bytes() * life.count();
                }
            }
        }
        return sums.entrySet().stream()
                .map(each -> new LifecycleSnapshot.Layer(
                        each.getKey(), name(each.getKey()), each.getValue()[0], each.getValue()[1]))
                .toList();
    }

    private static List<LifecycleSnapshot.Dot> dots(Course course, long at) {
        List<LifecycleSnapshot.Dot> dots = new ArrayList<>();
        int every = Math.ceilDiv(course.lives.size(), LifecycleSnapshot.MOST_DOTS);
        for (int index = 0; index < course.lives.size(); index += Math.max(1, every)) {
            Life life = course.lives.get(index);
            if (life.created().isBefore(Midnight.at(at + 1))) {
                dots.add(dot(course, life, at));
            }
        }
        return dots;
    }

    private static LifecycleSnapshot.Dot dot(Course course, Life life, long at) {
        boolean isGone = life.end() <= at;
        boolean isCovered = life.noncurrentSince()
                .filter(since -> since.isBefore(Midnight.at(at + 1)))
                .isPresent();
        LifecycleSnapshot.Kind kind = switch (life.kind()) {
            case VERSION -> isCovered ? LifecycleSnapshot.Kind.NONCURRENT : LifecycleSnapshot.Kind.CURRENT;
            case MARKER -> LifecycleSnapshot.Kind.MARKER;
            case UPLOAD -> LifecycleSnapshot.Kind.UPLOAD;
        };
        boolean hasMoved = life.end() == at
                || life.moves().stream().anyMatch(move -> move.day() == at)
                || life.noncurrentSince().equals(Optional.of(Midnight.at(at)));
        return new LifecycleSnapshot.Dot(
                id(life),
                life.key(),
                life.versionId(),
                kind,
                life.bytes(),
                life.count(),
                life.classAt(at),
                at - Midnight.dayOf(life.created()),
                isGone,
                hasMoved,
                isGone ? Optional.empty() : next(course, life, at));
    }

    private static Optional<LifecycleSnapshot.Next> next(Course course, Life life, long at) {
        for (Life.Move move : life.moves()) {
            if (move.day() > at) {
                return Optional.of(new LifecycleSnapshot.Next(
                        move.day() - course.first, LifecycleAction.TRANSITION, Optional.of(move.to())));
            }
        }
        Optional<Long> covered = life.noncurrentSince()
                .filter(since -> !since.isBefore(Midnight.at(at + 1)))
                .map(Midnight::dayOf);
        if (covered.isPresent() && covered.get() < life.end()) {
            return Optional.of(new LifecycleSnapshot.Next(
                    covered.get() - course.first, LifecycleAction.DELETE_MARKER, Optional.empty()));
        }
        if (life.end() == Life.NEVER) {
            return Optional.empty();
        }
        LifecycleAction end = switch (life.kind()) {
            case MARKER -> LifecycleAction.REMOVE_EXPIRED_DELETE_MARKER;
            case UPLOAD -> LifecycleAction.ABORT_UPLOAD;
            case VERSION ->
                life.noncurrentSince().isPresent() ? LifecycleAction.PERMANENTLY_DELETE : LifecycleAction.EXPIRE;
        };
        return Optional.of(new LifecycleSnapshot.Next(life.end() - course.first, end, Optional.empty()));
    }

    /// The name of a life in the picture: its object's place and its version.
    private static String id(Life life) {
        return life.object() + "/" + life.versionId();
    }

    private List<Measure> measures(
            Course course,
            List<LifecycleSnapshot.Layer> layers,
            Supplier<LifecycleBills.Billed> billed,
            Supplier<LifecycleBills.Billed> untouched) {
        List<Measure> measures = new ArrayList<>();
        for (LifecycleSnapshot.Layer layer : layers) {
            measures.add(new Measure("bytes." + layer.storageClass(), layer.name(), Unit.GIB_OF_BYTES, layer.bytes()));
        }
        if (course.lives.size() <= MOST_BILLED_DAILY) {
            measures.add(money("cost", billed));
            measures.add(money("cost-nothing", untouched));
        }
        return measures;
    }

    private Measure money(String id, Supplier<LifecycleBills.Billed> billed) {
        return new Measure(
                id,
                texts.get("measure." + id),
                Unit.USD,
                billed.get().bill().total().amount().doubleValue());
    }

    // --- sentences

    private List<LabEvent> events(Course course, long at, List<LifecycleFault> faults) {
        if (day == 1 && !faults.isEmpty()) {
            return faults.stream()
                    .map(fault -> new LabEvent(
                            day,
                            "rejected",
                            "",
                            texts.get("event.rejected", fault.rule(), fault.code(), fault.field())))
                    .toList();
        }
        Map<String, List<LifecycleRun.Happening>> alike = new LinkedHashMap<>();
        for (LifecycleRun.Happening happening : course.byDay.getOrDefault(at, List.of())) {
            LifecycleEvent event = happening.event();
            alike.computeIfAbsent(
                            event.action() + " " + event.from() + " " + event.to() + " " + event.rule() + " "
                                    + event.overruled(),
                            missing -> new ArrayList<>())
                    .add(happening);
        }
        List<LabEvent> told = new ArrayList<>();
        alike.values().forEach(group -> told.add(sentence(course, group)));
        return told;
    }

    private LabEvent sentence(Course course, List<LifecycleRun.Happening> group) {
        LifecycleRun.Happening first = group.getFirst();
        LifecycleEvent event = first.event();
        long count = group.stream().mapToLong(course::count).sum();
        String who = count == 1 ? event.key() : texts.get("event.many", event.key(), Unit.COUNT.number(count - 1));
        String base = texts.get(
                "event." + event.action().wireName(),
                who,
                event.from().map(this::name).orElse(""),
                event.to().map(this::name).orElse(""),
                event.rule());
        StringBuilder words = new StringBuilder(base);
        for (LifecycleEvent.Overruled other : event.overruled()) {
            words.append(' ')
                    .append(texts.get(
                            "overruled." + event.action().wireName() + "."
                                    + other.action().wireName(),
                            other.rule(),
                            other.to().map(this::name).orElse(""),
                            event.to().map(this::name).orElse("")));
        }
        return new LabEvent(day, event.action().wireName(), first.object() + "/" + event.versionId(), words.toString());
    }

    private String name(StorageClass storageClass) {
        return texts.get("class." + storageClass);
    }

    /// How a run stands, for its numbers.
    ///
    /// @param first the day it began
    /// @param day days since then
    record Standing(
            LifecycleRun run,
            List<Life> lives,
            long first,
            long day,
            LifecycleBills.Billed billed,
            LifecycleBills.Billed untouched) {
        /// What happened so far.
        List<LifecycleRun.Happening> past() {
            return run.happenings().stream()
                    .filter(happening -> happening.event().day() <= first + day)
                    .toList();
        }

        long count(LifecycleRun.Happening happening) {
            List<StoredKey> objects = run.scenario().objects();
            return happening.object() < objects.size()
                    ? objects.get(happening.object()).count()
                    : 1;
        }

        Bill bill() {
            return billed.bill();
        }
    }

    /// The numbers at the end of a run.
    List<Figure> figures() {
        return snapshot().figures();
    }
}
