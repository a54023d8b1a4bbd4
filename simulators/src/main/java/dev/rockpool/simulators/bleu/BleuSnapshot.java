package dev.rockpool.simulators.bleu;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;

/// The segments with the n-grams of one order matched.
///
/// @param second the order that is looked at; 0 before the first
/// @param seconds the greatest order
/// @param result the scores
/// @param segments by hypothesis
/// @param events of the order
/// @param measures of the order
public record BleuSnapshot(
        long second,
        long seconds,
        BleuResult result,
        List<SegmentState> segments,
        List<LabEvent> events,
        List<Measure> measures)
        implements Snapshot {
    /// What becomes of an n-gram of a hypothesis.
    public enum Match {
        /// A reference has it, and it counts.
        COUNTED,
        /// A reference has it, but not so often: clipped.
        CLIPPED,
        /// No reference has it.
        ABSENT
    }

    /// One hypothesis.
    ///
    /// @param tokens of it
    /// @param references with their tokens
    /// @param grams what becomes of the n-gram that begins at each token; empty before the first order
    public record SegmentState(List<String> tokens, List<List<String>> references, List<Match> grams) {
        public SegmentState {
            tokens = List.copyOf(tokens);
            references = references.stream().map(List::copyOf).toList();
            grams = List.copyOf(grams);
        }
    }

    public BleuSnapshot {
        segments = List.copyOf(segments);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
    }

    /// The order of the n-grams that are shown; 0 before the first.
    public int order() {
        return (int) Math.min(second, seconds);
    }

    @Override
    public List<Figure> figures() {
        return result.figures();
    }

    /// A score costs nothing.
    @Override
    public Bill monthlyBill() {
        return new Bill(Money.USD, List.of());
    }
}
