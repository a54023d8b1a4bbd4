package dev.rockpool.benchmarks;

import java.nio.file.Path;

/// What a measurement has while it runs: a folder of its own, peers, and somebody to tell.
interface BenchRun {
    /// An empty folder on the disk that is measured; removed afterwards.
    Path folder();

    /// Programs of other people, for measurements beside them.
    Peers peers();

    /// How long `soak` takes.
    int minutes();

    /// A figure stands.
    void tell(Figure figure);

    /// A figure or a peer is missing.
    ///
    /// @param what which
    /// @param why  one sentence with the remedy
    void missing(String what, String why);
}
