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
    private static final Seed SEED = new Seed(2026);

    private TourWorld() {}

    static TourData of(TourState state) {
        try {
            DataDirectory directory = new DataDirectory(Files.createTempDirectory("rockpool-tour"));
            Files.createDirectories(directory.decks());
            if (state == TourState.ERROR) {
                Files.writeString(directory.decks().resolve("tides.md"), "---\ndeck: Tides\n---\n\n## No id here\n");
            }
            TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run, failure -> {});
            Database database = Database.open(directory.database());
            Library library = new Library(List.of(directory.decks()));
            Study study = new Study(database, CLOCK, ZONE, StudyOptions.STANDARD, SEED);
            return new TourData(
                    directory, database, study, library, new StoredPreferences(Map.of(), tasks, values -> {}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
