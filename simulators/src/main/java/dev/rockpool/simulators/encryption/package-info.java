/// The lab *encryption*: who can read this object, and what does each reader need?
///
/// A mode is a list of layers, each with who holds its key; a threat is somebody with rights and keys who comes by some
/// way, perhaps after a mishap. [ObjectReading] walks from the way to the plaintext, layer by layer, and the outcome is
/// where it stops. Beside it, the month's traffic is counted in calls to S3 and to KMS ([EncryptionCalls]) and billed.
///
/// Terms, the reason of each outcome with its source, and what is simplified: `docs/MODEL.md` in the resources.
@NullMarked
package dev.rockpool.simulators.encryption;

import org.jspecify.annotations.NullMarked;
