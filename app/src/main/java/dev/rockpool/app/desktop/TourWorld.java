package dev.rockpool.app.desktop;

import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.tour.TourData;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.content.Library;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.StudyOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Made-up learners, one a state, for the tour.
final class TourWorld {
    /// A Wednesday morning.
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-18T09:30:00Z"));

    static final ZoneId ZONE = ZoneOffset.UTC;
    private static final int LONG_DECK_CARDS = 1_500;
    private static final Seed SEED = new Seed(2026);

    /// What screens say is the place of the data; the real one has another name at each run.
    private static final Path TOLD = Path.of("/home/ria/.local/share/rockpool");

    /// Learners take seconds to make and are made once; a window stands on a copy.
    private static final Map<TourState, Path> MADE = new EnumMap<>(TourState.class);

    private TourWorld() {}

    /// A copy of the state's learner, open.
    static synchronized TourData of(TourState state) {
        try {
            Path folder = Files.createTempDirectory("rockpool-tour");
            Folders.copy(MADE.computeIfAbsent(state, TourWorld::make), folder);
            DataDirectory directory = new DataDirectory(folder);
            TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run, failure -> {});
            Database database = Database.open(directory.database());
            Library library = new Library(List.of(directory.decks()));
            Study study = new Study(database, CLOCK, ZONE, StudyOptions.STANDARD, SEED);
            study.learnAbout(StudyCard.of(library.snapshot()));
            StoredPreferences preferences = new StoredPreferences(Map.of(), tasks, values -> {});
            return new TourData(
                    new DataDirectory(folder, TOLD),
                    database,
                    study,
                    library,
                    preferences,
                    new RunningPlatform(
                            TourStore.options(folder),
                            CLOCK,
                            TourStore.random(),
                            PriceBook::shipped,
                            preferences,
                            tasks),
                    () -> Folders.delete(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path make(TourState state) {
        try {
            Path folder = Files.createTempDirectory("rockpool-tour-learner");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            DataDirectory directory = new DataDirectory(folder);
            Files.createDirectories(directory.decks());
            switch (state) {
                case EMPTY, TYPICAL -> {}
                case HEAVY -> Files.writeString(directory.decks().resolve("harbour.md"), longDeck());
                case ERROR ->
                    Files.writeString(
                            directory.decks().resolve("tides.md"), "---\ndeck: Tides\n---\n\n## No id here\n");
            }
            TourStore.fill(state, folder, CLOCK);
            try (Database database = Database.open(directory.database());
                    Library library = new Library(List.of(directory.decks()))) {
                TourLearner learner = new TourLearner(SEED, CLOCK.instant());
                Study study = new Study(database, learner, ZONE, StudyOptions.STANDARD, SEED);
                study.learnAbout(StudyCard.of(library.snapshot()));
                switch (state) {
                    case EMPTY -> {}
                    case TYPICAL -> {
                        learner.study(study, CLOCK.instant(), 21, 25);
                        learner.practise(new AttemptRepository(database), new Bank(library.snapshot()), 160);
                    }
                    case HEAVY -> {
                        learner.study(study, CLOCK.instant(), 45, 40);
                        learner.practise(new AttemptRepository(database), new Bank(library.snapshot()), 1_200);
                    }
                    case ERROR -> learner.study(study, CLOCK.instant(), 4, 15);
                }
            }
            return folder;
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
