package dev.rockpool.identity.policy;

/// A version of the policy language (IAM user guide, *Version*).
public enum PolicyVersion {
    /// `2008-10-17`, the default of a document that names none: variables such as `${aws:username}` are
    /// plain text.
    V2008("2008-10-17"),
    /// `2012-10-17`, with variables.
    V2012("2012-10-17");

    private final String date;

    PolicyVersion(String date) {
        this.date = date;
    }

    /// As a document writes it.
    public String date() {
        return date;
    }

    /// Whether `${…}` stands for a value of the request.
    public boolean hasVariables() {
        return this == V2012;
    }
}
