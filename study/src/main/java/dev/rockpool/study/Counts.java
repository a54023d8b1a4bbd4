package dev.rockpool.study;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the present study day holds.
///
/// @param newLeft new cards left under the day's limit
/// @param learningDue cards in their steps that can be shown now
/// @param learningLater cards in their steps that become due later in this study day
/// @param reviewDue graduated cards due today
/// @param doneToday answers given today
/// @param recalledToday answers of today that were not Again
/// @param newToday cards met for the first time today
/// @param studiedToday thinking time of today's answers
/// @param streakDays study days in a row with an answer, up to today, or to yesterday while today has none
/// @param dueTomorrow graduated cards that fall due with the next study day
/// @param nextLearningAt when the next card in its steps is due; empty where there is none
public record Counts(
        int newLeft,
        int learningDue,
        int learningLater,
        int reviewDue,
        int doneToday,
        int recalledToday,
        int newToday,
        Duration studiedToday,
        int streakDays,
        int dueTomorrow,
        Optional<Instant> nextLearningAt) {
    /// Cards that can be shown now.
    public int ready() {
        return newLeft + learningDue + reviewDue;
    }

    /// Thinking time of today's answers in whole minutes, rounded.
    public int minutesToday() {
        return Math.toIntExact(Math.round(studiedToday.toSeconds() / 60.0));
    }
}
