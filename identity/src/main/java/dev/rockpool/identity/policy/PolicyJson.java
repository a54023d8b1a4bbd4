package dev.rockpool.identity.policy;

import tools.jackson.databind.JsonNode;

/// Reads policies from JSON.
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"}) // bodies follow
public final class PolicyJson {
    private PolicyJson() {}

    /// The policy of a document `{"Version","Statement"}`.
    ///
    /// @param name what it is called in traces and faults
    /// @param kind whether statements must or must not name principals
    /// @throws dev.rockpool.kernel.InputException with code `policy-document` if it is none
    public static Policy read(String name, Kind kind, String json) {
        throw new UnsupportedOperationException(name + kind + json);
    }

    /// The policy of a document, or of statements alone (an object or an array), which are then in the newest version.
    public static Policy read(String name, Kind kind, JsonNode json) {
        throw new UnsupportedOperationException(name + kind + json);
    }

    /// What a policy is attached to.
    public enum Kind {
        /// A principal: statements name resources, and no principals.
        IDENTITY,
        /// A resource: statements name principals, and may leave the resource out.
        RESOURCE
    }
}
