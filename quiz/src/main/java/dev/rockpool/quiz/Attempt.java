package dev.rockpool.quiz;

import java.time.Instant;
import java.util.Optional;

/// One answer that a learner gave.
///
/// @param template the id of the item that asked: a template, or what a deck asks
/// @param seed the question's; with the template, the question can be asked again
/// @param answer as chosen or typed
/// @param correct whether it was right
/// @param misconception the id of the mistake, where it is a known one
/// @param at when
public record Attempt(
        String template, long seed, String answer, boolean correct, Optional<String> misconception, Instant at) {
    /// The most characters of an answer that are kept.
    public static final int LONGEST_ANSWER = 200;

    public Attempt {
        if (answer.length() > LONGEST_ANSWER) {
            answer = answer.substring(0, LONGEST_ANSWER);
        }
        if (correct && misconception.isPresent()) {
            throw new IllegalArgumentException("A right answer has no misconception, not " + misconception.get());
        }
    }
}
