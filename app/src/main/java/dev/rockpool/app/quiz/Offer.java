package dev.rockpool.app.quiz;

import dev.rockpool.quiz.bank.Topic;

/// A topic to practise, and how it went so far.
///
/// @param answered questions of it, ever
/// @param right of these
record Offer(Topic topic, int answered, int right) {
    double share() {
        return answered == 0 ? 0 : (double) right / answered;
    }
}
