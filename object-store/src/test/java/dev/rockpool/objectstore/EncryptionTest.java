package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.bytes;
import static dev.rockpool.objectstore.StoreFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.rockpool.kernel.disk.DiskFile;
import dev.rockpool.objectstore.EncryptionWish.CustomerProvided;
import dev.rockpool.objectstore.EncryptionWish.KeyService;
import dev.rockpool.objectstore.StoreRefusal.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EncryptionTest {
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/one";

    private final StoreFixture fixture = new StoreFixture();

    @BeforeEach
    void bucket() {
        fixture.bucket("reef");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static CustomerKey customerKey(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        String md5 = Base64.getEncoder().encodeToString(Digests.digest("MD5").digest(key));
        return CustomerKey.of("AES256", Base64.getEncoder().encodeToString(key), md5);
    }

    private static NewObject by(EncryptionWish wish) {
        return NewObject.PLAIN.encrypted(wish);
    }

    private static KeyService keyService(boolean bucketKey, boolean twoLayers) {
        return new KeyService(Optional.of(KEY), Map.of("team", "reef"), Optional.of(bucketKey), twoLayers);
    }

    @Test
    void nothingPlainReachesTheDisk() throws Exception {
        String secret = "a secret that is long enough to be found ".repeat(20);
        fixture.put("reef", "k", secret);
        for (Path path : fixture.disk().list(StoreFixture.FOLDER.resolve("volumes"))) {
            try (DiskFile file = fixture.disk().openToRead(path)) {
                ByteBuffer all = ByteBuffer.allocate((int) file.size());
                file.read(all, 0);
                assertThat(new String(all.array(), StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
            }
        }
    }

    @Test
    void theStoresKeyIsAnotherAfterAYearAndOldObjectsStayReadable() throws Exception {
        fixture.put("reef", "old", "old");
        long withOne = keyFileBytes();
        fixture.clock.advanceDays(364);
        fixture.store().compact();
        assertThat(keyFileBytes()).isEqualTo(withOne);
        fixture.clock.advanceDays(1);
        fixture.store().compact();
        assertThat(keyFileBytes()).isGreaterThan(withOne);
        fixture.put("reef", "new", "new");
        fixture.reopen();
        assertThat(fixture.get("reef", "old")).isEqualTo("old");
        assertThat(fixture.get("reef", "new")).isEqualTo("new");
        assertThat(fixture.store().verify()).isEmpty();
    }

    private long keyFileBytes() throws IOException {
        try (DiskFile file = fixture.disk().openToRead(StoreFixture.FOLDER.resolve("service-keys"))) {
            return file.size();
        }
    }

    @Test
    void theKeyServiceWrapsADataKeyForEachObject() {
        PutResult put = fixture.put("reef", "k", bytes("text"), by(keyService(false, false)));
        assertThat(put.object().encryption())
                .isEqualTo(new EncryptionState(EncryptionAlgorithm.SSE_KMS, Optional.of(KEY), false, Optional.empty()));
        assertThat(put.object().etag())
                .isNotEqualTo("1cb251ec0d568de6a929b520c4aed8d1")
                .hasSize(32);
        assertThat(fixture.get("reef", "k")).isEqualTo("text");
        assertThat(fixture.keys.calls)
                .containsExactly("generate " + KEY + " arn:aws:s3:::reef/k", "unwrap " + KEY + " arn:aws:s3:::reef/k");
        fixture.keys.disabled = true;
        assertThat(refusal(() -> fixture.get("reef", "k"))).contains(Code.KMS_DisabledException);
        assertThat(fixture.store().verify()).isEmpty();
    }

    @Test
    void aBucketKeyServesManyObjects() {
        for (int at = 0; at < 10; at++) {
            fixture.put("reef", "k" + at, bytes("text"), by(keyService(true, false)));
        }
        assertThat(fixture.keys.calls).containsExactly("generate " + KEY + " arn:aws:s3:::reef");
        for (int at = 0; at < 10; at++) {
            assertThat(fixture.get("reef", "k" + at)).isEqualTo("text");
        }
        assertThat(fixture.keys.calls).hasSize(2);
        fixture.clock.advance(Duration.ofMinutes(6));
        fixture.get("reef", "k1");
        fixture.put("reef", "k1", bytes("text"), by(keyService(true, false)));
        assertThat(fixture.keys.calls).hasSize(4);
        assertThat(fixture.head("reef", "k1").encryption().bucketKey()).isTrue();
    }

    @Test
    void twoLayersNeedBothKeys() {
        byte[] body = new byte[700_000];
        fixture.put("reef", "k", body, by(keyService(true, true)));
        assertThat(fixture.head("reef", "k").encryption().algorithm()).isEqualTo(EncryptionAlgorithm.DSSE_KMS);
        GetRequest get = GetRequest.by(fixture.requester);
        assertThat(fixture.read("reef", "k", get)).isEqualTo(body);
        assertThat(fixture.read("reef", "k", get.range(ByteRange.of(65_530, 65_545))))
                .hasSize(16);
        fixture.keys.disabled = true;
        assertThat(refusal(() -> fixture.get("reef", "k"))).contains(Code.KMS_DisabledException);
    }

    @Test
    void theBucketsDefaultCountsWhereNothingIsSaid() {
        BucketEncryption rule = new BucketEncryption(EncryptionAlgorithm.SSE_KMS, Optional.empty(), true, true);
        fixture.store().putEncryption("reef", rule);
        assertThat(fixture.store().encryption("reef")).isEqualTo(rule);
        PutResult put = fixture.put("reef", "k", "text");
        assertThat(put.object().encryption().keyArn()).contains(FakeKeys.MANAGED);
        assertThat(put.object().encryption().bucketKey()).isTrue();
        PutResult own = fixture.put("reef", "own", bytes("x"), by(new EncryptionWish.ServiceKey()));
        assertThat(own.object().encryption().algorithm()).isEqualTo(EncryptionAlgorithm.SSE_S3);
        assertThat(refusal(() -> fixture.put("reef", "c", bytes("x"), by(new CustomerProvided(customerKey(1))))))
                .contains(Code.AccessDenied);
        fixture.store()
                .putEncryption(
                        "reef", new BucketEncryption(EncryptionAlgorithm.DSSE_KMS, Optional.of(KEY), false, false));
        assertThat(fixture.put("reef", "k", "text").object().encryption().algorithm())
                .isEqualTo(EncryptionAlgorithm.DSSE_KMS);
        fixture.reopen();
        fixture.store().deleteEncryption("reef");
        assertThat(fixture.store().encryption("reef")).isEqualTo(BucketEncryption.standard(false));
    }

    @Test
    void aCustomersKeyMustComeWithEveryRead() {
        CustomerKey key = customerKey(1);
        PutResult put = fixture.put("reef", "k", bytes("text"), by(new CustomerProvided(key)));
        assertThat(put.object().encryption().customerKeyMd5()).contains(key.md5());
        GetRequest get = GetRequest.by(fixture.requester);
        assertThat(fixture.read("reef", "k", get.with(key))).isEqualTo(bytes("text"));
        assertThat(refusal(() -> fixture.read("reef", "k", get))).contains(Code.InvalidRequest);
        assertThat(refusal(() -> fixture.read("reef", "k", get.with(customerKey(2)))))
                .contains(Code.InvalidRequest);
        assertThat(refusal(() -> fixture.store().headObject("reef", "k", get))).contains(Code.InvalidRequest);
        fixture.put("reef", "plain", "text");
        assertThat(refusal(() -> fixture.read("reef", "plain", get.with(key)))).contains(Code.InvalidRequest);
        CopySource source = new CopySource("reef", "k", Optional.empty(), ReadCondition.NONE, Optional.of(key));
        fixture.store().copyObject("reef", "copy", CopyRequest.by(fixture.requester, source));
        assertThat(fixture.get("reef", "copy")).isEqualTo("text");
    }

    @Test
    void customerKeysMustFit() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(refusal(() -> CustomerKey.of("DES", key, ""))).contains(Code.InvalidEncryptionAlgorithmError);
        assertThat(refusal(() -> CustomerKey.of("AES256", "AAAA", ""))).contains(Code.InvalidArgument);
        assertThat(refusal(() -> CustomerKey.of("AES256", "?", ""))).contains(Code.InvalidArgument);
        assertThat(refusal(() -> CustomerKey.of("AES256", key, "AAAA"))).contains(Code.InvalidArgument);
        assertThat(customerKey(1)).isEqualTo(customerKey(1)).isNotEqualTo(customerKey(2));
        assertThat(customerKey(1)).hasSameHashCodeAs(customerKey(1)).hasToString("customer key");
        assertThat(refusal(() -> DataKeys.NONE.generate(Optional.empty(), Map.of())))
                .contains(Code.KMS_NotFoundException);
        assertThat(refusal(() -> DataKeys.NONE.unwrap(KEY, new byte[0], Map.of())))
                .contains(Code.KMS_NotFoundException);
        assertThat(Code.KMS_DisabledException.wireName()).isEqualTo("KMS.DisabledException");
    }

    @Test
    void aFlippedBitIsAnErrorAndIsFound() throws Exception {
        fixture.put("reef", "k", new byte[600_000], NewObject.PLAIN);
        Path folder = fixture.disk().list(StoreFixture.FOLDER.resolve("bodies")).getFirst();
        fixture.disk().corrupt(fixture.disk().list(folder).getFirst(), 100_000);
        GetRequest get = GetRequest.by(fixture.requester);
        assertThat(fixture.read("reef", "k", get.range(ByteRange.of(0, 65_535))))
                .hasSize(65_536);
        try (ObjectReading reading = fixture.store().getObject("reef", "k", get)) {
            assertThatIOException().isThrownBy(reading::bytes);
        }
        List<String> broken = fixture.store().verify();
        assertThat(broken).singleElement().asString().contains("reef/k").contains("changed");
    }
}
