package dev.rockpool.simulators.shards;

import java.util.ArrayList;
import java.util.List;

/// An application that reads the whole stream.
///
/// @param name unique among the consumers, 1 to 64 characters
/// @param kind what it has of each shard
/// @param outages when it stands still; in order, apart from each other
public record StreamConsumer(String name, Kind kind, List<Outage> outages) {
    /// What a consumer has of each shard.
    public enum Kind {
        /// *GetRecords*, once a second; all shared consumers have 2 MiB and five calls a second between them.
        SHARED("shared"),
        /// Enhanced fan-out: pushed, 2 MiB a second for itself.
        FAN_OUT("fan-out");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As the scenario file has it.
        public String word() {
            return word;
        }
    }

    /// A time of standing still.
    ///
    /// @param at its first second
    /// @param seconds how long
    public record Outage(int at, int seconds) {
        /// Whether it covers `second`.
        public boolean covers(long second) {
            return second >= at && second - at < seconds;
        }
    }

    public StreamConsumer {
        outages = List.copyOf(outages);
    }

    /// This consumer, standing still from `second` to the end of the longest run.
    StreamConsumer stoppedAt(int second) {
        List<Outage> changed = new ArrayList<>(
                outages.stream().filter(outage -> outage.at() < second).toList());
        changed.add(new Outage(second, ShardsScenario.MOST_SECONDS));
        return new StreamConsumer(name, kind, changed);
    }

    /// This consumer, at work again from `second` on.
    StreamConsumer startedAgainAt(int second) {
        List<Outage> changed = new ArrayList<>();
        for (Outage outage : outages) {
            if (!outage.covers(second)) {
                changed.add(outage);
            } else if (second > outage.at()) {
                changed.add(new Outage(outage.at(), second - outage.at()));
            }
        }
        return new StreamConsumer(name, kind, changed);
    }

    /// A consumer that never stands still.
    public StreamConsumer(String name, Kind kind) {
        this(name, kind, List.of());
    }
}
