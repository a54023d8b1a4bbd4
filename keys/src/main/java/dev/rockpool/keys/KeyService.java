package dev.rockpool.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key service: encrypts, decrypts and makes data keys under keys that never leave it.
///
/// A key is named by its id, its ARN, an alias of the caller's account, or the ARN of an alias. Keys are
/// made and changed through [#administration()], grants through [#grants()]. Symmetric keys of 256 bits
/// only. Safe for several threads; using a key takes no lock.
///
/// Source: AWS KMS API reference 2014-11-01.
public final class KeyService {
    /// The region that ARNs name.
    public static final String REGION = "us-east-1";

    /// The most bytes that *Encrypt* takes.
    public static final int MOST_CLEAR_BYTES = 4_096;

    /// The most wrapped bytes that *Decrypt* takes.
    public static final int MOST_WRAPPED_BYTES = 6_144;

    private static final int MATERIAL_BYTES = 32;
    private static final int MOST_CONTEXT_BYTES = 8_192;

    private final KeyFile file;
    private final InstantSource clock;
    private final SecureRandom random;
    private final KeyListener listener;
    private final Wrapping wrapping;
    private volatile KeyRing ring;
    private volatile Instant nextDue;

    private KeyService(KeyFile file, InstantSource clock, SecureRandom random, KeyListener listener) {
        this.file = file;
        this.clock = clock;
        this.random = random;
        this.listener = listener;
        this.wrapping = new Wrapping(random);
        this.ring = file.read();
        this.nextDue = dueAfter(ring);
    }

    /// The keys kept in `folder`.
    ///
    /// @param clock when keys are made, rotate and go
    /// @param random of cryptographic strength outside tests
    /// @throws dev.rockpool.kernel.EnvironmentException with code `keys-file` if what is there cannot be read
    public static KeyService open(Path folder, InstantSource clock, SecureRandom random, KeyListener listener) {
        return new KeyService(new KeyFile(folder), clock, random, listener);
    }

    /// Makes and changes keys.
    public KeyAdministration administration() {
        return new KeyAdministration(this);
    }

    /// Makes and withdraws grants.
    public Grants grants() {
        return new Grants(this);
    }

    /// A new data key of 256 bits under a key.
    ///
    /// @param key id, ARN or alias
    /// @param context must be said again to unwrap
    /// @throws KeyRefusal if the key is not there, cannot be used, or not by this caller
    public Envelope generateDataKey(KeyUse use, String key, Map<String, String> context) {
        return generateDataKey(use, key, context, MATERIAL_BYTES, "GenerateDataKey");
    }

    /// A new data key under a key.
    ///
    /// @param bytes 1 to 1,024
    /// @param operation `GenerateDataKey` or `GenerateDataKeyWithoutPlaintext`: what the caller must be allowed
    /// @throws KeyRefusal if the key is not there, cannot be used, or not by this caller
    public Envelope generateDataKey(KeyUse use, String key, Map<String, String> context, int bytes, String operation) {
        StoredKey found = usable(use, key, operation, context);
        byte[] clear = new byte[bytes];
        random.nextBytes(clear);
        return new Envelope(found.arn(), clear, wrap(found, clear, context));
    }

    /// The ARN of the key that encrypted, and what came of it.
    ///
    /// @throws KeyRefusal if the key is not there, cannot be used, or not by this caller
    public Envelope encrypt(KeyUse use, String key, byte[] clear, Map<String, String> context) {
        return encrypt(use, key, clear, context, "Encrypt");
    }

    /// The same, for who must be allowed another operation.
    ///
    /// @param operation `Encrypt` or `ReEncryptTo`
    /// @throws KeyRefusal if the key is not there, cannot be used, or not by this caller
    public Envelope encrypt(KeyUse use, String key, byte[] clear, Map<String, String> context, String operation) {
        if (clear.length == 0 || clear.length > MOST_CLEAR_BYTES) {
            throw new KeyRefusal(
                    KeyRefusal.Code.VALIDATION,
                    "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have"
                            + " length between 1 and " + MOST_CLEAR_BYTES);
        }
        StoredKey found = usable(use, key, operation, context);
        return new Envelope(found.arn(), clear, wrap(found, clear, context));
    }

    /// What was wrapped.
    ///
    /// @param context the one that it was wrapped under
    /// @return the clear bytes, and the ARN of the key
    /// @throws KeyRefusal `InvalidCiphertextException` if the bytes or the context are others; or if the
    ///     key is not there, cannot be used, or not by this caller
    public Envelope decrypt(KeyUse use, byte[] wrapped, Map<String, String> context) {
        return decrypt(use, Optional.empty(), wrapped, context, "Decrypt");
    }

