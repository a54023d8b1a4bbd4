/// The stage of the lab *rows-columns*: one table kept by rows and by columns, with what an operation asks
/// for and what it has to read along, and both kinds measured.
@NullMarked
package dev.rockpool.app.rowscolumns;

import org.jspecify.annotations.NullMarked;
