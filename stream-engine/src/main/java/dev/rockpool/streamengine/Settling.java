package dev.rockpool.streamengine;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one change happen at a time, after all that is due by then was done in the order in which it was due; and does
/// what is due before anything is read.
final class Settling implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Refusals refusals;
    private final StreamCatalog catalog;
    private final Timetable timetable;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant nextCheck = Instant.MIN;
    private volatile boolean closed;

    Settling(InstantSource clock, Refusals refusals, StreamCatalog catalog, Timetable timetable) {
        this.clock = clock;
        this.refusals = refusals;
        this.catalog = catalog;
        this.timetable = timetable;
    }

    /// A change of streams.
    interface Change<T> {
        T happen(Instant now) throws IOException;
    }

    interface PlainChange {
        void happen(Instant now) throws IOException;
    }

    void change(PlainChange change) {
        changed(now -> {
            change.happen(now);
            return now;
        });
    }

    <T> T changed(Change<T> change) {
        lock.lock();
        try {
            requireNotClosed();
            Instant now = clock.instant();
            timetable.settle(now);
            T result = change.happen(now);
            nextCheck = Instant.MIN;
            return result;
        } catch (IOException refused) {
            throw refusals.internal(LiveStream.sentence(refused));
        } finally {
            lock.unlock();
        }
    }

    /// Does what is due, unless the disk refuses: then it is tried again a second later, and what was asked
    /// goes on with the state as it is.
    void settleIfDue() {
        Instant now = clock.instant();
        if (!now.isBefore(nextCheck)) {
            lock.lock();
            try {
                requireNotClosed();
                timetable.settle(now);
                nextCheck = timetable.checkAgain(now);
            } catch (IOException refused) {
                nextCheck = now.plus(RETRY);
            } finally {
                lock.unlock();
            }
        }
        requireNotClosed();
    }

    void settle() {
        lock.lock();
        try {
            requireNotClosed();
            timetable.settle(clock.instant());
            nextCheck = Instant.MIN;
        } catch (IOException refused) {
            throw refusals.internal(LiveStream.sentence(refused));
        } finally {
            lock.unlock();
        }
    }

    Optional<Instant> nextDue() {
        lock.lock();
        try {
            requireNotClosed();
            return timetable.next();
        } finally {
            lock.unlock();
        }
    }

    void snapshot(Path folder) throws IOException {
        lock.lock();
        try {
            requireNotClosed();
            timetable.settle(clock.instant());
            catalog.shareTo(folder);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                catalog.close();
            }
        } catch (IOException refused) {
            throw new EnvironmentException(
                    "stream-disk", "The streams could not be closed: " + refused.getMessage(), refused);
        } finally {
            lock.unlock();
        }
    }

    private void requireNotClosed() {
        if (closed) {
            throw new IllegalStateException("The stream engine is closed");
        }
    }
}
