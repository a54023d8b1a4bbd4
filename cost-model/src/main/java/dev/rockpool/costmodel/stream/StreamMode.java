package dev.rockpool.costmodel.stream;

/// How a stream is paid for.
public enum StreamMode {
    PROVISIONED,
    ON_DEMAND,
    /// On-demand with the account's minimum throughput commitment (since November 2025).
    ON_DEMAND_ADVANTAGE
}