    /// What was wrapped, under the key that is named if one is.
    ///
    /// @param operation `Decrypt` or `ReEncryptFrom`: what the caller must be allowed
    /// @throws KeyRefusal as [#decrypt(KeyUse, byte[], Map)], and `IncorrectKeyException` if it was another key
    public Envelope decrypt(
            KeyUse use, Optional<String> key, byte[] wrapped, Map<String, String> context, String operation) {
        Wrapping.Origin origin = Wrapping.origin(wrapped)
                .filter(_ -> wrapped.length <= MOST_WRAPPED_BYTES)
                .orElseThrow(KeyService::invalidCiphertext);
        Optional<StoredKey> source = ring.key(origin.key());
        if (key.isPresent() && !resolve(use, key.get()).id().equals(origin.key())) {
            throw new KeyRefusal(
                    KeyRefusal.Code.INCORRECT_KEY,
                    "The key ID in the request does not identify a CMK that can perform this operation.");
        }
        String arn = source.map(StoredKey::arn).orElseThrow(KeyService::invalidCiphertext);
        StoredKey found = usable(use, arn, operation, context);
        if (origin.material() < 0 || origin.material() >= found.materials().size()) {
            throw invalidCiphertext();
        }
        SecretKey secret = found.materials().get(origin.material()).secret();
        byte[] clear = Wrapping.unwrap(secret, wrapped, context).orElseThrow(KeyService::invalidCiphertext);
        return new Envelope(found.arn(), clear, wrapped);
    }

    /// What can be told about a key.
    ///
    /// @throws KeyRefusal if it is not there, or the caller may not look at it
    public KeyDescription describe(KeyUse use, String key) {
        return allowed(use, key, "DescribeKey").described();
    }

    /// The key with that id, ARN or alias, for who needs its ARN and asks for no use of it.
    ///
    /// @throws KeyRefusal if it is not there
    public KeyDescription find(KeyUse use, String key) {
        return resolve(use, key).described();
    }

    /// The key that the account has for a service, made at the first call.
    ///
    /// @param service such as `s3`
    public KeyDescription managedKey(String account, String service) {
        String description = "The key that protects what " + service + " keeps when no other is named";
        return keyOf(
                new KeyRing.Alias(account, "alias/aws/" + service),
                () -> made(
                        account,
                        description,
                        Optional.of(service),
                        KeyPolicy.managed(account, REGION, service),
                        Map.of()));
    }

    /// The key that an alias of the account means, made at the first call if there is none.
    ///
    /// @param alias such as `alias/reports`
    public KeyDescription aliasedKey(String account, String alias) {
        return keyOf(
                new KeyRing.Alias(account, alias),
                () -> made(
                        account,
                        "Made when it was first named",
                        Optional.empty(),
                        KeyPolicy.standard(account),
                        Map.of()));
    }

    private KeyDescription keyOf(KeyRing.Alias alias, Supplier<StoredKey> maker) {
        Optional<StoredKey> known = ring.key(alias);
        if (known.isPresent()) {
            return known.get().described();
        }
        StoredKey made = maker.get();
        KeyRing after = change(before ->
                before.key(alias).isPresent() ? before : before.with(made).with(alias, made.id()));
        StoredKey kept = after.key(alias).orElse(made);
        if (kept.id().equals(made.id())) {
            listener.happened(new KeyEvent.Created(made.created(), made.id(), made.managedBy()));
        }
        return kept.described();
    }

    /// All keys of all accounts, by id, for who counts them and shows them to the owner of the platform.
    public List<KeyDescription> all() {
        return ring.keys().values().stream()
                .map(StoredKey::described)
                .sorted(Comparator.comparing(KeyDescription::id))
                .toList();
    }

    /// Does all that is due: rotations, and deletions whose waiting period is over, in the order they were due.
    public void settle() {
        Instant now = clock.instant();
        if (!now.isBefore(nextDue)) {
            KeyTimetable.settle(this, now);
        }
    }

    /// When something is due next; [Instant#MAX] if nothing is.
    public Instant nextDue() {
        return nextDue;
    }

    /// Writes the keys as they are now to `folder`, for a second service to be opened there.
    ///
    /// @param folder exists or can be made
    /// @throws dev.rockpool.kernel.EnvironmentException with code `keys-write` if the disk refuses
    public synchronized void snapshot(Path folder) {
        new KeyFile(folder).write(ring);
    }

