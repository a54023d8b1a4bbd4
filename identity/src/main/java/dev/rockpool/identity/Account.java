package dev.rockpool.identity;

/// An account: it owns buckets, keys and streams.
///
/// @param id twelve digits
/// @param canonicalId what ACLs and `Owner` elements call it
/// @param displayName for people
/// @param email what ACL grants by e-mail address it
public record Account(String id, String canonicalId, String displayName, String email) {
    /// The ARN of its root user, which in a policy stands for the account.
    public String rootArn() {
        return "arn:aws:iam::" + id + ":root";
    }
}
