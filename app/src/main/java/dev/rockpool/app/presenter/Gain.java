package dev.rockpool.app.presenter;

import java.util.List;
import java.util.OptionalDouble;

/// What a class has learnt, as a share of what it did not know.
///
/// Normalised gain g = (post − pre) ÷ (100 % − pre), of the class’s average scores (Hake 1998, American Journal of
/// Physics 66, 64): high from 0.7, medium from 0.3, low below. His 62 courses: 0.23 on average with lectures, 0.48 with
/// interactive engagement. A class that knew everything before has no gain.
///
/// @param pairs how many questions were counted both before and after
/// @param asked how many the lesson asks
/// @param before the share of right answers before, 0 to 1; 0 without a pair
/// @param after the same after
record Gain(int pairs, int asked, double before, double after) {
    /// From here on a gain is high.
    static final double HIGH = 0.7;

    /// From here on a gain is medium.
    static final double MEDIUM = 0.3;

    /// How large a gain is.
    enum Band {
        LOW,
        MEDIUM,
        HIGH
    }

    /// The same question, counted before and after.
    ///
    /// @param before the share of right answers before, 0 to 1
    /// @param after the same after
    record Pair(double before, double after) {}

    static Gain of(List<Pair> pairs, int asked) {
        return new Gain(
                pairs.size(),
                asked,
                pairs.stream().mapToDouble(Pair::before).average().orElse(0),
                pairs.stream().mapToDouble(Pair::after).average().orElse(0));
    }

    /// The normalised gain; empty without a pair, and for a class that knew everything before.
    OptionalDouble normalised() {
        return pairs == 0 || before >= 1 ? OptionalDouble.empty() : OptionalDouble.of((after - before) / (1 - before));
    }

    /// The band of a normalised gain.
    static Band band(double gain) {
        return gain >= HIGH ? Band.HIGH : gain >= MEDIUM ? Band.MEDIUM : Band.LOW;
    }
}
