/// What every module speaks in: seeded randomness, the data directory, and the two failures that reach a person.
///
/// Terms:
///
/// - **Seed**: one visible number from which every random stream of a run is derived by name.
/// - **Data directory**: where all of a user's data lives; a parameter, never looked up below the composition root.
/// - **Input failure**: the user gave something that cannot be used; **environment failure**: the machine refused.
///
/// Invariant: nothing here reads wall time, unseeded randomness, or the environment on its own.
@NullMarked
package dev.rockpool.kernel;

import org.jspecify.annotations.NullMarked;
