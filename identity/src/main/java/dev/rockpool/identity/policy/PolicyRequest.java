package dev.rockpool.identity.policy;

import java.util.List;
import java.util.Optional;

/// A question: may this principal do this to that resource, given these policies?
///
/// @param principal who asks
/// @param action such as `s3:GetObject`
/// @param resource the ARN of what it is done to, or `*`
/// @param resourceAccount the account that owns the resource; empty means the principal's own
/// @param context what else is known about the request; keys that follow from the principal are added where
/// they lack
/// @param identity the principal's policies
/// @param resourcePolicies the resource's policies
/// @param boundary the permissions boundary, if the principal has one; a present but empty one allows
/// nothing
/// @param session the session policies, if the session has any; present but empty allows nothing
/// @param scps one list of policies a level, from the root of the organisation down to the account
/// @param rcps likewise, of the resource's organisation
public record PolicyRequest(
        Principal principal,
        String action,
        String resource,
        Optional<String> resourceAccount,
        RequestContext context,
        List<Policy> identity,
        List<Policy> resourcePolicies,
        Optional<List<Policy>> boundary,
        Optional<List<Policy>> session,
        List<List<Policy>> scps,
        List<List<Policy>> rcps) {
    public PolicyRequest {
        identity = List.copyOf(identity);
        resourcePolicies = List.copyOf(resourcePolicies);
        boundary = boundary.map(List::copyOf);
        session = session.map(List::copyOf);
        scps = scps.stream().map(List::copyOf).toList();
        rcps = rcps.stream().map(List::copyOf).toList();
    }
}
