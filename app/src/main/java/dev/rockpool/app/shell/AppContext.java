package dev.rockpool.app.shell;

import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.content.Library;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.study.Study;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;

/// What screens are built from.
///
/// @param study the cards' schedule
/// @param library the decks; what the app watches of them reaches screens with their next [Screen#changed]
/// @param texts every sentence, by key
/// @param tasks work off the foreground
/// @param errors the one place where failures are told
/// @param notices what was just done, with its undo
/// @param navigator the way to other screens
/// @param preferences what the user has chosen
/// @param appearance theme, zoom and projector, to be observed
/// @param outside what is opened outside the app: web pages, folders
/// @param windows windows beside the main one
/// @param clock wall time
/// @param zone the user's time zone
/// @param directory where the data lives
/// @param backUp copies the data into the directory's backups now and answers the file; for the background
/// @param database the open file, for the repositories of screens that keep records of their own
/// @param platform the platform that all screens share; opened by the first that needs it
public record AppContext(
        Study study,
        Library library,
        Texts texts,
        TaskRunner tasks,
        ErrorSurface errors,
        Notices notices,
        Navigator navigator,
        Preferences preferences,
        Appearance appearance,
        Outside outside,
        Windows windows,
        InstantSource clock,
        ZoneId zone,
        DataDirectory directory,
        Supplier<Path> backUp,
        Database database,
        RunningPlatform platform) {}
