package dev.rockpool.study;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Rating;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Studies until it is killed, and acknowledges every grade on standard output once it is on disk.
final class StudyingProcess {
    /// Ends a complete acknowledgement.
    static final String END = " ok";

    static final Seed SEED = new Seed(3);

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final int CARDS = 40;

    private StudyingProcess() {}

    /// Studies.
    ///
    /// @param arguments the folder of the database and the number of this run, from 0
    public static void main(String[] arguments) {
        int run = Integer.parseInt(arguments[1]);
        TestClock clock = new TestClock(START.plus(Duration.ofDays(run)).toString());
        RandomGenerator random = SEED.derive("run " + run);
        Study study =
                new Study(Database.open(Path.of(arguments[0])), clock, ZoneOffset.UTC, StudyOptions.STANDARD, SEED);
        study.learnAbout(IntStream.range(0, CARDS)
                .mapToObj(i -> new StudyCard("card-" + i, "note-" + i / 2, "Deck", "topic", i, "hash"))
                .toList());
        PrintStream acknowledgements = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int act = 0; act < 100_000; act++) {
            clock.advance(Duration.ofSeconds(random.nextLong(1, 3_000)));
            if (random.nextInt(10) == 0) {
                study.undo();
                continue;
            }
            Optional<Turn> next = study.next().or(() -> study.turn("card-" + random.nextInt(CARDS)));
            Rating rating = List.of(Rating.values()).get(random.nextInt(4));
            Graded graded = study.grade(next.orElseThrow(), rating, Duration.ofSeconds(5));
            if (random.nextInt(8) == 0) {
                study.grade(next.orElseThrow(), rating, Duration.ofSeconds(5));
            }
            acknowledgements.println(graded.operation() + END);
        }
    }
}
