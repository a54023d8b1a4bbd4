package dev.rockpool.objectstore;

import dev.rockpool.objectstore.cipher.ObjectKey;
import dev.rockpool.objectstore.cipher.TamperedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// Makes and opens the envelopes of object keys.
///
/// Sources: S3 user guide, *Using server-side encryption with AWS KMS keys*, *Reducing the cost of SSE-KMS with S3
/// Bucket Keys* (the context is the bucket's ARN then), *Dual-layer*, *Customer-provided keys*.
final class Envelopes {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final byte[] NOTHING = {};
    private static final String ARN_CONTEXT = "aws:s3:arn";
    /// How long a bucket key serves its requester; the guide says "time-limited".
    private static final Duration BUCKET_KEY_LIFE = Duration.ofMinutes(5);

    private static final int MOST_BUCKET_KEYS = 1_000;

    private final Core core;
    private final Map<String, BucketKey> bucketKeys = new ConcurrentHashMap<>();

    private record BucketKey(DataKeys.DataKey key, Instant until) {}

    /// An object key in clear, and what is stored of it.
    record Sealed(ObjectKey key, Envelope envelope) {}

    Envelopes(Core core) {
        this.core = core;
    }

    /// A new object key.
    Sealed seal(EncryptionWish wish, BucketState bucket, byte[] name, Requester requester) {
        byte[] bound = bound(bucket.number(), name);
        return switch (wish) {
            case EncryptionWish.ServiceKey() -> byService(bound);
            case EncryptionWish.KeyService(
                    Optional<String> keyId,
                    Map<String, String> context,
                    Optional<Boolean> bucketKey,
                    boolean twoLayers) ->
                byKeyService(
                        bucket,
                        name,
                        requester,
                        keyId,
                        context,
                        !twoLayers && bucketKey.orElse(bucket.encryption().bucketKey()),
                        twoLayers);
            case EncryptionWish.CustomerProvided(CustomerKey key) -> byCustomer(bucket, key);
            case EncryptionWish.BucketDefault() -> {
                BucketEncryption rule = bucket.encryption();
                yield switch (rule.algorithm()) {
                    case SSE_S3, SSE_C -> byService(bound);
                    case SSE_KMS ->
                        byKeyService(bucket, name, requester, rule.keyId(), Map.of(), rule.bucketKey(), false);
                    case DSSE_KMS -> byKeyService(bucket, name, requester, rule.keyId(), Map.of(), false, true);
                };
            }
        };
    }

    private Sealed byService(byte[] bound) {
        byte[] key = core.secret(KEY_BYTES);
        int id = core.serviceKeys().newest();
        return new Sealed(
                ObjectKey.of(key),
                new Envelope(
                        EncryptionAlgorithm.SSE_S3,
                        Optional.empty(),
                        false,
                        id,
                        wrap(id, bound, key),
                        NOTHING,
                        Collections.emptyNavigableMap(),
                        NOTHING,
                        NOTHING,
                        Optional.empty()));
    }

    private byte[] wrap(int serviceKey, byte[] bound, byte[] key) {
        try {
            return ObjectKey.wrap(core.serviceKeys().key(serviceKey), core.secret(NONCE_BYTES), bound, key);
        } catch (TamperedException missing) {
            throw new IllegalStateException("The newest key is there", missing);
        }
    }

    private Sealed byKeyService(
            BucketState bucket,
            byte[] name,
            Requester requester,
            Optional<String> keyId,
            Map<String, String> context,
            boolean bucketKey,
            boolean twoLayers) {
        byte[] bound = bound(bucket.number(), name);
        SequencedMap<String, String> kept = new LinkedHashMap<>(context);
        if (bucketKey) {
            DataKeys.DataKey shared = bucketKey(bucket, requester, keyId, kept);
            byte[] key = core.secret(KEY_BYTES);
            byte[] wrapped = ObjectKey.wrap(shared.plain(), core.secret(NONCE_BYTES), bound, key);
            return new Sealed(
                    ObjectKey.of(key),
                    new Envelope(
                            EncryptionAlgorithm.SSE_KMS,
                            Optional.of(shared.keyArn()),
                            true,
                            0,
                            wrapped,
                            shared.wrapped(),
                            kept,
                            NOTHING,
                            NOTHING,
                            Optional.empty()));
        }
        DataKeys.DataKey own = requester.keys().generate(keyId, context(bucket.name(), name, kept));
        if (!twoLayers) {
            return new Sealed(
                    ObjectKey.of(own.plain()),
                    new Envelope(
                            EncryptionAlgorithm.SSE_KMS,
                            Optional.of(own.keyArn()),
                            false,
                            0,
                            NOTHING,
                            own.wrapped(),
                            kept,
                            NOTHING,
                            NOTHING,
                            Optional.empty()));
        }
        byte[] outer = core.secret(KEY_BYTES);
        int id = core.serviceKeys().newest();
        return new Sealed(
                ObjectKey.of(own.plain(), outer),
                new Envelope(
                        EncryptionAlgorithm.DSSE_KMS,
                        Optional.of(own.keyArn()),
                        false,
                        id,
                        wrap(id, bound, outer),
                        own.wrapped(),
                        kept,
                        NOTHING,
                        NOTHING,
                        Optional.empty()));
    }

    private DataKeys.DataKey bucketKey(
            BucketState bucket, Requester requester, Optional<String> keyId, Map<String, String> context) {
        String owner = bucket.number() + " " + requester.arn() + " " + keyId.orElse("") + " " + context;
        Instant now = core.now();
        BucketKey known = bucketKeys.get(owner);
        if (known != null && now.isBefore(known.until)) {
            return known.key;
        }
        DataKeys.DataKey fresh = requester.keys().generate(keyId, bucketContext(bucket.name(), context));
        remember(owner, fresh, now);
        return fresh;
    }

