package dev.rockpool.costmodel.scenario;

import java.math.BigDecimal;
import java.util.List;

/// One thing to set in a part.
public sealed interface Input {
    /// Its name in scenarios.
    String id();

    /// The value that a new part has, as a scenario has it.
    String standard();

    /// A number.
    ///
    /// @param low the least
    /// @param high the most
    /// @param step what values are rounded to
    /// @param wide whether it runs over decades
    /// @param grows whether the scenario's growth makes it more each month
    record Quantity(
            String id,
            Measure measure,
            BigDecimal low,
            BigDecimal high,
            BigDecimal step,
            boolean wide,
            boolean grows,
            String standard)
            implements Input {}

    /// One of a few.
    ///
    /// @param options their ids
    record Choice(String id, List<String> options, String standard) implements Input {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// A name of the price book.
    record Name(String id, String standard) implements Input {}
}
