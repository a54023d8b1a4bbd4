/// What every module speaks in: exact decimals and money, seeded randomness, the data directory, and the two failures
/// that reach a person.
///
/// Terms:
///
/// - **Seed**: one visible number from which every random stream of a run is derived by name.
/// - **Money**: an exact amount of one currency; rounding is for the eye and never enters a sum.
/// - **Data directory**: where all of a user's data lives; a parameter, never looked up below the composition root.
/// - **Input failure**: the user gave something that cannot be used; **environment failure**: the machine refused.
///
/// Invariant: nothing here reads wall time, unseeded randomness, or the environment on its own.
@NullMarked
package dev.rockpool.kernel;

import org.jspecify.annotations.NullMarked;
