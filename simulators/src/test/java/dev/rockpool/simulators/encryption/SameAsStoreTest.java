package dev.rockpool.simulators.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.Caller;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.objectstore.CustomerKey;
import dev.rockpool.objectstore.DataKeys;
import dev.rockpool.objectstore.EncryptionAlgorithm;
import dev.rockpool.objectstore.EncryptionWish;
import dev.rockpool.objectstore.GetRequest;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.PutRequest;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.StoreListener;
import dev.rockpool.objectstore.StoreRefusal;
import dev.rockpool.objectstore.s3.KeyServiceDataKeys;
import dev.rockpool.objectstore.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the model says of the modes and threats that our own store and key service have, tried on them.
///
/// The store has no objects without encryption, and a client that encrypts is none of its business; a network to listen
/// to and an operator are beyond it.
final class SameAsStoreTest {
    private static final EncryptionLab LAB = new EncryptionLab();
    private static final String BUCKET = "reef";
    private static final String MARKER = "the plaintext of this object ";
    private static final byte[] BODY = MARKER.repeat(20_000).getBytes(StandardCharsets.UTF_8);
    private static final String ACCOUNTS = """
        {"accounts":[{"id":"111111111111","users":[
          {"name":"root","accessKey":"AKIAMAIN000000000000","secretKey":"main-secret","root":true},
          {"name":"reader","accessKey":"AKIAREAD000000000000","secretKey":"read-secret","policies":[
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]},
          {"name":"decrypter","accessKey":"AKIADECR000000000000","secretKey":"decr-secret","policies":[
            {"Effect":"Allow","Action":["s3:GetObject","kms:Decrypt"],"Resource":"*"}]}]}]}
        """;
    private static final List<EncryptionMode> MODES = List.of(
            EncryptionMode.SSE_S3,
            EncryptionMode.SSE_KMS_MANAGED,
            EncryptionMode.SSE_KMS,
            EncryptionMode.SSE_KMS_BUCKET_KEY,
            EncryptionMode.DSSE_KMS,
            EncryptionMode.SSE_C);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T10:00:00Z"));
    private final InstantSource clock = now::get;
    private final CustomerKey customerKey = customerKey();
    private KeyService keys;
    private ObjectStore store;
    private Accounts accounts;
    private Requester owner;
    private String ownKey;

