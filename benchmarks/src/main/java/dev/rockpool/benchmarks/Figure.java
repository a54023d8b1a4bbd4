package dev.rockpool.benchmarks;

import java.util.Locale;
import java.util.Optional;

/// One thing measured, beside a peer in the same run or against a bound alone.
///
/// @param what     what was measured, such as `PUT 4 KiB, 8 at once`
/// @param value    how much
/// @param unit     of the value and the peer's, such as `/s`
/// @param peer     who did the same, in the same run
/// @param bound    what was asked for, where something was
record Figure(String what, double value, String unit, Optional<Peer> peer, Optional<Bound> bound) {
    /// Who did the same in the same run, and how much.
    record Peer(String name, double value) {}

    /// What the ratio to the peer, or the value where there is no peer, must reach.
    record Bound(Side side, double limit) {
        boolean holds(double number) {
            return side == Side.AT_LEAST ? number >= limit : number <= limit;
        }

        @Override
        public String toString() {
            return (side == Side.AT_LEAST ? "≥ " : "≤ ") + number(limit);
        }
    }

    enum Side {
        AT_LEAST,
        AT_MOST
    }

    static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, Optional.empty(), Optional.empty());
    }

    Figure beside(String name, double theirs) {
        return new Figure(what, value, unit, Optional.of(new Peer(name, theirs)), bound);
    }

    Figure atLeast(double limit) {
        return new Figure(what, value, unit, peer, Optional.of(new Bound(Side.AT_LEAST, limit)));
    }

    Figure atMost(double limit) {
        return new Figure(what, value, unit, peer, Optional.of(new Bound(Side.AT_MOST, limit)));
    }

    /// The value as a share of the peer's.
    Optional<Double> ratio() {
        return peer.map(other -> value / other.value());
    }

    /// Whether the bound holds; nothing where there is none.
    Optional<Boolean> reached() {
        return bound.map(limit -> limit.holds(ratio().orElse(value)));
    }

    /// Three significant digits, as far as that has sense.
    static String number(double value) {
        double size = Math.abs(value);
        String pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 || size == 0 ? "%.2f" : "%.3g";
        return String.format(Locale.ROOT, pattern, value);
    }
}
