package dev.rockpool.lifecycle;

/// How fast an archived object is asked back; faster costs more.
public enum RestoreTier {
    /// Not for Deep Archive, and not for large objects.
    EXPEDITED("Expedited"),
    STANDARD("Standard"),
    BULK("Bulk");

    private final String apiName;

    RestoreTier(String apiName) {
        this.apiName = apiName;
    }

    /// As a restore request names it.
    public String apiName() {
        return apiName;
    }
}
