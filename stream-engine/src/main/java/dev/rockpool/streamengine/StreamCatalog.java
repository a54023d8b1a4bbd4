package dev.rockpool.streamengine;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.streamengine.segment.DamagedException;
import dev.rockpool.streamengine.segment.ForeignFileException;
import dev.rockpool.streamengine.segment.Journal;
import dev.rockpool.streamengine.segment.LogResources;
import dev.rockpool.streamengine.segment.LogSettings;
import dev.rockpool.streamengine.segment.NewerFormatException;
import dev.rockpool.streamengine.segment.StreamLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The streams of a folder and their journal: opens, adds, changes and removes them.
///
/// Changes are made by one thread at a time, under [StreamEngine]'s lock; looking up is free.
final class StreamCatalog implements Closeable {
    private static final String JOURNAL = "journal";
    private static final String LOCK = "lock";
    private static final String STREAM = "stream-";
    private static final long COMPACTED_ABOVE = 1 << 20;
    private static final int COMPACTED_AT = 8;

    private final Disk disk;
    private final Path folder;
    private final InstantSource clock;
    private final StreamEngineOptions options;
    private final Refusals refusals;
    private final StreamListener listener;
    private final Closeable folderLock;
    private final LogResources resources = new LogResources();
    private final Map<StreamName, LiveStream> byName = new ConcurrentHashMap<>();
    private final Map<Long, LiveStream> byId = new ConcurrentHashMap<>();
    private final Journal journal;
    private long compactedBytes;
    private long nextId = 1;
    private volatile AccountCommitment commitment = AccountCommitment.NONE;

    private StreamCatalog(
            Disk disk,
            Path folder,
            InstantSource clock,
            StreamEngineOptions options,
            Refusals refusals,
            StreamListener listener,
            Closeable folderLock,
            Journal journal) {
        this.disk = disk;
        this.folder = folder;
        this.clock = clock;
        this.options = options;
        this.refusals = refusals;
        this.listener = listener;
        this.folderLock = folderLock;
        this.journal = journal;
        this.compactedBytes = journal.bytes();
    }

