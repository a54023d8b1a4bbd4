package dev.rockpool.app.streams;

import java.time.Duration;

/// Which records are looked at.
///
/// @param key the partition key that they bear; empty for any
/// @param from the oldest
record BrowseQuery(String key, From from) {
    /// From when on records are read.
    enum From {
        /// The oldest that is kept.
        OLDEST(Duration.ZERO),
        MINUTE(Duration.ofMinutes(1)),
        FIVE_MINUTES(Duration.ofMinutes(5)),
        HOUR(Duration.ofHours(1));

        private final Duration age;

        From(Duration age) {
            this.age = age;
        }

        /// How old records are at the most; zero for any age.
        Duration age() {
            return age;
        }
    }
}
