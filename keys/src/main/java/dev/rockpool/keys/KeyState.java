package dev.rockpool.keys;

/// What a key can be used for at the moment (KMS developer guide, *Key states*).
public enum KeyState {
    ENABLED("Enabled"),
    /// Does nothing until it is enabled again.
    DISABLED("Disabled"),
    /// Does nothing, and goes for good on its deletion date unless that is cancelled.
    PENDING_DELETION("PendingDeletion");

    private final String apiName;

    KeyState(String apiName) {
        this.apiName = apiName;
    }

    /// As the API names it.
    public String apiName() {
        return apiName;
    }
}