    private void remember(String owner, DataKeys.DataKey key, Instant now) {
        if (bucketKeys.size() >= MOST_BUCKET_KEYS) {
            bucketKeys.clear();
        }
        bucketKeys.put(owner, new BucketKey(key, now.plus(BUCKET_KEY_LIFE)));
    }

    private Sealed byCustomer(BucketState bucket, CustomerKey key) {
        if (bucket.encryption().blocksCustomerKeys()) {
            throw new StoreRefusal(
                    StoreRefusal.Code.AccessDenied,
                    "This bucket does not allow server-side encryption with customer-provided keys (SSE-C).");
        }
        byte[] salt = core.secret(SALT_BYTES);
        return new Sealed(
                ObjectKey.of(ObjectKey.derive(key.bytes(), salted(salt, 1))),
                new Envelope(
                        EncryptionAlgorithm.SSE_C,
                        Optional.empty(),
                        false,
                        0,
                        NOTHING,
                        NOTHING,
                        Collections.emptyNavigableMap(),
                        salt,
                        ObjectKey.derive(key.bytes(), salted(salt, 0)),
                        Optional.of(key.md5())));
    }

    private static byte[] salted(byte[] salt, int purpose) {
        return ByteBuffer.allocate(salt.length + 1)
                .put(salt)
                .put((byte) purpose)
                .array();
    }

    // --- opening

    /// The object key inside an envelope.
    ///
    /// @param customerKey if the request brings one
    ObjectKey open(
            Envelope envelope,
            BucketState bucket,
            byte[] name,
            Requester requester,
            Optional<CustomerKey> customerKey) {
        checkCustomerKey(envelope, customerKey);
        byte[] bound = bound(bucket.number(), name);
        try {
            return switch (envelope.algorithm()) {
                case SSE_S3 ->
                    ObjectKey.of(
                            ObjectKey.unwrap(core.serviceKeys().key(envelope.serviceKey()), bound, envelope.wrapped()));
                case SSE_C ->
                    ObjectKey.of(ObjectKey.derive(customerKey.orElseThrow().bytes(), salted(envelope.salt(), 1)));
                case SSE_KMS -> {
                    if (envelope.bucketKey()) {
                        byte[] shared = openBucketKey(envelope, bucket, requester);
                        yield ObjectKey.of(ObjectKey.unwrap(shared, bound, envelope.wrapped()));
                    }
                    yield ObjectKey.of(unwrapByKeyService(envelope, bucket, name, requester));
                }
                case DSSE_KMS ->
                    ObjectKey.of(
                            unwrapByKeyService(envelope, bucket, name, requester),
                            ObjectKey.unwrap(core.serviceKeys().key(envelope.serviceKey()), bound, envelope.wrapped()));
            };
        } catch (IOException tampered) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InternalError,
                    "The key of this object cannot be opened: " + tampered.getMessage());
        }
    }

    /// Whether a request that reads an object brings the key that it needs, and none that it does not.
    static void checkCustomerKey(Envelope envelope, Optional<CustomerKey> customerKey) {
        if (envelope.algorithm() != EncryptionAlgorithm.SSE_C) {
            if (customerKey.isPresent()) {
                throw new StoreRefusal(
                        StoreRefusal.Code.InvalidRequest,
                        "The encryption parameters are not applicable to this object.");
            }
            return;
        }
        if (customerKey.isEmpty()) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "The object was stored using a form of Server Side Encryption. The correct parameters must be"
                            + " provided to retrieve the object.");
        }
        byte[] proof = ObjectKey.derive(customerKey.get().bytes(), salted(envelope.salt(), 0));
        if (!MessageDigest.isEqual(proof, envelope.proof())) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "Requests specifying Server Side Encryption with Customer provided"
                            + " keys must provide the correct secret key.");
        }
    }

    private byte[] unwrapByKeyService(Envelope envelope, BucketState bucket, byte[] name, Requester requester) {
        return requester
                .keys()
                .unwrap(
                        envelope.keyArn().orElseThrow(),
                        envelope.byKeyService(),
                        context(bucket.name(), name, envelope.context()));
    }

    private byte[] openBucketKey(Envelope envelope, BucketState bucket, Requester requester) {
        String owner = requester.arn() + " " + HexFormat.of().formatHex(envelope.byKeyService());
        Instant now = core.now();
        BucketKey known = bucketKeys.get(owner);
        if (known != null && now.isBefore(known.until)) {
            return known.key.plain();
        }
        String keyArn = envelope.keyArn().orElseThrow();
        byte[] plain = requester
                .keys()
                .unwrap(keyArn, envelope.byKeyService(), bucketContext(bucket.name(), envelope.context()));
        remember(owner, new DataKeys.DataKey(keyArn, plain, envelope.byKeyService()), now);
        return plain;
    }

    private static Map<String, String> context(String bucket, byte[] name, Map<String, String> own) {
        Map<String, String> context = new LinkedHashMap<>(own);
        context.put(ARN_CONTEXT, "arn:aws:s3:::" + bucket + "/" + KeySpace.key(name, 0, name.length));
        return context;
    }

    private static Map<String, String> bucketContext(String bucket, Map<String, String> own) {
        Map<String, String> context = new LinkedHashMap<>(own);
        context.put(ARN_CONTEXT, "arn:aws:s3:::" + bucket);
        return context;
    }

    private static byte[] bound(long bucket, byte[] name) {
        return ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(bucket)
                .put(name)
                .array();
    }
}
