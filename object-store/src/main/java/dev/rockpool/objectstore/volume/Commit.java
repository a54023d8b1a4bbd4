package dev.rockpool.objectstore.volume;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What becomes durable together: data, if there is some, and changes.
public final class Commit {
    static final int NO_DATA = -1;
    static final int NOTICE = -2;

    private static final int WAITING = 0;
    private static final int LEADS = 1;
    private static final int DONE = 2;

    private final byte[] owner;
    private final byte[] data;
    private final byte[] changes;
    private final int placeAt;
    private final Thread thread = Thread.currentThread();
    private volatile int state = WAITING;
    private @Nullable IOException failure;

    private Commit(byte[] owner, byte[] data, byte[] changes, int placeAt) {
        this.owner = owner;
        this.data = data;
        this.changes = changes;
        this.placeAt = placeAt;
    }

    /// Changes alone.
    public static Commit of(byte[] changes) {
        return new Commit(new byte[0], new byte[0], changes, NO_DATA);
    }

    /// Data and changes.
    ///
    /// @param owner what compaction finds the data's place by
    /// @param placeAt where in `changes` the place of the data is written, 16 bytes: volume and offset
    public static Commit of(byte[] owner, byte[] data, byte[] changes, int placeAt) {
        return new Commit(owner, data, changes, placeAt);
    }

    /// The notice that a volume is gone.
    static Commit dropped(long volume, LogPosition needed) {
        return new Commit(new byte[0], VolumeFormat.dropped(volume, needed).array(), new byte[0], NOTICE);
    }

    byte[] owner() {
        return owner;
    }

    byte[] data() {
        return data;
    }

    byte[] changes() {
        return changes;
    }

    int placeAt() {
        return placeAt;
    }

    long bytes() {
        return VolumeFormat.FRAME_HEAD * 2L + 3 + owner.length + data.length + 1 + changes.length;
    }

    // --- waiting

    /// Waits until it is done, or is to lead the next group.
    boolean awaitsLead() {
        while (state == WAITING) {
            LockSupport.park(this);
        }
        return state == LEADS;
    }

    void lead() {
        state = LEADS;
        LockSupport.unpark(thread);
    }

    void done(Optional<IOException> why) {
        failure = why.orElse(null);
        state = DONE;
        LockSupport.unpark(thread);
    }

    void check() throws IOException {
        IOException why = failure;
        if (why != null) {
            throw new IOException(why.getMessage(), why);
        }
    }
}
