package dev.rockpool.streamengine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An account's commitment to a least throughput billed (*On-demand Advantage*), for 24 hours at least (developer
/// guide, *On-demand Advantage mode*; API reference, *MinimumThroughputBillingCommitmentOutput*).
///
/// @param startedAt when it began; empty if it never did
/// @param endAskedAt when its end was asked for; empty while it goes on
public record AccountCommitment(Optional<Instant> startedAt, Optional<Instant> endAskedAt) {
    /// How long it lasts at least.
    public static final Duration LEAST = Duration.ofHours(24);

    /// Never made.
    public static final AccountCommitment NONE = new AccountCommitment(Optional.empty(), Optional.empty());

    /// Where it is in its life.
    public enum Status {
        ENABLED,
        DISABLED,
        ENABLED_UNTIL_EARLIEST_ALLOWED_END
    }

    /// What it is at `now`.
    public Status status(Instant now) {
        if (startedAt.isEmpty()) {
            return Status.DISABLED;
        }
        return endsAt().map(end -> end.isAfter(now) ? Status.ENABLED_UNTIL_EARLIEST_ALLOWED_END : Status.DISABLED)
                .orElse(Status.ENABLED);
    }

    /// Whether it is in force at `now`.
    public boolean holds(Instant now) {
        return status(now) != Status.DISABLED;
    }

    /// When it may end; empty if it never began.
    public Optional<Instant> earliestEnd() {
        return startedAt.map(start -> start.plus(LEAST));
    }

    /// When it ends, or ended; empty unless that was asked for.
    public Optional<Instant> endsAt() {
        return endAskedAt.flatMap(asked -> earliestEnd().map(earliest -> asked.isAfter(earliest) ? asked : earliest));
    }

    /// It as of `now`, in force or not.
    AccountCommitment switched(boolean on, Instant now) {
        return switch (status(now)) {
            case ENABLED -> on ? this : new AccountCommitment(startedAt, Optional.of(now));
            case ENABLED_UNTIL_EARLIEST_ALLOWED_END -> on ? new AccountCommitment(startedAt, Optional.empty()) : this;
            case DISABLED -> on ? new AccountCommitment(Optional.of(now), Optional.empty()) : this;
        };
    }
}
