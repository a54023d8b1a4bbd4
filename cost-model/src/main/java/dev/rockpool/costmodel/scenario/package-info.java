/// What a system would cost over some months, and why one costs more than another.
///
/// Terms:
///
/// - **Scenario**: services in one region, what each is made to do, for how many months, growing or not.
/// - **Part**: one service of a scenario, with a value for each of its inputs.
/// - **Forecast**: a scenario priced, a bill a month. Months are those of the vendor's calculator, 730 hours each, so
///   that what does not change costs the same every month.
/// - **Comparison**: two forecasts line by line, the largest difference first.
///
/// Invariants: a forecast is what `price` makes of the usage it exports, to the last digit; equal scenarios and prices
/// give equal forecasts. Free tiers are off unless a scenario asks for them.
@NullMarked
package dev.rockpool.costmodel.scenario;

import org.jspecify.annotations.NullMarked;
