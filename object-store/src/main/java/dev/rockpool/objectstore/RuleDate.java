package dev.rockpool.objectstore;

import java.time.Instant;

/// When a rule ends something: the headers `x-amz-expiration` and `x-amz-abort-date`.
///
/// @param at a midnight UTC
/// @param rule its id
public record RuleDate(Instant at, String rule) {}
