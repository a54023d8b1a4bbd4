package dev.rockpool.simulators.rowscolumns;

/// Both databases with the same table.
///
/// @param rows of H2, which keeps rows
/// @param columns of DuckDB, which keeps columns
public record Measured(Timings rows, Timings columns) {}
