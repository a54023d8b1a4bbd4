package dev.rockpool.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// All that the rules of a bucket ask of objects which match the same ones.
///
/// One schedule serves every object of one signature: which rules match, and whether the default minimum size holds
/// transitions back. Days are of the clock of [Midnight].
public final class Schedule {
    /// A move of a current version.
    record Move(When when, StorageClass to, String rule) {}

    /// The end of a current version.
    record End(When when, String rule) {}

    /// A move or the end of a noncurrent version.
    record Noncurrent(int days, OptionalInt newer, StorageClass to, String rule) {}

    private final List<Move> moves;
    private final List<End> ends;
    private final List<Noncurrent> noncurrentMoves;
    private final List<Noncurrent> noncurrentEnds;
    private final List<End> markerEnds;
    private final boolean isRelative;

    private Schedule(
            List<Move> moves,
            List<End> ends,
            List<Noncurrent> noncurrentMoves,
            List<Noncurrent> noncurrentEnds,
            List<End> markerEnds) {
        this.moves = List.copyOf(moves);
        this.ends = List.copyOf(ends);
        this.noncurrentMoves = List.copyOf(noncurrentMoves);
        this.noncurrentEnds = List.copyOf(noncurrentEnds);
        this.markerEnds = List.copyOf(markerEnds);
        this.isRelative = moves.stream().noneMatch(move -> move.when() instanceof When.OnDate)
                && ends.stream().noneMatch(end -> end.when() instanceof When.OnDate);
    }

    /// What `rules`, all of which match, ask of objects of `bytes`.
    static Schedule of(List<LifecycleRule> rules, long bytes, TransitionMinimum minimum) {
        List<Move> moves = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        List<Noncurrent> noncurrentMoves = new ArrayList<>();
        List<Noncurrent> noncurrentEnds = new ArrayList<>();
        List<End> markerEnds = new ArrayList<>();
        for (LifecycleRule rule : rules) {
            boolean anySize = rule.filter().namesSize();
            for (LifecycleRule.Transition move : rule.transitions()) {
                if (anySize || minimum.lets(bytes, move.to())) {
                    moves.add(new Move(move.when(), move.to(), rule.id()));
                }
            }
            for (LifecycleRule.NoncurrentTransition move : rule.noncurrentTransitions()) {
                if (anySize || minimum.lets(bytes, move.to())) {
                    noncurrentMoves.add(new Noncurrent(move.days(), move.newer(), move.to(), rule.id()));
                }
            }
            rule.noncurrentExpiration()
                    .ifPresent(end -> noncurrentEnds.add(
                            new Noncurrent(end.days(), end.newer(), StorageClass.STANDARD, rule.id())));
            rule.expiration().ifPresent(expiration -> {
                switch (expiration) {
                    case LifecycleRule.Expiration.Of(When when) -> {
                        ends.add(new End(when, rule.id()));
                        markerEnds.add(new End(when, rule.id()));
                    }
                    case LifecycleRule.Expiration.OfLoneMarkers(boolean remove) -> {
                        if (remove) {
                            markerEnds.add(new End(new When.AfterDays(0), rule.id()));
                        }
                    }
                }
            });
        }
        return new Schedule(moves, ends, noncurrentMoves, noncurrentEnds, markerEnds);
    }

    /// Whether days count from an object's creation alone: no rule names a date.
    public boolean isRelative() {
        return isRelative;
    }

    /// Whether the rules ask for nothing.
    public boolean isEmpty() {
        return moves.isEmpty()
                && ends.isEmpty()
                && noncurrentMoves.isEmpty()
                && noncurrentEnds.isEmpty()
                && markerEnds.isEmpty();
    }

    List<Move> moves() {
        return moves;
    }

    List<End> ends() {
        return ends;
    }

    List<Noncurrent> noncurrentMoves() {
        return noncurrentMoves;
    }

    List<Noncurrent> noncurrentEnds() {
        return noncurrentEnds;
    }

    /// For delete markers: when one that is alone goes.
    List<End> markerEnds() {
        return markerEnds;
    }
}
