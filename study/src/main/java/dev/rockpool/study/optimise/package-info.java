/// The optimiser: fits the 21 weights of FSRS-6 to a learner's own review log.
///
/// Terms:
///
/// - **History**: the reviews of one card in time order, from the first review of its last learning.
/// - **Item**: a review a day or more after the one before it; its label is whether the card was recalled, and the
///   reviews before it predict that. The first such review of a card is its *first item*.
/// - **Log loss**: the mean of −ln(chance that was given to what happened); less is better.
/// - **RMSE (bins)**: the root of the mean squared difference of predicted and actual recall, over bins of items with
///   similar delay, number of reviews, and lapses; less is better.
/// - **S0 stage**: finds the stabilities after a first review (w0 to w3) from the first items alone.
///
/// Sources: open-spaced-repetition/fsrs-rs 6.6.1 `src/dataset.rs` (items, outlier filter, recency weights),
/// `src/parameter_initialization.rs` (S0 stage), `src/training.rs` (loss, prior, Adam, annealing),
/// `src/parameter_clipper.rs` (bounds), `src/inference.rs` (metrics); Kingma and Ba 2015 (Adam); Loshchilov and Hutter
/// 2017 (cosine annealing); ankitects/anki 26.08 `rslib/src/scheduler/fsrs/params.rs` (keeping the old weights,
/// health). Written anew; deviations:
///
/// - Mini-batches hold whole cards rather than items, so that each history is walked once an epoch; gradients are
///   exact, by reverse-mode differentiation of the recurrence.
/// - Logs of more than 131,072 items are trained in fewer, larger batches.
///
/// Invariants: an optimiser is a pure function of histories, old weights and seed: the number of threads changes no bit
/// of the result. It knows neither clock nor screen.
@NullMarked
package dev.rockpool.study.optimise;

import org.jspecify.annotations.NullMarked;
