package dev.rockpool.simulators.storageclasses;

import dev.rockpool.lifecycle.StorageClass;
import java.util.ArrayList;
import java.util.List;

/// Which class is cheapest at which reads and size: a grid over both, on logarithmic scales.
///
/// @param columns of sizes, from 1 KiB at 0 to 64 GiB
/// @param rows of reads a month, from 0.01 at 0 to 100
/// @param cells the cheapest class of each cell's middle, row by row from the fewest reads
public record CheapestMap(int columns, int rows, List<StorageClass> cells) {
    private static final int COLUMNS = 96;
    private static final int ROWS = 56;
    private static final double KIB = 1024;

    public CheapestMap {
        cells = List.copyOf(cells);
    }

    /// The map around `scenario`: its months, region and restores, and as many bytes in all, cut into other sizes.
    static CheapestMap of(StorageClassesScenario scenario, ClassRates rates) {
        List<StorageClass> cells = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double reads = reads((row + 0.5) / ROWS);
                long bytes = Math.max(1, Math.round(bytes((column + 0.5) / COLUMNS)));
                // one object: what is cheapest does not hang on how many there are, volume discounts aside
                cells.add(rates.cheapest(
                        scenario.withObjects(1).withAverageBytes(bytes).withReads(reads)));
            }
        }
        return new CheapestMap(COLUMNS, ROWS, cells);
    }

    /// The cheapest class of a cell.
    ///
    /// @param column 0 for the smallest sizes
    /// @param row 0 for the fewest reads
    public StorageClass at(int column, int row) {
        return cells.get(row * columns + column);
    }

    /// Bytes at a place from 0, the smallest, to 1.
    public static double bytes(double place) {
        return KIB
                * StorageClassesParameters.LEAST_KIB
                * Math.pow(StorageClassesParameters.MOST_KIB / StorageClassesParameters.LEAST_KIB, place);
    }

    /// Reads a month at a place from 0, the fewest, to 1.
    public static double reads(double place) {
        return StorageClassesParameters.LEAST_READS
                * Math.pow(StorageClassesParameters.MOST_READS / StorageClassesParameters.LEAST_READS, place);
    }

    /// Where a size lies, 0 to 1.
    public static double placeOfBytes(double bytes) {
        return Math.clamp(
                Math.log(bytes / KIB / StorageClassesParameters.LEAST_KIB)
                        / Math.log(StorageClassesParameters.MOST_KIB / StorageClassesParameters.LEAST_KIB),
                0,
                1);
    }

    /// Where a rate of reads lies, 0 to 1; none at all lies at 0.
    public static double placeOfReads(double reads) {
        return reads <= StorageClassesParameters.LEAST_READS
                ? 0
                : Math.min(
                        1,
                        Math.log(reads / StorageClassesParameters.LEAST_READS)
                                / Math.log(StorageClassesParameters.MOST_READS / StorageClassesParameters.LEAST_READS));
    }
}
