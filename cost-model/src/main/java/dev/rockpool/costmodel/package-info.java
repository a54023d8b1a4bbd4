/// What cloud usage costs: the price book, usage lines, bills.
///
/// Terms:
///
/// - **Price book**: the prices that are known, each with its source, its date and the confidence it deserves.
/// - **Price schedule**: the price of one item of one service in one region, in tiers.
/// - **Tier**: a span of quantity with one price per unit. Tiers are graduated: each unit is billed at the price of
///   the tier it falls in, so crossing an edge never re-prices what lies below it.
/// - **Usage line**: a quantity of an item, in the unit of its price. **Bill line**: that, priced.
/// - **Free tier**: a quantity a month that the vendor does not charge; only applied where it is asked for.
///
/// Invariants:
///
/// - Between a usage line and its amount there are only exact additions and multiplications of decimals: no rounding,
///   no division, no `double`. Rounding is for display ([dev.rockpool.kernel.Money#display]).
/// - Splitting a usage line into several changes no total: lines of one price share their tiers.
/// - A price that is not known is refused, never taken from another region or tier.
///
/// Divisions happen before, where time and bytes become hours and GB-months ([BillableTime], [ByteTime]); each says
/// to how many decimals.
///
/// Sources stand beside each price; `README.md` in the resources of this package tells where the book comes from.
@NullMarked
package dev.rockpool.costmodel;

import org.jspecify.annotations.NullMarked;
