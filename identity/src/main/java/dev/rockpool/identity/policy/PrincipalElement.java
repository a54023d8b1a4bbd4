package dev.rockpool.identity.policy;

import java.util.List;

/// The principals that a statement names, each kind in the order written.
///
/// @param everyone whether it is `*`
/// @param aws ARNs and account ids
/// @param federated identity providers
/// @param services names of services
/// @param canonicalUsers canonical ids of accounts
public record PrincipalElement(
        boolean everyone,
        List<String> aws,
        List<String> federated,
        List<String> services,
        List<String> canonicalUsers) {
    public PrincipalElement {
        aws = List.copyOf(aws);
        federated = List.copyOf(federated);
        services = List.copyOf(services);
        canonicalUsers = List.copyOf(canonicalUsers);
    }
}
