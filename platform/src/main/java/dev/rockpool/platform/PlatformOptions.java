package dev.rockpool.platform;

import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.streamengine.StreamEngineOptions;
import java.nio.file.Path;
import java.util.Optional;

/// How a platform is opened.
///
/// @param folder where it is kept
/// @param clock the time that it goes by
/// @param accounts a file of accounts; without one there is one account with random keys, kept in the folder
/// @param objects how the object store is run
/// @param streams how the stream engine is run
public record PlatformOptions(
        Path folder,
        ClockSetting clock,
        Optional<Path> accounts,
        ObjectStoreOptions objects,
        StreamEngineOptions streams) {
    /// In `folder`, on the clock that it had, with the settings of the cloud service.
    public static PlatformOptions in(Path folder) {
        return new PlatformOptions(
                folder,
                new ClockSetting.Kept(),
                Optional.empty(),
                ObjectStoreOptions.standard(),
                StreamEngineOptions.standard());
    }

    /// The same on another clock.
    public PlatformOptions with(ClockSetting other) {
        return new PlatformOptions(folder, other, accounts, objects, streams);
    }

    /// The same with the accounts of a file.
    public PlatformOptions withAccounts(Optional<Path> file) {
        return new PlatformOptions(folder, clock, file, objects, streams);
    }

    /// The same with other settings of the object store.
    public PlatformOptions with(ObjectStoreOptions other) {
        return new PlatformOptions(folder, clock, accounts, other, streams);
    }

    /// The same with other settings of the stream engine.
    public PlatformOptions with(StreamEngineOptions other) {
        return new PlatformOptions(folder, clock, accounts, objects, other);
    }
}
