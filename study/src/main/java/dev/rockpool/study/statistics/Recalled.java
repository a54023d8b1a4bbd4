package dev.rockpool.study.statistics;

import java.util.Optional;

/// How many of some reviews were recalled.
///
/// @param reviews how many there were
/// @param recalled how many of them were not Again
public record Recalled(long reviews, long recalled) {
    /// Of no reviews.
    public static final Recalled NONE = new Recalled(0, 0);

    public Recalled {
        if (recalled < 0 || recalled > reviews) {
            throw new IllegalArgumentException(recalled + " recalled are not within 0 to " + reviews);
        }
    }

    /// The share, 0 to 1; empty for no reviews.
    public Optional<Double> share() {
        return reviews == 0 ? Optional.empty() : Optional.of((double) recalled / reviews);
    }

    /// The 95 % interval of the share; empty for no reviews.
    public Optional<WilsonInterval> interval() {
        return WilsonInterval.of(recalled, reviews);
    }

    /// Both together.
    public Recalled plus(Recalled other) {
        return new Recalled(reviews + other.reviews, recalled + other.recalled);
    }
}
