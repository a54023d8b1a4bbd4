package dev.rockpool.streamengine.kinesis;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// How many requests of each operation the service does in a second of its clock (API reference, where an operation's
/// page names a limit; developer guide, *Quotas and limits*).
///
/// What it counts by is an account, a stream or a shard; operations that neither names have no limit here, nor have
/// those that shards and consumers limit themselves. A request counts whether it is done or refused. Safe for several
/// threads.
final class OperationRates {
    private static final Map<Operation, Rate> RATES = new EnumMap<>(Map.ofEntries(
            Map.entry(Operation.CreateStream, new Rate(5, By.ACCOUNT)),
            Map.entry(Operation.DeleteStream, new Rate(5, By.ACCOUNT)),
            Map.entry(Operation.ListStreams, new Rate(5, By.ACCOUNT)),
            Map.entry(Operation.AddTagsToStream, new Rate(5, By.ACCOUNT)),
            Map.entry(Operation.RemoveTagsFromStream, new Rate(5, By.ACCOUNT)),
            Map.entry(Operation.ListTagsForStream, new Rate(5, By.ACCOUNT)),
            Map.entry(Operation.SplitShard, new Rate(5, By.ACCOUNT)),
            Map.entry(Operation.MergeShards, new Rate(5, By.ACCOUNT)),
            Map.entry(Operation.DescribeLimits, new Rate(1, By.ACCOUNT)),
            Map.entry(Operation.DescribeStream, new Rate(10, By.ACCOUNT)),
            Map.entry(Operation.DescribeStreamSummary, new Rate(20, By.ACCOUNT)),
            Map.entry(Operation.ListShards, new Rate(1_000, By.STREAM)),
            Map.entry(Operation.IncreaseStreamRetentionPeriod, new Rate(5, By.STREAM)),
            Map.entry(Operation.DecreaseStreamRetentionPeriod, new Rate(5, By.STREAM)),
            Map.entry(Operation.RegisterStreamConsumer, new Rate(5, By.STREAM)),
            Map.entry(Operation.DeregisterStreamConsumer, new Rate(5, By.STREAM)),
            Map.entry(Operation.DescribeStreamConsumer, new Rate(20, By.STREAM)),
            Map.entry(Operation.ListStreamConsumers, new Rate(5, By.STREAM)),
            Map.entry(Operation.GetShardIterator, new Rate(5, By.SHARD))));

    private final Map<Counted, Integer> counts = new HashMap<>();
    private Instant second = Instant.MIN;

    /// What requests are counted by.
    private enum By {
        ACCOUNT,
        STREAM,
        SHARD
    }

    private record Rate(int perSecond, By by) {}

    /// @param what the account, stream or shard, as sentences name it
    private record Counted(Operation operation, String what) {}

    /// Refuses a request that is one too many in this second.
    void require(KinesisRequest request) {
        Rate rate = RATES.get(request.operation());
        if (rate == null || !request.services().ticks().getAsBoolean()) {
            return;
        }
        String what = switch (rate.by()) {
            case ACCOUNT -> "account " + request.account();
            case STREAM -> stream(request);
            case SHARD -> "shard " + request.fields().findText("ShardId").orElse("") + " in " + stream(request);
        };
        Instant now = request.own().now().truncatedTo(ChronoUnit.SECONDS);
        if (count(new Counted(request.operation(), what), now) > rate.perSecond()) {
            String code = rate.by() == By.SHARD ? "ProvisionedThroughputExceededException" : "LimitExceededException";
            throw KinesisError.of(code, "Rate exceeded for " + what + ".");
        }
    }

    private synchronized int count(Counted counted, Instant now) {
        if (!now.equals(second)) {
            counts.clear(); // only this second is remembered
            second = now;
        }
        return counts.merge(counted, 1, Integer::sum);
    }

    /// The stream that a request names, whether by itself or by a consumer of it.
    private static String stream(KinesisRequest request) {
        Fields fields = request.fields();
        return fields.findText("ConsumerARN")
                .or(() -> fields.findText("StreamARN"))
                .flatMap(StreamAddress::find)
                .map(found -> "stream " + found.stream() + " under account " + found.account())
                .orElseGet(() -> "stream "
                        + fields.findText("StreamName")
                                .or(() -> fields.findText("StreamId"))
                                .orElse("")
                        + " under account " + request.account());
    }
}
