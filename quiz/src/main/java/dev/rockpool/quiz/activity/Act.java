package dev.rockpool.quiz.activity;

import java.time.Instant;

/// One act of a student.
///
/// @param at when, to the millisecond
/// @param kind what was done
/// @param item the task it was done to; empty for beginning and handing in
/// @param value of an answer the response as a line, of a hint its number; otherwise empty
/// @param seal 64 hexadecimal digits
public record Act(Instant at, Kind kind, String item, String value, String seal) {
    /// The most characters of a value.
    public static final int LONGEST_VALUE = 400;

    /// What can be done.
    public enum Kind {
        BEGIN,
        ANSWER,
        HINT,
        HAND_IN;

        /// As files have it.
        public String word() {
            return switch (this) {
                case BEGIN -> "begin";
                case ANSWER -> "answer";
                case HINT -> "hint";
                case HAND_IN -> "hand-in";
            };
        }
    }
}
