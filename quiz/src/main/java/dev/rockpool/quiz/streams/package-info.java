/// Templates about streams: shards, hot keys, consumers and the bill.
///
/// Each asks for one thing that learners get wrong, and its wrong rules are the ways in which they do. Right answers
/// come from the engine's budgets ([dev.rockpool.streamengine.ShardWriteBudget],
/// [dev.rockpool.streamengine.ShardReadBudget]), the closed forms of the lab *shards* and the cost model.
///
/// Sizes are binary throughout, as in the lab: a shard takes in 1 MiB (2²⁰ bytes) a second.
@NullMarked
package dev.rockpool.quiz.streams;

import org.jspecify.annotations.NullMarked;
