package dev.rockpool.app.tour;

import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.Preferences;
import dev.rockpool.content.Library;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.study.Study;

/// The data that a window of the tour stands on.
///
/// @param directory where it lives, and where screens say that it does
/// @param delete removes it, once it is closed
public record TourData(
        DataDirectory directory,
        Database database,
        Study study,
        Library library,
        Preferences preferences,
        RunningPlatform platform,
        Runnable delete)
        implements AutoCloseable {
    @Override
    public void close() {
        platform.close();
        library.close();
        database.close();
        delete.run();
    }
}
