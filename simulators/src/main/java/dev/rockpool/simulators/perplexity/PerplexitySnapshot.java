package dev.rockpool.simulators.perplexity;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;

/// The tokens so far.
///
/// @param second tokens that have come
/// @param seconds all tokens
/// @param text every token, those that are to come as well; their numbers where only probabilities are given
/// @param probabilities of those that have come
/// @param foreseen what a model counted for them; empty without one
/// @param events of the last token
/// @param measures of the last token
/// @param figures so far
public record PerplexitySnapshot(
        long second,
        long seconds,
        List<String> text,
        List<Double> probabilities,
        List<NgramModel.Foreseen> foreseen,
        List<LabEvent> events,
        List<Measure> measures,
        List<Figure> figures)
        implements Snapshot {
    public PerplexitySnapshot {
        text = List.copyOf(text);
        probabilities = List.copyOf(probabilities);
        foreseen = List.copyOf(foreseen);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
        figures = List.copyOf(figures);
    }

    /// A score costs nothing.
    @Override
    public Bill monthlyBill() {
        return new Bill(Money.USD, List.of());
    }
}
