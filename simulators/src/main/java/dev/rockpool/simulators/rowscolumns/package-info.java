/// The lab *rows-columns*: should this table be kept by rows or by columns?
///
/// Terms:
///
/// - **Row store**: whole rows on **pages**, found through a B-tree; made for transactions (OLTP).
/// - **Column store**: the values of a column together, in **row groups** whose parts of a column are **column
///   chunks**, read in **blocks**; made for analysis (OLAP).
///
/// Sources: DuckDB's storage format (row groups of 122,880 rows, blocks of 256 KiB); pages of 8 KiB as PostgreSQL has
/// them; H2's documentation of `OPTIMIZE_REUSE_RESULTS` and `WRITE_DELAY`. [TableRepository] is the one class that
/// talks to H2 and DuckDB.
@NullMarked
package dev.rockpool.simulators.rowscolumns;

import org.jspecify.annotations.NullMarked;
