package dev.rockpool.benchmarks;

/// Something that `bench` measures by a name.
interface Measurement {
    /// What it is asked for by, such as `store`.
    String name();

    /// What it measures and beside whom, in a line.
    String description();

    /// Whether it is left out unless it is asked for: it takes too long beside the others.
    default boolean isOnlyByName() {
        return false;
    }

    /// Measures, and tells each figure as soon as it stands.
    void measure(BenchRun run) throws Exception;
}
