package dev.rockpool.objectstore;

import dev.rockpool.kernel.Seed;
import java.util.Optional;

/// How a store is run.
///
/// @param sync whether an acknowledged write survives a loss of power; otherwise it survives only a killed process
/// @param region that the store says it is in
/// @param inlineBytes objects up to so many bytes lie in a volume, larger ones in files of their own
/// @param volumeBytes a volume of so many bytes is sealed
/// @param checkpointBytes the index is written once the log grew by so many bytes
/// @param blocksCustomerKeys whether new buckets refuse customer-provided keys (the service's default since 2026)
/// @param reserveBytes space that is given back when the disk is full, so that deletes go on; 0 for none
/// @param indexInMemory whether the index is built anew at each opening, for disks that are none
/// @param seed of version ids, upload ids and random ETags; empty for the machine's secure randomness, from which keys
///     come always
public record ObjectStoreOptions(
        boolean sync,
        String region,
        int inlineBytes,
        long volumeBytes,
        long checkpointBytes,
        boolean blocksCustomerKeys,
        long reserveBytes,
        boolean indexInMemory,
        Optional<Seed> seed) {
    private static final int INLINE = 256 << 10;
    private static final long VOLUME = 256L << 20;
    private static final long CHECKPOINT = 64L << 20;
    private static final long RESERVE = 4L << 20;

    public ObjectStoreOptions {
        if (inlineBytes < 0 || inlineBytes > 8 << 20) {
            throw new IllegalArgumentException("inlineBytes is 0 to 8 MiB, not " + inlineBytes);
        }
        if (volumeBytes < 1 << 10 || volumeBytes > 1L << 40) {
            throw new IllegalArgumentException("volumeBytes is 1 KiB to 1 TiB, not " + volumeBytes);
        }
    }

    /// Durable, in `us-east-1`, today's defaults.
    public static ObjectStoreOptions standard() {
        return new ObjectStoreOptions(
                true, "us-east-1", INLINE, VOLUME, CHECKPOINT, true, RESERVE, false, Optional.empty());
    }

    /// The same with `sync` on or off.
    public ObjectStoreOptions sync(boolean on) {
        return new ObjectStoreOptions(
                on,
                region,
                inlineBytes,
                volumeBytes,
                checkpointBytes,
                blocksCustomerKeys,
                reserveBytes,
                indexInMemory,
                seed);
    }

    /// The same with customer-provided keys blocked in new buckets, or not.
    public ObjectStoreOptions blockingCustomerKeys(boolean blocks) {
        return new ObjectStoreOptions(
                sync, region, inlineBytes, volumeBytes, checkpointBytes, blocks, reserveBytes, indexInMemory, seed);
    }

    /// The same with other sizes.
    public ObjectStoreOptions sizes(int inline, long volume, long checkpoint) {
        return new ObjectStoreOptions(
                sync, region, inline, volume, checkpoint, blocksCustomerKeys, reserveBytes, indexInMemory, seed);
    }

    /// The same with `bytes` held back for deletes on a full disk.
    public ObjectStoreOptions reserving(long bytes) {
        return new ObjectStoreOptions(
                sync,
                region,
                inlineBytes,
                volumeBytes,
                checkpointBytes,
                blocksCustomerKeys,
                bytes,
                indexInMemory,
                seed);
    }

    /// The same with the index in memory.
    public ObjectStoreOptions withIndexInMemory() {
        return new ObjectStoreOptions(
                sync, region, inlineBytes, volumeBytes, checkpointBytes, blocksCustomerKeys, reserveBytes, true, seed);
    }

    /// The same with ids drawn from `seed`, for tests and labs.
    public ObjectStoreOptions seeded(Seed other) {
        return new ObjectStoreOptions(
                sync,
                region,
                inlineBytes,
                volumeBytes,
                checkpointBytes,
                blocksCustomerKeys,
                reserveBytes,
                indexInMemory,
                Optional.of(other));
    }
}
