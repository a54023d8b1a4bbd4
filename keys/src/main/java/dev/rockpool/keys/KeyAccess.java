package dev.rockpool.keys;

import dev.rockpool.identity.policy.Decision;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyEvaluator;
import dev.rockpool.identity.policy.PolicyRequest;
import dev.rockpool.identity.policy.Principal;
import dev.rockpool.identity.policy.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides who may do what with a key: by key policy and identity policies, or by a grant.
///
/// Source: KMS developer guide, *Determining access to KMS keys*: an explicit deny ends it, a grant allows what no
/// policy denies.
final class KeyAccess {
    private KeyAccess() {}

    /// What the policies say of `action` (such as `kms:Decrypt`) with `key`.
    static Decision decide(KeyUse use, String action, StoredKey key, Map<String, String> encryptionContext) {
        RequestContext.Builder context = use.context().toBuilder()
                .put("kms:KeySpec", "SYMMETRIC_DEFAULT")
                .put("kms:KeyUsage", "ENCRYPT_DECRYPT")
                .put("kms:KeyOrigin", "AWS_KMS")
                .put("aws:ResourceAccount", key.account())
                .put("kms:EncryptionContextKeys", List.copyOf(encryptionContext.keySet()));
        use.caller().accountId().ifPresent(account -> context.put("kms:CallerAccount", account));
        encryptionContext.forEach((name, value) -> context.put("kms:EncryptionContext:" + name, value));
        key.tags().forEach((name, value) -> context.put("aws:ResourceTag/" + name, value));
        return decide(
                use,
                action,
                key.arn(),
                Optional.of(key.account()),
                context.build(),
                key.policy().policy());
    }

    /// Lets `use` do `action` with `key`, by policy or grant.
    ///
    /// @throws KeyRefusal with `AccessDeniedException` otherwise
    static void require(
            KeyUse use, String action, StoredKey key, Map<String, String> encryptionContext, Stream<Grant> grants) {
        Decision decision = decide(use, action, key, encryptionContext);
        boolean isDenied = !decision.allowed() && decision.explicit();
        if (isDenied || (!decision.allowed() && !isGranted(use, action, encryptionContext, grants))) {
            throw refusal(use, action, key.arn(), decision);
        }
    }

    /// Lets `use` do `action`, which concerns no key in particular.
    ///
    /// @throws KeyRefusal with `AccessDeniedException` otherwise
    static void require(KeyUse use, String action) {
        Decision decision = decide(use, action, "*", use.caller().accountId(), use.context(), null);
        if (!decision.allowed()) {
            throw refusal(use, action, "*", decision);
        }
    }

    private static Decision decide(
            KeyUse use,
            String action,
            String resource,
            Optional<String> account,
            RequestContext context,
            @Nullable Policy keyPolicy) {
        return PolicyEvaluator.decide(new PolicyRequest(
                use.caller().principal(),
                action,
                resource,
                account,
                context,
                use.caller().identity(),
                keyPolicy == null ? List.of() : List.of(keyPolicy),
                use.caller().boundary(),
                use.caller().session(),
                List.of(),
                List.of()));
    }

    private static boolean isGranted(
            KeyUse use, String action, Map<String, String> encryptionContext, Stream<Grant> grants) {
        String operation = action.substring(action.indexOf(':') + 1);
        Principal principal = use.caller().principal();
        Optional<String> role =
                principal instanceof Principal.RoleSession session ? Optional.of(session.roleArn()) : Optional.empty();
        return grants.anyMatch(grant -> grant.lets(principal.arn(), role, operation, encryptionContext));
    }

    private static KeyRefusal refusal(KeyUse use, String action, String resource, Decision decision) {
        String cause =
                decision.explicit() ? "with an explicit deny in a policy" : "because no policy or grant allows it";
        return new KeyRefusal(
                KeyRefusal.Code.ACCESS_DENIED,
                "User: " + use.caller().arn() + " is not authorized to perform: " + action + " on resource: " + resource
                        + " " + cause);
    }
}
