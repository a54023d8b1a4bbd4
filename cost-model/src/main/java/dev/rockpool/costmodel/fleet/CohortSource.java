package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;

/// Where cohorts come from: a described fleet, or an inventory.
public interface CohortSource {
    /// Hands every cohort of the months of `calendar` to `sink`.
    ///
    /// @param bands between which no rule distinguishes sizes
    void cohorts(BillingCalendar calendar, SizeBands bands, Sink sink);

    /// Whether the bucket keeps versions.
    boolean isVersioned();

    /// Takes cohorts. One kind may come with one day several times.
    interface Sink {
        /// `batch` of `kind`, created in `createdDay` (since 1970).
        void accept(ObjectKind kind, long createdDay, ObjectBatch batch);
    }
}
