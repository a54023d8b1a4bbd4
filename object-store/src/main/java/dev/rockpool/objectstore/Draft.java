package dev.rockpool.objectstore;

import dev.rockpool.objectstore.index.IndexCursor;
import dev.rockpool.objectstore.index.OrderedIndex;
import dev.rockpool.objectstore.volume.Changes;
import dev.rockpool.objectstore.volume.Commit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Changes to the index that are not durable yet, seen on top of it. Becomes one commit.
final class Draft {
    /// Stands for a removal.
    private static final byte[] GONE = new byte[0];

    private final OrderedIndex base;
    private final TreeMap<byte[], byte[]> changes = new TreeMap<>(Arrays::compareUnsigned);
    private final List<StoreEvent> events = new ArrayList<>();
    private final List<DeadBodies> dead = new ArrayList<>();
    private byte[] data = GONE;
    private byte[] owner = GONE;
    private byte @Nullable [] placedAt;

    /// Body files that nothing names once the draft is durable.
    ///
    /// @param seq the version they belonged to, which may be being read; 0 for none
    record DeadBodies(long seq, List<Long> ids) {}

    Draft(OrderedIndex base) {
        this.base = base;
    }

    byte @Nullable [] get(byte[] key) {
        byte[] changed = changes.get(key);
        return changed == null ? base.get(key) : changed.length == 0 ? null : changed;
    }

    void put(byte[] key, byte[] value) {
        changes.put(key, value);
    }

    void remove(byte[] key) {
        changes.put(key, GONE);
    }

    /// Notes data whose place goes into the record under `key`.
    void place(byte[] key, byte[] name, byte[] bytes) {
        placedAt = key;
        owner = name;
        data = bytes;
    }

    void tell(StoreEvent event) {
        events.add(event);
    }

    void bury(long seq, List<Long> ids) {
        dead.add(new DeadBodies(seq, List.copyOf(ids)));
    }

    List<StoreEvent> events() {
        return events;
    }

    List<DeadBodies> dead() {
        return dead;
    }

    /// Whether it takes something away and brings no data.
    boolean takesAway() {
        return data.length == 0 && changes.values().stream().anyMatch(value -> value.length == 0);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    int size() {
        return changes.size();
    }

    Commit commit() {
        Changes encoded = new Changes();
        int placeAt = -1;
        for (Map.Entry<byte[], byte[]> change : changes.entrySet()) {
            if (change.getValue().length == 0) {
                encoded.remove(change.getKey());
            } else {
                int valueAt = encoded.put(change.getKey(), change.getValue());
                if (placedAt != null && Arrays.equals(change.getKey(), placedAt)) {
                    placeAt = valueAt + VersionRecord.PLACE_AT;
                }
            }
        }
        return placeAt < 0 ? Commit.of(encoded.bytes()) : Commit.of(owner, data, encoded.bytes(), placeAt);
    }

    /// The entries from `from` on, with the changes.
    IndexCursor from(byte[] from) {
        if (changes.isEmpty()) {
            return base.from(from);
        }
        return new Merged(
                base.from(from), new ArrayList<>(changes.tailMap(from, true).entrySet()));
    }

    private static final class Merged implements IndexCursor {
        private final IndexCursor under;
        private final List<Map.Entry<byte[], byte[]>> over;
        private int overAt;
        private boolean underThere;
        private boolean begun;
        private boolean onOver;

        Merged(IndexCursor under, List<Map.Entry<byte[], byte[]>> over) {
            this.under = under;
            this.over = over;
        }

        @Override
        public boolean next() {
            if (!begun) {
                begun = true;
                underThere = under.next();
            } else if (onOver) {
                overAt++;
            } else {
                underThere = under.next();
            }
            while (true) {
                if (overAt == over.size()) {
                    onOver = false;
                    return underThere;
                }
                Map.Entry<byte[], byte[]> change = over.get(overAt);
                int order = underThere ? Arrays.compareUnsigned(change.getKey(), under.key()) : -1;
                if (order > 0) {
                    onOver = false;
                    return true;
                }
                if (order == 0) {
                    underThere = under.next();
                }
                if (change.getValue().length > 0) {
                    onOver = true;
                    return true;
                }
                overAt++;
            }
        }

        @Override
        public byte[] key() {
            return onOver ? over.get(overAt).getKey() : under.key();
        }

        @Override
        public byte[] value() {
            return onOver ? over.get(overAt).getValue() : under.value();
        }
    }
}
