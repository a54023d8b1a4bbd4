package dev.rockpool.app.streams;

import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.keys.Envelope;
import dev.rockpool.keys.KeyDescription;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.KeyState;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamKey;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.StreamProperties;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Holds what the screen puts and reads to the key of an encrypted stream, as the endpoint holds its clients: a key
/// that
/// is disabled or about to be deleted stops both. Safe for several threads.
final class StreamKeys {
    /// The key that the service makes and pays for.
    static final String MANAGED = "alias/aws/kinesis";

    private final StreamEngine engine;
    private final KeyService keys;
    private final String account;
    private final KeyUse use;

    StreamKeys(StreamEngine engine, KeyService keys, String account, Caller caller) {
        this.engine = engine;
        this.keys = keys;
        this.account = account;
        use = KeyUse.via(caller, "kinesis." + StreamDesk.REGION + ".amazonaws.com", RequestContext.EMPTY);
    }

    /// A data key for a stream, under a key.
    ///
    /// @param id id, ARN or alias
    StreamKey dataKey(StreamName stream, String id) {
        if (id.equals(MANAGED)) {
            KeyDescription _ = keys.managedKey(account, "kinesis");
        }
        Envelope envelope = keys.generateDataKey(use, id, context(stream));
        return new StreamKey(id, Base64.getEncoder().encodeToString(envelope.wrapped()));
    }

    /// Refuses where the stream's key can no longer be used.
    ///
    /// @throws KeyRefusal with the key service's own words
    void require(StreamName stream) {
        Optional<StreamKey> key = engine.findProperties(stream).flatMap(StreamProperties::key);
        if (key.isPresent() && keys.find(use, key.get().keyId()).state() != KeyState.ENABLED) {
            Envelope _ = keys.decrypt(use, Base64.getDecoder().decode(key.get().wrapped()), context(stream));
        }
    }

    /// Whether the stream's key can be used, or it has none.
    boolean mayUse(StreamName stream) {
        try {
            require(stream);
            return true;
        } catch (KeyRefusal _) {
            return false;
        }
    }

    private Map<String, String> context(StreamName stream) {
        return Map.of("aws:kinesis:arn", "arn:aws:kinesis:" + StreamDesk.REGION + ":" + account + ":stream/" + stream);
    }
}
