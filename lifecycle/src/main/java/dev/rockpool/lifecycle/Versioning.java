package dev.rockpool.lifecycle;

/// Whether a bucket keeps the versions of its objects; decides what expiration does.
public enum Versioning {
    /// Never enabled: expiration deletes.
    DISABLED("Disabled"),
    /// Expiration adds a delete marker with an id of its own; the version stays, noncurrent.
    ENABLED("Enabled"),
    /// Expiration adds a delete marker with the id `null`, which replaces the version of that id.
    SUSPENDED("Suspended");

    private final String apiName;

    Versioning(String apiName) {
        this.apiName = apiName;
    }

    /// As the API and scenario files write it.
    public String apiName() {
        return apiName;
    }
}
