package dev.rockpool.identity.policy;

/// Where a policy is attached, in the order in which the service asks them (IAM user guide, *How AWS
/// enforcement code logic evaluates requests*, read 2026-11-26).
public enum Part {
    /// The policy of a VPC endpoint on the way to the service, which is asked apart from all others.
    ENDPOINT("endpoint"),
    /// Resource control policies of the organisation that the resource belongs to.
    RCPS("rcps"),
    /// Service control policies of the organisation that the principal belongs to.
    SCPS("scps"),
    /// The policy of the resource.
    RESOURCE("resource_policy"),
    /// The policies of the principal.
    IDENTITY("identity"),
    /// The principal's permissions boundary.
    BOUNDARY("boundary"),
    /// The policies given when the session was made.
    SESSION("session");

    private final String field;

    Part(String field) {
        this.field = field;
    }

    /// Its name in a case file.
    public String field() {
        return field;
    }
}
