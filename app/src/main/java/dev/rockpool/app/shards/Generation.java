package dev.rockpool.app.shards;

import dev.rockpool.simulators.shards.ShardsSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// How the ring was cut during a while that is over.
///
/// @param from its first second
/// @param until the second at which shards were split or merged
/// @param shards those that were open
record Generation(long from, long until, List<ShardsSnapshot.ShardLife> shards) {
    Generation {
        shards = List.copyOf(shards);
    }

    /// The last `most` of them, oldest first.
    static List<Generation> of(ShardsSnapshot snapshot, int most) {
        TreeSet<Long> changes = new TreeSet<>();
        for (ShardsSnapshot.ShardLife life : snapshot.lineage()) {
            changes.add(life.openedAt());
        }
        List<Long> times = new ArrayList<>(changes);
        List<Generation> generations = new ArrayList<>();
        for (int at = Math.max(0, times.size() - 1 - most); at + 1 < times.size(); at++) {
            long from = times.get(at);
            long until = times.get(at + 1);
            generations.add(new Generation(
                    from,
                    until,
                    snapshot.lineage().stream()
                            .filter(life ->
                                    life.openedAt() <= from && life.closedAt().orElse(Long.MAX_VALUE) >= until)
                            .toList()));
        }
        return List.copyOf(generations);
    }
}
