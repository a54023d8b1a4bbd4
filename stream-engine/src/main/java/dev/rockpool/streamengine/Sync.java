package dev.rockpool.streamengine;

/// When a put is answered.
public enum Sync {
    /// After its records reached the disk: they survive a killed process and a loss of power. The default.
    ON,

    /// After its records were handed to the operating system: they survive a killed process, not a loss of power.
    OFF
}
