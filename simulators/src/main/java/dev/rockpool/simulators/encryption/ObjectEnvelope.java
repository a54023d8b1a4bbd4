package dev.rockpool.simulators.encryption;

import dev.rockpool.kernel.Seed;
import dev.rockpool.objectstore.cipher.FrameCipher;
import dev.rockpool.objectstore.cipher.ObjectKey;
import dev.rockpool.simulators.encryption.ReadAttempt.Mishap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// An object as it lies, with its keys: real bytes, sealed by the cipher of the object store.
///
/// Body and keys are sealed with AES-256-GCM as the store seals them; a wrapped key is nonce (12 bytes), key, tag (16),
/// bound to the name of what it opens. Keys come from one fixed seed and protect nothing. The head of 21 bytes that the
/// key service puts before what it wraps is left out.
///
/// @param layers from the outside in
/// @param bytes in hexadecimal with no layer open, one open, and so on; the last are the object's own
/// @param text what a reader of the last bytes reads
public record ObjectEnvelope(List<EnvelopeLayer> layers, List<String> bytes, String text) {
    private static final String TIDE = "High tide at 06:12";
    private static final String OBJECT_ARN = "arn:aws:s3:::reef/tide.txt";
    private static final String BUCKET_ARN = "arn:aws:s3:::reef";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final byte PROOF = 0;
    private static final byte OBJECT = 1;
    private static final byte[] NOTHING = {};
    private static final Seed SEED = new Seed(1);

    /// Sealed once: a cipher refuses the same key and nonce twice.
    private static final Map<EncryptionMode, ObjectEnvelope> WHOLE = Arrays.stream(EncryptionMode.values())
            .collect(Collectors.toUnmodifiableMap(mode -> mode, ObjectEnvelope::sealed));

    public ObjectEnvelope {
        layers = List.copyOf(layers);
        bytes = List.copyOf(bytes);
    }

    /// The object of `mode`, after what happened before `threat` comes.
    static ObjectEnvelope of(EncryptionMode mode, Threat threat) {
        Mishap mishap = threat.attempt().mishap();
        EncryptionMode used = mishap == Mishap.NEW_BUCKET ? mode.inNewBucket() : mode;
        ObjectEnvelope whole = Objects.requireNonNull(WHOLE.get(used));
        return mishap == Mishap.FLIPPED ? whole.flipped() : whole;
    }

    /// With another bit in the first byte that lies there.
    private ObjectEnvelope flipped() {
        byte[] first = HexFormat.of().parseHex(bytes.getFirst());
        first[0] ^= 1;
        List<String> changed = new ArrayList<>(bytes);
        changed.set(0, HexFormat.of().formatHex(first));
        return new ObjectEnvelope(layers, changed, layers.isEmpty() ? new String(first, StandardCharsets.UTF_8) : text);
    }

    private static ObjectEnvelope sealed(EncryptionMode mode) {
        List<EnvelopeLayer> layers = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        byte[] body = TIDE.getBytes(StandardCharsets.UTF_8);
        bodies.add(HexFormat.of().formatHex(body));
        for (KeyHolder holder : mode.layers().reversed()) {
            EnvelopeLayer layer = layer(mode, holder);
            layers.addFirst(layer);
            FrameCipher cipher =
                    ObjectKey.of(HexFormat.of().parseHex(layer.clear())).body(NOTHING);
            byte[] sealed = new byte[body.length + cipher.overhead()];
            cipher.seal(0, true, body, 0, body.length, sealed, 0);
            body = sealed;
            bodies.addFirst(HexFormat.of().formatHex(body));
        }
        return new ObjectEnvelope(layers, bodies, TIDE);
    }

    private static EnvelopeLayer layer(EncryptionMode mode, KeyHolder holder) {
        HexFormat hex = HexFormat.of();
        byte[] key = draw(mode, "key/" + holder, KEY_BYTES);
        String clear = hex.formatHex(key);
        return switch (holder) {
            case S3 -> new EnvelopeLayer(holder, OBJECT_ARN, "", wrapped(mode, holder, key, OBJECT_ARN), clear);
            case KMS_MANAGED, KMS_CUSTOMER -> {
                if (!mode.hasBucketKey()) {
                    yield new EnvelopeLayer(holder, OBJECT_ARN, "", wrapped(mode, holder, key, OBJECT_ARN), clear);
                }
                byte[] bucketKey = draw(mode, "bucket key", KEY_BYTES);
                byte[] byBucketKey = ObjectKey.wrap(
                        bucketKey,
                        draw(mode, "nonce/bucket key", NONCE_BYTES),
                        OBJECT_ARN.getBytes(StandardCharsets.UTF_8),
                        key);
                yield new EnvelopeLayer(
                        holder,
                        BUCKET_ARN,
                        wrapped(mode, holder, bucketKey, BUCKET_ARN),
                        hex.formatHex(byBucketKey),
                        clear);
            }
            case REQUESTER -> {
                byte[] salt = draw(mode, "salt", SALT_BYTES);
                yield new EnvelopeLayer(
                        holder,
                        "",
                        "",
                        hex.formatHex(ObjectKey.derive(key, salted(salt, PROOF))),
                        hex.formatHex(ObjectKey.derive(key, salted(salt, OBJECT))));
            }
            case CLIENT -> new EnvelopeLayer(holder, "", "", "", clear);
        };
    }

    private static String wrapped(EncryptionMode mode, KeyHolder holder, byte[] key, String name) {
        return HexFormat.of()
                .formatHex(ObjectKey.wrap(
                        draw(mode, "under/" + holder, KEY_BYTES),
                        draw(mode, "nonce/" + holder, NONCE_BYTES),
                        name.getBytes(StandardCharsets.UTF_8),
                        key));
    }

    private static byte[] salted(byte[] salt, byte use) {
        byte[] salted = Arrays.copyOf(salt, salt.length + 1);
        salted[salt.length] = use;
        return salted;
    }

    private static byte[] draw(EncryptionMode mode, String name, int count) {
        RandomGenerator random = SEED.derive("encryption/" + mode.word() + "/" + name);
        byte[] drawn = new byte[count];
        random.nextBytes(drawn);
        return drawn;
    }
}
