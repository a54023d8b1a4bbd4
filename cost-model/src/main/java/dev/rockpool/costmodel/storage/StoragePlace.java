package dev.rockpool.costmodel.storage;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.StorageClass;

/// What a stored byte is priced as: a storage class, or a tier of Intelligent-Tiering.
public enum StoragePlace {
    STANDARD(StorageClass.STANDARD, "STANDARD", false),
    REDUCED_REDUNDANCY(StorageClass.REDUCED_REDUNDANCY, "REDUCED_REDUNDANCY", false),
    FREQUENT_TIER(StorageClass.INTELLIGENT_TIERING, "INTELLIGENT_TIERING.FA", false),
    INFREQUENT_TIER(StorageClass.INTELLIGENT_TIERING, "INTELLIGENT_TIERING.IA", false),
    ARCHIVE_INSTANT_TIER(StorageClass.INTELLIGENT_TIERING, "INTELLIGENT_TIERING.AIA", false),
    ARCHIVE_TIER(StorageClass.INTELLIGENT_TIERING, "INTELLIGENT_TIERING.AA", true),
    DEEP_ARCHIVE_TIER(StorageClass.INTELLIGENT_TIERING, "INTELLIGENT_TIERING.DAA", true),
    STANDARD_IA(StorageClass.STANDARD_IA, "STANDARD_IA", false),
    ONEZONE_IA(StorageClass.ONEZONE_IA, "ONEZONE_IA", false),
    GLACIER_IR(StorageClass.GLACIER_IR, "GLACIER_IR", false),
    GLACIER(StorageClass.GLACIER, "GLACIER", true),
    DEEP_ARCHIVE(StorageClass.DEEP_ARCHIVE, "DEEP_ARCHIVE", true);

    private final StorageClass storageClass;
    private final String pricedAs;
    private final boolean archive;

    StoragePlace(StorageClass storageClass, String pricedAs, boolean archive) {
        this.storageClass = storageClass;
        this.pricedAs = pricedAs;
        this.archive = archive;
    }

    /// Where an object of `storageClass` is when it enters it: its own place, or Intelligent-Tiering's frequent tier.
    public static StoragePlace entering(StorageClass storageClass) {
        return switch (storageClass) {
            case STANDARD -> STANDARD;
            case REDUCED_REDUNDANCY -> REDUCED_REDUNDANCY;
            case INTELLIGENT_TIERING -> FREQUENT_TIER;
            case STANDARD_IA -> STANDARD_IA;
            case ONEZONE_IA -> ONEZONE_IA;
            case GLACIER_IR -> GLACIER_IR;
            case GLACIER -> GLACIER;
            case DEEP_ARCHIVE -> DEEP_ARCHIVE;
        };
    }

    /// Where an object of Intelligent-Tiering is.
    public static StoragePlace of(AccessTier tier) {
        return switch (tier) {
            case FREQUENT -> FREQUENT_TIER;
            case INFREQUENT -> INFREQUENT_TIER;
            case ARCHIVE_INSTANT -> ARCHIVE_INSTANT_TIER;
            case ARCHIVE -> ARCHIVE_TIER;
            case DEEP_ARCHIVE -> DEEP_ARCHIVE_TIER;
        };
    }

    public StorageClass storageClass() {
        return storageClass;
    }

    /// How the price book calls it behind `storage.`.
    String pricedAs() {
        return pricedAs;
    }

    /// Whether objects are billed as 128 KB at least.
    public boolean floored() {
        return storageClass.minimumBillableBytes() > 0;
    }

    /// Whether each object has 32 KB more here and 8 KB more in Standard, and is read only after a restore.
    public boolean archive() {
        return archive;
    }
}
