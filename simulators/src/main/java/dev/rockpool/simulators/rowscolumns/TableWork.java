package dev.rockpool.simulators.rowscolumns;

/// What an operation touches in each kind of table, by counting.
///
/// @param rowsPerPage whole rows on a page
/// @param pages of the row store
/// @param levels of its B-tree, leaves included
/// @param pagesTouched read and written
/// @param rowBytes of those
/// @param rowGroups of the column store
/// @param chunksTouched column chunks of which something is read or written
/// @param columnBytes of what is
/// @param rowTableBytes of the whole row store
/// @param columnTableBytes of the whole column store
public record TableWork(
        long rowsPerPage,
        long pages,
        int levels,
        long pagesTouched,
        double rowBytes,
        long rowGroups,
        long chunksTouched,
        double columnBytes,
        double rowTableBytes,
        double columnTableBytes) {
    /// Bytes of a page of the row store.
    public static final int PAGE = 8_192;
    /// Bytes of an entry of the B-tree: a key and where it leads.
    static final int ENTRY = 16;
    /// Rows of a row group.
    public static final int GROUP = 122_880;
    /// Bytes that the column store reads at once.
    public static final int BLOCK = 262_144;

    /// What the operation of `scenario` touches.
    public static TableWork of(RowsColumnsScenario scenario) {
        long rowSize = (long) scenario.columns() * scenario.valueBytes();
        long perPage = Math.max(1, PAGE / rowSize);
        long pagesPerRow = Math.ceilDiv(rowSize, (long) PAGE);
        long pages = Math.ceilDiv(scenario.rows(), perPage) * pagesPerRow;
        int levels = 1;
        for (long nodes = pages; nodes > 1; nodes = Math.ceilDiv(nodes, (long) PAGE / ENTRY)) {
            levels++;
        }
        long groups = Math.ceilDiv(scenario.rows(), (long) GROUP);
        double column = scenario.rows() * (double) scenario.valueBytes() / scenario.compression();
        double chunk = Math.min(scenario.rows(), GROUP) * (double) scenario.valueBytes() / scenario.compression();
        double block = Math.min(chunk, BLOCK);
        long path = scenario.hasIndex() ? levels - 1 + pagesPerRow : pages;
        long keys = scenario.isOrdered() ? 1 : groups;
        double keyBytes = scenario.isOrdered() ? block : column;
        long touched = switch (scenario.operation()) {
            case POINT_READ -> path;
            case POINT_UPDATE -> path + 1;
            case AGGREGATE, LOAD -> pages;
        };
        long chunks = switch (scenario.operation()) {
            case POINT_READ -> keys + scenario.columns() - 1;
            case POINT_UPDATE -> keys + Math.min(1, scenario.columns() - 1);
            case AGGREGATE -> scenario.read() * groups;
            case LOAD -> scenario.columns() * groups;
        };
        double columnBytes = switch (scenario.operation()) {
            case POINT_READ -> keyBytes + (scenario.columns() - 1) * block;
            case POINT_UPDATE -> keyBytes + (Math.min(1, scenario.columns() - 1) + 1) * block;
            case AGGREGATE -> scenario.read() * column;
            case LOAD -> scenario.columns() * column;
        };
        return new TableWork(
                perPage,
                pages,
                levels,
                touched,
                (double) touched * PAGE,
                groups,
                chunks,
                columnBytes,
                (double) pages * PAGE,
                scenario.columns() * column);
    }

    /// How many times more the row store touches; below 1 where it touches less.
    public double ratio() {
        return rowBytes / columnBytes;
    }
}
