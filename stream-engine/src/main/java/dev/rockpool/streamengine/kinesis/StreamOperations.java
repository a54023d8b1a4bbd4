package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.NewStream;
import dev.rockpool.streamengine.OnDemandScaling;
import dev.rockpool.streamengine.ResourceProperties;
import dev.rockpool.streamengine.ShardFilter;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardMetric;
import dev.rockpool.streamengine.ShardPage;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamKey;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.StreamProperties;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes, describes, lists, changes and deletes streams.
final class StreamOperations {
    private static final int PAGE = 100;
    private static final String ALL_METRICS = "ALL";

    Reply createStream(KinesisRequest request) {
        Fields fields = request.fields();
        Target target = request.named(new StreamName(fields.text("StreamName")));
        StreamMode mode = fields.findStructure("StreamModeDetails")
                .map(details -> StreamMode.valueOf(details.text("StreamMode")))
                .orElse(StreamMode.PROVISIONED);
        Optional<Integer> count = fields.findNumber("ShardCount");
        int warm = fields.findNumber("WarmThroughputMiBps").orElse(0);
        switch (mode) {
            case PROVISIONED -> {
                if (count.isEmpty()) {
                    throw KinesisError.invalidArgument("ShardCount is required for a stream in PROVISIONED mode.");
                }
                requireNoWarmth(warm);
            }
            case ON_DEMAND -> {
                if (count.isPresent()) {
                    throw KinesisError.invalidArgument("ShardCount cannot be set for a stream in ON_DEMAND mode.");
                }
                requireWarmthAllowed(request, target.engine(), warm);
            }
        }
        TagOperations.requireValid(target, fields.map("Tags"));
        StreamProperties properties = StreamProperties.NONE
                .with(ResourceProperties.NONE.withTags(fields.map("Tags")))
                .withWarmMiBps(warm);
        target.engine()
                .createStream(new NewStream(
                        target.stream(),
                        mode,
                        count.orElse(OnDemandScaling.FIRST_SHARDS),
                        fields.findNumber("MaxRecordSizeInKiB").orElse(StreamEngine.LEAST_MAX_RECORD_KIB),
                        properties));
        return Reply.NOTHING;
    }

    private static void requireNoWarmth(int warm) {
        if (warm > 0) {
            throw KinesisError.validation("Warm throughput is only for streams in ON_DEMAND mode.");
        }
    }

    /// Warm throughput is part of *On-demand Advantage* (API reference, *UpdateStreamWarmThroughput*).
    private static void requireWarmthAllowed(KinesisRequest request, StreamEngine engine, int warm) {
        if (warm > 0 && !engine.commitment().holds(engine.now())) {
            throw KinesisError.validation("Warm throughput needs an account whose MinimumThroughputBillingCommitment"
                    + " is ENABLED; see UpdateAccountSettings.");
        }
        if (warm > OnDemandScaling.mostShards(request.services().region())) {
            throw KinesisError.of("LimitExceededException", "Warm throughput of " + warm + " MiB/s is too much.");
        }
    }

    Reply deleteStream(KinesisRequest request) {
        Target target = request.stream();
        target.engine().deleteStream(target.stream(), request.fields().flag("EnforceConsumerDeletion"));
        return Reply.NOTHING;
    }

    Reply describeStream(KinesisRequest request) {
        Target target = request.stream();
        Fields fields = request.fields();
        StreamDescription stream = target.engine().describeStream(target.stream());
        Optional<ShardId> after =
                fields.findText("ExclusiveStartShardId").map(text -> ShardOperations.shard(target, text));
        ShardPage shards = target.engine()
                .listShards(
                        target.stream(),
                        new ShardFilter.FromTrimHorizon(),
                        after,
                        fields.findNumber("Limit").orElse(PAGE));
        return Reply.of(answer -> answer.structure("StreamDescription", description -> {
            head(description, target, stream);
            description
                    .structures("Shards", shards.shards(), ShardOperations::shard)
                    .flag("HasMoreShards", shards.more());
        }));
    }

    Reply describeStreamSummary(KinesisRequest request) {
        Target target = request.stream();
        StreamDescription stream = target.engine().describeStream(target.stream());
        StreamProperties properties = target.engine().properties(target.stream());
        return Reply.of(answer -> answer.structure("StreamDescriptionSummary", summary -> {
            head(summary, target, stream);
            // no StreamId: who has one sends its requests to a host made of it, whatever endpoint it was given
            summary.number("OpenShardCount", stream.openShards())
                    .number("ConsumerCount", stream.consumers())
                    .number("MaxRecordSizeInKiB", stream.maxRecordKiB());
            if (properties.warmMiBps() > 0) {
                summary.structure("WarmThroughput", warm -> warm(warm, properties.warmMiBps(), stream));
            }
        }));
    }

    private static void warm(Answer answer, int target, StreamDescription stream) {
        answer.number("TargetMiBps", target).number("CurrentMiBps", Math.min(target, stream.openShards()));
    }

    private static void head(Answer answer, Target target, StreamDescription stream) {
        StreamProperties properties = target.engine().properties(target.stream());
        answer.text("StreamName", stream.name().value())
                .text("StreamARN", target.address().arn())
                .text("StreamStatus", stream.status().name())
                .structure(
                        "StreamModeDetails",
                        mode -> mode.text("StreamMode", stream.mode().name()))
                .number("RetentionPeriodHours", stream.retentionHours())
                .time("StreamCreationTimestamp", stream.createdAt())
                .structures(
                        "EnhancedMonitoring",
                        List.of(properties.metrics()),
                        (monitoring, metrics) -> monitoring.texts("ShardLevelMetrics", names(metrics)))
                .text("EncryptionType", properties.key().isPresent() ? "KMS" : "NONE")
                .text("KeyId", properties.key().map(StreamKey::keyId));
    }

