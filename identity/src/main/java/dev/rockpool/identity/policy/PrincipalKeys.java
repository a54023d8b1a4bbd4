package dev.rockpool.identity.policy;

import java.util.Optional;

/// The condition keys that follow from who asks (IAM user guide, *Global condition context keys*, and
/// *Principal key values*, read 2026-11-26). What a request says itself is left as it is.
final class PrincipalKeys {
    private PrincipalKeys() {}

    static RequestContext added(PolicyRequest request) {
        RequestContext.Builder keys = request.context().toBuilder();
        Principal principal = request.principal();
        Optional<String> account = principal.accountId();
        account.ifPresent(id -> keys.putIfAbsent("aws:PrincipalAccount", id));
        request.resourceAccount().or(() -> account).ifPresent(id -> keys.putIfAbsent("aws:ResourceAccount", id));
        keys.putIfAbsent("aws:PrincipalIsAWSService", Boolean.toString(principal instanceof Principal.Service));
        switch (principal) {
            case Principal.Anonymous anonymous -> {
                keys.putIfAbsent("aws:PrincipalType", "Anonymous");
                keys.putIfAbsent("aws:userid", "anonymous");
            }
            case Principal.Root root -> {
                keys.putIfAbsent("aws:PrincipalType", "Account");
                keys.putIfAbsent("aws:PrincipalArn", root.arn());
                keys.putIfAbsent("aws:userid", root.account());
            }
            case Principal.User user -> {
                keys.putIfAbsent("aws:PrincipalType", "User");
                keys.putIfAbsent("aws:PrincipalArn", user.arn());
                keys.putIfAbsent("aws:username", user.name());
            }
            case Principal.Role role -> {
                keys.putIfAbsent("aws:PrincipalType", "AssumedRole");
                keys.putIfAbsent("aws:PrincipalArn", role.arn());
            }
            case Principal.RoleSession session -> {
                keys.putIfAbsent("aws:PrincipalType", "AssumedRole");
                keys.putIfAbsent("aws:PrincipalArn", session.roleArn());
            }
            case Principal.FederatedUser federated -> {
                keys.putIfAbsent("aws:PrincipalType", "FederatedUser");
                keys.putIfAbsent("aws:PrincipalArn", federated.arn());
                keys.putIfAbsent("aws:userid", federated.account() + ":" + federated.name());
            }
            case Principal.FederatedIdentity identity -> keys.putIfAbsent("aws:FederatedProvider", identity.provider());
            case Principal.Service service -> {
                keys.putIfAbsent("aws:PrincipalServiceName", service.name());
            }
        }
        return keys.build();
    }
}
