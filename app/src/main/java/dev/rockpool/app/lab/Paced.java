package dev.rockpool.app.lab;

import dev.rockpool.simulators.Lab;

/// Messages that speak of the steps of a run: a lab that goes by days, or by steps of a
/// computation, has its own.
final class Paced {
    private Paced() {}

    /// The key of `key` as it is said of the steps of `lab`; `key` itself is said of seconds.
    static String key(Lab<?, ?, ?> lab, String key) {
        return switch (lab.pace()) {
            case SECONDS -> key;
            case DAYS -> key + ".days";
            case STEPS -> key + ".steps";
        };
    }
}
