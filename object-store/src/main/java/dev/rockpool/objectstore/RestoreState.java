package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.RestoreTier;
import java.time.Instant;

/// Where the restore of an archived object stands.
///
/// @param requested when it was asked for
/// @param tier as asked
/// @param ready when it is, or was, done
/// @param expiry when the copy goes; of an object in an Intelligent-Tiering archive never ([Instant#MAX])
/// @param ongoing whether it is not done yet
public record RestoreState(Instant requested, RestoreTier tier, Instant ready, Instant expiry, boolean ongoing) {}