    // what administration, grants and timetable stand on

    KeyRing ring() {
        return ring;
    }

    Instant now() {
        return clock.instant();
    }

    SecureRandom random() {
        return random;
    }

    void tell(KeyEvent event) {
        listener.happened(event);
    }

    /// Replaces the ring by what `step` makes of it; durable when it returns.
    synchronized KeyRing change(UnaryOperator<KeyRing> step) {
        KeyRing before = ring;
        KeyRing after = step.apply(before);
        if (!after.equals(before)) {
            file.write(after);
            ring = after;
            nextDue = dueAfter(after);
        }
        return after;
    }

    /// A key that nobody has yet, enabled.
    StoredKey made(
            String account,
            String description,
            Optional<String> managedBy,
            KeyPolicy policy,
            Map<String, String> tags) {
        Instant now = clock.instant();
        Optional<KeyRotation> rotation =
                managedBy.map(_ -> KeyTimetable.rotation(KeyRotation.DEFAULT_PERIOD_DAYS, now));
        return new StoredKey(
                randomId(),
                account,
                REGION,
                description,
                now,
                KeyState.ENABLED,
                Optional.empty(),
                managedBy,
                policy,
                rotation,
                tags,
                List.of(material(now, false)));
    }

    StoredKey.Material material(Instant since, boolean automatic) {
        byte[] bytes = new byte[MATERIAL_BYTES];
        random.nextBytes(bytes);
        return new StoredKey.Material(new SecretKeySpec(bytes, "AES"), since, automatic);
    }

    /// The key if the caller may do `operation` with it, whatever its state.
    StoredKey allowed(KeyUse use, String key, String operation) {
        StoredKey found = resolve(use, key);
        require(use, operation, found, Map.of());
        return found;
    }

    /// The key with that id, ARN or alias.
    StoredKey resolve(KeyUse use, String key) {
        settle();
        return KeyReference.of(key, use.caller().accountId())
                .find(this)
                .orElseThrow(() -> new KeyRefusal(
                        KeyRefusal.Code.NOT_FOUND,
                        KeyReference.describe(key, use.caller().accountId())));
    }

    private StoredKey usable(KeyUse use, String key, String operation, Map<String, String> context) {
        bound(context);
        StoredKey found = resolve(use, key);
        Optional<String> via = use.context().single("kms:ViaService");
        try {
            require(use, operation, found, context);
            requireEnabled(found);
        } catch (KeyRefusal refusal) {
            listener.happened(new KeyEvent.Used(clock.instant(), found.id(), operation, via, false));
            throw refusal;
        }
        listener.happened(new KeyEvent.Used(clock.instant(), found.id(), operation, via, true));
        return found;
    }

    private void require(KeyUse use, String operation, StoredKey key, Map<String, String> context) {
        KeyAccess.require(use, "kms:" + operation, key, context, ring.grantsOf(key.id()));
    }

    static void requireEnabled(StoredKey key) {
        switch (key.state()) {
            case ENABLED -> {}
            case DISABLED -> throw new KeyRefusal(KeyRefusal.Code.DISABLED, key.arn() + " is disabled.");
            case PENDING_DELETION ->
                throw new KeyRefusal(KeyRefusal.Code.INVALID_STATE, key.arn() + " is pending deletion.");
        }
    }

    private byte[] wrap(StoredKey key, byte[] clear, Map<String, String> context) {
        int last = key.materials().size() - 1;
        return wrapping.wrap(key.id(), last, key.materials().get(last).secret(), clear, context);
    }

    private UUID randomId() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static void bound(Map<String, String> context) {
        int bytes = 0;
        for (Map.Entry<String, String> entry : context.entrySet()) {
            bytes += entry.getKey().getBytes(StandardCharsets.UTF_8).length;
            bytes += entry.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_CONTEXT_BYTES) {
            throw new KeyRefusal(
                    KeyRefusal.Code.VALIDATION,
                    "The encryption context is larger than " + MOST_CONTEXT_BYTES + " bytes");
        }
    }

    private static Instant dueAfter(KeyRing ring) {
        return KeyTimetable.next(ring).map(KeyTimetable.Due::at).orElse(Instant.MAX);
    }

    private static KeyRefusal invalidCiphertext() {
        return new KeyRefusal(KeyRefusal.Code.INVALID_CIPHERTEXT, "The ciphertext cannot be decrypted");
    }
}
