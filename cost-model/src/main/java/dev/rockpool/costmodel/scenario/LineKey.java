package dev.rockpool.costmodel.scenario;

import dev.rockpool.costmodel.UsageLine;

/// A line that recurs from month to month.
///
/// @param about what the quantity is when the item alone does not say it; usually empty
public record LineKey(String service, String item, String about) {
    static LineKey of(UsageLine line) {
        return new LineKey(line.service(), line.item(), line.about());
    }
}
