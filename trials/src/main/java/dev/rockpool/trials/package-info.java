/// What the tests of all modules share.
///
/// **Trial**: one run of a property on random input, drawn from a seed that a failure names. **Campaign**: a test that
/// goes on for long (kills, disk faults, hostile input); the default build runs a seeded sample of it, the profile
/// `campaign` all of it, and each tells its counts for docs/reliability.md.
@NullMarked
package dev.rockpool.trials;

import org.jspecify.annotations.NullMarked;
