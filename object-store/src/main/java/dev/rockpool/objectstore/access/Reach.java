package dev.rockpool.objectstore.access;

import dev.rockpool.identity.policy.Decision;

/// Whether somebody may do something, and what decided it: a line of *who can read this*.
///
/// @param arn who, `*` for everybody without a signature
/// @param decision with the trace that led there
public record Reach(String arn, Decision decision) {}
