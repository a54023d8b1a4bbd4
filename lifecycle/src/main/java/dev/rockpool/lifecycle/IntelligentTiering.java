package dev.rockpool.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// When Intelligent-Tiering moves an object between its access tiers: by days without access.
///
/// Any access brings an object back to [AccessTier#FREQUENT]. Objects below 128 KB stay there and are not monitored.
/// Moves are counted in whole days from the day of the last access; the vendor states days and no time of day.
///
/// Sources: S3 FAQ (19 October 2025); user guide, *Amazon S3 Intelligent-Tiering access tiers*; the bounds of the
/// opt-in tiers: API, *Tiering*.
///
/// @param archiveAfterDays days to the Archive Access tier, 90 to 730; empty if it is off, the default
/// @param deepArchiveAfterDays days to the Deep Archive Access tier, 180 to 730; empty if it is off, the default
public record IntelligentTiering(OptionalInt archiveAfterDays, OptionalInt deepArchiveAfterDays) {
    public static final int INFREQUENT_AFTER_DAYS = 30;
    public static final int ARCHIVE_INSTANT_AFTER_DAYS = 90;
    private static final int MOST_DAYS = 730;

    /// Without the opt-in tiers.
    public static final IntelligentTiering AUTOMATIC = new IntelligentTiering(OptionalInt.empty(), OptionalInt.empty());

    public IntelligentTiering {
        within("Archive Access", archiveAfterDays, 90);
        within("Deep Archive Access", deepArchiveAfterDays, 180);
        if (archiveAfterDays.isPresent()
                && deepArchiveAfterDays.isPresent()
                && deepArchiveAfterDays.getAsInt() <= archiveAfterDays.getAsInt()) {
            throw new IllegalArgumentException("Deep Archive Access comes after Archive Access, not after "
                    + deepArchiveAfterDays.getAsInt() + " days.");
        }
    }

    /// A move into a tier.
    ///
    /// @param afterDays days without access
    public record Move(int afterDays, AccessTier tier) {}

    /// The tiers of an object that nobody reads, in time order; the first is [AccessTier#FREQUENT] after 0 days.
    ///
    /// @param bytes the size of the object
    public List<Move> moves(long bytes) {
        List<Move> moves = new ArrayList<>();
        moves.add(new Move(0, AccessTier.FREQUENT));
        if (bytes < StorageClass.SMALL_BYTES) {
            return moves;
        }
        moves.add(new Move(INFREQUENT_AFTER_DAYS, AccessTier.INFREQUENT));
        if (archiveAfterDays.orElse(MOST_DAYS) > ARCHIVE_INSTANT_AFTER_DAYS) {
            moves.add(new Move(ARCHIVE_INSTANT_AFTER_DAYS, AccessTier.ARCHIVE_INSTANT));
        }
        archiveAfterDays.ifPresent(days -> moves.add(new Move(days, AccessTier.ARCHIVE)));
        deepArchiveAfterDays.ifPresent(days -> moves.add(new Move(days, AccessTier.DEEP_ARCHIVE)));
        return moves;
    }

    /// The tier of an object of `bytes` that was not read for `idleDays`.
    public AccessTier tier(long bytes, long idleDays) {
        AccessTier tier = AccessTier.FREQUENT;
        for (Move move : moves(bytes)) {
            if (move.afterDays() <= idleDays) {
                tier = move.tier();
            }
        }
        return tier;
    }

    private static void within(String tier, OptionalInt days, int least) {
        if (days.isPresent() && (days.getAsInt() < least || days.getAsInt() > MOST_DAYS)) {
            throw new IllegalArgumentException(
                    tier + " comes after " + least + " to " + MOST_DAYS + " days, not " + days.getAsInt() + ".");
        }
    }
}
