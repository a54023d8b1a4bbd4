package dev.rockpool.streamengine.kinesis;

import dev.rockpool.keys.Envelope;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.KeyState;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.streamengine.DataKeys;
import dev.rockpool.streamengine.StreamKey;
import dev.rockpool.streamengine.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Data keys of encrypted streams, from the key service: who puts needs `kms:GenerateDataKey` and who gets
/// `kms:Decrypt`, both through the stream service (developer guide, *Permissions to use user-generated KMS keys*).
///
/// The key service is asked once in five minutes for each caller and data key, which is how long one is kept; that a
/// key is disabled or goes is noticed at once. Safe for several threads.
public final class KeptDataKeys {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 10_000;
    private static final String CONTEXT = "aws:kinesis:arn";

    private final KeyService keys;
    private final InstantSource clock;
    private final Map<Asking, Kept> kept = new LinkedHashMap<>();

    /// @param clock how old a kept key is
    public KeptDataKeys(KeyService keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// What the key service was asked for.
    private record Asking(String caller, String stream, String wrapped, boolean writes) {}

    /// When it was asked, and what came of it. A data key that was made is given out once: it must seal nowhere else.
    private record Kept(Instant at, Optional<Envelope> key) {}

    /// The data keys of a stream, as one caller may use them.
    ///
    /// @param streamArn what the keys are bound to
    public ForCaller of(KeyUse use, String streamArn) {
        return new ForCaller(use, streamArn);
    }

    private Optional<Kept> find(Asking asking) {
        Instant now = clock.instant();
        synchronized (kept) {
            return Optional.ofNullable(kept.get(asking))
                    .filter(one -> one.at().plus(KEPT).isAfter(now));
        }
    }

    private void remember(Asking asking, Envelope key) {
        synchronized (kept) {
            kept.remove(asking);
            kept.put(asking, new Kept(clock.instant(), Optional.of(key)));
            for (Iterator<Kept> oldest = kept.values().iterator(); kept.size() > MOST_KEPT; ) {
                var _ = oldest.next();
                oldest.remove();
            }
        }
    }

    /// What was made for the caller and sealed nothing yet.
    private Optional<Envelope> take(Asking asking) {
        synchronized (kept) {
            Kept known = kept.get(asking);
            if (known == null || known.key().isEmpty()) {
                return Optional.empty();
            }
            kept.put(asking, new Kept(known.at(), Optional.empty()));
            return known.key();
        }
    }

    /// The data keys of a stream, as one caller may use them. All refuse in the key service's own words.
    public final class ForCaller implements DataKeys {
        private final KeyUse use;
        private final String streamArn;
        private final Map<String, String> context;

        private ForCaller(KeyUse use, String streamArn) {
            this.use = use;
            this.streamArn = streamArn;
            this.context = Map.of(CONTEXT, streamArn);
        }

        /// A key for the stream, with a data key under it.
        ///
        /// @param keyId id, ARN or alias
        public StreamKey streamKey(String keyId) {
            return new StreamKey(keyId, text(keys.generateDataKey(use, keyId, context)));
        }

        /// Refuses to put where the caller may not use the stream's key.
        public void requireToWrite(StreamKey key) {
            Asking asking = asking(key.wrapped(), true);
            if (!isEnabled(key.keyId()) || find(asking).isEmpty()) {
                remember(asking, keys.generateDataKey(use, key.keyId(), context));
            }
        }

        /// Refuses to get where the caller may not use the stream's key.
        public void requireToRead(StreamKey key) {
            byte[] _ = open(key.keyId(), key.wrapped());
        }

        @Override
        public DataKey generate(StreamName stream, StreamKey under) {
            Envelope made = take(asking(under.wrapped(), true))
                    .orElseGet(() -> keys.generateDataKey(use, under.keyId(), context));
            return new DataKey(made.keyArn(), made.clear(), text(made));
        }

        @Override
        public byte[] unwrap(StreamName stream, WrappedKey key) {
            return open(key.keyArn(), key.wrapped());
        }

        private byte[] open(String keyId, String wrapped) {
            Asking asking = asking(wrapped, false);
            Optional<Envelope> known = isEnabled(keyId) ? find(asking).flatMap(Kept::key) : Optional.empty();
            if (known.isPresent()) {
                return known.get().clear();
            }
            Envelope opened = keys.decrypt(use, Base64.getDecoder().decode(wrapped), context);
            remember(asking, opened);
            return opened.clear();
        }

        private boolean isEnabled(String keyId) {
            return keys.find(use, keyId).state() == KeyState.ENABLED;
        }

        private Asking asking(String wrapped, boolean writes) {
            return new Asking(use.caller().arn(), streamArn, wrapped, writes);
        }

        private static String text(Envelope envelope) {
            return Base64.getEncoder().encodeToString(envelope.wrapped());
        }
    }
}
