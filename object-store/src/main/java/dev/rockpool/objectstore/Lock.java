package dev.rockpool.objectstore;

import java.time.Instant;
import java.util.Optional;

/// What keeps a version from being deleted.
record Lock(Optional<Retention> retention, boolean legalHold) {
    static final Lock NONE = new Lock(Optional.empty(), false);

    boolean holds(Instant now, boolean bypassGovernance) {
        return legalHold
                || retention
                        .filter(kept -> kept.until().isAfter(now))
                        .filter(kept -> !(bypassGovernance && kept.mode() == RetentionMode.GOVERNANCE))
                        .isPresent();
    }

    void write(RecordWriter out) {
        out.flag(legalHold)
                .optional(
                        retention,
                        kept -> out.constant(kept.mode()).fixed(kept.until().toEpochMilli()));
    }

    static Lock read(RecordReader in) {
        boolean hold = in.flag();
        return new Lock(
                in.optional(() -> new Retention(in.constant(RetentionMode.class), Instant.ofEpochMilli(in.fixed()))),
                hold);
    }
}