    @BeforeEach
    void store() throws IOException {
        accounts = Accounts.parse("accounts", ACCOUNTS, new Random(1), clock);
        keys = KeyService.open(folder.resolve("keys"), clock, new SecureRandom(), _ -> {});
        store = open(false);
        owner = requester(caller("AKIAMAIN000000000000"));
        ownKey = keys.administration()
                .createKey(direct(), "", Optional.empty(), false, Map.of())
                .arn();
        store.createBucket(owner, BUCKET, "us-east-1", false, Map.of());
        for (EncryptionMode mode : MODES) {
            put(mode);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ObjectStore open(boolean blocksCustomerKeys) {
        return ObjectStore.open(
                folder.resolve("objects"),
                Disk.real(),
                clock,
                ObjectStoreOptions.standard().sync(false).blockingCustomerKeys(blocksCustomerKeys),
                StoreListener.NONE);
    }

    private Caller caller(String accessKey) {
        return accounts.accessKey(accessKey).orElseThrow().caller();
    }

    private KeyUse direct() {
        return KeyUse.direct(caller("AKIAMAIN000000000000"));
    }

    private Requester requester(Caller caller) {
        return new Requester(
                new Owner("canonical", "owner"),
                caller.principal().toString(),
                new KeyServiceDataKeys(keys, caller, S3Settings.standard(clock)));
    }

    private static CustomerKey customerKey() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        try {
            return CustomerKey.of(
                    "AES256",
                    Base64.getEncoder().encodeToString(key),
                    Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("MD5").digest(key)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private EncryptionWish wish(EncryptionMode mode) {
        return switch (mode) {
            case NONE, CLIENT -> EncryptionWish.NONE;
            case SSE_S3 -> new EncryptionWish.ServiceKey();
            case SSE_KMS_MANAGED ->
                new EncryptionWish.KeyService(Optional.empty(), Map.of(), Optional.of(false), false);
            case SSE_KMS -> new EncryptionWish.KeyService(Optional.of(ownKey), Map.of(), Optional.of(false), false);
            case SSE_KMS_BUCKET_KEY ->
                new EncryptionWish.KeyService(Optional.of(ownKey), Map.of(), Optional.of(true), false);
            case DSSE_KMS -> new EncryptionWish.KeyService(Optional.of(ownKey), Map.of(), Optional.of(true), true);
            case SSE_C -> new EncryptionWish.CustomerProvided(customerKey);
        };
    }

    private EncryptionAlgorithm put(EncryptionMode mode) throws IOException {
        return store.putObject(
                        BUCKET,
                        mode.word(),
                        PutRequest.by(owner).with(NewObject.PLAIN.encrypted(wish(mode))),
                        new ByteArrayInputStream(BODY))
                .object()
                .encryption()
                .algorithm();
    }

    /// What a read ends with; a refusal is one, whether anybody will ever read the object is for the test to say.
    private Outcome read(EncryptionMode mode, Requester reader, boolean hasOwnKey) {
        GetRequest get = GetRequest.by(reader);
        try (dev.rockpool.objectstore.ObjectReading reading = store.getObject(
                BUCKET, mode.word(), hasOwnKey && mode == EncryptionMode.SSE_C ? get.with(customerKey) : get)) {
            return Arrays.equals(reading.bytes(), BODY) ? Outcome.PLAINTEXT : Outcome.CIPHERTEXT;
        } catch (StoreRefusal refused) {
            return Outcome.DENIED;
        } catch (IOException tampered) {
            return Outcome.UNAVAILABLE;
        }
    }

    private Outcome model(EncryptionMode mode, Threat threat) {
        return LAB.reading(mode, threat).outcome();
    }

    @Test
    void strangersGetFromTheStoreWhatTheModelSays() {
        Requester reader = requester(caller("AKIAREAD000000000000"));
        Requester decrypter = requester(caller("AKIADECR000000000000"));
        Requester anonymous = requester(Caller.ANONYMOUS);
        for (EncryptionMode mode : MODES) {
            assertThat(read(mode, owner, true)).as(mode.word()).isEqualTo(Outcome.PLAINTEXT);
            assertThat(read(mode, reader, false)).as(mode.word()).isEqualTo(model(mode, Threat.LEAKED_READ));
            assertThat(read(mode, decrypter, false))
                    .as(mode.word())
                    .isEqualTo(model(mode, Threat.LEAKED_READ_AND_DECRYPT));
            assertThat(read(mode, anonymous, false)).as(mode.word()).isEqualTo(model(mode, Threat.PUBLIC_BUCKET));
        }
    }

    @Test
    void theDiskShowsNothing() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("objects"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(MARKER));
        }
        assertThat(MODES)
                .allSatisfy(mode -> assertThat(model(mode, Threat.STOLEN_DISK)).isEqualTo(Outcome.CIPHERTEXT));
    }

    @Test
    void aDeletedKeyTakesItsObjectsWithIt() {
        String managed = keys.managedKey("111111111111", "s3").arn();
        assertThatThrownBy(() -> keys.administration().scheduleDeletion(direct(), managed, 7))
                .isInstanceOf(KeyRefusal.class);
        keys.administration().scheduleDeletion(direct(), ownKey, 7);
        now.updateAndGet(time -> time.plus(Duration.ofDays(8)));
        keys.settle();
        for (EncryptionMode mode : MODES) {
            boolean isReadable = read(mode, owner, mode != EncryptionMode.SSE_C) == Outcome.PLAINTEXT;
            assertThat(isReadable).as(mode.word()).isEqualTo(model(mode, Threat.KEY_DELETED) == Outcome.PLAINTEXT);
        }
    }

    @Test
    void aLostKeyIsMissedWhereTheOwnerKeptIt() {
        for (EncryptionMode mode : MODES) {
            assertThat(read(mode, owner, false) == Outcome.PLAINTEXT)
                    .as(mode.word())
                    .isEqualTo(model(mode, Threat.LOST_KEY) == Outcome.PLAINTEXT);
        }
    }

    @Test
    void aFlippedBitIsNeverHandedOut() throws IOException {
        List<Path> bodies;
        try (Stream<Path> files = Files.walk(folder.resolve("objects").resolve("bodies"))) {
            bodies = files.filter(Files::isRegularFile).toList();
        }
        assertThat(bodies).hasSize(MODES.size());
        for (Path body : bodies) {
            try (FileChannel channel = FileChannel.open(body, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                channel.read(one, 100_000);
                one.put(0, (byte) (one.get(0) ^ 1)).rewind();
                channel.write(one, 100_000);
            }
        }
        for (EncryptionMode mode : MODES) {
            assertThat(read(mode, owner, true)).as(mode.word()).isEqualTo(model(mode, Threat.FLIPPED_BIT));
        }
    }

    @Test
    void aDataKeyOpensInItsOwnContextOnly() {
        Map<String, String> own = Map.of("aws:s3:arn", "arn:aws:s3:::reef/one");
        Map<String, String> other = Map.of("aws:s3:arn", "arn:aws:s3:::reef/other");
        DataKeys.DataKey key = owner.keys().generate(Optional.of(ownKey), own);
        assertThat(owner.keys().unwrap(key.keyArn(), key.wrapped(), own)).isEqualTo(key.plain());
        assertThatThrownBy(() -> owner.keys().unwrap(key.keyArn(), key.wrapped(), other))
                .isInstanceOf(StoreRefusal.class);
        assertThat(model(EncryptionMode.SSE_KMS, Threat.WRONG_CONTEXT)).isEqualTo(Outcome.DENIED);
    }

    @Test
    void aNewBucketRefusesCustomerKeysAndEncryptsTheRest() throws IOException {
        store.close();
        store = open(true);
        store.createBucket(owner, "fresh", "us-east-1", false, Map.of());
        for (EncryptionMode mode : EncryptionMode.values()) {
            PutRequest put = PutRequest.by(owner).with(NewObject.PLAIN.encrypted(wish(mode)));
            if (model(mode, Threat.NEW_BUCKET) == Outcome.DENIED) {
                assertThatThrownBy(() -> store.putObject("fresh", "k", put, new ByteArrayInputStream(BODY)))
                        .isInstanceOf(StoreRefusal.class);
            } else {
                assertThat(store.putObject("fresh", "k", put, new ByteArrayInputStream(BODY))
                                .object()
                                .encryption()
                                .algorithm())
                        .isNotEqualTo(EncryptionAlgorithm.SSE_C);
            }
        }
        assertThat(put(EncryptionMode.NONE)).isEqualTo(EncryptionAlgorithm.SSE_S3);
    }

    @Test
    void aBucketKeyIsAskedForAsOftenAsCounted() throws IOException {
        EncryptionScenario scenario = EncryptionPresets.standard()
                .withMode(EncryptionMode.SSE_KMS_BUCKET_KEY)
                .withUploads(40)
                .withDownloads(0)
                .withRequesters(1)
                .withActiveMinutes(20);
        int[] asked = {0};
        DataKeys counting = new DataKeys() {
            @Override
            public DataKey generate(Optional<String> keyId, Map<String, String> context) {
                asked[0]++;
                return owner.keys().generate(keyId, context);
            }

            @Override
            public byte[] unwrap(String keyArn, byte[] wrapped, Map<String, String> context) {
                throw new IllegalStateException("Nothing is read here");
            }
        };
        Requester session = new Requester(owner.owner(), "arn:aws:sts::111111111111:assumed-role/job/1", counting);
        for (int at = 0; at < scenario.uploads(); at++) {
            store.putObject(
                    BUCKET,
                    "upload",
                    PutRequest.by(session).with(NewObject.PLAIN.encrypted(wish(EncryptionMode.SSE_KMS_BUCKET_KEY))),
                    new ByteArrayInputStream(new byte[10]));
            now.updateAndGet(time -> time.plus(Duration.ofSeconds(30)));
        }
        assertThat((long) asked[0])
                .isEqualTo(EncryptionCalls.of(scenario).generated())
                .isEqualTo(4);
    }
}
