package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.AccountCommitment;
import dev.rockpool.streamengine.AccountLimits;
import dev.rockpool.streamengine.StreamEngine;
import java.time.Instant;
import java.util.Optional;

/// What concerns the whole account: its limits and its settings.
final class AccountOperations {
    Reply describeLimits(KinesisRequest request) {
        request.requireLeave();
        AccountLimits limits = request.own().limits();
        return Reply.of(answer -> answer.number("ShardLimit", limits.shardLimit())
                .number("OpenShardCount", limits.openShards())
                .number("OnDemandStreamCount", limits.onDemandStreams())
                .number("OnDemandStreamCountLimit", limits.onDemandStreamLimit()));
    }

    Reply describeSettings(KinesisRequest request) {
        request.requireLeave();
        StreamEngine engine = request.own();
        return settings(engine.commitment(), engine.now());
    }

    Reply updateSettings(KinesisRequest request) {
        request.requireLeave();
        StreamEngine engine = request.own();
        boolean isWanted = request.fields()
                .structure("MinimumThroughputBillingCommitment")
                .text("Status")
                .equals("ENABLED");
        return settings(engine.commit(isWanted), engine.now());
    }

    private static Reply settings(AccountCommitment commitment, Instant now) {
        AccountCommitment.Status status = commitment.status(now);
        boolean isOver = status == AccountCommitment.Status.DISABLED;
        return Reply.of(answer -> answer.structure(
                "MinimumThroughputBillingCommitment",
                member -> member.text("Status", status.name())
                        .time("StartedAt", commitment.startedAt())
                        .time("EndedAt", isOver ? commitment.endsAt() : Optional.empty())
                        .time("EarliestAllowedEndAt", isOver ? Optional.empty() : commitment.earliestEnd())));
    }
}
