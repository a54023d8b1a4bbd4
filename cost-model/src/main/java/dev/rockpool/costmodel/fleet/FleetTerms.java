package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.lifecycle.RestoreTier;

/// Under what terms fleets are billed.
///
/// @param billing prices and region
/// @param calendar the months
/// @param restoreTier by which archived objects are restored to be read
/// @param restoreDays for how many days a restored copy is kept, 1 to [#MOST_RESTORE_DAYS]
public record FleetTerms(StorageBilling billing, BillingCalendar calendar, RestoreTier restoreTier, int restoreDays) {
    /// A year and a day.
    public static final int MOST_RESTORE_DAYS = 366;

    public FleetTerms {
        if (restoreDays < 1 || restoreDays > MOST_RESTORE_DAYS) {
            throw new IllegalArgumentException(
                    "restoreDays is 1 to " + MOST_RESTORE_DAYS + ", not " + restoreDays + ".");
        }
    }

    /// Restores by the standard tier, a day each.
    public FleetTerms(StorageBilling billing, BillingCalendar calendar) {
        this(billing, calendar, RestoreTier.STANDARD, 1);
    }
}
