/// Templates about access and the private path: on which ways a request passes, how many of a month do, and what the
/// way costs.
///
/// Right answers come from the model of the lab *access*, at the prices in force and without a free tier.
@NullMarked
package dev.rockpool.quiz.access;

import org.jspecify.annotations.NullMarked;
