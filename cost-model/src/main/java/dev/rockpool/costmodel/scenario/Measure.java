package dev.rockpool.costmodel.scenario;

/// What a number of a part counts.
public enum Measure {
    COUNT,
    OBJECTS,
    REQUESTS,
    RECORDS,
    RECORDS_PER_SECOND,
    BYTES,
    KIB,
    MIB,
    /// The gigabyte of a bill, 2³⁰ bytes.
    GIB,
    MILLISECONDS,
    MINUTES,
    HOURS,
    DAYS,
    PERCENT,
    /// A number that need not be whole.
    PLAIN
}
