package dev.rockpool.streamengine;

import java.util.Optional;

/// One record to put.
///
/// Its data is not copied: who hands it over does not change it afterwards.
public final class PutEntry {
    private final PartitionKey partitionKey;
    private final Optional<HashKey> explicitHashKey;
    private final byte[] data;

    private PutEntry(PartitionKey partitionKey, Optional<HashKey> explicitHashKey, byte[] data) {
        this.partitionKey = partitionKey;
        this.explicitHashKey = explicitHashKey;
        this.data = data;
    }

    /// A record that its key routes.
    public static PutEntry of(PartitionKey partitionKey, byte[] data) {
        return new PutEntry(partitionKey, Optional.empty(), data);
    }

    /// A record that its key routes.
    ///
    /// @throws IllegalArgumentException if `partitionKey` is none, see [PartitionKey#of]
    public static PutEntry of(String partitionKey, byte[] data) {
        return of(PartitionKey.of(partitionKey), data);
    }

    /// This record, routed by `hashKey` instead of by its key.
    public PutEntry withExplicitHashKey(HashKey hashKey) {
        return new PutEntry(partitionKey, Optional.of(hashKey), data);
    }

    /// Its key.
    public PartitionKey partitionKey() {
        return partitionKey;
    }

    /// The place on the ring that overrides the key's.
    public Optional<HashKey> explicitHashKey() {
        return explicitHashKey;
    }

    /// What it holds; not to be changed.
    public byte[] data() {
        return data;
    }

    /// Its size as limits and bills count it: data and partition key.
    public int bytes() {
        return data.length + partitionKey.bytes();
    }
}
