package dev.rockpool.app.partitioning;

import dev.rockpool.simulators.partitioning.KeyPart;
import dev.rockpool.simulators.partitioning.LayoutReading.Level;
import java.util.List;

/// Where on a level the prefixes lie that a query looks into, as shares of the level's width.
///
/// Each level divides every prefix above it into equally many; dates asked for are the last ones, the user is somewhere
/// in the middle.
final class Strip {
    private static final double USER_AT = 0.37;

    private final long[] values;
    private final long[] from;
    private final long[] wanted;
    private final double all;

    /// The strip of the last of `levels`.
    Strip(List<Level> levels) {
        values = new long[levels.size()];
        from = new long[levels.size()];
        wanted = new long[levels.size()];
        double product = 1;
        long above = 1;
        long aboveRead = 1;
        for (int at = 0; at < levels.size(); at++) {
            Level level = levels.get(at);
            values[at] = Math.max(1, Math.round((double) level.prefixes() / above));
            wanted[at] = Math.clamp(Math.round((double) level.read() / aboveRead), 1, values[at]);
            from[at] = level.part() == KeyPart.USER
                    ? Math.min(values[at] - wanted[at], (long) (values[at] * USER_AT))
                    : values[at] - wanted[at];
            above = level.prefixes();
            aboveRead = level.read();
            product *= values[at];
        }
        all = product;
    }

    /// How much of a part of the strip is looked into.
    ///
    /// @param begin of the part, 0 to 1
    /// @param end of the part, above `begin`
    /// @return 0 to 1
    double share(double begin, double end) {
        double first = Math.floor(begin * all);
        double last = Math.max(first + 1, Math.ceil(end * all));
        return Math.clamp((below(last) - below(first)) / (last - first), 0, 1);
    }

    /// How many of the first `count` prefixes are looked into.
    private double below(double count) {
        double rest = Math.min(count, all);
        double unit = all;
        double each = 1;
        for (long some : wanted) {
            each *= some;
        }
        double found = 0;
        for (int at = 0; at < values.length; at++) {
            unit /= values[at];
            each /= wanted[at];
            long digit = (long) Math.floor(rest / unit);
            rest -= digit * unit;
            found += Math.clamp(digit - from[at], 0, wanted[at]) * each;
            if (digit < from[at] || digit >= from[at] + wanted[at]) {
                return found;
            }
        }
        return found;
    }
}
