package dev.rockpool.costmodel.storage;

import java.time.Instant;
import java.util.List;

/// An object version from when it was stored until it is deleted, or still there.
///
/// @param bytes its size, 0 or more
/// @param facts in the order of time: first [StorageFact.Stored], then the others; nothing after
///     [StorageFact.Deleted]
public record ObjectLife(long bytes, List<StorageFact> facts) {
    public ObjectLife {
        facts = List.copyOf(facts);
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is 0 or more, not " + bytes + ".");
        }
        if (facts.isEmpty() || !(facts.getFirst() instanceof StorageFact.Stored)) {
            throw new IllegalArgumentException("A life starts with being stored, not with " + facts + ".");
        }
        Instant before = facts.getFirst().at();
        for (int index = 1; index < facts.size(); index++) {
            StorageFact fact = facts.get(index);
            if (fact.at().isBefore(before)) {
                throw new IllegalArgumentException(fact + " comes after what happened at " + before + ".");
            }
            if (fact instanceof StorageFact.Stored || facts.get(index - 1) instanceof StorageFact.Deleted) {
                throw new IllegalArgumentException(fact + " cannot follow " + facts.get(index - 1) + ".");
            }
            if (fact instanceof StorageFact.Read read && read.bytes() > bytes) {
                throw new IllegalArgumentException("A read has at most " + bytes + " bytes, not " + read.bytes() + ".");
            }
            before = fact.at();
        }
    }
}
