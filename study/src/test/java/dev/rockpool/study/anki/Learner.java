package dev.rockpool.study.anki;

import dev.rockpool.content.Card;
import dev.rockpool.content.Library;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.CardProgress;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.Turn;
import dev.rockpool.study.memory.Rating;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A whole collection of its own, with a clock that stands until it is moved.
final class Learner implements AutoCloseable {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    final Path decks;
    final Database database;
    final Library library;
    final Study study;
    Instant now;

    Learner(Path root, Instant now) {
        this.now = now;
        this.decks = root.resolve("decks");
        try {
            Files.createDirectories(decks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.database = Database.open(root.resolve("study"));
        this.library = new Library(List.of(decks));
        this.study = new Study(database, () -> this.now, BERLIN, StudyOptions.STANDARD, new Seed(7));
        learn();
    }

    /// Writes a deck and takes it over.
    void write(String file, String deck) {
        try {
            Files.writeString(decks.resolve(file), deck);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        learn();
    }

    /// Reads the decks again.
    void learn() {
        library.use(List.of(decks));
        study.learnAbout(StudyCard.of(library.snapshot()));
    }

    /// Answers cards over some days.
    void studies(int days, int answersADay, RandomGenerator random) {
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < answersADay; i++) {
                Optional<Turn> turn = study.next();
                if (turn.isEmpty()) {
                    break;
                }
                study.grade(
                        turn.get(), Rating.of(1 + random.nextInt(4)), Duration.ofMillis(500 + random.nextInt(20_000)));
                now = now.plusMillis(1_500 + random.nextInt(60_000));
            }
            now = now.plus(Duration.ofHours(24));
        }
    }

    List<String> cardIds() {
        return library.snapshot().cards().stream().map(Card::id).toList();
    }

    List<CardProgress> progress() {
        return study.progress(cardIds());
    }

    /// Writes the whole collection to a package.
    AnkiExport.Exported export(Path file) {
        return new AnkiExport(library, study, now)
                .write(file, library.snapshot().decks(), progress());
    }

    @Override
    public void close() {
        library.close();
        database.close();
    }
}
