package dev.rockpool.simulators.shards;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import java.util.List;

/// What a whole run came to.
///
/// @param scenario what ran
/// @param totals of all shards
/// @param expectedFraction what the closed form foresees for the accepted share
/// @param standardError of the accepted share, over seeds
/// @param perShard every shard there ever was, by id
/// @param perConsumer as the scenario has them
/// @param figures the numbers
/// @param events the first events, at most [#MOST_EVENTS]
/// @param bill of the run itself
/// @param monthlyProvisioned of a month of the accepted traffic, with the shards open at the end
/// @param monthlyOnDemand of a month of the accepted traffic, if the stream were on-demand
public record ShardsResult(
        ShardsScenario scenario,
        ShardsSnapshot.Totals totals,
        double expectedFraction,
        double standardError,
        List<ShardsSnapshot.ShardLife> perShard,
        List<ShardsSnapshot.ConsumerState> perConsumer,
        List<Figure> figures,
        List<LabEvent> events,
        Bill bill,
        Bill monthlyProvisioned,
        Bill monthlyOnDemand) {
    /// The most events that a result holds.
    public static final int MOST_EVENTS = 1_000;

    public ShardsResult {
        perShard = List.copyOf(perShard);
        perConsumer = List.copyOf(perConsumer);
        figures = List.copyOf(figures);
        events = List.copyOf(events);
    }
}
