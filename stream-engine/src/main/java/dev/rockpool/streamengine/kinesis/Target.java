package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamName;

/// What a request is about, once the caller is known to have leave.
///
/// @param engine the streams of the account whose it is
/// @param address the stream, or a consumer of it
record Target(StreamEngine engine, StreamAddress address) {
    StreamName stream() {
        return address.stream();
    }

    /// How sentences name it.
    String sentence() {
        return "stream " + address.stream() + " under account " + address.account();
    }
}
