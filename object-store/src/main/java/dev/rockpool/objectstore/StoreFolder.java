package dev.rockpool.objectstore;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.objectstore.cipher.ServiceKeys;
import dev.rockpool.objectstore.index.LayeredIndex;
import dev.rockpool.objectstore.index.MvIndex;
import dev.rockpool.objectstore.index.OrderedIndex;
import dev.rockpool.objectstore.index.StandingIndex;
import dev.rockpool.objectstore.volume.BodyFiles;
import dev.rockpool.objectstore.volume.DamagedException;
import dev.rockpool.objectstore.volume.NewerFormatException;
import dev.rockpool.objectstore.volume.VolumeLog;
import dev.rockpool.objectstore.volume.VolumeSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/// The folder of a store, and how it is opened: its lock, index, volumes, bodies and keys.
final class StoreFolder {
    private static final String LOCK = "lock";
    private static final String INDEX = "index.mv";

    private StoreFolder() {}

    /// Opens what lies in `folder`, or begins it; see [ObjectStore#open].
    ///
    /// @param make a store of the lock and of what stands open; if it fails, all is closed
    static ObjectStore open(
            Path folder,
            Disk disk,
            InstantSource clock,
            ObjectStoreOptions options,
            StoreListener listener,
            Optional<StoreSnapshot> snapshot,
            BiFunction<Closeable, Core, ObjectStore> make) {
        boolean opened = false;
        Optional<Closeable> lock = Optional.empty();
        Optional<OrderedIndex> index = Optional.empty();
        Optional<VolumeLog> log = Optional.empty();
        try {
            disk.createFolders(folder);
            keepPrivate(folder);
            lock = disk.lock(folder.resolve(LOCK));
            if (lock.isEmpty()) {
                throw new EnvironmentException(
                        "store-folder-locked",
                        "Another Rockpool has the store in " + folder + " open; close it, or use another folder.");
            }
            RandomGenerator random = options.seed()
                    .map(seed -> seed.derive("object-store/" + clock.instant().toEpochMilli()))
                    .orElseGet(SecureRandom::new);
            ServiceKeys keys =
                    ServiceKeys.open(disk, folder.resolve("service-keys"), new SecureRandom(), clock.instant());
            index = Optional.of(index(folder.resolve(INDEX), options.indexInMemory(), snapshot));
            Catalog catalog = new Catalog(index.get());
            log = Optional.of(VolumeLog.open(
                    disk,
                    folder.resolve("volumes"),
                    new VolumeSettings(options.sync(), options.volumeBytes()),
                    catalog.standing(),
                    catalog));
            BodyFiles bodies = new BodyFiles(disk, folder.resolve("bodies"), options.sync());
            catalog.sweep(bodies);
            ObjectStore store = make.apply(
                    lock.get(),
                    new Core(
                            catalog,
                            log.get(),
                            bodies,
                            keys,
                            clock,
                            options,
                            listener,
                            random,
                            new Reserve(disk, folder.resolve("reserve"), options.reserveBytes())));
            opened = true;
            return store;
        } catch (NewerFormatException newer) {
            throw new EnvironmentException(
                    "store-folder-newer",
                    "The store in " + folder + " was written by a later Rockpool; open it with that one. "
                            + newer.getMessage(),
                    newer);
        } catch (DamagedException damaged) {
            throw new EnvironmentException(
                    "store-damaged",
                    "The store in " + folder + " cannot be opened and was left as it is; restore it from a copy. "
                            + damaged.getMessage(),
                    damaged);
        } catch (IOException refused) {
            throw new EnvironmentException(
                    "store-disk", "The store in " + folder + " cannot be opened: " + refused.getMessage(), refused);
        } finally {
            if (!opened) {
                log.ifPresent(StoreFolder::letGo);
                index.ifPresent(OrderedIndex::close);
                lock.ifPresent(StoreFolder::letGo);
            }
        }
    }

    private static OrderedIndex index(Path file, boolean inMemory, Optional<StoreSnapshot> snapshot)
            throws IOException {
        if (snapshot.isPresent()) {
            StandingIndex lower = snapshot.get().index();
            return inMemory ? LayeredIndex.inMemory(lower) : LayeredIndex.inFile(file, lower);
        }
        return inMemory ? MvIndex.inMemory() : MvIndex.inFile(file);
    }

    /// Nobody else's business: the keys lie in it.
    private static void keepPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void letGo(Closeable lock) {
        try {
            lock.close();
        } catch (IOException refused) {
            throw cannotClose(refused);
        }
    }

    static EnvironmentException cannotClose(IOException refused) {
        return new EnvironmentException("store-disk", "The store cannot be closed: " + refused.getMessage(), refused);
    }
}
