package dev.rockpool.content;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Tells when something changes in folders or one level below them.
///
/// A folder need not exist. The folders above it are watched as well, so that its coming, going and renaming are seen.
/// A burst of events (an editor that writes a new file and moves it over the old one) is one change:
/// it is told once things have been quiet for a while.
final class FolderWatch implements AutoCloseable {
    private static final int MOST_QUIET_WAITS = 25;
    private static final int MOST_REGISTRATIONS = 8;

    /// Above the folders only their own coming and going matters, and a home directory is busy.
    private static final WatchEvent.Kind<?>[] COMING_AND_GOING = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE
    };

    private static final WatchEvent.Kind<?>[] EVERYTHING = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final List<Path> folders;
    private final Duration quiet;
    private final Runnable onChange;
    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final Thread thread;

    /// @param folders absolute and normalised
    /// @param quiet how long nothing must happen before a change is told
    /// @param onChange called on the watcher's thread, once at the start and after every change
    FolderWatch(List<Path> folders, Duration quiet, Runnable onChange) throws IOException {
        this.folders = List.copyOf(folders);
        this.quiet = quiet;
        this.onChange = onChange;
        this.service = folders.isEmpty()
                ? java.nio.file.FileSystems.getDefault().newWatchService()
                : folders.getFirst().getFileSystem().newWatchService();
        this.thread = Thread.ofPlatform().daemon().name("deck-folders").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void run() {
        try {
            registerAll();
            onChange.run();
            while (true) {
                if (isChange(service.take())) {
                    waitForQuiet();
                    registerAll();
                    onChange.run();
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException _) {
            // closed: nobody wants to know any more
        }
    }

    private void waitForQuiet() throws InterruptedException {
        for (int i = 0; i < MOST_QUIET_WAITS; i++) {
            WatchKey key = service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
            if (key == null) {
                return;
            }
            isChange(key);
        }
    }

    /// Takes a key's events and answers whether one of them concerns the folders.
    private boolean isChange(WatchKey key) {
        Path folder = (Path) key.watchable();
        boolean change = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                Path entry = folder.resolve(name);
                change |= concerns(folder, entry);
                if (!event.kind().equals(StandardWatchEventKinds.ENTRY_MODIFY)) {
                    forget(entry);
                }
            } else {
                change = true;
            }
        }
        if (!key.reset()) {
            keys.remove(folder, key);
            change = true;
        }
        return change;
    }

    /// Ends the watch on a folder that has come or gone, which would otherwise follow the old one to its new name.
    private void forget(Path entry) {
        keys.entrySet().removeIf(watched -> {
            if (!watched.getKey().startsWith(entry)) {
                return false;
            }
            watched.getValue().cancel();
            return true;
        });
    }

    private boolean concerns(Path watched, Path entry) {
        for (Path folder : folders) {
            if (watched.startsWith(folder) || folder.startsWith(entry)) {
                return true;
            }
        }
        return false;
    }

    /// Registers what must be watched now. A folder may come while its parent is being registered, hence the rounds.
    private void registerAll() {
        Set<Path> wanted = wanted();
        for (int round = 0; round < MOST_REGISTRATIONS; round++) {
            wanted.forEach(this::register);
            Set<Path> now = wanted();
            if (now.equals(wanted)) {
                break;
            }
            wanted = now;
        }
        Set<Path> unwanted = new HashSet<>(keys.keySet());
        unwanted.removeAll(wanted);
        for (Path folder : unwanted) {
            WatchKey key = keys.remove(folder);
            if (key != null) {
                key.cancel();
            }
        }
    }

    private Set<Path> wanted() {
        Set<Path> wanted = new HashSet<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                wanted.add(folder);
                wanted.addAll(subfolders(folder));
            }
            for (Path above = folder.getParent(); above != null; above = above.getParent()) {
                if (Files.isDirectory(above)) {
                    wanted.add(above);
                }
            }
        }
        return wanted;
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(DeckFolder::isSubfolder).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private void register(Path folder) {
        WatchKey known = keys.get(folder);
        if (known != null && known.isValid()) {
            return;
        }
        try {
            boolean holdsDecks = folders.stream().anyMatch(folder::startsWith);
            keys.put(folder, folder.register(service, holdsDecks ? EVERYTHING : COMING_AND_GOING));
        } catch (NoSuchFileException | NotDirectoryException _) {
            // gone again; what is above it will tell
        } catch (IOException _) {
            // not permitted, or no watches left: this folder is read at the next change elsewhere
        }
    }
}
