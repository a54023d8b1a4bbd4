package dev.rockpool.platform;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.StoreEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What each lifecycle rule did, in sums.
final class Deeds {
    /// How many kinds of deeds are told apart; later ones are not counted.
    private static final int MOST = 1_000;

    private final Map<Deed, Sum> sums = new LinkedHashMap<>();

    /// What a rule does to objects of one class.
    ///
    /// @param bucket that the rule is of
    /// @param rule its id
    /// @param from the class that they were in
    /// @param to the class that they are in since; empty if they are gone
    record Deed(String bucket, String rule, StorageClass from, Optional<StorageClass> to) {}

    /// How many it did so to.
    ///
    /// @param objects all of them
    /// @param bytes of all of them
    /// @param small those under 128 KB
    record Sum(long objects, long bytes, long small) {
        static final Sum NONE = new Sum(0, 0, 0);

        private Sum plus(long more) {
            return new Sum(objects + 1, bytes + more, small + (more < StorageClass.SMALL_BYTES ? 1 : 0));
        }
    }

    void happened(StoreEvent event) {
        if (event instanceof StoreEvent.Transitioned moved) {
            add(new Deed(moved.bucket(), moved.rule(), moved.from(), Optional.of(moved.to())), moved.bytes());
        } else if (event instanceof StoreEvent.VersionGone gone && gone.rule().isPresent()) {
            add(new Deed(gone.bucket(), gone.rule().get(), gone.storageClass(), Optional.empty()), gone.bytes());
        }
    }

    private void add(Deed deed, long bytes) {
        if (sums.containsKey(deed) || sums.size() < MOST) {
            sums.merge(deed, Sum.NONE.plus(bytes), (before, one) -> before.plus(bytes));
        }
    }

    /// All of them.
    Map<Deed, Sum> sums() {
        return Map.copyOf(sums);
    }
}
