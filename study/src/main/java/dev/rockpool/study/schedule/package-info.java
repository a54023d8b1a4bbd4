/// When a card is shown again: pure functions from a card's state and a context to its four next states.
///
/// Terms (those of Anki's manual):
///
/// - **Step**: a delay of minutes or hours between answers while a card is being learnt or relearnt.
/// - **Graduation**: the end of the steps; from then on a card returns after whole days.
/// - **Lapse**: a review answered with Again.
/// - **Leech**: a card that lapsed again and again.
/// - **Fuzz**: a small seeded shift of an interval, so that cards learnt together do not stay together.
/// - **Study day**: it turns at 04:00 in the learner's zone, so that an evening past midnight is one evening.
///
/// Sources: the chapters "Studying" and "Deck options" of the Anki manual, read 2026-11, and the behaviour of
/// Anki 26.08 with FSRS.
@NullMarked
package dev.rockpool.study.schedule;

import org.jspecify.annotations.NullMarked;