    Reply listStreams(KinesisRequest request) {
        request.requireLeave();
        Fields fields = request.fields();
        StreamEngine engine = request.own();
        Optional<StreamName> after = fields.findText("NextToken")
                .map(token -> PageToken.streams(token, engine.now()))
                .or(() -> fields.findText("ExclusiveStartStreamName").map(StreamName::new));
        int most = fields.findNumber("Limit").orElse(PAGE);
        List<StreamDescription> rest = engine.listStreams().stream()
                .filter(stream -> after.isEmpty() || stream.name().compareTo(after.get()) > 0)
                .toList();
        List<StreamDescription> page = rest.subList(0, Math.min(most, rest.size()));
        return Reply.of(answer -> {
            answer.texts(
                            "StreamNames",
                            page.stream().map(stream -> stream.name().value()).toList())
                    .flag("HasMoreStreams", page.size() < rest.size());
            if (page.size() < rest.size()) {
                answer.text("NextToken", PageToken.streams(page.getLast().name(), engine.now()));
            }
            answer.structures(
                    "StreamSummaries",
                    page,
                    (summary, stream) -> summary.text(
                                    "StreamName", stream.name().value())
                            .text("StreamARN", arn(request, stream))
                            .text("StreamStatus", stream.status().name())
                            .structure(
                                    "StreamModeDetails",
                                    mode -> mode.text(
                                            "StreamMode", stream.mode().name()))
                            .time("StreamCreationTimestamp", stream.createdAt()));
        });
    }

    private static String arn(KinesisRequest request, StreamDescription stream) {
        return new StreamAddress(request.services().region(), request.account(), stream.name(), Optional.empty()).arn();
    }

    Reply increaseRetention(KinesisRequest request) {
        Target target = request.stream();
        target.engine().increaseRetention(target.stream(), request.fields().number("RetentionPeriodHours"));
        return Reply.NOTHING;
    }

    Reply decreaseRetention(KinesisRequest request) {
        Target target = request.stream();
        target.engine().decreaseRetention(target.stream(), request.fields().number("RetentionPeriodHours"));
        return Reply.NOTHING;
    }

    Reply updateMaxRecordSize(KinesisRequest request) {
        Target target = request.stream();
        target.engine().updateMaxRecordSize(target.stream(), request.fields().number("MaxRecordSizeInKiB"));
        return Reply.NOTHING;
    }

    Reply updateMode(KinesisRequest request) {
        Target target = request.stream();
        StreamMode mode = StreamMode.valueOf(
                request.fields().structure("StreamModeDetails").text("StreamMode"));
        int warm = request.fields().findNumber("WarmThroughputMiBps").orElse(0);
        switch (mode) {
            case PROVISIONED -> requireNoWarmth(warm);
            case ON_DEMAND -> requireWarmthAllowed(request, target.engine(), warm);
        }
        target.engine().updateStreamMode(target.stream(), mode, warm);
        return Reply.NOTHING;
    }

    Reply updateWarmThroughput(KinesisRequest request) {
        Target target = request.stream();
        int warm = request.fields().number("WarmThroughputMiBps");
        StreamDescription stream = target.engine().describeStream(target.stream());
        if (stream.mode() != StreamMode.ON_DEMAND) {
            requireNoWarmth(Math.max(warm, 1));
        }
        requireWarmthAllowed(request, target.engine(), warm);
        target.engine().keepWarm(target.stream(), warm);
        return Reply.of(answer -> answer.text("StreamARN", target.address().arn())
                .text("StreamName", target.stream().value())
                .structure("WarmThroughput", throughput -> warm(throughput, warm, stream)));
    }

    Reply enableMonitoring(KinesisRequest request) {
        return monitor(request, true);
    }

    Reply disableMonitoring(KinesisRequest request) {
        return monitor(request, false);
    }

    private static Reply monitor(KinesisRequest request, boolean on) {
        Target target = request.stream();
        Set<ShardMetric> named = metrics(request.fields().texts("ShardLevelMetrics"));
        Set<ShardMetric> before = target.engine().properties(target.stream()).metrics();
        target.engine().changeProperties(target.stream(), properties -> {
            EnumSet<ShardMetric> metrics = EnumSet.noneOf(ShardMetric.class);
            metrics.addAll(properties.metrics());
            if (on) {
                metrics.addAll(named);
            } else {
                metrics.removeAll(named);
            }
            return properties.withMetrics(metrics);
        });
        Set<ShardMetric> after = target.engine().properties(target.stream()).metrics();
        return Reply.of(answer -> answer.text("StreamName", target.stream().value())
                .texts("CurrentShardLevelMetrics", names(before))
                .texts("DesiredShardLevelMetrics", names(after))
                .text("StreamARN", target.address().arn()));
    }

    private static Set<ShardMetric> metrics(List<String> names) {
        EnumSet<ShardMetric> metrics = EnumSet.noneOf(ShardMetric.class);
        for (ShardMetric metric : ShardMetric.values()) {
            if (names.contains(ALL_METRICS) || names.contains(metric.wireName())) {
                metrics.add(metric);
            }
        }
        return metrics;
    }

    private static List<String> names(Set<ShardMetric> metrics) {
        return Arrays.stream(ShardMetric.values())
                .filter(metrics::contains)
                .map(ShardMetric::wireName)
                .toList();
    }
}
