/// The lab *availability*: how long will it be down?
///
/// Terms:
///
/// - **Part**: something that is up or down, with an availability, or with a mean time between failures
///   and to repair.
/// - **Block diagram**: parts in **series** (all are needed), in **parallel** (one suffices), or **k of
///   n** ([Component]). A **common cause** is a part in series with a parallel block.
/// - **Unavailability**: 1 − availability. All arithmetic is on unavailabilities, so that nine nines
///   keep their digits.
/// - **Convention**: how long a year, a quarter and a month are taken to be ([Convention]).
/// - **Error budget**: the downtime that a target leaves.
///
/// Sources: B. Beyer et al., *Site Reliability Engineering*, appendix A (year of 365, quarter of 90,
/// month of 30 days); Amazon S3 service level agreement (read November 2026). Terms, units and what is
/// simplified: `docs/MODEL.md` in the resources.
@NullMarked
package dev.rockpool.simulators.availability;

import org.jspecify.annotations.NullMarked;
