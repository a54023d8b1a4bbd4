package dev.rockpool.benchmarks;

/// Something that `bench` measures by a name.
interface Measurement {
    /// What it is asked for by, such as `store`.
    String name();

    /// What it measures and beside whom, in a line.
    String description();

    /// Measures, and tells each figure as soon as it stands.
    void measure(BenchRun run) throws Exception;
}
