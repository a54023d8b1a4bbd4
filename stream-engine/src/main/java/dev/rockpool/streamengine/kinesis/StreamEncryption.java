package dev.rockpool.streamengine.kinesis;

import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.keys.KeyService;
import dev.rockpool.streamengine.StreamKey;
import dev.rockpool.streamengine.StreamProperties;
import java.time.InstantSource;
import java.util.Optional;

/// Switches the encryption of streams, and holds requests to the key of an encrypted one; [KeptDataKeys] says how.
final class StreamEncryption {
    private static final String MANAGED = "alias/aws/kinesis";

    private final KeyService keys;
    private final KeptDataKeys kept;

    StreamEncryption(KeyService keys, InstantSource clock) {
        this.keys = keys;
        this.kept = new KeptDataKeys(keys, clock);
    }

    Reply start(KinesisRequest request) {
        Target target = request.stream();
        String keyId = request.fields().text("KeyId");
        requireType(request);
        var _ = target.engine().describeStream(target.stream());
        if (keyId.equals(MANAGED)) {
            var _ = keys.managedKey(target.address().account(), "kinesis");
        }
        StreamKey key = dataKeys(request, target).streamKey(keyId);
        target.engine().switchKey(target.stream(), Optional.of(key));
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

    /// The data keys of a stream as the caller may use them; they refuse with [KeyRefusal].
    KeptDataKeys.ForCaller dataKeys(KinesisRequest request, Target target) {
        return kept.of(request.keyUse(), target.address().ofStream().arn());
    }

    /// The key that a stream is encrypted with now.
    static Optional<StreamKey> key(Target target) {
        return target.engine().findProperties(target.stream()).flatMap(StreamProperties::key);
    }

    /// What a refusal of the key service is called on this side.
    static KinesisError error(KeyRefusal refusal) {
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
