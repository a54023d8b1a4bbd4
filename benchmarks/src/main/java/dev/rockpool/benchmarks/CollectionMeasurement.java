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
import java.io.IOException;
import java.nio.file.Files;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;

/// How long studying answers with 100,000 cards and 2,000,000 reviews: a generated review log, states computed from it,
/// then a session of real calls.
final class CollectionMeasurement implements Measurement {
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

    @Override
    public String name() {
        return "collection";
    }

    @Override
    public String description() {
        return "studying with 100,000 cards and 2,000,000 reviews, against the bounds";
    }

    @Override
    public void measure(BenchRun run) throws IOException {
        List<StudyCard> cards = IntStream.range(0, CARDS)
                .mapToObj(i -> new StudyCard(id(i), "note-" + i / 2, "Deck", "topic", i, "hash"))
                .toList();
        Instant now = START.plus(SPAN);
        try (Database database = Database.open(run.folder())) {
            Study study = study(database, now);
            timed(run, "learn about new cards", () -> study.learnAbout(cards));
            timed(run, "generate the log", () -> generate(database));
            timed(run, "all states and sums anew from the log", () -> {
                study.rebuild();
                return true;
            });
            measure(run, study, cards);
        }
        run.tell(Figure.of("file, closed", bytes(run.folder()) / 1e6, "MB").atMost(400));
        try (Database database = timed(run, "open again", () -> Database.open(run.folder()))) {
            Study study = study(database, now);
            timed(run, "first counts", study::counts);
            timed(run, "first next card", study::next);
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static Study study(Database database, Instant now) {
        return new Study(database, InstantSource.fixed(now), ZoneOffset.UTC, StudyOptions.STANDARD, SEED);
    }

    private static void measure(BenchRun run, Study study, List<StudyCard> cards) {
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
        run.tell(Figure.of("next card, 99 %", percentile(next), "ms").atMost(20));
        run.tell(Figure.of("grade, durable, 99 %", percentile(grade), "ms"));
        run.tell(Figure.of("counts, 99 %", percentile(counts), "ms"));
        Map<String, List<String>> byQuestion = new HashMap<>();
        for (StudyCard card : cards.subList(0, 150)) {
            byQuestion
                    .computeIfAbsent("q" + card.position() / 6, key -> new ArrayList<>())
                    .add(card.id());
        }
        timed(run, "mastery of 150 cards", () -> study.masteryBy(byQuestion));
        timed(run, "mastery of 150 cards again", () -> study.masteryBy(byQuestion));
        timed(
                run,
                "mastery of all cards",
                () -> study.mastery(cards.stream().map(StudyCard::id).toList()));
        timed(run, "forecast of 30 days", () -> study.forecast(30));
        timed(run, "statistics, what is painted first", () -> firstPaint(study));
        timed(run, "the same again", () -> firstPaint(study));
        timed(run, "memories of all cards", () -> study.statistics().memories());
        StudyPlanning planning = timed(run, "read all cards to plan", study::planning);
        ExpectedWorkload workload = timed(run, "expected workload, made ready", () -> planning.workload(180));
        timed(run, "expected workload of one retention", () -> workload.at(0.9));
        timed(run, "30 days ahead", () -> planning.ahead(30, LoadBalancing.OFF, Optional.empty()));
        timed(run, "undo", study::undo);
        timed(run, "session", () -> study.session(START.plus(SPAN)));
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

    private static <T> T timed(BenchRun run, String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        run.tell(Figure.of(what, (System.nanoTime() - start) / 1e6, "ms"));
        return result;
    }

    private static double percentile(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[TURNS * 99 / 100] / 1e6;
    }

    private static String id(int number) {
        return "card-" + number;
    }
}
