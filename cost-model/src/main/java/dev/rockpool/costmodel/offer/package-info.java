/// Reads the vendor's price-list files, and keeps the prices that a user brought.
///
/// Terms:
///
/// - **Offer file**: the prices of one service, in one region or all, as the vendor publishes them: JSON
///   (`offers/v1.0/aws/CODE/current/REGION/index.json`) or CSV (`index.csv`), format v1.0.
/// - **Usage type**: what a product is billed as, such as `EUC1-Requests-SIA-Tier1`; behind its region's prefix it is
///   the key to an item of the price book, with the operation where one usage type has several prices. Product family,
///   location and volume type are not: they are missing, spelt in two ways, or renamed.
///
/// Invariants: a file is read as a stream, in memory bounded by the prices that are wanted; a file that is no offer, is
/// cut off, or is in another currency is refused in one sentence and changes nothing; two products that would be one
/// item at two prices are left out, never chosen from.
///
/// The mapping and its sources stand in `README.md`, `usagetypes.csv` and `regions.csv` in the resources of this
/// package.
@NullMarked
package dev.rockpool.costmodel.offer;

import org.jspecify.annotations.NullMarked;
