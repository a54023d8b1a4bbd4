package dev.rockpool.costmodel.scenario;

import dev.rockpool.costmodel.BillLine;
import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One line of a forecast over all its months.
///
/// @param unit of the quantities
/// @param months the line in each month; empty where it does not occur
/// @param total over all months
/// @param quantity over all months
public record ForecastLine(
        LineKey key, String unit, List<Optional<BillLine>> months, Money total, BigDecimal quantity) {
    public ForecastLine {
        months = List.copyOf(months);
    }

    /// What it costs in `month` (from 0).
    public Money in(int month) {
        return months.get(month).map(BillLine::amount).orElse(Money.zero(total.currency()));
    }

    /// The line of the last month in which it occurs.
    public BillLine latest() {
        return months.reversed().stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }
}
