/// The study screen: one card after the other, from the queue to what was achieved.
///
/// Terms:
///
/// - **Moment**: what the screen shows now: a front, a back, a pause, the end, or why there is nothing to do.
/// - **Face**: a card with all that its two sides show: deck, corrections, schedule.
/// - **Act**: what a learner does to a card; each has a name and can be undone.
///
/// Invariants: a rating is durable before the next card is shown; an act made while another is being saved waits for
/// it, in order, so that fast hands lose no key; a rating meant for one card never reaches another.
@NullMarked
package dev.rockpool.app.study;

import org.jspecify.annotations.NullMarked;
