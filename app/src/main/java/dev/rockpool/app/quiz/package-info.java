/// The quiz screen: questions whose answers the models compute, one at a time.
///
/// Terms:
///
/// - **Round**: ten questions from one seed, of one template or mixed; it ends with a summary, or earlier if asked to.
/// - **Moment**: what the screen shows: the choice of a template, a question, its feedback, the summary.
///
/// Invariant: every graded answer is kept as an attempt; what cannot be read is not graded.
@NullMarked
package dev.rockpool.app.quiz;

import org.jspecify.annotations.NullMarked;
