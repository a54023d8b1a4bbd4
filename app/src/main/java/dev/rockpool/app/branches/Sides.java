package dev.rockpool.app.branches;

import java.util.List;
import java.util.Optional;

/// The two that are compared, by name.
///
/// @param left a branch, or [#ORIGIN]
/// @param right a branch; empty while there is none
record Sides(String left, String right) {
    /// What the platform is called beside its branches.
    static final String ORIGIN = "origin";

    /// Nothing chosen.
    static final Sides NONE = new Sides(ORIGIN, "");

    /// These two as far as they are there; where one is not, the latest branch, and its twin or the origin beside it.
    ///
    /// @param names of the branches, the oldest first
    Optional<Sides> among(List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String there = names.contains(right) ? right : names.getLast();
        boolean stays = there.equals(right) && (left.equals(ORIGIN) || names.contains(left)) && !left.equals(right);
        String twin = there + BranchDesk.TWIN;
        return Optional.of(new Sides(stays ? left : names.contains(twin) ? twin : ORIGIN, there));
    }
}
