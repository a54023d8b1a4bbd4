/// What services are made to do in a month, and the usage lines that this is billed as.
///
/// Terms:
///
/// - **Workload**: what one service does in one billing month, in the terms in which an engineer plans it: records and
///   their size, runs and their length, gateways and the bytes through them.
/// - **Tariff**: the price book, the region and the month that a workload is billed under.
///
/// A class stands here only where a rule rounds, doubles, tops up or takes off: everything else in the price book is a
/// quantity times a price ([PricedItem]). Each class names the page of its rule.
///
/// Invariants: more of anything never bills less; bytes and counts become quantities exactly, hours as [BillableTime]
/// and GB-months as [ByteTime] say; a line of nothing is left out.
@NullMarked
package dev.rockpool.costmodel.workload;

import org.jspecify.annotations.NullMarked;
