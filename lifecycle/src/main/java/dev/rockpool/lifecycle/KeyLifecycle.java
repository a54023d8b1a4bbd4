package dev.rockpool.lifecycle;

import dev.rockpool.lifecycle.LifecycleEvent.Overruled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The versions of one key between two midnights, and what is due next for them. Immutable.
///
/// The rules of choice stand at [Lifecycle].
public final class KeyLifecycle {
    private static final long NEVER = Long.MAX_VALUE;

    private final Lifecycle lifecycle;
    private final String key;
    private final List<Tracked> versions;

    KeyLifecycle(Lifecycle lifecycle, String key, List<Tracked> versions) {
        this.lifecycle = lifecycle;
        this.key = key;
        this.versions = versions;
    }

    /// A version with what the rules ask of it.
    record Tracked(ObjectVersion version, Schedule schedule) {
        long createdDay() {
            return Midnight.dayOf(version.created());
        }

        Tracked in(StorageClass to) {
            return new Tracked(version.in(to), schedule);
        }
    }

    public String key() {
        return key;
    }

    /// The versions, oldest first; empty once the key is gone.
    public List<ObjectVersion> versions() {
        return versions.stream().map(Tracked::version).toList();
    }

    /// The day in which the first version was created: nothing is due before its end.
    ///
    /// @throws java.util.NoSuchElementException if there are no versions
    public long firstDay() {
        long first = versions.getFirst().createdDay();
        for (Tracked version : versions) {
            first = Math.min(first, version.createdDay());
        }
        return first;
    }

    /// What is due at the first midnight after that of `day` at which anything is; empty if nothing ever is.
    ///
    /// What was due at `day` or before and was not done, because rules or tags were others then, is due at the next
    /// midnight.
    public Optional<Due> next(long day) {
        long next = NEVER;
        for (int at = 0; at < versions.size(); at++) {
            Next due = due(at, day);
            if (due != null) {
                next = Math.min(next, due.day);
            }
        }
        return next == NEVER ? Optional.empty() : Optional.of(at(next, day));
    }

    /// The next action of one version, without what the others do meanwhile.
    private record Next(
            long day, LifecycleAction action, @Nullable StorageClass to, String rule, List<Overruled> overruled) {}

    private @Nullable Next due(int at, long after) {
        if (at < versions.size() - 1) {
            return lifecycle.versioning() == Versioning.DISABLED ? null : noncurrent(at, after);
        }
        Tracked current = versions.get(at);
        return current.version().isDeleteMarker()
                ? loneMarker(current, versions.size(), after)
                : current(current, after);
    }

    private @Nullable Next loneMarker(Tracked marker, int survivors, long after) {
        if (survivors > 1) {
            return null;
        }
        return lifecycle
                .earliest(marker.schedule().markerEnds(), marker.createdDay())
                .map(end -> new Next(
                        Math.max(end.day(), after + 1),
                        LifecycleAction.REMOVE_EXPIRED_DELETE_MARKER,
                        null,
                        end.rule(),
                        List.of()))
                .orElse(null);
    }

    private @Nullable Next current(Tracked current, long after) {
        Lifecycle.Expiry end = lifecycle
                .earliest(current.schedule().ends(), current.createdDay())
                .orElse(null);
        long endDay = end == null ? NEVER : Math.max(end.day(), after + 1);
        boolean deletes = lifecycle.versioning() == Versioning.DISABLED;
        LifecycleAction ending = deletes ? LifecycleAction.EXPIRE : LifecycleAction.DELETE_MARKER;
        List<Candidate> moves = new ArrayList<>(current.schedule().moves().size());
        for (Schedule.Move move : current.schedule().moves()) {
            moves.add(new Candidate(moveDay(move, current.createdDay()), move.to(), move.rule()));
        }
        Next move = choose(moves, current.version().storageClass(), after);
        if (end == null || (move != null && (move.day < endDay || (move.day == endDay && !deletes)))) {
            if (move != null && move.day == endDay && end != null) {
                move.overruled.add(new Overruled(ending, Optional.empty(), end.rule()));
            }
            return move;
        }
        List<Overruled> overruled = move != null && move.day == endDay ? giveWay(move) : List.of();
        return new Next(endDay, ending, null, end.rule(), overruled);
    }

