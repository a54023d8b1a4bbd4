/// `rockpool bench`: Rockpool measured beside other people's programs, in one run. Outside the default build.
///
/// **Measurement**: something measured by a name. **Figure**: one number of it, beside a peer's or alone, with the
/// bound that was asked for. **Peer**: a program that does the same. Rounds are interleaved with the peer's, so that
/// what else the machine does slows both; ratios are meant to be read, absolute numbers are one machine's.
@NullMarked
package dev.rockpool.benchmarks;

import org.jspecify.annotations.NullMarked;
