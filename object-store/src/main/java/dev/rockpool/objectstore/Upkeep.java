package dev.rockpool.objectstore;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.objectstore.index.IndexCursor;
import dev.rockpool.objectstore.volume.FrameVisitor;
import dev.rockpool.objectstore.volume.LogPosition;
import dev.rockpool.objectstore.volume.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Keeps the store in order beside its work: checkpoints of the index, compaction; and checks it when asked.
final class Upkeep {
    private final Core core;
    private final Reads reads;
    private final Buckets buckets;
    private final Compaction compaction;
    private final SecureRandom secrets = new SecureRandom();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile LogPosition checkpointed;
    private volatile Optional<Thread> working = Optional.empty();

    Upkeep(Core core, Reads reads, Buckets buckets) {
        this.core = core;
        this.reads = reads;
        this.buckets = buckets;
        this.compaction = new Compaction(core);
        this.checkpointed = core.catalog().standing();
    }

    /// Begins to work in a thread of its own if there is enough to do.
    void poke() {
        LogPosition now = core.catalog().standing();
        LogPosition last = checkpointed;
        long since = (now.volume() - last.volume()) * core.options().volumeBytes() + now.offset() - last.offset();
        if (since > core.options().checkpointBytes() && busy.compareAndSet(false, true)) {
            working = Optional.of(Thread.ofVirtual().name("object-store-upkeep").start(() -> {
                try {
                    work();
                } catch (IOException again) {
                    // the disk refused: the next poke tries again, and nothing is lost meanwhile
                    checkpointed = core.catalog().standing();
                } finally {
                    busy.set(false);
                }
            }));
        }
    }

    /// A checkpoint, then compaction as long as it is worth it.
    void work() throws IOException {
        core.reserve().take();
        core.serviceKeys().rotateIfOld(secrets, core.now());
        checkpoint();
        while (compaction.once()) {
            checkpointed = core.catalog().standing();
        }
    }

    private void checkpoint() throws IOException {
        LogPosition now = core.catalog().standing();
        core.log().force();
        core.catalog().checkpoint();
        checkpointed = now;
    }

    void close() {
        try {
            Optional<Thread> thread = working;
            if (thread.isPresent()) {
                thread.get().join();
            }
            checkpoint();
            core.log().close();
        } catch (IOException refused) {
            throw new EnvironmentException(
                    "store-disk", "The store could not be closed: " + refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // --- checking

    List<String> verify() {
        List<String> broken = new ArrayList<>();
        verifyVolumes(broken);
        for (BucketState bucket : buckets.all()) {
            verify(bucket, KeySpace.OBJECT, broken);
            verify(bucket, KeySpace.VERSION, broken);
        }
        return broken;
    }

    private void verifyVolumes(List<String> broken) {
        FrameVisitor nothing = new FrameVisitor() {
            @Override
            public void data(byte[] owner, Place place, int bytes) {}

            @Override
            public void changes(ByteBuffer changes) {}
        };
        for (long volume : core.log().volumes()) {
            try {
                core.log().visit(volume, nothing);
            } catch (IOException damaged) {
                broken.add(String.valueOf(damaged.getMessage()));
            }
        }
    }

    private void verify(BucketState bucket, byte space, List<String> broken) {
        byte[] prefix = KeySpace.number(space, bucket.number());
        IndexCursor cursor = core.catalog().index().from(prefix);
        while (cursor.next() && KeySpace.startsWith(cursor.key(), prefix)) {
            byte[] name = space == KeySpace.OBJECT
                    ? KeySpace.nameOfCurrent(cursor.key())
                    : KeySpace.nameOfNumbered(cursor.key());
            VersionRecord record = VersionRecord.read(cursor.value());
            reads.verify(bucket, name, record)
                    // what was deleted or moved meanwhile is not broken
                    .filter(why -> reads.isAsItWas(bucket, name, record))
                    .ifPresent(why -> broken.add(bucket.name() + "/" + KeySpace.key(name, 0, name.length) + " ("
                            + record.versionId() + "): " + why));
        }
    }
}