    /// Infrequent access takes nothing younger than 30 days, which only a date could ask for.
    private long moveDay(Schedule.Move move, long createdDay) {
        long day = move.when().due(createdDay);
        if (move.to().isInfrequentAccess()) {
            day = Math.max(day, Midnight.after(createdDay, StorageClass.INFREQUENT_ACCESS_AGE_DAYS));
        }
        return lifecycle.inForce(day);
    }

    private @Nullable Next noncurrent(int at, long after) {
        Tracked version = versions.get(at);
        long since = versions.get(at + 1).createdDay();
        Lifecycle.Expiry end = null;
        for (Schedule.Noncurrent rule : version.schedule().noncurrentEnds()) {
            long day = noncurrentDay(rule.days(), rule.newer(), at, since);
            if (day != NEVER && (end == null || day < end.day())) {
                end = new Lifecycle.Expiry(day, rule.rule());
            }
        }
        long endDay = end == null ? NEVER : Math.max(end.day(), after + 1);
        Next move = null;
        if (!version.version().isDeleteMarker()) {
            List<Candidate> moves = new ArrayList<>();
            for (Schedule.Noncurrent rule : version.schedule().noncurrentMoves()) {
                moves.add(new Candidate(noncurrentDay(rule.days(), rule.newer(), at, since), rule.to(), rule.rule()));
            }
            move = choose(moves, version.version().storageClass(), after);
        }
        if (end == null || (move != null && move.day < endDay)) {
            return move;
        }
        List<Overruled> overruled = move != null && move.day == endDay ? giveWay(move) : List.of();
        return new Next(endDay, LifecycleAction.PERMANENTLY_DELETE, null, end.rule(), overruled);
    }

    private static List<Overruled> giveWay(Next move) {
        List<Overruled> all = new ArrayList<>();
        all.add(new Overruled(LifecycleAction.TRANSITION, Optional.ofNullable(move.to), move.rule));
        all.addAll(move.overruled);
        return all;
    }

    /// When a noncurrent version is old enough and has enough newer noncurrent versions above it.
    private long noncurrentDay(int days, OptionalInt newer, int at, long since) {
        long day = Midnight.after(since, days);
        if (newer.isPresent()) {
            long kept = dayOfNewer(at, newer.getAsInt());
            if (kept == NEVER) {
                return NEVER;
            }
            day = Math.max(day, Midnight.after(kept, 0));
        }
        return lifecycle.inForce(day);
    }

    /// The day in which the `count`th newer version of the one at `at` became noncurrent; delete markers do not
    /// count.
    private long dayOfNewer(int at, int count) {
        int found = 0;
        for (int newer = at + 1; newer < versions.size() - 1; newer++) {
            if (!versions.get(newer).version().isDeleteMarker() && ++found == count) {
                return versions.get(newer + 1).createdDay();
            }
        }
        return NEVER;
    }

    // --- choosing between transitions

    private record Candidate(long day, StorageClass to, String rule) {}

    private static @Nullable Next choose(List<Candidate> moves, StorageClass from, long after) {
        long first = NEVER;
        for (Candidate move : moves) {
            if (isLive(move, moves, from)) {
                first = Math.min(first, Math.max(move.day, after + 1));
            }
        }
        if (first == NEVER) {
            return null;
        }
        Candidate best = null;
        List<Overruled> overruled = new ArrayList<>();
        for (Candidate move : moves) {
            boolean isLive = isLive(move, moves, from);
            if (isLive && Math.max(move.day, after + 1) == first) {
                if (best == null || move.to.preference() > best.to.preference()) {
                    if (best != null) {
                        overruled.add(overruled(best));
                    }
                    best = move;
                } else if (!move.to.equals(best.to)) {
                    overruled.add(overruled(move));
                }
            } else if (!isLive && move.day == first && from.canTransitionTo(move.to)) {
                overruled.add(overruled(move));
            }
        }
        return best == null ? null : new Next(first, LifecycleAction.TRANSITION, best.to, best.rule, overruled);
    }

