package dev.rockpool.app.desktop;

import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.tour.TourData;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.content.Library;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// Made-up learners, one a state, for the tour.
final class TourWorld {
    /// A Wednesday morning.
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-18T09:30:00Z"));

    static final ZoneId ZONE = ZoneOffset.UTC;
    private static final int LONG_DECK_CARDS = 1_500;
    private static final Seed SEED = new Seed(2026);

    private TourWorld() {}

    static TourData of(TourState state) {
        try {
            DataDirectory directory = new DataDirectory(Files.createTempDirectory("rockpool-tour"));
            Files.createDirectories(directory.decks());
            if (state == TourState.ERROR) {
                Files.writeString(directory.decks().resolve("tides.md"), "---\ndeck: Tides\n---\n\n## No id here\n");
            }
            if (state == TourState.HEAVY) {
                Files.writeString(directory.decks().resolve("harbour.md"), longDeck());
            }
            TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run, failure -> {});
            Database database = Database.open(directory.database());
            Library library = new Library(List.of(directory.decks()));
            TourLearner learner = new TourLearner(SEED, CLOCK.instant());
            Study study = new Study(database, learner, ZONE, StudyOptions.STANDARD, SEED);
            study.learnAbout(OpenData.cards(library.snapshot()));
            switch (state) {
                case EMPTY -> {}
                case TYPICAL -> learner.study(study, CLOCK.instant(), 21, 25);
                case HEAVY -> learner.study(study, CLOCK.instant(), 45, 40);
                case ERROR -> learner.study(study, CLOCK.instant(), 4, 15);
            }
            return new TourData(
                    directory, database, study, library, new StoredPreferences(Map.of(), tasks, values -> {}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A deck with long names, more cards than a month of study, and an answer of some length.
    private static String longDeck() {
        StringBuilder deck = new StringBuilder("""
            ---
            deck: Harbour office::Tide tables and their corrections for the northern approaches
            topic: tide-tables
            title: Tide tables and their corrections for the northern approaches
            ---
            """);
        for (int card = 1; card <= LONG_DECK_CARDS; card++) {
            deck.append("""

                ## By how many minutes is high water at gauge %1$d corrected when the wind has stood in the north for two days? {#harbour-%1$d}

                By %2$d minutes.

                | Wind | Correction |
                |---|---:|
                | north, one day | %3$d min |
                | north, two days | %2$d min |

                Source: https://example.org/harbour/%1$d (primary, 2026-01)
                Tags: #tides
                """.formatted(card, card % 40 + 10, card % 40 + 4));
        }
        return deck.toString();
    }
}
