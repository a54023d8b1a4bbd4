package dev.rockpool.streamengine.kinesis;

import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.Decision;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyEvaluator;
import dev.rockpool.identity.policy.PolicyRequest;
import dev.rockpool.identity.policy.Principal;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.streamengine.StreamEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the caller's policies, and those of the stream or consumer, whether a request may be done (service
/// authorization reference, *Actions, resources, and condition keys for Amazon Kinesis Data Streams*).
final class StreamAccess {
    private StreamAccess() {}

    /// Refuses what concerns no stream in particular unless the caller may do it.
    static void require(KinesisRequest request) {
        if (isOwner(request.caller(), request.account())) {
            return;
        }
        decide(request, "*", request.account(), request.context().build(), List.of());
    }

    /// Refuses unless the caller may do this with what is at `address`.
    static void require(KinesisRequest request, StreamAddress address, Optional<StreamEngine> engine) {
        Optional<Policy> policy = engine.flatMap(streams -> ResourcePolicies.of(streams, address));
        if (policy.isEmpty() && isOwner(request.caller(), address.account())) {
            return;
        }
        RequestContext.Builder context = request.context().put("aws:ResourceAccount", address.account());
        engine.ifPresent(streams -> TagOperations.of(streams, address)
                .forEach((key, value) -> context.put("aws:ResourceTag/" + key, value)));
        request.fields().map("Tags").forEach((key, value) -> context.put("aws:RequestTag/" + key, value));
        List<String> keys = tagKeys(request.fields());
        if (!keys.isEmpty()) {
            context.put("aws:TagKeys", keys);
        }
        decide(
                request,
                address.arn(),
                address.account(),
                context.build(),
                policy.map(List::of).orElse(List.of()));
    }

    private static List<String> tagKeys(Fields fields) {
        List<String> keys = new ArrayList<>(fields.map("Tags").keySet());
        if (fields.has("TagKeys")) {
            keys.addAll(fields.texts("TagKeys"));
        }
        return keys;
    }

    /// Whether no policy can say otherwise: the root user with what is its account's own, and no session to limit it.
    private static boolean isOwner(Caller caller, String account) {
        return caller.principal() instanceof Principal.Root
                && caller.boundary().isEmpty()
                && caller.session().isEmpty()
                && caller.accountId().equals(Optional.of(account));
    }

    private static void decide(
            KinesisRequest request, String resource, String account, RequestContext context, List<Policy> policies) {
        Caller caller = request.caller();
        String action = request.operation().action();
        Decision decision = PolicyEvaluator.decide(new PolicyRequest(
                caller.principal(),
                action,
                resource,
                Optional.of(account),
                context,
                caller.identity(),
                policies,
                caller.boundary(),
                caller.session(),
                List.of(),
                List.of()));
        if (!decision.allowed()) {
            boolean isOwn = caller.accountId().equals(Optional.of(account));
            String kind = isOwn ? "identity-based" : "resource-based";
            String cause = decision.explicit()
                    ? "with an explicit deny in "
                            + (decision.decidedBy().startsWith("resource")
                                    ? "a resource-based policy"
                                    : "an identity-based policy")
                    : "because no " + kind + " policy allows the " + action + " action";
            throw KinesisError.of(
                    "AccessDeniedException",
                    "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: " + resource
                            + " " + cause);
        }
    }
}
