package dev.rockpool.app.shards;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.shards.ShardsSnapshot;
import java.util.Comparator;

/// What the picture shows, in sentences.
final class ShardWords {
    /// A consumer this far behind is behind, not merely between two reads.
    static final long BEHIND_MILLIS = 2_000;

    private final Texts texts;

    ShardWords(Texts texts) {
        this.texts = texts;
    }

    /// The one sentence about a whole second: how many shards refuse records, and why the worst does.
    String summary(ShardsSnapshot now) {
        if (now.second() == 0) {
            return texts.get("shards.told.ready", now.shards().size());
        }
        long throttling = now.shards().stream()
                .filter(ShardsSnapshot.OpenShard::throttles)
                .count();
        if (throttling == 0) {
            return texts.get("shards.told.fine", now.shards().size());
        }
        return now.shards().stream()
                .max(Comparator.comparingLong(
                        shard -> shard.last().offered() - shard.last().accepted()))
                .map(worst -> texts.get(
                                "shards.told.throttling",
                                throttling,
                                now.shards().size()) + " " + refusal(worst))
                .orElse("");
    }

    /// How many shards refuse records.
    String brief(ShardsSnapshot now) {
        long throttling = now.shards().stream()
                .filter(ShardsSnapshot.OpenShard::throttles)
                .count();
        return throttling == 0
                ? summary(now)
                : texts.get("shards.told.throttling", throttling, now.shards().size());
    }

    /// What one shard does.
    String shard(ShardsSnapshot.OpenShard shard, ShardsSnapshot now) {
        ShardsSnapshot.Totals last = shard.last();
        String base = texts.get(
                "shards.told.shard",
                shard.id().index(),
                shard.keys(),
                percent(shard.expectedShare()),
                last.offered(),
                last.accepted());
        return shard.throttles() ? base + " " + refusal(shard) : base;
    }

    private String refusal(ShardsSnapshot.OpenShard shard) {
        ShardsSnapshot.Totals last = shard.last();
        String limit = texts.get(
                last.throttledByCount() >= last.throttledByBytes() ? "shards.limit.records" : "shards.limit.bytes");
        String base = texts.get("shards.told.refuses", shard.id().index(), last.offered() - last.accepted(), limit);
        boolean oneKey = shard.hottestShare() > shard.expectedShare() / 2;
        return oneKey && shard.hottestKey().isPresent()
                ? base + " "
                        + texts.get("shards.told.one-key", shard.hottestKey().get(), percent(shard.hottestShare()))
                : base;
    }

    /// What a consumer is at; the kind only where it is not the ordinary one.
    String consumer(ShardsSnapshot.ConsumerState consumer) {
        String name = switch (consumer.kind()) {
            case SHARED -> consumer.name();
            case FAN_OUT -> texts.get("shards.consumer.fan-out", consumer.name());
        };
        double seconds = consumer.iteratorAgeMillis() / 1000.0;
        if (consumer.standing()) {
            return texts.get("shards.consumer.stands", name, seconds);
        }
        return consumer.iteratorAgeMillis() > BEHIND_MILLIS
                ? texts.get("shards.consumer.behind", name, seconds)
                : texts.get("shards.consumer.reads", name);
    }

    /// How to read the picture.
    String legend(ShardsSnapshot now) {
        return texts.get(now.shards().size() > 16 ? "shards.legend.narrow" : "shards.legend");
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }
}
