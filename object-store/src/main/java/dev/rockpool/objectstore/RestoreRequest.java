package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.RestoreTier;
import java.util.Optional;
import java.util.OptionalInt;

/// A *RestoreObject*.
///
/// @param versionId empty for the current version
/// @param days that the copy is kept; empty for an object in an Intelligent-Tiering archive
public record RestoreRequest(Requester requester, Optional<String> versionId, OptionalInt days, RestoreTier tier) {}
