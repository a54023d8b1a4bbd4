package dev.rockpool.simulators.shards;

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

    /// A consumer that never stands still.
    public StreamConsumer(String name, Kind kind) {
        this(name, kind, List.of());
    }
}
