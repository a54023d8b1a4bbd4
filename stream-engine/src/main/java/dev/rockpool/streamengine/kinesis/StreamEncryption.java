package dev.rockpool.streamengine.kinesis;

import dev.rockpool.keys.Envelope;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.KeyState;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.streamengine.StreamKey;
import dev.rockpool.streamengine.StreamProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps the records of encrypted streams behind their key: who puts needs `kms:GenerateDataKey` and who gets
/// `kms:Decrypt`, both through the stream service (developer guide, *Permissions to use user-generated KMS keys*).
///
/// The key service is asked once in five minutes for each caller and stream, which is how long a data key is kept; that
/// a key is disabled or goes is noticed at once.
final class StreamEncryption {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 10_000;
    private static final String MANAGED = "alias/aws/kinesis";
    private static final String CONTEXT = "aws:kinesis:arn";

    private final KeyService keys;
    private final Map<Use, Instant> asked = new LinkedHashMap<>();

    StreamEncryption(KeyService keys) {
        this.keys = keys;
    }

    /// One caller's use of a stream's key.
    private record Use(String caller, StreamAddress stream, StreamKey key, boolean writes) {}

    Reply start(KinesisRequest request) {
        Target target = request.stream();
        String keyId = request.fields().text("KeyId");
        requireType(request);
        var _ = target.engine().describeStream(target.stream());
        try {
            if (keyId.equals(MANAGED)) {
                var _ = keys.managedKey(target.address().account(), "kinesis");
            }
            Envelope envelope = keys.generateDataKey(request.keyUse(), keyId, context(target));
            String wrapped = Base64.getEncoder().encodeToString(envelope.wrapped());
            target.engine().switchKey(target.stream(), Optional.of(new StreamKey(keyId, wrapped)));
        } catch (KeyRefusal refusal) {
            throw error(refusal);
        }
        return Reply.NOTHING;
    }

    Reply stop(KinesisRequest request) {
        Target target = request.stream();
        requireType(request);
        target.engine().switchKey(target.stream(), Optional.empty());
        return Reply.NOTHING;
    }

    private static void requireType(KinesisRequest request) {
        if (!request.fields().text("EncryptionType").equals("KMS")) {
            throw KinesisError.invalidArgument(
                    "EncryptionType NONE is none that " + request.operation() + " takes; the only valid value is KMS.");
        }
    }

    /// Refuses to put where the caller may not use the stream's key; answers whether there is one.
    boolean requireToWrite(KinesisRequest request, Target target) {
        return require(request, target, true);
    }

    /// Refuses to get where the caller may not use the stream's key; answers whether there is one.
    boolean requireToRead(KinesisRequest request, Target target) {
        return require(request, target, false);
    }

    private static Optional<StreamKey> key(Target target) {
        return target.engine().findProperties(target.stream()).flatMap(StreamProperties::key);
    }

    private boolean require(KinesisRequest request, Target target, boolean writes) {
        Optional<StreamKey> key = key(target);
        if (key.isPresent()) {
            try {
                require(request, target, key.get(), writes);
            } catch (KeyRefusal refusal) {
                throw error(refusal);
            }
        }
        return key.isPresent();
    }

    private void require(KinesisRequest request, Target target, StreamKey key, boolean writes) {
        KeyUse use = request.keyUse();
        KeyState state = keys.find(use, key.keyId()).state();
        Instant now = target.engine().now();
        Use asking = new Use(request.caller().arn(), target.address().ofStream(), key, writes);
        if (state == KeyState.ENABLED && isFresh(asking, now)) {
            return;
        }
        if (writes) {
            var _ = keys.generateDataKey(use, key.keyId(), context(target));
        } else {
            var _ = keys.decrypt(use, Base64.getDecoder().decode(key.wrapped()), context(target));
        }
        remember(asking, now);
    }

    private synchronized boolean isFresh(Use use, Instant now) {
        Instant at = asked.get(use);
        return at != null && at.plus(KEPT).isAfter(now);
    }

    private synchronized void remember(Use use, Instant now) {
        asked.remove(use);
        asked.put(use, now);
        for (Iterator<Instant> oldest = asked.values().iterator(); asked.size() > MOST_KEPT; ) {
            oldest.next();
            oldest.remove();
        }
    }

    private static Map<String, String> context(Target target) {
        return Map.of(CONTEXT, target.address().ofStream().arn());
    }

    private static KinesisError error(KeyRefusal refusal) {
        String code = switch (refusal.code()) {
            case ACCESS_DENIED -> "KMSAccessDeniedException";
            case DISABLED -> "KMSDisabledException";
            case NOT_FOUND, INVALID_ARN, INVALID_ALIAS_NAME -> "KMSNotFoundException";
            case LIMIT_EXCEEDED -> "KMSThrottlingException";
            case INVALID_STATE,
                    ALREADY_EXISTS,
                    CONFLICT,
                    INCORRECT_KEY,
                    INVALID_CIPHERTEXT,
                    INVALID_GRANT_ID,
                    INVALID_GRANT_TOKEN,
                    INVALID_KEY_USAGE,
                    INVALID_MARKER,
                    MALFORMED_POLICY,
                    TAG,
                    UNSUPPORTED_OPERATION,
                    VALIDATION -> "KMSInvalidStateException";
        };
        return KinesisError.of(code, refusal.sentence());
    }
}
