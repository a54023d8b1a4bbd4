/// Models of memory: how strong a memory is after a review, and how likely it is recalled later.
///
/// Terms (those of the FSRS papers and of Anki):
///
/// - **Stability** S: days after which the chance of recall has fallen to 90 %.
/// - **Difficulty** D: how hard it is to raise the stability, 1 (easy) to 10 (hard).
/// - **Retrievability** R: the chance that the card is recalled now.
/// - **Rating** G: what the learner answered, 1 (again) to 4 (easy).
///
/// Sources: open-spaced-repetition/fsrs-rs 6.6.1 `src/model.rs`, `src/inference.rs`; the wiki page "The Algorithm" of
/// open-spaced-repetition/fsrs4anki. Where reference implementations disagree, fsrs-rs decides.
///
/// Invariant: a model is a pure function; it knows neither clocks nor days of the calendar, only elapsed days.
@NullMarked
package dev.rockpool.study.memory;

import org.jspecify.annotations.NullMarked;
