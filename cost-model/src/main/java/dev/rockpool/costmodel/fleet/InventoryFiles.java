package dev.rockpool.costmodel.fleet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The data files of one inventory report and how to read them.
///
/// @param name of the report, for faults: the file that was named
/// @param files in order, each checked to be whole
/// @param isParquet else CSV
/// @param hasHeader whether each CSV file starts with a row of names
/// @param names of all columns, in order, as the files have them
/// @param columns the places (from 0) of the columns that matter
/// @param taken when the report was made, if its manifest says
record InventoryFiles(
        Path name,
        List<Path> files,
        boolean isParquet,
        boolean hasHeader,
        List<String> names,
        Map<InventoryColumn, Integer> columns,
        Optional<Instant> taken) {
    InventoryFiles {
        files = List.copyOf(files);
        names = List.copyOf(names);
        columns = Map.copyOf(columns);
    }

    boolean has(InventoryColumn column) {
        return columns.containsKey(column);
    }

    /// Whether the report lists versions.
    boolean isVersioned() {
        return has(InventoryColumn.IS_LATEST);
    }
}
