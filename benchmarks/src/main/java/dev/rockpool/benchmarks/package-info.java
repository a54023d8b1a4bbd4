/// Measurements: throughput per thread, and the answer times of a large collection. Outside the default build; README
/// says how to run them and what was measured.
@NullMarked
package dev.rockpool.benchmarks;

import org.jspecify.annotations.NullMarked;
