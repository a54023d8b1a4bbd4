/// One running platform: one clock, the engines that live on it, and the meter that knows what they cost.
///
/// Terms:
///
/// - **Platform clock**: the time that everything on the platform goes by; real, standing, or running at a speed of its
///   own. It never goes back.
/// - **Meter**: hears what the engines did and counts it as the vendor bills it.
/// - **Reading**: what the meter counted from one moment to another; it turns into a bill.
///
/// Invariants:
///
/// - A reading is exact: whole bytes, units and milliseconds. Storage beyond the free age dates puts to their minute's
///   mean; a projection to a month rounds at [MeterReading#DECIMALS] digits.
/// - Reading the meter changes nothing: however often it is read, the sum is the same.
/// - What a meter counts follows from the events alone; engines know no prices.
@NullMarked
package dev.rockpool.platform;

import org.jspecify.annotations.NullMarked;
