package dev.rockpool.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What falls due for keys: rotation, and deletion once the waiting period is over.
final class KeyTimetable {
    private KeyTimetable() {}

    /// @param isDeletion the key's material goes; otherwise it gets new material
    record Due(Instant at, StoredKey key, boolean isDeletion) {}

    /// What is due first.
    static Optional<Due> next(KeyRing ring) {
        return ring.keys().values().stream()
                .flatMap(KeyTimetable::dues)
                .min(Comparator.comparing(Due::at)
                        .thenComparing(due -> due.key().id()));
    }

    /// A key that waits for its deletion or is disabled does not rotate (KMS developer guide, *Rotating keys*); a
    /// disabled one is rotated as soon as it is enabled again.
    private static Stream<Due> dues(StoredKey key) {
        Stream<Due> deletion = key.deletion().map(at -> new Due(at, key, true)).stream();
        Stream<Due> rotation = key
                .rotation()
                .filter(_ -> key.state() == KeyState.ENABLED)
                .map(kept -> new Due(kept.next(), key, false))
                .stream();
        return Stream.concat(deletion, rotation);
    }

    /// Does all that is due by `now`, in order.
    static void settle(KeyService keys, Instant now) {
        Optional<Due> due = next(keys.ring()).filter(first -> !first.at().isAfter(now));
        while (due.isPresent()) {
            carryOut(keys, due.get());
            due = next(keys.ring()).filter(first -> !first.at().isAfter(now));
        }
    }

    private static void carryOut(KeyService keys, Due due) {
        StoredKey planned = due.key();
        boolean[] isDone = new boolean[1];
        keys.change(ring -> {
            boolean isAsPlanned = ring.key(planned.id()).filter(planned::equals).isPresent();
            isDone[0] = isAsPlanned;
            if (!isAsPlanned) {
                return ring;
            }
            return due.isDeletion()
                    ? ring.without(planned.id())
                    : ring.with(planned.rotated(keys.material(due.at(), true))
                            .withRotation(planned.rotation().map(kept -> rotation(kept.periodDays(), due.at()))));
        });
        if (isDone[0]) {
            keys.tell(
                    due.isDeletion()
                            ? new KeyEvent.Deleted(due.at(), planned.id())
                            : new KeyEvent.Rotated(due.at(), planned.id(), true));
        }
    }

    /// Rotation every `days`, first that long after `from`.
    static KeyRotation rotation(int days, Instant from) {
        return new KeyRotation(days, from.plus(Duration.ofDays(days)));
    }
}
