package dev.rockpool.study.optimise;

/// How well weights predict a log; less is better.
///
/// @param logLoss the mean of −ln(chance given to what happened), items weighted by recency
/// @param rmseBins the root mean squared difference of predicted and actual recall over bins of like items; the means
///     within a bin are plain, bins are weighted by the recency of their items
public record Metrics(double logLoss, double rmseBins) {}
