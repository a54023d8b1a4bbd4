/// Studying flashcards: which card comes next, what an answer does to it, what the day holds.
///
/// Terms:
///
/// - **Turn**: one card shown once, with what each of the four ratings would do.
/// - **Act**: what a learner does to a card: a grade, a burial, a suspension, a flag. Every act is named and undoable.
/// - **Review log**: all acts in the order in which they happened. Append-only: an undo is a row too.
/// - **Card state**: what follows from the review log for one card. Derived: [Study#rebuild()] computes it anew.
/// - **Study day**: a day that turns at 04:00 (see `dev.rockpool.study.schedule`).
///
/// Invariants:
///
/// - An act that returned is on disk; it is one transaction with the card state that follows from it.
/// - A turn is graded at most once, however often the call is repeated: its operation is unique in the log.
/// - Card states, and the sums that statistics read, equal the replay of the log, after every act.
/// - The day a card is given may depend on what other days hold and on an exam; it is recorded with the answer, so that
///   replay needs neither.
/// - Memory states are computed from ratings and elapsed study days alone; the clock's hour never enters them.
@NullMarked
package dev.rockpool.study;

import org.jspecify.annotations.NullMarked;
