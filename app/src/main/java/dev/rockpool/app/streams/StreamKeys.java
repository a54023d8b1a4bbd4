package dev.rockpool.app.streams;

import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.keys.KeyDescription;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.streamengine.DataKeys;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamKey;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.StreamProperties;
import dev.rockpool.streamengine.kinesis.KeptDataKeys;

/// Holds what the screen puts and reads to the key of an encrypted stream, as the endpoint holds its clients: a key
/// that is disabled or about to be deleted stops both. Safe for several threads.
final class StreamKeys implements DataKeys {
    /// The key that the service makes and pays for.
    static final String MANAGED = "alias/aws/kinesis";

    private final StreamEngine engine;
    private final KeyService keys;
    private final KeptDataKeys kept;
    private final String account;
    private final KeyUse use;

    StreamKeys(StreamEngine engine, KeyService keys, String account, Caller caller) {
        this.engine = engine;
        this.keys = keys;
        this.kept = new KeptDataKeys(keys, engine::now);
        this.account = account;
        use = KeyUse.via(caller, "kinesis." + StreamDesk.REGION + ".amazonaws.com", RequestContext.EMPTY);
    }

    /// A key for a stream, with a data key under it.
    ///
    /// @param id id, ARN or alias
    /// @throws KeyRefusal with the key service's own words
    StreamKey streamKey(StreamName stream, String id) {
        if (id.equals(MANAGED)) {
            KeyDescription _ = keys.managedKey(account, "kinesis");
        }
        return of(stream).streamKey(id);
    }

    /// Refuses where the stream's key can no longer be used.
    ///
    /// @throws KeyRefusal with the key service's own words
    void require(StreamName stream) {
        engine.findProperties(stream).flatMap(StreamProperties::key).ifPresent(of(stream)::requireToRead);
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

    @Override
    public DataKey generate(StreamName stream, StreamKey under) {
        return of(stream).generate(stream, under);
    }

    @Override
    public byte[] unwrap(StreamName stream, WrappedKey key) {
        return of(stream).unwrap(stream, key);
    }

    private KeptDataKeys.ForCaller of(StreamName stream) {
        return kept.of(use, "arn:aws:kinesis:" + StreamDesk.REGION + ":" + account + ":stream/" + stream);
    }
}
