package dev.rockpool.study;

import java.time.Duration;
import java.util.List;

/// What a session achieved.
///
/// @param reviewed answers given
/// @param recalled answers that were not Again
/// @param studied thinking time of the answers
/// @param newLearned cards met for the first time
/// @param graduated cards that left their steps
/// @param lapses reviews answered with Again
/// @param hardest ids of the cards answered most often with Again, most first, at most five
/// @param dueTomorrow graduated cards that fall due with the next study day
/// @param newTomorrow new cards that the next study day will bring under its limit
public record SessionSummary(
        int reviewed,
        int recalled,
        Duration studied,
        int newLearned,
        int graduated,
        int lapses,
        List<String> hardest,
        int dueTomorrow,
        int newTomorrow) {
    public SessionSummary {
        hardest = List.copyOf(hardest);
    }
}
