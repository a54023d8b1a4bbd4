package dev.rockpool.objectstore.access;

/// A permission for somebody.
public record Grant(Grantee grantee, Permission permission) {}
