package dev.rockpool.app.lab;

import dev.rockpool.simulators.Snapshot;
import java.util.TreeMap;

/// The snapshots that are kept of a run for going back: every one of the last [#RECENT] seconds, and before them every
/// n-th, where n doubles whenever they become too many.
final class Keyframes<N extends Snapshot> {
    /// The most snapshots kept.
    static final int MOST = 512;

    static final int RECENT = 128;

    private final TreeMap<Long, N> kept = new TreeMap<>();
    private long stride = 1;

    void add(N snapshot) {
        kept.put(snapshot.second(), snapshot);
        long leaving = snapshot.second() - RECENT;
        if (leaving % stride != 0) {
            kept.remove(leaving);
        }
        if (kept.size() > MOST) {
            stride *= 2;
            kept.keySet().removeIf(second -> second <= leaving && second % stride != 0);
        }
    }

    /// The snapshot of `second`, or the last one kept before it.
    ///
    /// @throws IllegalStateException if nothing is kept yet
    N at(long second) {
        var entry = kept.floorEntry(second);
        if (entry == null) {
            throw new IllegalStateException("No snapshot is kept at or before second " + second);
        }
        return entry.getValue();
    }

    int size() {
        return kept.size();
    }
}
