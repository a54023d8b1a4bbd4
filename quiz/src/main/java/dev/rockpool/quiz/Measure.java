package dev.rockpool.quiz;

import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;

/// What a typed number counts.
public sealed interface Measure {
    /// What stands behind a number; empty for plain numbers.
    String symbol();

    /// A number as people write it, with its unit.
    ///
    /// @param shown in this measure
    String format(BigDecimal shown);

    /// A unit of the labs.
    record OfLab(Unit unit) implements Measure {
        @Override
        public String symbol() {
            return unit.symbol();
        }

        @Override
        public String format(BigDecimal shown) {
            return unit.format(unit.stored(shown.doubleValue()));
        }
    }

    /// A unit that a deck names.
    ///
    /// @param symbol as the deck writes it; empty for plain numbers
    record Named(String symbol) implements Measure {
        @Override
        public String format(BigDecimal shown) {
            return symbol.isEmpty() ? shown.toPlainString() : shown.toPlainString() + '\u00A0' + symbol;
        }
    }
}
