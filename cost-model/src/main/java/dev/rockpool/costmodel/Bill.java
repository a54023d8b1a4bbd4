package dev.rockpool.costmodel;

import dev.rockpool.kernel.Money;
import java.util.Currency;
import java.util.List;

/// Priced usage, line by line.
///
/// @param currency of every line
/// @param lines in the order of the usage
public record Bill(Currency currency, List<BillLine> lines) {
    public Bill {
        lines = List.copyOf(lines);
    }

    /// The exact sum of the lines. Vendors sum rounded lines instead, so that theirs may differ by half a coin a line.
    public Money total() {
        Money sum = Money.zero(currency);
        for (BillLine line : lines) {
            sum = sum.plus(line.amount());
        }
        return sum;
    }

    /// The weakest confidence among the lines; primary for an empty bill.
    public Confidence confidence() {
        return lines.stream().map(BillLine::confidence).reduce(Confidence.PRIMARY, Confidence::weaker);
    }
}
