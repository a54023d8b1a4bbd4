package dev.rockpool.keys;

import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.RequestContext;

/// Who wants to use a key, and what is known about the request.
///
/// @param caller who asks; when the object store asks on behalf of somebody, that somebody
/// @param context the condition keys of the request, such as `aws:SourceIp`; `kms:ViaService` when a service asks
public record KeyUse(Caller caller, RequestContext context) {
    /// Asked directly, with nothing else known.
    public static KeyUse direct(Caller caller) {
        return new KeyUse(caller, RequestContext.EMPTY);
    }

    /// Asked by a service on behalf of `caller`.
    ///
    /// @param service such as `s3.us-east-1.amazonaws.com`
    public static KeyUse via(Caller caller, String service, RequestContext context) {
        return new KeyUse(
                caller, context.toBuilder().put("kms:ViaService", service).build());
    }
}
