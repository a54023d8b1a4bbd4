package dev.rockpool.study.schedule;

import dev.rockpool.study.memory.MemoryState;
import java.time.Duration;
import java.util.Optional;

/// Where a card stands in its life: what has to be known to say what an answer does to it.
public sealed interface CardState {
    /// How well the card is remembered as of its last answer; empty for a new card.
    default Optional<MemoryState> remembered() {
        return switch (this) {
            case New() -> Optional.empty();
            case Learning learning -> Optional.of(learning.memory());
            case Review review -> Optional.of(review.memory());
            case Relearning relearning -> Optional.of(relearning.review().memory());
        };
    }

    /// Never answered.
    record New() implements CardState {}

    /// Being learnt in steps.
    ///
    /// @param stepsLeft steps to go, counting the present one; at least 1
    /// @param delay from the answer until the card is shown again
    record Learning(int stepsLeft, Duration delay, MemoryState memory) implements CardState {
        public Learning {
            checkStep(stepsLeft, delay);
        }
    }

    /// Graduated: shown again after whole days.
    ///
    /// @param intervalDays study days from the last answer until the card is due; at least 1
    /// @param lapses how often a review was answered with Again
    /// @param leech whether the number of lapses marks it a leech with its last lapse
    record Review(int intervalDays, int lapses, boolean leech, MemoryState memory) implements CardState {
        public Review {
            if (intervalDays < 1) {
                throw new IllegalArgumentException("interval of " + intervalDays + " days is less than 1");
            }
            if (lapses < 0) {
                throw new IllegalArgumentException(lapses + " lapses are less than 0");
            }
        }
    }

    /// Forgotten at a review and being relearnt in steps.
    ///
    /// @param stepsLeft steps to go, counting the present one; at least 1
    /// @param delay from the answer until the card is shown again
    /// @param review what it was lapsed to: its interval is what FSRS gave for Again
    record Relearning(int stepsLeft, Duration delay, Review review) implements CardState {
        public Relearning {
            checkStep(stepsLeft, delay);
        }
    }

    private static void checkStep(int stepsLeft, Duration delay) {
        if (stepsLeft < 1) {
            throw new IllegalArgumentException(stepsLeft + " steps left are less than 1");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay " + delay + " is negative");
        }
    }
}
