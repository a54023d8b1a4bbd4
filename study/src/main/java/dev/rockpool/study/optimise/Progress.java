package dev.rockpool.study.optimise;

/// Hears how far an optimiser is, and may end it.
@FunctionalInterface
public interface Progress {
    /// Hears nothing and never ends it.
    Progress SILENT = share -> true;

    /// Hears how far it is.
    ///
    /// @param share of the work that is done, 0 to 1
    /// @return whether to go on; with `false` the optimiser throws a `CancellationException`
    boolean reached(double share);
}
