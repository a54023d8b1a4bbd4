package dev.rockpool.lifecycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where an object's bytes live, by its name in the API: what it promises, what it bills at the least, and where a
/// lifecycle rule may move an object from it.
///
/// All classes but that of directory buckets (Express One Zone), which has no lifecycle transitions.
///
/// Sources: S3 user guide, *Understanding and managing storage classes*; S3 FAQ (19 October 2025) for availability,
/// zones and retrieval times; S3 pricing page (19 October 2025) for minimums and overheads.
public enum StorageClass {
    STANDARD(0, 0, "99.99", 3),
    INTELLIGENT_TIERING(0, 0, "99.9", 3),
    STANDARD_IA(128, 30, "99.9", 3),
    ONEZONE_IA(128, 30, "99.5", 1),
    GLACIER_IR(128, 90, "99.9", 3),
    /// Glacier Flexible Retrieval.
    GLACIER(0, 90, "99.99", 3),
    DEEP_ARCHIVE(0, 180, "99.99", 3),
    /// Advised against by the vendor: four nines of durability, no discount.
    REDUCED_REDUNDANCY(0, 0, "99.99", 3);

    /// Objects smaller than this are not transitioned by default, nor monitored by Intelligent-Tiering.
    public static final long SMALL_BYTES = 128 * 1024;

    /// What an archived object adds, at the rate of [#STANDARD]: its name and metadata, for lists.
    public static final long STANDARD_OVERHEAD_BYTES = 8 * 1024;

    /// What an archived object adds, at the rate of its own class: the archive's index.
    public static final long ARCHIVE_OVERHEAD_BYTES = 32 * 1024;

    /// Standard-IA and One Zone-IA take an object only after so many days.
    public static final int INFREQUENT_ACCESS_AGE_DAYS = 30;

    private final long minimumBillableBytes;
    private final int minimumDays;
    private final BigDecimal availabilityPercent;
    private final int zones;

    StorageClass(int minimumBillableKilobytes, int minimumDays, String availabilityPercent, int zones) {
        this.minimumBillableBytes = minimumBillableKilobytes * 1024L;
        this.minimumDays = minimumDays;
        this.availabilityPercent = new BigDecimal(availabilityPercent);
        this.zones = zones;
    }

    /// The class of that name in the API.
    public static Optional<StorageClass> named(String name) {
        return Arrays.stream(values())
                .filter(storageClass -> storageClass.name().equals(name))
                .findFirst();
    }

    /// Bytes that an object is billed as at the least; 0 for none.
    public long minimumBillableBytes() {
        return minimumBillableBytes;
    }

    /// Days that an object is billed at the least, however early it leaves; 0 for none.
    public int minimumDays() {
        return minimumDays;
    }

    /// Bytes added to each object at the rate of [#STANDARD]; 0 but for the archives.
    public long standardOverheadBytes() {
        return isArchive() ? STANDARD_OVERHEAD_BYTES : 0;
    }

    /// Bytes added to each object at the rate of this class; 0 but for the archives.
    public long archiveOverheadBytes() {
        return isArchive() ? ARCHIVE_OVERHEAD_BYTES : 0;
    }

    /// The availability it is designed for, in percent of a year; of the archives, once an object is restored.
    public BigDecimal availabilityPercent() {
        return availabilityPercent;
    }

    /// Nines of the durability it is designed for, per object and year: 11 is 99.999999999 %.
    public int durabilityNines() {
        return this == REDUCED_REDUNDANCY ? 4 : 11;
    }

    /// Availability zones that keep a copy, at the least. With one, the loss of a zone is the loss of the data.
    public int zones() {
        return zones;
    }

    /// Whether an object must be restored before it can be read.
    public boolean isArchive() {
        return this == GLACIER || this == DEEP_ARCHIVE;
    }

    /// Whether objects come here only once they are [#INFREQUENT_ACCESS_AGE_DAYS] old (or that long noncurrent).
    public boolean isInfrequentAccess() {
        return this == STANDARD_IA || this == ONEZONE_IA;
    }

    /// Whether a lifecycle rule may name it as a destination.
    public boolean isDestination() {
        return this != STANDARD && this != REDUCED_REDUNDANCY;
    }

    /// How an object can be restored, the fastest first; empty unless it is an archive.
    public List<Restore> restores() {
        return switch (this) {
            case GLACIER ->
                List.of(
                        new Restore(RestoreTier.EXPEDITED, Duration.ofMinutes(1), Duration.ofMinutes(5)),
                        new Restore(RestoreTier.STANDARD, Duration.ofHours(3), Duration.ofHours(5)),
                        new Restore(RestoreTier.BULK, Duration.ofHours(5), Duration.ofHours(12)));
            case DEEP_ARCHIVE ->
                List.of(
                        new Restore(RestoreTier.STANDARD, Duration.ZERO, Duration.ofHours(12)),
                        new Restore(RestoreTier.BULK, Duration.ZERO, Duration.ofHours(48)));
            case STANDARD, INTELLIGENT_TIERING, STANDARD_IA, ONEZONE_IA, GLACIER_IR, REDUCED_REDUNDANCY -> List.of();
        };
    }

    /// Whether a lifecycle rule can move an object from here to `to`: the waterfall, only ever downhill.
    ///
    /// Twenty ordered pairs between the seven classes that are in use, and from Reduced Redundancy to the
    /// two archives. The relation is transitive: what cannot be reached from a class cannot be reached from any
    /// class below it.
    ///
    /// Source: S3 user guide, *Transitioning objects using Amazon S3 Lifecycle*, supported transitions.
    public boolean canTransitionTo(StorageClass to) {
        return switch (this) {
            case STANDARD -> to.isDestination();
            case STANDARD_IA -> to.isDestination() && to != STANDARD_IA;
            case INTELLIGENT_TIERING -> to == ONEZONE_IA || to == GLACIER_IR || to.isArchive();
            case ONEZONE_IA, GLACIER_IR, REDUCED_REDUNDANCY -> to.isArchive();
            case GLACIER -> to == DEEP_ARCHIVE;
            case DEEP_ARCHIVE -> false;
        };
    }

    /// Days that must lie between a transition here and the next one in the same rule.
    ///
    /// The guide states 30 after the infrequent access classes. After the two Glacier classes the service answers
    /// "must be 90 days more than", as logs of rejected requests show (2024 to 2026); the guide is silent.
    public int daysBeforeNext() {
        return switch (this) {
            case STANDARD_IA, ONEZONE_IA -> 30;
            case GLACIER_IR, GLACIER -> 90;
            case STANDARD, INTELLIGENT_TIERING, DEEP_ARCHIVE, REDUCED_REDUNDANCY -> 0;
        };
    }

    /// Which of two destinations due on the same day wins: the higher number.
    ///
    /// The cheaper class, except that Intelligent-Tiering wins over all but the two archives.
    ///
    /// Source: S3 user guide, *How Amazon S3 handles conflicts in lifecycle configurations*.
    int preference() {
        return switch (this) {
            case DEEP_ARCHIVE -> 6;
            case GLACIER -> 5;
            case INTELLIGENT_TIERING -> 4;
            case GLACIER_IR -> 3;
            case ONEZONE_IA -> 2;
            case STANDARD_IA -> 1;
            case STANDARD, REDUCED_REDUNDANCY -> 0;
        };
    }
}