    private static Overruled overruled(Candidate move) {
        return new Overruled(LifecycleAction.TRANSITION, Optional.of(move.to), move.rule);
    }

    /// Whether a move can still happen: it leads downhill, and at its midnight nothing preferred was due. Without the
    /// second, Intelligent-Tiering would win one midnight and lose the next.
    private static boolean isLive(Candidate move, List<Candidate> moves, StorageClass from) {
        if (move.day == NEVER || !from.canTransitionTo(move.to)) {
            return false;
        }
        for (Candidate other : moves) {
            if (other.day == move.day && other.to.preference() > move.to.preference()) {
                return false;
            }
        }
        return true;
    }

    // --- one midnight

    private Due at(long day, long after) {
        List<LifecycleEvent> events = new ArrayList<>();
        List<Tracked> left = new ArrayList<>(versions.size() + 1);
        int last = versions.size() - 1;
        for (int at = 0; at < last; at++) {
            Tracked version = versions.get(at);
            Next due = due(at, after);
            if (due == null || due.day != day) {
                left.add(version);
                continue;
            }
            events.add(event(version, due, Optional.empty()));
            if (due.to != null) {
                left.add(version.in(due.to));
            }
        }
        Tracked current = versions.get(last);
        Next due =
                current.version().isDeleteMarker() ? loneMarker(current, left.size() + 1, day - 1) : due(last, after);
        if (due == null || due.day != day) {
            left.add(current);
        } else {
            act(current, due, left, events);
        }
        return new Due(day, events, new KeyLifecycle(lifecycle, key, List.copyOf(left)));
    }

    private void act(Tracked current, Next due, List<Tracked> left, List<LifecycleEvent> events) {
        switch (due.action) {
            case TRANSITION -> {
                events.add(event(current, due, Optional.empty()));
                left.add(current.in(java.util.Objects.requireNonNull(due.to)));
            }
            case DELETE_MARKER -> {
                boolean suspended = lifecycle.versioning() == Versioning.SUSPENDED;
                left.add(current);
                if (suspended) {
                    left.removeIf(version -> version.version().id().equals(ObjectVersion.NULL_ID));
                }
                String id = suspended ? ObjectVersion.NULL_ID : markerId(due.day);
                events.add(event(current, due, Optional.of(id)));
                left.add(new Tracked(
                        ObjectVersion.deleteMarker(id, Midnight.at(due.day)), lifecycle.markerSchedule(key)));
            }
            case EXPIRE, PERMANENTLY_DELETE, REMOVE_EXPIRED_DELETE_MARKER, ABORT_UPLOAD ->
                events.add(event(current, due, Optional.empty()));
        }
    }

    /// The id of a marker that is only foreseen; a store that acts makes its own.
    private String markerId(long day) {
        String id = "delete-marker-" + Midnight.date(day);
        while (isTaken(id)) {
            id += "+";
        }
        return id;
    }

    private boolean isTaken(String id) {
        return versions.stream().anyMatch(version -> version.version().id().equals(id));
    }

    private LifecycleEvent event(Tracked version, Next due, Optional<String> marker) {
        return new LifecycleEvent(
                due.day,
                key,
                version.version().id(),
                due.action,
                version.version().isDeleteMarker()
                        ? Optional.empty()
                        : Optional.of(version.version().storageClass()),
                Optional.ofNullable(due.to),
                due.rule,
                marker,
                due.overruled);
    }
}
