package dev.rockpool.objectstore;

import dev.rockpool.objectstore.index.OrderedIndex;
import dev.rockpool.objectstore.volume.Changes;
import dev.rockpool.objectstore.volume.Commit;
import dev.rockpool.objectstore.volume.FrameVisitor;
import dev.rockpool.objectstore.volume.LogPosition;
import dev.rockpool.objectstore.volume.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives back what is dead in sealed volumes: writes what still counts of a volume to the end of the log, and drops it.
///
/// Everybody else waits while a small batch is written, for one fsync, and goes on between batches.
final class Compaction {
    /// A volume is worth it when less than half of it counts.
    private static final double WORTH = 0.5;

    private static final int BATCH_BYTES = 2 << 20;
    private static final int BATCH_FRAMES = 500;

    private final Core core;

    Compaction(Core core) {
        this.core = core;
    }

    /// Compacts the volume that it is worth most for; false if there is none.
    boolean once() throws IOException {
        List<Long> volumes = core.log().volumes();
        Optional<Long> worst = Optional.empty();
        double least = WORTH;
        for (long volume : volumes.subList(0, volumes.size() - 1)) {
            double share = (double) core.catalog().live(volume)
                    / Math.max(1, core.log().bytes(volume));
            if (share < least) {
                least = share;
                worst = Optional.of(volume);
            }
        }
        if (worst.isEmpty()) {
            return false;
        }
        compact(worst.get(), worst.get().equals(volumes.getFirst()));
        return true;
    }

    private void compact(long volume, boolean isOldest) throws IOException {
        Batches batches = new Batches(volume, isOldest);
        core.log().visit(volume, batches);
        batches.flush();
        core.log().force();
        LogPosition needed = core.catalog().standing();
        core.catalog().checkpoint();
        core.log().drop(volume, needed);
        core.catalog().forget(volume);
        core.catalog().checkpoint();
    }

    /// Something in the volume that may still count.
    private sealed interface Piece {
        /// @param owner the name of the version
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Data(byte[] owner, Place place, int bytes) implements Piece {}

        /// @param value empty for a removal
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Change(byte[] key, Optional<byte[]> value) implements Piece {}
    }

    private final class Batches implements FrameVisitor {
        private final long volume;
        private final boolean isOldest;
        private final List<Piece> pieces = new ArrayList<>();
        private long bytes;

        Batches(long volume, boolean isOldest) {
            this.volume = volume;
            this.isOldest = isOldest;
        }

        @Override
        public void data(byte[] owner, Place place, int length) throws IOException {
            add(new Piece.Data(owner, place, length), length);
        }

        @Override
        public void changes(ByteBuffer changes) throws IOException {
            List<Piece> found = new ArrayList<>();
            Changes.read(changes, 0, new Changes.Reader() {
                @Override
                public void put(byte[] key, byte[] value) {
                    if (isNewest(key)) {
                        found.add(new Piece.Change(key, Optional.of(value)));
                    }
                }

                @Override
                public void removed(byte[] key) {
                    // a removal counts while an older volume may hold a put of the same key
                    if (!isOldest && core.catalog().index().get(key) == null) {
                        found.add(new Piece.Change(key, Optional.empty()));
                    }
                }
            });
            for (Piece piece : found) {
                add(piece, 200);
            }
        }

        private boolean isNewest(byte[] key) {
            byte[] stored = core.catalog().index().get(key);
            return stored != null && Catalog.volumeOf(stored) == (volume & 0xffffffffL);
        }

        private void add(Piece piece, long size) throws IOException {
            pieces.add(piece);
            bytes += size;
            if (bytes > BATCH_BYTES || pieces.size() >= BATCH_FRAMES) {
                flush();
            }
        }

        /// Writes what still counts of the pieces, with everybody else waiting.
        void flush() throws IOException {
            List<IOException> failures = new ArrayList<>();
            core.exclusively(() -> {
                try {
                    write();
                } catch (IOException refused) {
                    failures.add(refused);
                }
                return true;
            });
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
            pieces.clear();
            bytes = 0;
        }

        private void write() throws IOException {
            OrderedIndex index = core.catalog().index();
            List<Commit> commits = new ArrayList<>();
            Draft plain = core.catalog().draft();
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Data data -> moved(data).ifPresent(commits::add);
                    case Piece.Change(byte[] key, Optional<byte[]> value) -> {
                        byte[] stored = index.get(key);
                        if (value.isEmpty()) {
                            if (stored == null) {
                                plain.remove(key);
                            }
                        } else if (isNewest(key)
                                && Catalog.holds(stored, value.get())
                                && !isPlacedHere(key, value.get())) {
                            plain.put(key, value.get());
                        }
                    }
                }
            }
            if (!plain.isEmpty()) {
                commits.add(plain.commit());
            }
            if (!commits.isEmpty()) {
                core.log().commit(commits);
            }
        }

        /// Whether it is a version whose data lies in the volume too: it is written anew with its data.
        private boolean isPlacedHere(byte[] key, byte[] value) {
            return (key[0] == KeySpace.OBJECT || key[0] == KeySpace.VERSION) && VersionRecord.volumeOf(value) == volume;
        }

        private Optional<Commit> moved(Piece.Data data) throws IOException {
            long bucket = KeySpace.bucketOf(data.owner());
            byte[] name = KeySpace.nameOfNumbered(data.owner());
            long seq = ~KeySpace.lastNumber(data.owner());
            byte[] key = KeySpace.current(KeySpace.OBJECT, bucket, name);
            byte[] stored = core.catalog().index().get(key);
            if (stored == null || VersionRecord.seqOf(stored) != seq) {
                key = data.owner();
                stored = core.catalog().index().get(key);
            }
            if (stored == null) {
                return Optional.empty();
            }
            VersionRecord record = VersionRecord.read(stored);
            if (!(record.body() instanceof Body.InVolume(Place place, int length)) || !place.equals(data.place())) {
                return Optional.empty();
            }
            byte[] sealed = new byte[length];
            core.log().read(place, 0, ByteBuffer.wrap(sealed));
            Draft draft = core.catalog().draft();
            draft.put(key, record.with(new Body.InVolume(Placing.LATER, length)).bytes());
            draft.place(key, data.owner(), sealed);
            return Optional.of(draft.commit());
        }
    }
}
