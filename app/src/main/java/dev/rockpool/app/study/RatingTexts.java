package dev.rockpool.app.study;

import dev.rockpool.study.memory.Rating;
import java.util.Locale;

/// What the ratings are called.
final class RatingTexts {
    private RatingTexts() {}

    /// The key of the rating's name in the bundles.
    static String key(Rating rating) {
        return "rating." + rating.name().toLowerCase(Locale.ROOT);
    }
}
