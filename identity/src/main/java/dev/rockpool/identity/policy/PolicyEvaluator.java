package dev.rockpool.identity.policy;

/// Decides requests and says why (IAM user guide, *Policy evaluation logic*).
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"}) // bodies follow
public final class PolicyEvaluator {
    private PolicyEvaluator() {}

    /// What comes of a request.
    public static Decision decide(PolicyRequest request) {
        throw new UnsupportedOperationException(request.action());
    }
}
