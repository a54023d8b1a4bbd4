package dev.rockpool.objectstore;

import java.util.Optional;

/// What came of one object of a *DeleteObjects*: a result or a refusal.
public record DeleteOutcome(ObjectToDelete object, Optional<DeleteResult> result, Optional<StoreRefusal> refusal) {}
