package dev.rockpool.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Exact decimal numbers as people write them and as Rockpool prints them.
///
/// Reading is bounded, so that a number such as `1e999999999` never becomes a gigabyte of zeros: at most
/// [#LONGEST_TEXT] characters, [#MOST_DECIMALS] decimals, and less than ten to the power [#MOST_DIGITS].
public final class Decimals {
    /// The most characters a number may be written with.
    public static final int LONGEST_TEXT = 100;
    /// The most digits after the point that a number may need.
    public static final int MOST_DECIMALS = 40;
    /// The most digits before the point that a number may need.
    public static final int MOST_DIGITS = 30;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

    private Decimals() {}

    /// The number that `text` writes, or empty if it writes none or one outside the bounds above.
    ///
    /// ASCII digits, an optional minus, point and exponent; no spaces, no grouping, no `NaN`.
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST_TEXT || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        long digitsBeforePoint = (long) value.precision() - value.scale();
        if (value.scale() > MOST_DECIMALS || (value.signum() != 0 && digitsBeforePoint > MOST_DIGITS)) {
            return Optional.empty();
        }
        return Optional.of(value.signum() == 0 ? BigDecimal.ZERO : value);
    }

    /// `value` with every digit it has and no more: `0.675`, `1200`, `0`; never an exponent.
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
