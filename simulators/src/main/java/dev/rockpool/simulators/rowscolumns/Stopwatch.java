package dev.rockpool.simulators.rowscolumns;

/// Measures both databases.
@FunctionalInterface
interface Stopwatch {
    /// One round with the measured table of `scenario`.
    ///
    /// @param number of the round, from 0 on
    Measured.Round round(RowsColumnsScenario scenario, int number);
}
