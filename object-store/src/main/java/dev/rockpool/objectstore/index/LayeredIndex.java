package dev.rockpool.objectstore.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What differs from an index that stands still: a branch's index costs what was changed in the branch, and
/// nothing to begin with.
///
/// A removed key has a value of one byte in the upper index, which no other value has.
public final class LayeredIndex implements OrderedIndex {
    private static final byte[] REMOVED = {0};
    private static final byte[] NOWHERE = {};

    private final OrderedIndex upper;
    private final Object passing = new Object();
    private volatile StandingIndex lower;
    /// Where the last walk that began at [#passedFrom] found its first entry: what is done with is removed from the
    /// beginning on, and a walk need not pass all of it each time. Guarded by [#passing], like the two below.
    private byte[] passedTo = NOWHERE;

    private byte[] passedFrom = NOWHERE;
    private long puts;

    private LayeredIndex(OrderedIndex upper, StandingIndex lower) {
        this.upper = upper;
        this.lower = lower;
    }

    /// What differs from `lower`, in memory.
    public static LayeredIndex inMemory(StandingIndex lower) {
        return new LayeredIndex(MvIndex.inMemory(), lower);
    }

    /// What differs from `lower`, in `file`, which is of no use without it.
    ///
    /// @throws IOException if there is a file that cannot be replaced
    public static LayeredIndex inFile(Path file, StandingIndex lower) throws IOException {
        return new LayeredIndex(MvIndex.ofDifferences(file), lower);
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        byte[] own = upper.get(key);
        return own == null ? lower.get(key) : present(own);
    }

    @Override
    public byte @Nullable [] put(byte[] key, byte[] value) {
        if (value.length == REMOVED.length) {
            throw new IllegalArgumentException("A value of one byte says that there is none.");
        }
        byte[] own = upper.put(key, value);
        synchronized (passing) {
            puts++;
            if (Arrays.compareUnsigned(key, passedFrom) >= 0 && Arrays.compareUnsigned(key, passedTo) < 0) {
                passedTo = key;
            }
        }
        return own == null ? lower.get(key) : present(own);
    }

    @Override
    public byte @Nullable [] remove(byte[] key) {
        byte[] below = lower.get(key);
        byte[] own = below == null ? upper.remove(key) : upper.put(key, REMOVED);
        return own == null ? below : present(own);
    }

    private static byte @Nullable [] present(byte[] value) {
        return isRemoved(value) ? null : value;
    }

    private static boolean isRemoved(byte[] value) {
        return value.length == REMOVED.length;
    }

    @Override
    public IndexCursor from(byte[] from) {
        byte[] begin = from;
        long seen;
        synchronized (passing) {
            seen = puts;
            if (Arrays.equals(from, passedFrom)) {
                begin = passedTo;
            }
        }
        Merged walk = new Merged(upper.from(begin), lower.from(begin));
        return new IndexCursor() {
            private boolean begun;

            @Override
            public boolean next() {
                boolean found = walk.next();
                if (!begun && found) {
                    passed(from, walk.key(), seen);
                }
                begun = true;
                return found;
            }

            @Override
            public byte[] key() {
                return walk.key();
            }

            @Override
            public byte[] value() {
                return walk.value();
            }
        };
    }

    /// Remembers that nothing stands from `from` to `first`, unless something was put since `seen`.
    private void passed(byte[] from, byte[] first, long seen) {
        synchronized (passing) {
            if (puts == seen && from.length > 0) {
                passedFrom = from;
                passedTo = first;
            }
        }
    }

    @Override
    public StandingIndex stand() {
        StandingIndex above = upper.stand();
        StandingIndex below = lower;
        return new StandingIndex() {
            @Override
            public byte @Nullable [] get(byte[] key) {
                byte[] own = above.get(key);
                return own == null ? below.get(key) : present(own);
            }

            @Override
            public IndexCursor from(byte[] from) {
                return new Merged(above.from(from), below.from(from));
            }

            @Override
            public void close() {
                above.close();
            }
        };
    }

    @Override
    public void clear() {
        lower.close();
        lower = new Nothing();
        upper.clear();
        synchronized (passing) {
            passedFrom = NOWHERE;
            passedTo = NOWHERE;
        }
    }

    @Override
    public void checkpoint() {
        upper.checkpoint();
    }

    @Override
    public void close() {
        upper.close();
        lower.close();
    }

    /// The entries of both in order, the upper ones where both have a key.
    private static final class Merged implements IndexCursor {
        private final IndexCursor upper;
        private final IndexCursor lower;
        private boolean hasUpper;
        private boolean hasLower;
        private boolean atUpper;
        private boolean begun;

        Merged(IndexCursor upper, IndexCursor lower) {
            this.upper = upper;
            this.lower = lower;
        }

        @Override
        public boolean next() {
            do {
                advance();
            } while (hasUpper && atUpper && isRemoved(upper.value()));
            return hasUpper || hasLower;
        }

        private void advance() {
            boolean both = begun && hasUpper && hasLower && Arrays.equals(upper.key(), lower.key());
            boolean passUpper = !begun || (hasUpper && (atUpper || both));
            boolean passLower = !begun || (hasLower && (!atUpper || both));
            begun = true;
            if (passUpper) {
                hasUpper = upper.next();
            }
            if (passLower) {
                hasLower = lower.next();
            }
            atUpper = hasUpper && (!hasLower || Arrays.compareUnsigned(upper.key(), lower.key()) <= 0);
        }

        @Override
        public byte[] key() {
            return atUpper ? upper.key() : lower.key();
        }

        @Override
        public byte[] value() {
            return atUpper ? upper.value() : lower.value();
        }
    }

    /// An index of nothing.
    private static final class Nothing implements StandingIndex {
        @Override
        public byte @Nullable [] get(byte[] key) {
            return null;
        }

        @Override
        public IndexCursor from(byte[] from) {
            return new IndexCursor() {
                @Override
                public boolean next() {
                    return false;
                }

                @Override
                public byte[] key() {
                    throw new IllegalStateException("There is no entry.");
                }

                @Override
                public byte[] value() {
                    throw new IllegalStateException("There is no entry.");
                }
            };
        }

        @Override
        public void close() {
            // there is nothing to give back
        }
    }
}
