package dev.rockpool.app.collection;

import dev.rockpool.app.preference.SettingRepository;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.content.Library;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyCard;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

/// The data of one directory, open: database, settings, decks, schedule.
public final class OpenData implements AutoCloseable {
    private final DataDirectory directory;
    private final Database database;
    private final StoredPreferences preferences;
    private final Library library;
    private final Study study;

    private OpenData(
            DataDirectory directory, Database database, StoredPreferences preferences, Library library, Study study) {
        this.directory = directory;
        this.database = database;
        this.preferences = preferences;
        this.library = library;
        this.study = study;
    }

    /// Opens everything. Takes as long as the disk needs; for the background.
    ///
    /// @param tasks writes the settings
    /// @throws dev.rockpool.kernel.EnvironmentException if the database cannot be opened
    public static OpenData open(
            DataDirectory directory, InstantSource clock, ZoneId zone, Seed seed, TaskRunner tasks) {
        Database database = Database.open(directory.database());
        SettingRepository settings = new SettingRepository(database);
        StoredPreferences preferences = new StoredPreferences(settings.all(), tasks, settings::put);
        Library library = new Library(StudySettings.folders(directory, preferences.get(StudySettings.FOLDERS)));
        Study study = new Study(database, clock, zone, StudySettings.options(preferences), seed);
        study.learnAbout(StudyCard.of(library.snapshot()));
        return new OpenData(directory, database, preferences, library, study);
    }

    public Database database() {
        return database;
    }

    public StoredPreferences preferences() {
        return preferences;
    }

    public Library library() {
        return library;
    }

    public Study study() {
        return study;
    }

    /// Copies the database into the directory's backups.
    ///
    /// @return the file
    public Path backUp(InstantSource clock) {
        return database.backUp(directory.backups(), clock.instant());
    }

    /// Takes over decks and settings as they stand now, after they were changed from outside.
    public void readAgain() {
        preferences.takeOver(new SettingRepository(database).all());
        study.use(StudySettings.options(preferences));
        library.use(StudySettings.folders(directory, preferences.get(StudySettings.FOLDERS)));
        study.learnAbout(StudyCard.of(library.snapshot()));
    }

    @Override
    public void close() {
        library.close();
        database.close();
    }
}
