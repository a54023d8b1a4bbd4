package dev.rockpool.platform;

import java.time.Instant;

/// Which clock a platform is to go by.
public sealed interface ClockSetting {
    /// The one it went by before; wall time for a new platform.
    record Kept() implements ClockSetting {}

    /// Wall time.
    record Real() implements ClockSetting {}

    /// Its own time, which begins at `start`, or where it was before if that is later.
    ///
    /// @param start when a new platform begins
    /// @param speed virtual seconds a second; 0 stands
    record Virtual(Instant start, long speed) implements ClockSetting {}
}
