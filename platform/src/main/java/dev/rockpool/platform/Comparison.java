package dev.rockpool.platform;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Two platforms that have a past in common, on one time axis.
///
/// @param left the origin, or another branch
/// @param right the branch
/// @param step between two moments of the axis: hours for a short span, days for a long one
/// @param axis the moments, the earliest first; both sides have a point at each that they reached
/// @param differences of the bills, in words, the largest first
/// @param notes what is worth knowing of either bill, such as what small objects cost
public record Comparison(
        Side left, Side right, Duration step, List<Instant> axis, List<Difference> differences, List<String> notes) {
    public Comparison {
        axis = List.copyOf(axis);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /// One of the two.
    ///
    /// @param name of the branch, or `origin`
    /// @param from since when it is counted
    /// @param now what its clock shows
    /// @param points what there was at the moments of the axis, up to now
    /// @param bill what it used, a line for each price and meaning
    public record Side(String name, Instant from, Instant now, List<Point> points, Bill bill) {
        public Side {
            points = List.copyOf(points);
        }
    }

    /// What there was at one moment.
    ///
    /// @param at when
    /// @param bytes by class, those without left out
    /// @param counts of versions by class, those without left out
    /// @param requests how many since the beginning
    public record Point(Instant at, Map<StorageClass, Long> bytes, Map<StorageClass, Long> counts, long requests) {
        public Point {
            bytes = Map.copyOf(bytes);
            counts = Map.copyOf(counts);
        }

        /// How many versions there were in all classes.
        public long objects() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// What one line of the bills differs by.
    ///
    /// @param service as the price book names it
    /// @param item as the price book names it
    /// @param about what it is, where the item does not say it
    /// @param left what it costs there
    /// @param right what it costs there
    /// @param sentence the same in words
    /// @param rules a sentence for each lifecycle rule behind it; empty if there is none
    public record Difference(
            String service, String item, String about, Money left, Money right, String sentence, List<String> rules) {
        public Difference {
            rules = List.copyOf(rules);
        }

        /// How much more the right one costs; negative if it costs less.
        public Money more() {
            return right.minus(left);
        }
    }

    /// The life of one object in both.
    ///
    /// @param left its events there
    /// @param right its events there; those from before the branch left are the origin's
    /// @param whole whether no event is forgotten: a platform remembers its latest ones, and those since it
    ///     was opened
    public record Lives(List<EventLog.Entry> left, List<EventLog.Entry> right, boolean whole) {
        public Lives {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /// What the right one costs more, all lines together.
    public Money more() {
        return right.bill().total().minus(left.bill().total());
    }
}
