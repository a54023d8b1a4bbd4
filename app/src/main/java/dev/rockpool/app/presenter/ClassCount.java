package dev.rockpool.app.presenter;

import dev.rockpool.content.LessonAct;
import java.time.Instant;

/// Hands that one class raised for one question.
///
/// @param run when the class was first counted, which names it
/// @param lesson the lesson's id
/// @param seed what the questions followed from
/// @param questions how many the lesson asks before, and again after
/// @param pair which of them, from 0
/// @param side before the lesson or after it
/// @param right hands for the right choice
/// @param hands all hands; 0 where a count was taken back
/// @param at when it was counted
public record ClassCount(
        Instant run,
        String lesson,
        long seed,
        int questions,
        int pair,
        LessonAct.When side,
        int right,
        int hands,
        Instant at) {
    public ClassCount {
        if (pair < 0 || pair >= questions) {
            throw new IllegalArgumentException(
                    "Question " + pair + " of a lesson is counted; between 0 and " + (questions - 1) + " it can be");
        }
        if (right < 0 || right > hands) {
            throw new IllegalArgumentException(
                    right + " hands are right; between 0 and the " + hands + " that were raised can be");
        }
    }

    /// The share of right hands, 0 to 1.
    double share() {
        return (double) right / hands;
    }
}
