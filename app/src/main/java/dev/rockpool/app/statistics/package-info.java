/// Statistics: what the review history says, each chart the answer to one question.
///
/// What is summed with every answer (retention, calibration, days, what falls due) is painted first; what takes a look
/// at every card (memories, mastery) follows.
@NullMarked
package dev.rockpool.app.statistics;

import org.jspecify.annotations.NullMarked;
