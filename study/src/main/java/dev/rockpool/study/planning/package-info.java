/// What studying will bring: how much work, when, and how much is known at a date. Pure functions of the cards, the
/// memory model, the options and a learner's habits; no clock, no tables.
///
/// Terms:
///
/// - **Workload**: answers and time a study day, the mean over the days ahead.
/// - **Habits**: how a learner answers: the shares of the ratings, and the seconds that answers take.
/// - **Expected workload**: the workload computed over all courses of each card's future at once, by dynamic
///   programming over stability, difficulty and the days left. It is deterministic; fsrs-rs 6.6.1 `src/simulation.rs`
///   computes its own in this way and asks it to lie within 10 % of simulated ones for retentions of 0.72 to 0.99.
/// - **Simulation**: one course drawn from a seed, answer by answer, through the real scheduler.
///
/// There is no “optimal retention” here: with FSRS-6 the computed minimum is 70 % too often to be advice, and Anki took
/// it out in 25.07 (Anki manual, issues 372 and 441).
@NullMarked
package dev.rockpool.study.planning;

import org.jspecify.annotations.NullMarked;