    /// Opens `folder`; see [StreamEngine#open(Path, InstantSource, Sync)] for what can be wrong with it.
    static StreamCatalog open(
            Disk disk,
            Path folder,
            InstantSource clock,
            StreamEngineOptions options,
            Refusals refusals,
            StreamListener listener) {
        try {
            disk.createFolders(folder);
            requireOurs(disk, folder);
            Closeable lock = disk.lock(folder.resolve(LOCK))
                    .orElseThrow(() -> new EnvironmentException(
                            "stream-folder-locked",
                            "Another Rockpool has the streams in " + folder
                                    + " open; close it, or use another folder."));
            boolean opened = false;
            try {
                Journal.Opened journal = Journal.open(disk, folder.resolve(JOURNAL), options.sync() == Sync.ON);
                try {
                    StreamCatalog catalog = new StreamCatalog(
                            disk, folder, clock, options, refusals, listener, lock, journal.journal());
                    catalog.load(journal.entries());
                    opened = true;
                    return catalog;
                } finally {
                    if (!opened) {
                        journal.journal().close();
                    }
                }
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (NewerFormatException newer) {
            throw new EnvironmentException(
                    "stream-folder-newer",
                    "The streams in " + folder + " were written by a later Rockpool; open them with that one. "
                            + newer.getMessage(),
                    newer);
        } catch (ForeignFileException foreign) {
            throw new EnvironmentException(
                    "stream-folder-foreign", foreign(folder, String.valueOf(foreign.getMessage())), foreign);
        } catch (DamagedException damaged) {
            throw new EnvironmentException(
                    "stream-damaged",
                    "The streams in " + folder + " cannot be opened and were left as they are; restore them from a "
                            + "copy. " + damaged.getMessage(),
                    damaged);
        } catch (IOException refused) {
            throw new EnvironmentException(
                    "stream-disk", "The streams in " + folder + " cannot be opened: " + refused.getMessage(), refused);
        }
    }

    private static void requireOurs(Disk disk, Path folder) throws IOException {
        boolean begun = disk.exists(folder.resolve(JOURNAL));
        for (Path path : disk.list(folder)) {
            String name = String.valueOf(path.getFileName());
            boolean leftByABeginning = name.equals(LOCK) || name.equals(JOURNAL + ".new");
            if (!begun && !leftByABeginning) {
                throw new EnvironmentException("stream-folder-foreign", foreign(folder, path + " is not theirs."));
            }
        }
    }

    private static String foreign(Path folder, String detail) {
        return "The folder " + folder + " holds something else than Rockpool's streams; use an empty folder. " + detail;
    }

    private void load(List<byte[]> entries) throws IOException {
        Map<Long, StreamState> states = new TreeMap<>();
        for (byte[] entry : entries) {
            switch (StateCodec.decode(entry)) {
                case StateCodec.Entry.StreamIs(StreamState state) -> {
                    states.put(state.id(), state);
                    nextId = Math.max(nextId, state.id() + 1);
                }
                case StateCodec.Entry.StreamGone(long id) -> states.remove(id);
                case StateCodec.Entry.NextId(long id) -> nextId = Math.max(nextId, id);
                case StateCodec.Entry.AccountIs(AccountCommitment latest) -> commitment = latest;
            }
        }
        Map<Path, Long> folders = new HashMap<>();
        states.keySet().forEach(id -> folders.put(folderOf(id), id));
        for (Path path : disk.list(folder)) {
            if (String.valueOf(path.getFileName()).startsWith(STREAM) && !folders.containsKey(path)) {
                remove(path);
            }
        }
        boolean loaded = false;
        try {
            for (StreamState state : states.values()) {
                register(state, StreamLog.open(disk, folderOf(state.id()), state.id(), settings(), resources));
            }
            loaded = true;
        } finally {
            if (!loaded) {
                closeLogs();
            }
        }
    }

    /// All streams, by name.
    List<LiveStream> all() {
        return new ArrayList<>(new TreeMap<>(byName).values());
    }

    Optional<LiveStream> find(StreamName name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<LiveStream> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The id that the next stream gets.
    long nextId() {
        return nextId;
    }

    /// What the account has committed itself to.
    AccountCommitment commitment() {
        return commitment;
    }

    /// Commits the account to something else.
    void commit(AccountCommitment next) throws IOException {
        write(new StateCodec.Entry.AccountIs(next));
        commitment = next;
    }

    /// Adds a stream; nothing is left of it when this throws.
    void add(StreamState state) throws IOException {
        StreamLog log = StreamLog.create(
                disk, folderOf(state.id()), state.id(), state.createdAt().toEpochMilli(), settings(), resources);
        boolean added = false;
        try {
            write(new StateCodec.Entry.StreamIs(state));
            added = true;
        } finally {
            if (!added) {
                log.close();
                remove(folderOf(state.id()));
            }
        }
        nextId = state.id() + 1;
        register(state, log);
    }

    /// Gives a stream its next state.
    void change(LiveStream stream, StreamState next) throws IOException {
        stream.become(next, () -> write(new StateCodec.Entry.StreamIs(next)));
    }

    /// Removes a stream and its records.
    void remove(LiveStream stream) throws IOException {
        StreamState state = stream.state();
        write(new StateCodec.Entry.StreamGone(state.id()));
        byName.remove(state.name());
        byId.remove(state.id());
        stream.subscriptions().endAll();
        stream.log().close();
        remove(folderOf(state.id()));
    }

    /// Writes all streams as they are now to another folder.
    void shareTo(Path other) throws IOException {
        disk.createFolders(other);
        List<byte[]> entries = new ArrayList<>();
        entries.add(StateCodec.encode(new StateCodec.Entry.NextId(nextId)));
        for (LiveStream stream : all()) {
            stream.log().shareTo(folderOf(other, stream.state().id()));
            entries.add(StateCodec.encode(new StateCodec.Entry.StreamIs(stream.state())));
        }
        try (Journal own = Journal.open(disk, other.resolve(JOURNAL), true).journal()) {
            own.rewrite(entries);
        }
        disk.syncFolder(other);
    }

    @Override
    public void close() throws IOException {
        try {
            closeLogs();
        } finally {
            try {
                journal.close();
            } finally {
                folderLock.close();
            }
        }
    }

    private void closeLogs() throws IOException {
        for (LiveStream stream : byName.values()) {
            stream.subscriptions().endAll();
            stream.log().close();
        }
    }

    private void register(StreamState state, StreamLog log) {
        LiveStream stream = new LiveStream(state, log, clock, options, refusals, listener);
        byName.put(state.name(), stream);
        byId.put(state.id(), stream);
    }

    private void write(StateCodec.Entry entry) throws IOException {
        journal.append(StateCodec.encode(entry));
        if (journal.bytes() > COMPACTED_ABOVE && journal.bytes() > compactedBytes * COMPACTED_AT) {
            try {
                compact(entry);
            } catch (IOException refused) {
                // the entry itself is durable; the journal stays long until a later compaction succeeds
                compactedBytes = journal.bytes() / (COMPACTED_AT / 2);
            }
        }
    }

    /// Leaves in the journal what counts: the streams as they are, `latest` being newer than what is
    /// registered.
    private void compact(StateCodec.Entry latest) throws IOException {
        Map<Long, StreamState> states = new TreeMap<>();
        byId.forEach((id, stream) -> states.put(id, stream.state()));
        switch (latest) {
            case StateCodec.Entry.StreamIs(StreamState state) -> states.put(state.id(), state);
            case StateCodec.Entry.StreamGone(long id) -> states.remove(id);
            case StateCodec.Entry.NextId(long id) -> nextId = Math.max(nextId, id);
            case StateCodec.Entry.AccountIs(AccountCommitment next) -> commitment = next;
        }
        List<byte[]> entries = new ArrayList<>();
        long next = states.keySet().stream().mapToLong(id -> id + 1).max().orElse(nextId);
        entries.add(StateCodec.encode(new StateCodec.Entry.NextId(Math.max(nextId, next))));
        entries.add(StateCodec.encode(new StateCodec.Entry.AccountIs(commitment)));
        states.values().forEach(state -> entries.add(StateCodec.encode(new StateCodec.Entry.StreamIs(state))));
        journal.rewrite(entries);
        compactedBytes = journal.bytes();
    }

    private void remove(Path streamFolder) throws IOException {
        for (Path file : disk.list(streamFolder)) {
            disk.delete(file);
        }
        disk.delete(streamFolder);
    }

    private Path folderOf(long id) {
        return folderOf(folder, id);
    }

    private static Path folderOf(Path folder, long id) {
        return folder.resolve(String.format(Locale.ROOT, "%s%016x", STREAM, id));
    }

    private LogSettings settings() {
        return LogSettings.standard(options.sync() == Sync.ON);
    }
}
