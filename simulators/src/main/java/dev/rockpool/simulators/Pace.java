package dev.rockpool.simulators;

/// What one step of a simulation stands for, and what its bill is of.
public enum Pace {
    /// A virtual second; the bill is of a month at the rate so far.
    SECONDS,
    /// A day; the bill is that of the days so far.
    DAYS,
    /// A step of a computation that takes no time; the bill, if there is one, is of a month.
    STEPS
}
