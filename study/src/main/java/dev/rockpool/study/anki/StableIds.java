package dev.rockpool.study.anki;

import java.util.HashSet;
import java.util.Set;

/// Ids of one table: the same for the same name in every package, because some programs tell cards by them, and like
/// instants in milliseconds of 2020 to 2023, as Anki's ids are.
final class StableIds {
    private static final long FIRST = 1_600_000_000_000L;
    private static final long RANGE = 100_000_000_000L;
    private static final int BYTES = 6;

    private final Set<Long> taken = new HashSet<>();

    /// The id of a name; where two names meet, the later one moves on.
    long of(String name) {
        byte[] hash = OutgoingNotes.sha1(name);
        long bits = 0;
        for (int i = 0; i < BYTES; i++) {
            bits = (bits << 8) | (hash[i] & 0xff);
        }
        long id = FIRST + bits % RANGE;
        while (!taken.add(id)) {
            id++;
        }
        return id;
    }
}
