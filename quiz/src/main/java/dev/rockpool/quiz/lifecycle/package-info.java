/// Templates about lifecycle rules: midnights, noncurrent versions, minimum durations, the fee of a transition.
///
/// Right answers come from the decisions of [dev.rockpool.lifecycle.Lifecycle] and the price book. Days are counted by
/// dates, UTC.
@NullMarked
package dev.rockpool.quiz.lifecycle;

import org.jspecify.annotations.NullMarked;
