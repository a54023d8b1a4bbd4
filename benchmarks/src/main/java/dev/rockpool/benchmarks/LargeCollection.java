package dev.rockpool.benchmarks;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.StudyPlanning;
import dev.rockpool.study.StudyStatistics;
import dev.rockpool.study.Turn;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.planning.ExpectedWorkload;
import dev.rockpool.study.schedule.LoadBalancing;
import dev.rockpool.study.statistics.Period;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;

/// How long studying answers with 100,000 cards and 2,000,000 reviews: a generated review log, states computed from it,
/// then a session of real calls.
final class LargeCollection {
    private static final int CARDS = 100_000;
    private static final int REVIEWED_CARDS = 80_000;
    private static final int REVIEWS = 2_000_000;
    private static final int CARDS_A_BATCH = 1_000;
    private static final int TURNS = 500;
    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");
    private static final Duration SPAN = Duration.ofDays(700);
    private static final Seed SEED = new Seed(20_261_125L);

    private static final String INSERT = """
        insert into review_log (operation, act, card_id, at, study_day, rating, thinking_ms, state_before, state, \
        steps_left, delay_seconds, interval_days, lapses, leech, due_at, due_day) \
        values (?, 'GRADE', ?, ?, ?, ?, 7000, 'review', 'review', 0, 0, ?, 0, false, ?, ?)\
        """;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private LargeCollection() {}

    /// Generates the collection where there is none yet, then measures.
    ///
    /// @param arguments the folder that it is kept in
    public static void main(String[] arguments) {
        new LargeCollection().run(Path.of(arguments[0]));
    }

    private void run(Path folder) {
        List<StudyCard> cards = IntStream.range(0, CARDS)
                .mapToObj(i -> new StudyCard(id(i), "note-" + i / 2, "Deck", "topic", i, "hash"))
                .toList();
        Instant now = START.plus(SPAN);
        try (Database database = timed("open", () -> Database.open(folder))) {
            Study study = timed("start", () -> study(database, now));
            if (study.turn(id(0)).isEmpty()) {
                timed("learn about new cards", () -> study.learnAbout(cards));
                timed("generate the log", () -> generate(database));
                timed("rebuild", () -> {
                    study.rebuild();
                    return true;
                });
            }
            timed("learn about the same cards", () -> study.learnAbout(cards));
            measure(study, cards);
        }
        try (Database database = timed("open again", () -> Database.open(folder))) {
            Study study = timed("start again", () -> study(database, now));
            out.println(timed("first counts", study::counts));
            timed("first next", study::next);
        }
    }

    private static Study study(Database database, Instant now) {
        return new Study(database, InstantSource.fixed(now), ZoneOffset.UTC, StudyOptions.STANDARD, SEED);
    }

    private void measure(Study study, List<StudyCard> cards) {
        long[] next = new long[TURNS];
        long[] grade = new long[TURNS];
        long[] counts = new long[TURNS];
        for (int i = 0; i < TURNS; i++) {
            long start = System.nanoTime();
            Optional<Turn> turn = study.next();
            next[i] = System.nanoTime() - start;
            start = System.nanoTime();
            study.grade(turn.orElseThrow(), i % 7 == 0 ? Rating.AGAIN : Rating.GOOD, Duration.ofSeconds(5));
            grade[i] = System.nanoTime() - start;
            start = System.nanoTime();
            study.counts();
            counts[i] = System.nanoTime() - start;
        }
        report("next", next);
        report("grade", grade);
        report("counts", counts);
        Map<String, List<String>> byQuestion = new HashMap<>();
        for (StudyCard card : cards.subList(0, 150)) {
            byQuestion
                    .computeIfAbsent("q" + card.position() / 6, key -> new ArrayList<>())
                    .add(card.id());
        }
        timed("mastery of 150 cards", () -> study.masteryBy(byQuestion));
        timed("mastery of 150 cards again", () -> study.masteryBy(byQuestion));
        timed(
                "mastery of all cards",
                () -> study.mastery(cards.stream().map(StudyCard::id).toList()));
        timed("forecast of 30 days", () -> study.forecast(30));
        timed("statistics, what is painted first", () -> firstPaint(study));
        timed("the same again", () -> firstPaint(study));
        timed("memories of all cards", () -> study.statistics().memories());
        StudyPlanning planning = timed("read all cards to plan", study::planning);
        ExpectedWorkload workload = timed("expected workload, made ready", () -> planning.workload(180));
        timed("expected workload of one retention", () -> workload.at(0.9));
        timed("30 days ahead", () -> planning.ahead(30, LoadBalancing.OFF, Optional.empty()));
        timed("undo", study::undo);
        timed("session", () -> study.session(START.plus(SPAN)));
    }

    /// What the screen Statistics reads before it paints.
    private static List<Object> firstPaint(Study study) {
        StudyStatistics statistics = study.statistics();
        return List.of(
                study.everAnswered(),
                statistics.retention(),
                statistics.calibration(Period.YEAR),
                study.lastDays(365),
                study.forecast(30));
    }

    /// Card after card, because indices fill quickly in their own order; the days are spread over the whole time.
    private static boolean generate(Database database) {
        RandomGenerator random = SEED.derive("log");
        for (int start = 0; start < REVIEWED_CARDS; start += CARDS_A_BATCH) {
            int first = start;
            database.write(handle -> {
                try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
                    for (int card = first; card < first + CARDS_A_BATCH; card++) {
                        addReviews(batch, card, random);
                    }
                    return batch.execute().length;
                }
            });
        }
        return true;
    }

    private static void addReviews(PreparedBatch batch, int card, RandomGenerator random) {
        int count = REVIEWS / REVIEWED_CARDS + (card % 2 == 0 ? 1 : 0);
        for (int i = 0; i < count; i++) {
            Instant at = START.plus(SPAN.dividedBy(count).multipliedBy(i)).plusSeconds(random.nextInt(1_000_000));
            LocalDate day = LocalDate.ofInstant(at.minus(Duration.ofHours(4)), ZoneOffset.UTC);
            int interval = random.nextInt(20, 200);
            LocalDate due = day.plusDays(interval);
            batch.add(
                    id(card) + "#" + i,
                    id(card),
                    at.atOffset(ZoneOffset.UTC),
                    day,
                    random.nextInt(1, 5),
                    interval,
                    due.atTime(4, 0).atOffset(ZoneOffset.UTC),
                    due);
        }
    }

    private <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        out.printf(Locale.ROOT, "%-28s %8.1f ms%n", what, (System.nanoTime() - start) / 1e6);
        return result;
    }

    private void report(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "%-28s median %6.2f ms, 99 %% %6.2f ms, first %6.2f ms, longest %6.2f ms%n",
                what,
                sorted[TURNS / 2] / 1e6,
                sorted[TURNS * 99 / 100] / 1e6,
                nanos[0] / 1e6,
                sorted[TURNS - 1] / 1e6);
    }

    private static String id(int number) {
        return "card-" + number;
    }
}
