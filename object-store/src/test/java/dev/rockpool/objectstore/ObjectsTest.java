package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.bytes;
import static dev.rockpool.objectstore.StoreFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.StoreRefusal.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ObjectsTest {
    private final StoreFixture fixture = new StoreFixture();

    @BeforeEach
    void bucket() {
        fixture.bucket("reef");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void keepsWhatItIsGiven() {
        NewObject object = NewObject.PLAIN
                .described(Map.of("content-type", "text/plain"), Map.of("mood", "calm"))
                .tagged(Map.of("depth", "3"))
                .in(StorageClass.STANDARD_IA);
        PutResult put = fixture.put("reef", "a/b", bytes("hello"), object);
        assertThat(put.object().etag()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(put.object().showsVersion()).isFalse();
        StoredObject head = fixture.head("reef", "a/b");
        assertThat(head).isEqualTo(put.object());
        assertThat(head.bytes()).isEqualTo(5);
        assertThat(head.systemMetadata()).containsEntry("content-type", "text/plain");
        assertThat(head.userMetadata()).containsEntry("mood", "calm");
        assertThat(head.tags()).containsEntry("depth", "3");
        assertThat(head.storageClass()).isEqualTo(StorageClass.STANDARD_IA);
        assertThat(head.encryption().algorithm()).isEqualTo(EncryptionAlgorithm.SSE_S3);
        assertThat(head.lastModified()).isEqualTo(fixture.clock.instant());
        assertThat(head.checksum().orElseThrow().algorithm()).isEqualTo(ChecksumAlgorithm.CRC64NVME);
        assertThat(fixture.get("reef", "a/b")).isEqualTo("hello");
        fixture.reopen();
        assertThat(fixture.head("reef", "a/b")).isEqualTo(head);
        assertThat(fixture.get("reef", "a/b")).isEqualTo("hello");
        assertThat(fixture.store().verify()).isEmpty();
    }

    @Test
    void bodiesOfEverySizeComeBackWholeAndInRanges() throws IOException {
        Random random = new Random(7);
        int frame = 64 << 10;
        for (int size : new int[] {
            0, 1, frame - 1, frame, frame + 1, (256 << 10) - 1, 256 << 10, (256 << 10) + 1, 5 * frame, 1_500_000
        }) {
            byte[] body = new byte[size];
            random.nextBytes(body);
            fixture.put("reef", "body", body, NewObject.PLAIN);
            assertThat(fixture.read("reef", "body", GetRequest.by(fixture.requester)))
                    .as("%d bytes", size)
                    .isEqualTo(body);
            for (int trial = 0; trial < 5 && size > 0; trial++) {
                int first = random.nextInt(size);
                int last = first + random.nextInt(size - first);
                byte[] expected = Arrays.copyOfRange(body, first, last + 1);
                GetRequest request = GetRequest.by(fixture.requester).range(ByteRange.of(first, last));
                try (ObjectReading reading = fixture.store().getObject("reef", "body", request)) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    reading.writeTo(out);
                    assertThat(out.toByteArray())
                            .as("%d to %d of %d", first, last, size)
                            .isEqualTo(expected);
                    assertThat(reading.first()).isEqualTo(first);
                    assertThat(reading.length()).isEqualTo(expected.length);
                    assertThat(reading.isPartial()).isTrue();
                }
            }
        }
        assertThat(fixture.store().verify()).isEmpty();
    }

    @Test
    void rangesAreThoseOfHttp() {
        fixture.put("reef", "k", "0123456789");
        GetRequest get = GetRequest.by(fixture.requester);
        assertThat(fixture.read("reef", "k", get.range(ByteRange.suffix(3)))).isEqualTo(bytes("789"));
        assertThat(fixture.read("reef", "k", get.range(ByteRange.suffix(30)))).isEqualTo(bytes("0123456789"));
        assertThat(fixture.read("reef", "k", get.range(ByteRange.from(8)))).isEqualTo(bytes("89"));
        assertThat(fixture.read("reef", "k", get.range(ByteRange.of(8, 800)))).isEqualTo(bytes("89"));
        assertThat(refusal(() -> fixture.read("reef", "k", get.range(ByteRange.from(10)))))
                .contains(Code.InvalidRange);
        assertThat(refusal(() -> fixture.read("reef", "k", get.range(ByteRange.suffix(0)))))
                .contains(Code.InvalidRange);
        assertThat(fixture.read("reef", "k", get.part(1))).isEqualTo(bytes("0123456789"));
        assertThat(refusal(() -> fixture.read("reef", "k", get.part(2)))).contains(Code.InvalidPartNumber);
    }

    @Test
    void checksumsAreVerifiedBeforeAnythingIsVisible() {
        byte[] nine = bytes("123456789");
        Map<ChecksumAlgorithm, String> right = new LinkedHashMap<>();
        right.put(ChecksumAlgorithm.CRC32, "y/Q5Jg==");
        right.put(ChecksumAlgorithm.CRC32C, "4waSgw==");
        right.put(ChecksumAlgorithm.CRC64NVME, "rosUhgp5mIg=");
        right.put(ChecksumAlgorithm.SHA1, "98O8HYCOBHMq32eZZczDTKeuNEE=");
        right.put(ChecksumAlgorithm.SHA256, "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=");
        right.put(ChecksumAlgorithm.MD5, "JfnnlDI7RTiF9RgfG2JNCw==");
        right.forEach((algorithm, value) -> {
            PutResult put = fixture.put(
                    "reef", "k", nine, PutRequest.by(fixture.requester).with(BodyChecks.of(algorithm, value)));
            assertThat(put.object().checksum()).contains(new Checksum(algorithm, ChecksumType.FULL_OBJECT, value));
        });
        fixture.delete("reef", "k");
        PutRequest wrong = PutRequest.by(fixture.requester).with(BodyChecks.of(ChecksumAlgorithm.CRC32, "AAAAAA=="));
        assertThat(refusal(() -> fixture.put("reef", "k", nine, wrong))).contains(Code.BadDigest);
        assertThat(refusal(() -> fixture.put("reef", "k", new byte[1 << 20], wrong)))
                .contains(Code.BadDigest);
        PutRequest tooShort = PutRequest.by(fixture.requester).with(BodyChecks.of(ChecksumAlgorithm.CRC32, "AA=="));
        assertThat(refusal(() -> fixture.put("reef", "k", nine, tooShort))).contains(Code.InvalidRequest);
        BodyChecks md5 = new BodyChecks(Optional.of("JfnnlDI7RTiF9RgfG2JNCw=="), Optional.empty(), Optional::empty);
        fixture.put("reef", "md5", nine, PutRequest.by(fixture.requester).with(md5));
        assertThat(refusal(() -> fixture.put(
                        "reef",
                        "k",
                        bytes("x"),
                        PutRequest.by(fixture.requester).with(md5))))
                .contains(Code.BadDigest);
        BodyChecks none = new BodyChecks(Optional.of("nonsense"), Optional.empty(), Optional::empty);
        assertThat(refusal(() -> fixture.put(
                        "reef", "k", nine, PutRequest.by(fixture.requester).with(none))))
                .contains(Code.InvalidDigest);
        assertThat(fixture.keys("reef")).containsExactly("md5");
        assertThat(fixture.store().verify()).isEmpty();
    }

    @Test
    void aTrailerIsAskedForAfterTheBody() throws IOException {
        List<String> order = new ArrayList<>();
        InputStream body = new ByteArrayInputStream(bytes("123456789")) {
            @Override
            public synchronized int read(byte[] target, int from, int count) {
                int read = super.read(target, from, count);
                if (read < 0) {
                    order.add("end");
                }
                return read;
            }
        };
        BodyChecks checks = new BodyChecks(Optional.empty(), Optional.of(ChecksumAlgorithm.CRC32C), () -> {
            order.add("trailer");
            return Optional.of("4waSgw==");
        });
        fixture.store().putObject("reef", "k", PutRequest.by(fixture.requester).with(checks), body);
        assertThat(order.getFirst()).isEqualTo("end");
        assertThat(order.getLast()).isEqualTo("trailer");
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    void aBodyThatFailsOrIsTooShortLeavesNothing() {
        InputStream failing = new InputStream() {
            private int left = 1_000_000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new StoreRefusal(Code.XAmzContentSHA256Mismatch, "The payload is another.");
                }
                return 7;
            }
        };
        assertThatExceptionOfType(StoreRefusal.class)
                .isThrownBy(() -> fixture.store().putObject("reef", "k", PutRequest.by(fixture.requester), failing));
        long used = fixture.disk().used();
        for (int size : new int[] {10, 1_000_000}) {
            PutRequest request = PutRequest.by(fixture.requester).of(size + 1);
            assertThat(refusal(() -> fixture.put("reef", "k", new byte[size], request)))
                    .contains(Code.IncompleteBody);
            PutRequest longer = PutRequest.by(fixture.requester).of(size - 1);
            assertThat(refusal(() -> fixture.put("reef", "k", new byte[size], longer)))
                    .contains(Code.IncompleteBody);
        }
        PutRequest huge = PutRequest.by(fixture.requester).of(6L << 30);
        assertThat(refusal(() -> fixture.put("reef", "k", new byte[1], huge))).contains(Code.EntityTooLarge);
        assertThat(fixture.keys("reef")).isEmpty();
        assertThat(fixture.disk().used()).isEqualTo(used);
    }

    @Test
    void conditionsAreJudgedWithTheWrite() {
        PutRequest absent = PutRequest.by(fixture.requester).with(WriteCondition.ABSENT);
        PutResult first = fixture.put("reef", "k", bytes("1"), absent);
        assertThat(refusal(() -> fixture.put("reef", "k", bytes("2"), absent))).contains(Code.PreconditionFailed);
        PutRequest match = PutRequest.by(fixture.requester)
                .with(WriteCondition.over(Optional.of(first.object().etag())));
        fixture.put("reef", "k", bytes("2"), match);
        assertThat(refusal(() -> fixture.put("reef", "k", bytes("3"), match))).contains(Code.PreconditionFailed);
        assertThat(refusal(() -> fixture.put("reef", "other", bytes("3"), match)))
                .contains(Code.NoSuchKey);
        DeleteRequest stale = new DeleteRequest(fixture.requester, Optional.empty(), false, match.condition());
        assertThat(refusal(() -> fixture.store().deleteObject("reef", "k", stale)))
                .contains(Code.PreconditionFailed);
        fixture.store().putVersioning("reef", Versioning.ENABLED);
        fixture.delete("reef", "k");
        fixture.put("reef", "k", bytes("4"), absent);
        assertThat(fixture.get("reef", "k")).isEqualTo("4");
    }

    @Test
    void readsAreConditionalInTheOrderOfHttp() {
        PutResult put = fixture.put("reef", "k", "text");
        Instant modified = put.object().lastModified();
        String etag = put.object().etag();
        GetRequest get = GetRequest.by(fixture.requester);
        assertThat(refusal(() -> fixture.read("reef", "k", get.with(condition(List.of("x"), List.of())))))
                .contains(Code.PreconditionFailed);
        assertThat(refusal(() -> fixture.read("reef", "k", get.with(condition(List.of(etag), List.of("*"))))))
                .contains(Code.NotModified);
        assertThat(refusal(() -> fixture.read("reef", "k", get.with(condition(List.of("*"), List.of("x"))))))
                .isEmpty();
        ReadCondition since = new ReadCondition(List.of(), List.of(), Optional.of(modified), Optional.empty());
        assertThat(refusal(() -> fixture.read("reef", "k", get.with(since)))).contains(Code.NotModified);
        ReadCondition before =
                new ReadCondition(List.of(), List.of(), Optional.empty(), Optional.of(modified.minusSeconds(1)));
        assertThat(refusal(() -> fixture.read("reef", "k", get.with(before)))).contains(Code.PreconditionFailed);
        // a matching ETag outranks a date
        ReadCondition both =
                new ReadCondition(List.of(etag), List.of(), Optional.empty(), Optional.of(modified.minusSeconds(1)));
        assertThat(refusal(() -> fixture.read("reef", "k", get.with(both)))).isEmpty();
    }

    private static ReadCondition condition(List<String> match, List<String> noneMatch) {
        return new ReadCondition(match, noneMatch, Optional.empty(), Optional.empty());
    }

    @Test
    void limitsAreTheServices() {
        assertThat(refusal(() -> fixture.put("reef", "ü".repeat(513), "x"))).contains(Code.KeyTooLongError);
        fixture.put("reef", "ü".repeat(512), "x");
        assertThat(refusal(() -> fixture.put("reef", "", "x"))).contains(Code.InvalidArgument);
        NewObject talkative = NewObject.PLAIN.described(Map.of(), Map.of("k", "x".repeat(2_048)));
        assertThat(refusal(() -> fixture.put("reef", "k", bytes("x"), talkative)))
                .contains(Code.MetadataTooLarge);
        Map<String, String> tags = new LinkedHashMap<>();
        for (int at = 0; at < 11; at++) {
            tags.put("t" + at, "");
        }
        assertThat(refusal(() -> fixture.put("reef", "k", bytes("x"), NewObject.PLAIN.tagged(tags))))
                .contains(Code.InvalidTag);
        for (Map<String, String> bad : List.of(Map.of("k".repeat(129), ""), Map.of("k", "v".repeat(257)))) {
            assertThat(refusal(() -> fixture.put("reef", "k", bytes("x"), NewObject.PLAIN.tagged(bad))))
                    .contains(Code.InvalidTag);
        }
    }

    @Test
    void copiesTakeMetadataAlongOrReplaceIt() {
        NewObject object = NewObject.PLAIN
                .described(Map.of("content-type", "text/plain"), Map.of("mood", "calm"))
                .tagged(Map.of("depth", "3"));
        fixture.put("reef", "from", bytes("text"), object);
        CopyRequest copy = CopyRequest.by(fixture.requester, CopySource.of("reef", "from"));
        CopyResult copied = fixture.store().copyObject("reef", "to", copy);
        assertThat(copied.object().userMetadata()).containsEntry("mood", "calm");
        assertThat(copied.object().tags()).containsEntry("depth", "3");
        assertThat(copied.sourceVersionId()).isEmpty();
        NewObject other = NewObject.PLAIN.described(Map.of(), Map.of("mood", "wild"));
        CopyRequest replacing = new CopyRequest(
                fixture.requester,
                copy.source(),
                other,
                true,
                true,
                Optional.of(ChecksumAlgorithm.SHA256),
                WriteCondition.NONE);
        CopyResult replaced = fixture.store().copyObject("reef", "to", replacing);
        assertThat(replaced.object().userMetadata()).containsExactly(Map.entry("mood", "wild"));
        assertThat(replaced.object().tags()).isEmpty();
        assertThat(replaced.object().checksum().orElseThrow().algorithm()).isEqualTo(ChecksumAlgorithm.SHA256);
        assertThat(fixture.get("reef", "to")).isEqualTo("text");
        assertThat(refusal(() -> fixture.store().copyObject("reef", "from", copy)))
                .contains(Code.InvalidRequest);
        CopyRequest colder = new CopyRequest(
                fixture.requester,
                copy.source(),
                NewObject.PLAIN.in(StorageClass.STANDARD_IA),
                false,
                false,
                Optional.empty(),
                WriteCondition.NONE);
        assertThat(fixture.store().copyObject("reef", "from", colder).object().storageClass())
                .isEqualTo(StorageClass.STANDARD_IA);
        CopySource unwanted =
                new CopySource("reef", "from", Optional.empty(), condition(List.of(), List.of("*")), Optional.empty());
        assertThat(refusal(() -> fixture.store().copyObject("reef", "to", CopyRequest.by(fixture.requester, unwanted))))
                .contains(Code.PreconditionFailed);
    }

    @Test
    void readersOfALargeObjectGoOnWhenItIsReplaced() throws IOException {
        byte[] old = new byte[3_000_000];
        new Random(3).nextBytes(old);
        fixture.put("reef", "k", old, NewObject.PLAIN);
        long used = fixture.disk().used();
        try (ObjectReading reading = fixture.store().getObject("reef", "k", GetRequest.by(fixture.requester))) {
            fixture.put("reef", "k", "new");
            assertThat(reading.bytes()).isEqualTo(old);
        }
        assertThat(fixture.get("reef", "k")).isEqualTo("new");
        assertThat(fixture.disk().used()).isLessThan(used - 2_900_000);
    }

    @Test
    void whatHangsOnAVersionCanBeChanged() {
        fixture.put("reef", "k", "text");
        fixture.store().putObjectTagging("reef", "k", Optional.empty(), Map.of("a", "b"));
        fixture.store().putObjectAcl("reef", "k", Optional.empty(), "<acl/>");
        StoredObject found = fixture.store().find("reef", "k", Optional.empty()).orElseThrow();
        assertThat(found.tags()).containsEntry("a", "b");
        assertThat(found.acl()).contains("<acl/>");
        assertThat(fixture.store().find("reef", "none", Optional.empty())).isEmpty();
        assertThat(refusal(() -> fixture.store().putObjectTagging("reef", "none", Optional.empty(), Map.of())))
                .contains(Code.NoSuchKey);
        assertThat(fixture.events(StoreEvent.VersionChanged.class)).hasSize(2);
    }

    @Test
    void eachBeginAndEndOfBytesIsTold() {
        fixture.put("reef", "k", "12345");
        fixture.put("reef", "k", "123");
        fixture.get("reef", "k");
        fixture.delete("reef", "k");
        fixture.delete("reef", "k");
        assertThat(fixture.events(StoreEvent.VersionStored.class))
                .extracting(StoreEvent.VersionStored::bytes)
                .containsExactly(5L, 3L);
        assertThat(fixture.events(StoreEvent.VersionGone.class))
                .extracting(StoreEvent.VersionGone::cause)
                .containsExactly(StoreEvent.Cause.OVERWRITTEN, StoreEvent.Cause.DELETED);
        assertThat(fixture.events(StoreEvent.VersionRead.class))
                .extracting(StoreEvent.VersionRead::bytes)
                .containsExactly(3L);
    }
}
