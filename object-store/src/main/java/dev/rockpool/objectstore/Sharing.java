package dev.rockpool.objectstore;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.objectstore.index.StandingIndex;
import dev.rockpool.objectstore.volume.VolumeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Writes a store to another folder as it is at one moment, its files by second names.
final class Sharing {
    private final Core core;

    Sharing(Core core) {
        this.core = core;
    }

    StoreSnapshot share(Path folder, Disk disk, Runnable moment) throws IOException {
        disk.createFolders(folder);
        // so that little is left to force while others wait
        core.log().force();
        core.bodies().beginSharing();
        try {
            Moment taken = take(moment);
            boolean whole = false;
            try (VolumeLog.Shared volumes = taken.volumes()) {
                volumes.linkTo(folder.resolve("volumes"));
                core.bodies().linkTo(folder.resolve("bodies"), Catalog.bodies(taken.index()));
                core.serviceKeys().copyTo(disk, folder.resolve("service-keys"));
                disk.syncFolder(folder);
                whole = true;
                return new StoreSnapshot(taken.index());
            } finally {
                if (!whole) {
                    taken.index().close();
                }
            }
        } finally {
            core.bodies().endSharing();
        }
    }

    private record Moment(VolumeLog.Shared volumes, StandingIndex index) {}

    private Moment take(Runnable moment) throws IOException {
        try {
            return core.exclusively(() -> {
                try {
                    VolumeLog.Shared volumes = core.log().share();
                    moment.run();
                    return new Moment(volumes, core.catalog().stand());
                } catch (IOException refused) {
                    throw new UncheckedIOException(refused);
                }
            });
        } catch (UncheckedIOException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
