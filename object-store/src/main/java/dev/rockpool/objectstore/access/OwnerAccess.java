package dev.rockpool.objectstore.access;

import java.util.Optional;

/// Lets the owner's account do everything and nobody else anything.
public final class OwnerAccess implements AccessControl {
    @Override
    public AccessDecision decide(AccessRequest request) {
        if (request.caller().isAnonymous()) {
            return AccessDecision.DENIED;
        }
        boolean owner = request.bucket()
                .map(bucket -> request.caller()
                        .account()
                        .map(account ->
                                account.canonicalId().equals(bucket.owner().canonicalId()))
                        .orElse(false))
                .orElse(true);
        return owner ? AccessDecision.ALLOWED : AccessDecision.DENIED;
    }

    @Override
    public boolean isPublicPolicy(String json) {
        return false;
    }

    @Override
    public Optional<String> policyFault(String bucket, String json) {
        return Optional.empty();
    }
}
