package dev.rockpool.app.branches;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.platform.Comparison;
import dev.rockpool.platform.Platform;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was read of the branches and of the two that are compared.
///
/// @param names of the branches, the oldest first
/// @param unusable those that cannot be opened, each with the sentence that says why
/// @param hasData whether there is anything to branch
/// @param compared the two; empty while there is no branch
record Reading(List<String> names, Map<String, String> unusable, boolean hasData, Optional<Compared> compared) {
    Reading {
        names = List.copyOf(names);
        unusable = Map.copyOf(unusable);
    }

    /// The two sides.
    ///
    /// @param classes that objects lie in, or that a rule of either side moves them to
    /// @param left what happened there since the last reading, the latest last
    /// @param right what happened there since the last reading, the latest last
    /// @param branch the platform that the right side is
    /// @param address where the branch's object store answers; empty while endpoints are off
    record Compared(
            Comparison comparison,
            Set<StorageClass> classes,
            List<Told> left,
            List<Told> right,
            Platform branch,
            Optional<URI> address) {
        Compared {
            classes = Set.copyOf(classes);
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }
}
