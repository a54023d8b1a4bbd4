/// Charts of numbers that stand still: each is a claim computed from the data, a picture with direct labels, and the
/// same numbers as a table, which is also what is exported and what a screen reader reads.
@NullMarked
package dev.rockpool.app.chart;

import org.jspecify.annotations.NullMarked;
