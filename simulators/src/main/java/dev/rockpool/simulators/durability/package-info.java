/// The lab *durability*: how often will I lose an object?
///
/// Terms:
///
/// - **Shard**: a part of an object on a drive of its own; the `n` shards of an object are its
///   **stripe**.
/// - **Scheme**: which losses of shards a stripe survives ([Scheme]).
/// - **Failure rate**: failures of a drive in a year, as a rate; a yearly *probability* is turned into
///   one.
/// - **Repair time**: hours from a failure to the lost shard being whole again on another drive.
/// - **Annual loss**: the chance that a stripe is lost within a year; **nines**: −log₁₀ of it, never
///   rounded up.
/// - **Mean time to data loss**: of one stripe that starts whole, in years.
///
/// Four methods answer the same question: the Markov chain of failed shards, the binomial and the
/// Poisson window, and a simulation that makes rare failures frequent and weighs them back. Every sum
/// has positive terms only, so that nothing cancels; functions that machines may round differently come
/// from `StrictMath`.
///
/// Sources: J. G. Elerath and M. Pecht 2009; K. Greenan, J. Plank and J. Wylie, "Mean time to
/// meaningless", HotStorage 2010; W. Grassmann, M. Taksar and D. Heyman 1985 (elimination without
/// subtraction); Backblaze, "Cloud storage durability", 2018, and its durability calculator; C. Huang
/// et al., "Erasure coding in Windows Azure Storage", 2012. Terms, units and what is simplified:
/// `docs/MODEL.md` in the resources.
@NullMarked
package dev.rockpool.simulators.durability;

import org.jspecify.annotations.NullMarked;
