package dev.rockpool.objectstore.access;

/// What came of an [AccessRequest].
///
/// @param message the service's words if it is not allowed, such as `Access Denied`
public record AccessDecision(boolean allowed, String message) {
    /// Yes.
    public static final AccessDecision ALLOWED = new AccessDecision(true, "");

    /// No, in the service's plainest words.
    public static final AccessDecision DENIED = new AccessDecision(false, "Access Denied");
}
