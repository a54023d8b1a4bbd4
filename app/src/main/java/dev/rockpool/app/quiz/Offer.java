package dev.rockpool.app.quiz;

import dev.rockpool.quiz.Template;

/// A template to practise, and how it went so far.
///
/// @param answered questions of it, ever
/// @param right of these
record Offer(Template<?> template, int answered, int right) {
    double share() {
        return answered == 0 ? 0 : (double) right / answered;
    }
}
