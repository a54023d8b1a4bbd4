package dev.rockpool.identity.policy;

import java.util.List;

/// A policy: statements in one version of the language.
///
/// @param name what it is called in traces and faults, such as `identity` or `bucket policy`
/// @param version of the language
/// @param statements in the order written
public record Policy(String name, PolicyVersion version, List<Statement> statements) {
    public Policy {
        statements = List.copyOf(statements);
    }
}
