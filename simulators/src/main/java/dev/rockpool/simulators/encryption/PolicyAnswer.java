package dev.rockpool.simulators.encryption;

import dev.rockpool.identity.policy.Decision;

/// What policies answered on a reader's way.
///
/// @param place where they were asked
/// @param action that was asked for: `s3:GetObject`, `kms:Decrypt`
/// @param decision with what decided it
public record PolicyAnswer(ReadStep.Place place, String action, Decision decision) {}
