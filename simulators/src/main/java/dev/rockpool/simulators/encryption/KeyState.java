package dev.rockpool.simulators.encryption;

import java.util.Arrays;
import java.util.List;

/// How a customer managed key of KMS stands (KMS developer guide, *Key states*, *Deleting keys*, November 2026).
///
/// A key that waits for its deletion does nothing; cancelled within the waiting period of 7 to 30 days it is disabled,
/// and works again once it is enabled. A key that is gone is the threat [Threat#KEY_DELETED].
public enum KeyState {
    ENABLED("enabled"),
    PENDING_DELETION("pending-deletion"),
    DISABLED("disabled");

    private final String word;

    KeyState(String word) {
        this.word = word;
    }

    /// The state of that word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static KeyState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no key state " + word));
    }

    /// The words of all states.
    static List<String> words() {
        return Arrays.stream(values()).map(KeyState::word).toList();
    }

    /// As scenarios have it: `pending-deletion`.
    public String word() {
        return word;
    }

    /// What the next act of its owner makes of it: schedule, cancel, enable.
    KeyState next() {
        return switch (this) {
            case ENABLED -> PENDING_DELETION;
            case PENDING_DELETION -> DISABLED;
            case DISABLED -> ENABLED;
        };
    }
}
