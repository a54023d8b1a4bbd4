package dev.rockpool.content;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All decks: those that came with Rockpool, and those in the user's own folders, read again whenever a file changes.
///
/// A user's file with a fault is left out with findings, all others stay; had it been good before, it stands as it was
/// then. Of two files that use the same id, the built-in one wins, then the one whose path comes first.
///
/// Safe for use by many threads. On Linux and Windows a change is seen within a second; on macOS, where the JDK looks
/// at folders from time to time, within ten.
public final class Library implements AutoCloseable {
    /// The most bytes of a picture.
    public static final int LARGEST_IMAGE = 16 * 1024 * 1024;

    private static final Duration QUIET = Duration.ofMillis(200);

    private final Duration quiet;
    private final DeckParser parser = new DeckParser();
    private final Linter linter = new Linter();
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Path, UserFile> files = new HashMap<>();
    private List<Path> folders = List.of();
    private @Nullable FolderWatch watch;
    private boolean closed;
    private volatile Snapshot snapshot = Snapshot.of(List.of(), List.of());

    /// A user's file as it was last read, with its last version that had no fault.
    private static final class UserFile {
        private final byte[] content;
        private final ParsedDeck current;
        private final Optional<ParsedDeck> lastGood;

        UserFile(byte[] content, ParsedDeck current, Optional<ParsedDeck> lastGood) {
            this.content = content;
            this.current = current;
            this.lastGood = lastGood;
        }
    }

    /// Opens the built-in decks and those in `folders`; a folder may be absent and come later.
    public Library(List<Path> folders) {
        this(folders, QUIET);
    }

    /// @param quiet how long a folder must be quiet before its changes are read
    Library(List<Path> folders, Duration quiet) {
        this.quiet = quiet;
        this.folders = normalised(folders);
        refresh();
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
    public synchronized void watch(Consumer<Snapshot> onChange) {
        listeners.add(onChange);
        if (watch == null) {
            startWatch();
        }
    }

    /// Reads and watches other folders from now on. Listeners hear of the change on the calling thread.
    public synchronized void use(List<Path> folders) {
        this.folders = normalised(folders);
        if (refresh()) {
            tell();
        }
        if (watch != null) {
            stopWatch();
            startWatch();
        }
    }

    /// The bytes of a picture that a deck refers to; empty if there is none, if it lies outside the deck's folder, or
    /// if it is larger than [#LARGEST_IMAGE].
    public Optional<byte[]> image(Deck deck, String reference) {
        if (!(Reference.of(reference) instanceof Reference.Local local)) {
            return Optional.empty();
        }
        if (deck.builtIn()) {
            return BuiltIn.file(local.path());
        }
        Path folder = deck.file().toAbsolutePath().normalize().getParent();
        if (folder == null || Reference.find(folder, local) != Reference.Found.FILE) {
            return Optional.empty();
        }
        Path file = folder.resolve(local.path());
        try (var stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST_IMAGE + 1);
            return bytes.length > LARGEST_IMAGE ? Optional.empty() : Optional.of(bytes);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The notes of a deck as they are written, by id. Reads the deck's file again.
    public Map<String, NoteText> notes(Deck deck) {
        String name = deck.file().toString();
        Optional<byte[]> content = deck.builtIn()
                ? BuiltIn.file(deck.file().getFileName().toString())
                : parser.bytes(deck.file(), new ArrayList<>());
        return content.map(bytes -> NoteText.of(name, bytes)).orElse(Map.of());
    }

    @Override
    public synchronized void close() {
        closed = true;
        listeners.clear();
        stopWatch();
    }

    private static List<Path> normalised(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .toList();
    }

    private void startWatch() {
        if (closed) {
            return;
        }
        try {
            FolderWatch started = new FolderWatch(folders, quiet, this::onChange);
            watch = started;
            started.start();
        } catch (IOException fault) {
            throw new EnvironmentException(
                    "deck-watch",
                    "The deck folders cannot be watched; changes to them are seen after a new start.",
                    fault);
        }
    }

    private void stopWatch() {
        if (watch != null) {
            try {
                watch.close();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            watch = null;
        }
    }

    private synchronized void onChange() {
        if (!closed && refresh()) {
            tell();
        }
    }

    private void tell() {
        Snapshot now = snapshot;
        listeners.forEach(listener -> listener.accept(now));
    }

    /// Reads the folders and answers whether anything is different.
    private synchronized boolean refresh() {
        List<Finding> findings = new ArrayList<>();
        List<Path> paths = folders.stream()
                .flatMap(folder -> DeckFolder.files(folder, findings).stream())
                .distinct()
                .toList();
        // in parallel: parsing is what a large collection waits for when Rockpool starts
        List<UserFile> read = paths.parallelStream().map(this::read).toList();
        Map<Path, UserFile> found = new LinkedHashMap<>();
        for (int at = 0; at < read.size(); at++) {
            found.put(paths.get(at), read.get(at));
        }
        files.clear();
        files.putAll(found);

        List<ParsedDeck> current =
                found.values().stream().map(file -> file.current).toList();
        findings.addAll(linter.lint(current, BuiltIn.decks()));
        List<Deck> served = served(found.values(), BuiltIn.decks());

        Snapshot before = snapshot;
        if (before.decks().equals(served) && before.findings().equals(findings)) {
            return false;
        }
        snapshot = Snapshot.of(served, findings);
        return true;
    }

    private UserFile read(Path file) {
        UserFile before = files.get(file);
        List<Finding> findings = new ArrayList<>();
        Optional<byte[]> read = parser.bytes(file, findings);
        byte[] content = read.orElseGet(() -> new byte[0]);
        if (before != null && read.isPresent() && Arrays.equals(before.content, content)) {
            return before;
        }
        ParsedDeck parsed = read.map(bytes -> parser.parse(file, bytes))
                .orElseGet(() -> new ParsedDeck(file.toString(), Optional.empty(), findings, List.of(), 1));
        Optional<ParsedDeck> lastGood = parsed.isUsable()
                ? Optional.of(parsed)
                : Optional.ofNullable(before).flatMap(known -> known.lastGood);
        return new UserFile(content, parsed, lastGood);
    }

    /// The decks that can be studied together: no id stands twice.
    private static List<Deck> served(Iterable<UserFile> files, List<ParsedDeck> builtIn) {
        List<Deck> served = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (ParsedDeck parsed : builtIn) {
            taken.addAll(parsed.ids());
            parsed.deck().ifPresent(served::add);
        }
        for (UserFile file : files) {
            file.lastGood.ifPresent(parsed -> {
                List<String> ids = parsed.ids();
                if (ids.stream().noneMatch(taken::contains)) {
                    taken.addAll(ids);
                    parsed.deck().ifPresent(served::add);
                }
            });
        }
        return served;
    }
}
