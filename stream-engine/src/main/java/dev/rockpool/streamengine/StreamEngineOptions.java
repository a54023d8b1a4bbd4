package dev.rockpool.streamengine;

import dev.rockpool.kernel.Quote;
import java.time.Duration;

/// How an engine is set up.
///
/// @param sync when a put is answered
/// @param account the twelve digits that messages name
/// @param region the region that messages name
/// @param shardLimit how many provisioned shards may be open in all, 1 to 1,000,000
/// @param onDemandStreamLimit how many on-demand streams there may be
/// @param consumerLimit how many enhanced fan-out consumers a stream may have: 20, or 50 with on-demand advantage
/// @param changeTakes how long a stream is `CREATING`, `UPDATING` or `DELETING`, and a consumer `CREATING` or
///     `DELETING`, on the platform's clock; 0 to 1 s. With zero the state shows in the answer of the call alone, which
///     is what a standing clock needs
/// @param limits whether shards throttle
public record StreamEngineOptions(
        Sync sync,
        String account,
        String region,
        int shardLimit,
        int onDemandStreamLimit,
        int consumerLimit,
        Duration changeTakes,
        Limits limits) {
    /// Whether shards throttle.
    public enum Limits {
        /// As the service does. The default.
        ENFORCED,

        /// Never; for measuring the engine itself.
        OFF
    }

    private static final Duration LONGEST_CHANGE = Duration.ofSeconds(1);

    public StreamEngineOptions {
        if (!account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("Account " + Quote.of(account) + " is not twelve digits");
        }
        requireBetween("Shard limit", shardLimit, 1, HashKeyRange.MOST);
        requireBetween("Limit of on-demand streams", onDemandStreamLimit, 0, 10_000);
        requireBetween("Limit of consumers", consumerLimit, 1, 50);
        if (changeTakes.isNegative() || changeTakes.compareTo(LONGEST_CHANGE) > 0) {
            throw new IllegalArgumentException("A change takes " + changeTakes + ", not 0 to 1 s");
        }
    }

    /// What a new account in us-east-1 has.
    public static StreamEngineOptions standard() {
        return new StreamEngineOptions(
                Sync.ON, "000000000000", "us-east-1", 20_000, 50, 20, Duration.ofMillis(500), Limits.ENFORCED);
    }

    /// These options with another sync.
    public StreamEngineOptions with(Sync changed) {
        return new StreamEngineOptions(
                changed, account, region, shardLimit, onDemandStreamLimit, consumerLimit, changeTakes, limits);
    }

    /// These options with another throttling.
    public StreamEngineOptions with(Limits changed) {
        return new StreamEngineOptions(
                sync, account, region, shardLimit, onDemandStreamLimit, consumerLimit, changeTakes, changed);
    }

    /// These options for another account and region.
    public StreamEngineOptions with(String changedAccount, String changedRegion) {
        return new StreamEngineOptions(
                sync,
                changedAccount,
                changedRegion,
                shardLimit,
                onDemandStreamLimit,
                consumerLimit,
                changeTakes,
                limits);
    }

    /// These options with changes that take another time.
    public StreamEngineOptions with(Duration changed) {
        return new StreamEngineOptions(
                sync, account, region, shardLimit, onDemandStreamLimit, consumerLimit, changed, limits);
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is not " + least + " to " + most);
        }
    }
}
