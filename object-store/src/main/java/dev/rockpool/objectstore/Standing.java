package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;
import java.util.Optional;

/// Where a version stands on its way through the classes.
///
/// @param since when it came into its class
/// @param tier inside Intelligent-Tiering
/// @param lastAccessDay for Intelligent-Tiering ([Midnight])
/// @param restore of an archived version that was asked back
record Standing(
        StorageClass storageClass, Instant since, AccessTier tier, long lastAccessDay, Optional<RestoreState> restore) {
    static Standing fresh(StorageClass storageClass, Instant since) {
        return new Standing(storageClass, since, AccessTier.FREQUENT, Midnight.dayOf(since), Optional.empty());
    }

    Standing in(AccessTier other) {
        return new Standing(storageClass, since, other, lastAccessDay, restore);
    }

    Standing readOn(long day) {
        return new Standing(storageClass, since, AccessTier.FREQUENT, day, restore);
    }

    Standing restored(Optional<RestoreState> other) {
        return new Standing(storageClass, since, tier, lastAccessDay, other);
    }

    boolean isTiered() {
        return storageClass == StorageClass.INTELLIGENT_TIERING;
    }

    void write(RecordWriter out) {
        out.constant(storageClass)
                .number(since.toEpochMilli())
                .constant(tier)
                .number(lastAccessDay)
                .optional(
                        restore,
                        state -> out.number(state.requested().toEpochMilli())
                                .constant(state.tier())
                                .number(state.ready().toEpochMilli())
                                .flag(state.expiry().equals(Instant.MAX))
                                .number(
                                        state.expiry().equals(Instant.MAX)
                                                ? 0
                                                : state.expiry().toEpochMilli())
                                .flag(state.ongoing()));
    }

    static Standing read(RecordReader in) {
        return new Standing(
                in.constant(StorageClass.class),
                Instant.ofEpochMilli(in.number()),
                in.constant(AccessTier.class),
                in.number(),
                in.optional(() -> {
                    Instant requested = Instant.ofEpochMilli(in.number());
                    RestoreTier tier = in.constant(RestoreTier.class);
                    Instant ready = Instant.ofEpochMilli(in.number());
                    boolean forGood = in.flag();
                    Instant expiry = Instant.ofEpochMilli(in.number());
                    return new RestoreState(requested, tier, ready, forGood ? Instant.MAX : expiry, in.flag());
                }));
    }
}
