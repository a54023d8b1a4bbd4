/// Templates about storage classes: what a class charges besides its price for a gigabyte.
///
/// Right answers come from the meter and the bill of [dev.rockpool.costmodel.storage], at the prices in force. A month
/// has 730 hours and a gigabyte 2³⁰ bytes, as in a price list.
@NullMarked
package dev.rockpool.quiz.storage;

import org.jspecify.annotations.NullMarked;
