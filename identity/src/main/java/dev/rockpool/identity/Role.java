package dev.rockpool.identity;

import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.Principal;
import java.util.List;
import java.util.Optional;

/// A role of an account, which principals that its trust policy names may assume.
///
/// @param account its owner
/// @param path begins and ends with a slash
/// @param name unique within the account
/// @param trust who may assume it
/// @param policies what its sessions may do
/// @param boundary its permissions boundary, if it has one
public record Role(
        Account account,
        String path,
        String name,
        List<Policy> trust,
        List<Policy> policies,
        Optional<List<Policy>> boundary) {
    public Role {
        trust = List.copyOf(trust);
        policies = List.copyOf(policies);
        boundary = boundary.map(List::copyOf);
    }

    /// As policies name it.
    public String arn() {
        return new Principal.Role(account.id(), path, name).arn();
    }
}
