package dev.rockpool.simulators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/// The unit of a number in a lab, and how it is written.
///
/// A stored value and what is shown differ by a factor for some: a share is stored as 0 to 1 and shown
/// in percent. Halves round away from zero, as a reader would.
public enum Unit {
    /// Things, whole.
    COUNT("", 1, 0),
    /// Stored 0 to 1, shown in percent.
    SHARE("%", 100, 1),
    RECORDS("records", 1, 0),
    RECORDS_PER_SECOND("records/s", 1, 0),
    BYTES("B", 1, 0),
    /// Stored in bytes a second, shown in MiB (2²⁰) a second.
    MIB_PER_SECOND("MiB/s", 1.0 / (1 << 20), 2),
    /// Stored in bytes, shown in gigabytes of a cloud bill, 2³⁰ bytes.
    GIB_OF_BYTES("GB", 1.0 / (1 << 30), 2),
    SECONDS("s", 1, 0),
    /// Seconds a second: how fast an age grows.
    SECONDS_PER_SECOND("s/s", 1, 3),
    SHARDS("shards", 1, 0),
    KEYS("keys", 1, 0),
    /// A factor.
    TIMES("×", 1, 2),
    /// A number without a unit, such as an exponent.
    PLAIN("", 1, 2),
    USD("USD", 1, 2),
    USD_PER_MONTH("USD/month", 1, 2),
    OBJECTS("objects", 1, 0),
    REQUESTS("requests", 1, 0),
    /// Binary kilobytes, 1,024 bytes.
    KIB("KiB", 1, 0),
    /// Binary megabytes, 2²⁰ bytes.
    MIB("MiB", 1, 0),
    /// The gigabyte of a cloud bill, 2³⁰ bytes.
    GIB("GB", 1, 0),
    MILLISECONDS("ms", 1, 0),
    MINUTES("min", 1, 0),
    HOURS("h", 1, 0),
    DAYS("days", 1, 0),
    MONTHS("months", 1, 0),
    /// A whole percentage, stored as it is shown.
    PERCENT("%", 1, 0),
    /// Stored 0 to 1, shown in percent with two digits more than [#SHARE], for what is close to all.
    FINE_SHARE("%", 100, 4),
    /// Failures a year, shown in percent.
    PERCENT_PER_YEAR("%/year", 100, 2),
    /// Leading nines of a probability; cut, never rounded up: 10.997 is not eleven nines.
    NINES("", 1, 2),
    /// A chance that may be tiny: `3.08 × 10⁻¹¹`.
    CHANCE("", 1, 4),
    YEARS("years", 1, 0),
    CREWS("crews", 1, 0),
    PER_YEAR("a year", 1, 4),
    /// Of information.
    BITS("bits", 1, 2),
    /// Stored in bytes, shown in what reads best of kB (10³), MB, GB and TB: `730.00 MB`.
    DATA("", 1, 2),
    /// A price that may be tiny: `4.77 × 10⁻⁵ USD`.
    USD_EACH("USD", 1, 4),
    FILES("files", 1, 0),
    /// A factor that may be far below one; from one on it has the digits of [#TIMES].
    FACTOR("×", 1, 4),
    /// Things so many that they are shown in millions.
    MILLIONS("million", 1e-6, 2),
    /// Milliseconds that are measured, of which parts count.
    MILLIS("ms", 1, 2),
    /// Stored in seconds, shown in what reads best: `43.20 min`, `8.76 h`.
    DOWNTIME("", 1, 2);

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;
    private static final double TWO_MINUTES = 120;
    private static final double TWO_HOURS = 7_200;
    private static final double TWO_DAYS = 172_800;
    private static final double THOUSAND = 1_000;
    private static final List<String> POWERS = List.of("B", "kB", "MB", "GB", "TB", "PB");
    private static final double SMALL = 0.001;
    private static final double LARGE = 1e7;
    private static final int POWER_DIGITS = 3;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String symbol;
    private final double shownPerStored;
    private final int decimals;

    Unit(String symbol, double shownPerStored, int decimals) {
        this.symbol = symbol;
        this.shownPerStored = shownPerStored;
        this.decimals = decimals;
    }

    /// What stands behind a value; empty for plain numbers.
    public String symbol() {
        return symbol;
    }

    /// Digits after the point that are shown.
    public int decimals() {
        return decimals;
    }

    /// A stored value as the number that is shown.
    public double shown(double stored) {
        return stored * shownPerStored;
    }

    /// A shown, perhaps typed, number as the value that is stored.
    public double stored(double shown) {
        return shown / shownPerStored;
    }

    /// The number of `stored` without its unit: `75.5`, `4,096`; `∞` and `–` (not a number) too.
    public String number(double stored) {
        if (Double.isNaN(stored)) {
            return "–";
        }
        if (Double.isInfinite(stored)) {
            return stored > 0 ? "∞" : "−∞";
        }
        if (this == DOWNTIME) {
            return downtime(stored);
        }
        if (this == DATA) {
            return data(stored);
        }
        if (isWide() && stored != 0 && (Math.abs(stored) < SMALL || Math.abs(stored) >= LARGE)) {
            return power(stored);
        }
        int digits = this == FACTOR && Math.abs(stored) >= 1 ? TIMES.decimals : decimals;
        BigDecimal value = BigDecimal.valueOf(shown(stored))
                .setScale(digits, this == NINES ? RoundingMode.FLOOR : RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    private static String downtime(double seconds) {
        double size = Math.abs(seconds);
        if (size < TWO_MINUTES) {
            return PLAIN.number(seconds) + "\u00A0s";
        }
        if (size < TWO_HOURS) {
            return PLAIN.number(seconds / MINUTE) + "\u00A0min";
        }
        return size < TWO_DAYS
                ? PLAIN.number(seconds / HOUR) + "\u00A0h"
                : PLAIN.number(seconds / (TWO_DAYS / 2)) + "\u00A0days";
    }

    private static String data(double bytes) {
        double size = bytes;
        int power = 0;
        while (Math.abs(size) >= THOUSAND && power < POWERS.size() - 1) {
            size /= THOUSAND;
            power++;
        }
        return (power == 0 ? COUNT.number(size) : PLAIN.number(size)) + "\u00A0" + POWERS.get(power);
    }

    /// Whether its values spread over so many decades that they are written with powers of ten.
    private boolean isWide() {
        return this == CHANCE || this == YEARS || this == PER_YEAR || this == USD_EACH || this == FACTOR;
    }

    /// Three digits and a power of ten: `3.08 × 10⁻¹¹`.
    private static String power(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(POWER_DIGITS, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        StringBuilder written = new StringBuilder();
        for (char digit : Integer.toString(exponent).toCharArray()) {
            written.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
        }
        return rounded.movePointLeft(exponent).setScale(2, RoundingMode.HALF_UP) + "\u00A0×\u00A010" + written;
    }

    /// The number of a whole value.
    public String number(long stored) {
        return number((double) stored);
    }

    /// A whole value with its unit.
    public String format(long stored) {
        return format((double) stored);
    }

    /// The number of `stored` with its unit: `75.5 %`.
    public String format(double stored) {
        String number = number(stored);
        if (symbol.isEmpty()) {
            return number;
        }
        boolean one = number.equals("1") && (this == SHARDS || this == RECORDS || this == KEYS || this == DAYS);
        return number + "\u00A0" + (one ? symbol.substring(0, symbol.length() - 1) : symbol);
    }
}
