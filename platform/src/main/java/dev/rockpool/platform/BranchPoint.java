package dev.rockpool.platform;

import dev.rockpool.objectstore.StoreSnapshot;
import java.time.Instant;

/// Where a branch leaves its origin.
///
/// @param at when, on both clocks
/// @param store what the branch's store is opened on
/// @param originMeter counts what the origin uses since
/// @param branchMeter counts what the branch uses since; it knows what there was
record BranchPoint(Instant at, StoreSnapshot store, Meter originMeter, Meter branchMeter) {
    /// The meters alone.
    record Meters(Instant at, Meter origin, Meter branch) {}
}
