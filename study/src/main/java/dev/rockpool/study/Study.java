package dev.rockpool.study;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.optimise.ReviewHistories;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.study.schedule.DayBalance;
import dev.rockpool.study.schedule.ExamAhead;
import dev.rockpool.study.schedule.Scheduler;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Studies the cards of the decks over one database. Safe for use by several threads; calls run one at a time.
///
/// Every method may throw [dev.rockpool.kernel.EnvironmentException] when the machine refuses, such as with a full
/// disk; nothing is then changed.
public final class Study {
    private static final int MOST_HARDEST = 5;

    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Seed seed;
    private StudyOptions options;
    private StudyCalendar calendar;
    private MemoryModel model;
    private Scheduler scheduler;
    private TurnQueue queue;
    private Optional<String> justUndone = Optional.empty();
    /// Read when it is needed, and again after every write that does not keep it.
    private Optional<DueLoad> dueLoad = Optional.empty();
    /// The same.
    private Optional<ExamQueue> examQueue = Optional.empty();

    /// Studies over a database. States that were computed with other weights are computed anew first.
    ///
    /// @param zone where the learner lives; fixed for the life of this object
    /// @param seed of fuzz and shuffles
    public Study(Database database, InstantSource clock, ZoneId zone, StudyOptions options, Seed seed) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.seed = seed;
        this.calendar = new StudyCalendar(zone, options.rollover());
        this.options = options;
        this.model = new Fsrs6(options.weights());
        this.scheduler = new Scheduler(model, options.scheduler());
        this.queue = new TurnQueue(options.newPerDay(), options.learnAhead());
        boolean agrees = read(tables -> tables.origins().agreesWith(model.version(), options.weights()));
        if (!agrees) {
            rebuild();
        }
    }

    /// Studies with other options from now on. Cards keep their due days until they are graded again; other weights
    /// compute all states anew.
    public synchronized void use(StudyOptions other) {
        boolean sameWeights = other.weights().equals(options.weights());
        options = other;
        calendar = new StudyCalendar(zone, other.rollover());
        model = new Fsrs6(other.weights());
        scheduler = new Scheduler(model, other.scheduler());
        queue = new TurnQueue(other.newPerDay(), other.learnAhead());
        forget();
        if (!sameWeights) {
            rebuild();
        }
    }

    /// Every card's history, for fitting the weights to it. Studying need not wait meanwhile.
    public ReviewHistories histories() {
        return read(tables -> tables.log().histories());
    }

    /// The tables within one transaction.
    private record Tables(ReviewLog log, CardStates states, StudyDays days, AnswerSums sums, Origins origins) {}

    /// Takes over which cards there are. Cards that are not among them keep their progress and leave the queue; an
    /// edited card keeps its progress and is named. Quick when nothing changed since the last call.
    ///
    /// @throws IllegalArgumentException when an id stands twice
    public synchronized Learned learnAbout(Collection<StudyCard> cards) {
        String digest = Origins.digest(cards);
        return write(tables -> {
            if (tables.origins().agreesWith(digest)) {
                return new Learned(List.of(), List.of(), List.of(), List.of());
            }
            Learned learned = CardSync.apply(cards, tables.states());
            tables.origins().remember(digest);
            tables.origins().remember(model.version(), options.weights());
            return learned;
        });
    }

    /// What the present study day holds.
    public synchronized Counts counts() {
        Moment moment = moment();
        long today = moment.today();
        return read(tables -> {
            CardStates states = tables.states();
            StudyDays.Sums done = tables.days().of(today);
            Instant endOfDay = calendar.startOf(today + 1);
            return new Counts(
                    states.newCards(today, queue.newLeft(done)),
                    states.stepsDue(Instant.EPOCH, moment.now(), today),
                    states.stepsDue(moment.now(), endOfDay, today),
                    states.reviewsDue(today, Integer.MAX_VALUE)
                            + exam(states, today)
                                    .map(exam -> exam.showings(states))
                                    .orElse(0),
                    done.answers(),
                    done.recalled(),
                    done.newCards(),
                    Duration.ofMillis(done.thinkingMillis()),
                    tables.days().streak(today),
                    states.reviewsOn(today + 1),
                    states.nextStepAfter(moment.now(), today));
        });
    }

    /// The next card to show; empty when nothing is left for now. A card whose grade was just undone comes first.
    public synchronized Optional<Turn> next() {
        Moment moment = moment();
        return read(tables -> queue.next(
                        tables.states(), tables.days(), moment, justUndone, exam(tables.states(), moment.today()))
                .map(row -> turn(tables, row, moment)));
    }

    /// A turn of a certain card, whether or not it is due; empty for an unknown card.
    public synchronized Optional<Turn> turn(String cardId) {
        Moment moment = moment();
        return read(tables -> tables.states().find(cardId).map(row -> turn(tables, row, moment)));
    }

    /// Grades a turn. On disk when it returns. Grading the same turn again changes nothing and answers what the first
    /// call did, also after a restart.
    ///
    /// @param thinking how long the learner took; counts up to [StudyOptions#longestThinking]
    /// @throws IllegalArgumentException when the card was graded in another turn since
    public synchronized Graded grade(Turn turn, Rating rating, Duration thinking) {
        Moment moment = moment();
        Optional<DueLoad> load = dueLoad;
        Optional<ExamQueue> exam = examQueue;
        Graded graded = write(tables -> {
            List<LogRow> before = tables.log().ofOperation(turn.operation());
            return before.isEmpty() ? grade(tables, moment, turn, rating, thinking, load) : repeated(tables, before);
        });
        justUndone = Optional.empty();
        if (!graded.repeated()) {
            exam.ifPresent(showings -> showings.answered(graded.cardId()));
            dueLoad = load;
            examQueue = exam;
        }
        return graded;
    }

    /// The act that [#undo] would take back.
    public synchronized Optional<Undone> undoable() {
        Moment moment = moment();
        return read(tables -> tables.log()
                .newestOf(moment.today())
                .map(operation -> undone(tables.log().ofOperation(operation).getFirst())));
    }

    /// Takes back the newest act of the present study day that is not taken back yet; empty when there is none.
    /// Nothing is deleted: the undo is written behind the act.
    public synchronized Optional<Undone> undo() {
        Moment moment = moment();
        Optional<Undone> undone = write(tables -> tables.log()
                .newestOf(moment.today())
                .map(operation -> undo(tables, moment, tables.log().ofOperation(operation))));
        justUndone = undone.filter(act -> act.act() == Act.GRADE).map(Undone::cardId);
        return undone;
    }

    /// Puts a card off until the next study day.
    public void bury(String cardId) {
        act(Act.BURY, cardId, Optional.empty());
    }

    /// Brings a card back that was put off.
    public void unbury(String cardId) {
        act(Act.UNBURY, cardId, Optional.empty());
    }

    /// Takes a card out of studying.
    public void suspend(String cardId) {
        act(Act.SUSPEND, cardId, Optional.empty());
    }

    /// Brings a card back that was taken out of studying.
    public void unsuspend(String cardId) {
        act(Act.UNSUSPEND, cardId, Optional.empty());
    }

    /// Marks a card; [Flag#NONE] takes the mark off.
    public void flag(String cardId, Flag flag) {
        act(Act.FLAG, cardId, Optional.of(flag));
    }

    /// Takes the leech mark off a card, until it lapses at the threshold again.
    public void clearLeech(String cardId) {
        act(Act.CLEAR_LEECH, cardId, Optional.empty());
    }

    /// Does an act that is no grade to several cards at once, as one operation that one undo takes back.
    ///
    /// @param cardIds unknown ones are left out
    /// @return how many cards it changed
    /// @throws IllegalArgumentException for a grade, which needs a turn, and for a flag, which needs a colour
    public int act(Act act, Collection<String> cardIds) {
        if (act == Act.GRADE || act == Act.FLAG) {
            throw new IllegalArgumentException(act + " needs more than cards");
        }
        return act(act, cardIds, Optional.empty());
    }

    /// Marks several cards at once, as one operation that one undo takes back.
    ///
    /// @param cardIds unknown ones are left out
    /// @return how many cards it changed
    public int flag(Collection<String> cardIds, Flag flag) {
        return act(Act.FLAG, cardIds, Optional.of(flag));
    }

    /// Makes a card new again; its history stays in the log.
    public void reset(String cardId) {
        act(Act.RESET, cardId, Optional.empty());
    }

    /// How well a set of cards is remembered now. Ids that no deck holds count as never studied.
    public Mastery mastery(Collection<String> cardIds) {
        return masteryBy(Map.of("", cardIds)).getOrDefault("", Mastery.NONE);
    }

    /// How well several sets of cards are remembered now; by the same keys.
    public synchronized <K> Map<K, Mastery> masteryBy(Map<K, ? extends Collection<String>> cardIds) {
        Moment moment = moment();
        return read(tables -> Masteries.of(cardIds, tables.states(), model, moment));
    }

    /// What was achieved since an instant of the present or an earlier study day.
    public synchronized SessionSummary session(Instant since) {
        Moment moment = moment();
        return read(tables -> {
            List<LogRow> rows = tables.log().gradesSince(calendar.dayOf(since), since);
            StudyDays.Sums sums = StudyDays.Sums.NONE;
            int graduated = 0;
            Map<String, Integer> failures = new HashMap<>();
            for (LogRow row : rows) {
                LogRow.Grade grade = row.grade().orElseThrow();
                sums = sums.plus(StudyDays.Sums.of(Standing.INITIAL, grade)); // maturity is not asked for here
                if (leftTheSteps(grade)) {
                    graduated++;
                }
                if (!grade.rating().recalled()) {
                    failures.merge(row.cardId(), 1, Integer::sum);
                }
            }
            return new SessionSummary(
                    sums.answers(),
                    sums.recalled(),
                    Duration.ofMillis(sums.thinkingMillis()),
                    sums.newCards(),
                    graduated,
                    sums.lapses(),
                    hardest(failures),
                    tables.states().reviewsOn(moment.today() + 1),
                    tables.states().newCards(moment.today() + 1, options.newPerDay()));
        });
    }

    /// The last study days, the present one last, those without an answer too.
    ///
    /// @param days how many; at least 1
    public synchronized List<StudyDay> lastDays(int days) {
        checkDays(days);
        long today = moment().today();
        return read(tables -> tables.days().between(today - days + 1, today));
    }

    /// Whether any answer was ever given that still counts.
    public synchronized boolean everAnswered() {
        return read(tables -> tables.days().any());
    }

    /// How many graduated cards fall due on each study day from today on.
    ///
    /// @param days how many, today counted; at least 1
    public synchronized Forecast forecast(int days) {
        checkDays(days);
        long today = moment().today();
        Map<Long, Integer> byDay = read(tables -> tables.states().reviewsByDay(today + days - 1));
        int[] due = new int[days];
        byDay.forEach((day, count) -> due[Math.toIntExact(Math.max(0, day - today))] += count);
        List<Forecast.Day> forecast = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            forecast.add(new Forecast.Day(LocalDate.ofEpochDay(today + i), due[i]));
        }
        return new Forecast(forecast);
    }

    /// What the history says, as of now and the options of now. Reading it need not wait for studying.
    public synchronized StudyStatistics statistics() {
        return new StudyStatistics(database, model, seed, moment());
    }

    /// What studying will bring, as of now and the options of now. Takes a while with many cards.
    public StudyPlanning planning() {
        StudyOptions now;
        Moment moment;
        synchronized (this) {
            now = options;
            moment = moment();
        }
        return new StudyPlanning(database, seed, now, moment);
    }

    /// Where single cards stand, for lists; unknown ids are left out.
    public synchronized List<CardStanding> standings(Collection<String> cardIds) {
        Moment moment = moment();
        return read(tables -> tables.states().find(Set.copyOf(cardIds)).stream()
                .map(row -> standing(row, moment))
                .toList());
    }

    /// How far the learner is with these cards; unknown ids are left out.
    public synchronized List<CardProgress> progress(Collection<String> cardIds) {
        long today = moment().today();
        return read(tables -> ProgressReading.read(tables.log(), tables.states(), cardIds, today));
    }

    /// Adds progress from another collection, in one transaction. Cards that no deck holds yet wait for
    /// [#learnAbout].
    ///
    /// @param progress of each card once
    public synchronized TakenOver takeOver(List<CardProgress> progress) {
        Moment moment = moment();
        return write(tables -> new ProgressTakeover(
                        calendar,
                        model,
                        options.scheduler().leechThreshold(),
                        moment,
                        tables.log().nextNumber())
                .run(progress, tables.log(), tables.states(), tables.sums()));
    }

    /// Takes back what [#takeOver] wrote, in one transaction: each act is undone as by [#undo].
    public synchronized void takeBack(TakenOver taken) {
        Moment moment = moment();
        write(tables -> {
            ProgressReturn.run(taken, tables.log(), tables.states(), tables.sums(), model, moment);
            return true;
        });
    }

    /// The days of the learner.
    public synchronized StudyCalendar calendar() {
        return calendar;
    }

    /// What the learner has set.
    public synchronized StudyOptions options() {
        return options;
    }

    /// Computes all card states and sums anew from the review log. They are the same after every act, so this
    /// is needed only when the memory model changes.
    public synchronized void rebuild() {
        write(tables -> {
            Rebuild.run(tables.log(), tables.states(), tables.sums(), model);
            tables.origins().remember(model.version(), options.weights());
            return true;
        });
    }

    private static void checkDays(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("days " + days + " is less than 1");
        }
    }

    private Turn turn(Tables tables, CardRow row, Moment moment) {
        Standing standing = row.standing();
        Scheduler.Context context = context(tables, row, moment);
        Map<Rating, Preview> previews = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            CardState next = scheduler.next(standing.state(), rating, context);
            Plan plan = Plan.of(next, moment.now(), calendar);
            previews.put(rating, new Preview(next, plan.interval(), plan.due()));
        }
        return new Turn(
                operation(row),
                row.id(),
                row.card().noteId(),
                standing.state(),
                retrievability(standing, moment),
                previews,
                standing.flag(),
                standing.leech());
    }

    /// Names the card's next grade: the same until it is graded, and never used again.
    private static String operation(CardRow row) {
        return row.id() + "#" + row.standing().gradings();
    }

    private Scheduler.Context context(Tables tables, CardRow row, Moment moment) {
        double fuzz =
                seed.derive("fuzz/" + row.id() + "/" + row.standing().reps()).nextDouble();
        Optional<DayBalance> balance = options.balancing().on()
                ? Optional.of(balance(tables.states(), row, moment.today()))
                : Optional.empty();
        Optional<ExamAhead> exam = options.exam()
                .filter(plan -> plan.covers(row.card().topic()) && plan.daysFrom(moment.today()) > 0)
                .map(plan -> plan.ahead(moment.today(), ExamQueue.position(seed, plan, row.id())));
        return new Scheduler.Context(row.standing().elapsedDays(moment.today()), fuzz, balance, exam);
    }

    private DayBalance balance(CardStates states, CardRow row, long today) {
        DueLoad load = dueLoad.filter(counts -> counts.isOf(today)).orElseGet(() -> DueLoad.read(states, today));
        dueLoad = Optional.of(load);
        OptionalLong own =
                row.standing().plan().stream().mapToLong(Plan::dueDay).findFirst();
        return new DayBalance(
                today,
                options.balancing().even(),
                options.balancing().easyDays(),
                day -> load.on(day, own),
                states.siblingDays(row));
    }

    private Optional<ExamQueue> exam(CardStates states, long today) {
        if (examQueue.isEmpty() || !examQueue.get().isOf(today)) {
            examQueue = options.exam().map(plan -> new ExamQueue(plan, states, model, seed, today));
        }
        return examQueue;
    }

    private void forget() {
        dueLoad = Optional.empty();
        examQueue = Optional.empty();
    }

    private Optional<Double> retrievability(Standing standing, Moment moment) {
        return standing.state()
                .remembered()
                .map(memory -> model.retrievability(memory, (double) standing.elapsedDays(moment.today())));
    }

    private Graded grade(
            Tables tables, Moment moment, Turn turn, Rating rating, Duration thinking, Optional<DueLoad> load) {
        CardRow row = find(tables, turn.cardId());
        if (!operation(row).equals(turn.operation())) {
            throw new IllegalArgumentException(
                    "turn " + turn.operation() + " is over: the card's next is " + operation(row));
        }
        CardState next = scheduler.next(row.standing().state(), rating, context(tables, row, moment));
        LogRow.Grade grade = new LogRow.Grade(
                rating,
                thinkingMillis(thinking),
                StateKind.of(row.standing().state()),
                Plan.of(next, moment.now(), calendar));
        LogRow logRow = LogRow.graded(turn.operation(), row.id(), moment.now(), moment.today(), grade);
        CardRow after = append(tables, row, Act.GRADE, logRow);
        load.ifPresent(counts -> counts.move(reviewDay(row), reviewDay(after)));
        tables.sums().add(Tally.of(row.standing(), moment.today(), grade, model));
        List<String> buried = new ArrayList<>();
        if (options.burySiblings()) {
            for (CardRow sibling : tables.states().siblings(row, moment.today())) {
                LogRow bury = LogRow.done(
                        turn.operation(), Act.BURY, sibling.id(), moment.now(), moment.today(), Optional.empty());
                append(tables, sibling, Act.BURY, bury);
                buried.add(sibling.id());
            }
        }
        return graded(logRow, after.standing().state(), buried, false);
    }

    /// The study day on which a card waits for review.
    private static OptionalLong reviewDay(CardRow row) {
        return row.known() && !row.standing().suspended()
                ? row.standing().plan().stream()
                        .filter(plan -> plan.kind() == StateKind.REVIEW)
                        .mapToLong(Plan::dueDay)
                        .findFirst()
                : OptionalLong.empty();
    }

    private int thinkingMillis(Duration thinking) {
        Duration counted = thinking.compareTo(options.longestThinking()) < 0 ? thinking : options.longestThinking();
        return Math.toIntExact(Math.max(0, counted.toMillis()));
    }

    private static CardRow find(Tables tables, String cardId) {
        return tables.states()
                .find(cardId)
                .orElseThrow(() -> new IllegalArgumentException("there is no card " + cardId));
    }

    /// Writes a row and what follows from it.
    private CardRow append(Tables tables, CardRow row, Act act, LogRow logRow) {
        tables.log().append(logRow);
        CardRow after = row.with(row.standing().after(act, logRow, model));
        tables.states().save(after);
        return after;
    }

    /// What the first call answered, from the log.
    private Graded repeated(Tables tables, List<LogRow> rows) {
        LogRow first = rows.getFirst();
        List<LogRow> ofCard = tables.log().ofCard(first.cardId());
        int end = 0;
        while (!ofCard.get(end).operation().equals(first.operation())) {
            end++;
        }
        Standing standing = Standing.replay(ofCard.subList(0, end + 1), model);
        return graded(
                first,
                standing.state(),
                rows.stream().skip(1).map(LogRow::cardId).toList(),
                true);
    }

    private static Graded graded(LogRow row, CardState state, List<String> buried, boolean repeated) {
        LogRow.Grade grade = row.grade().orElseThrow();
        return new Graded(
                row.operation(),
                row.cardId(),
                grade.rating(),
                state,
                grade.plan().interval(),
                grade.plan().due(),
                Standing.becameLeech(grade),
                buried,
                repeated);
    }

    private Undone undo(Tables tables, Moment moment, List<LogRow> rows) {
        for (LogRow row : rows) {
            tables.log().append(LogRow.undo(row.operation(), row.cardId(), moment.now(), moment.today()));
            CardRow card = find(tables, row.cardId());
            Standing before = Standing.replay(tables.log().ofCard(row.cardId()), model);
            tables.states().save(card.with(before));
            row.grade().ifPresent(grade -> tables.sums().takeOut(Tally.of(before, row.studyDay(), grade, model)));
        }
        return undone(rows.getFirst());
    }

    private static Undone undone(LogRow row) {
        return switch (row.what()) {
            case LogRow.What.Done(Act act) -> new Undone(act, row.cardId());
            case LogRow.What.Undo() -> throw new IllegalStateException("an undo is not undone");
        };
    }

    private synchronized void act(Act act, String cardId, Optional<Flag> flag) {
        read(tables -> find(tables, cardId));
        act(act, List.of(cardId), flag);
    }

    /// Does what changes cards; what would change nothing is not written.
    private synchronized int act(Act act, Collection<String> cardIds, Optional<Flag> flag) {
        Moment moment = moment();
        return write(tables -> {
            String operation = act.name() + " " + tables.log().nextNumber();
            List<CardRow> changed = new ArrayList<>();
            for (CardRow row : tables.states().find(Set.copyOf(cardIds))) {
                LogRow logRow = LogRow.done(operation, act, row.id(), moment.now(), moment.today(), flag);
                Standing after = row.standing().after(act, logRow, model);
                if (!after.equals(row.standing())) {
                    tables.log().append(logRow);
                    changed.add(row.with(after));
                }
            }
            tables.states().saveAll(changed);
            return changed.size();
        });
    }

    private static boolean leftTheSteps(LogRow.Grade grade) {
        return grade.stateBefore() != StateKind.REVIEW && grade.plan().kind() == StateKind.REVIEW;
    }

    private static List<String> hardest(Map<String, Integer> failures) {
        return failures.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_HARDEST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private CardStanding standing(CardRow row, Moment moment) {
        Standing standing = row.standing();
        return new CardStanding(
                row.id(),
                standing.state(),
                standing.plan().map(Plan::due),
                retrievability(standing, moment),
                standing.suspended(),
                standing.buried(moment.today()),
                standing.flag(),
                standing.leech());
    }

    /// To the millisecond, as the tables keep it.
    private Moment moment() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Moment(now, calendar.dayOf(now));
    }

    private <R> R write(Function<Tables, R> work) {
        forget();
        return database.write(handle -> work.apply(tables(handle)));
    }

    private <R> R read(Function<Tables, R> work) {
        return database.read(handle -> work.apply(tables(handle)));
    }

    private Tables tables(Handle handle) {
        return new Tables(
                new ReviewLog(handle),
                new CardStates(handle, model, seed),
                new StudyDays(handle),
                new AnswerSums(handle),
                new Origins(handle));
    }
}
