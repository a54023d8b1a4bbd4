/// What a learner's history says: values and their formulas, without tables and without a clock.
///
/// Terms:
///
/// - **True retention**: the share of reviews that were recalled, over cards that had left their steps (Anki manual,
///   chapter "Statistics", read 2026-11). A card is **young** while its interval is below 21 days, then **mature**.
/// - **Calibration**: whether what the memory model predicted came: the predicted chance of recall against the share
///   that was recalled, over the reviews a day or more after the answer before.
/// - **Log loss**: the mean of −ln of the chance that was given to what came; smaller is better, ln 2 is a coin's.
@NullMarked
package dev.rockpool.study.statistics;

import org.jspecify.annotations.NullMarked;
