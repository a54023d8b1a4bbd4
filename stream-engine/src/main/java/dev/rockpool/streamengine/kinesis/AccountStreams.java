package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.StreamEngine;
import java.util.Optional;

/// The streams of each account.
@FunctionalInterface
public interface AccountStreams {
    /// The engine of the account with these twelve digits; empty if there is no such account.
    Optional<StreamEngine> of(String account);
}
