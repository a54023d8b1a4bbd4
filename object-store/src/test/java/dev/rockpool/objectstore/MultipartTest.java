package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.refusal;
import static dev.rockpool.objectstore.StoreFixture.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.StoreRefusal.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MultipartTest {
    private static final int LEAST = 5 << 20;

    private final StoreFixture fixture = new StoreFixture();
    private final Random random = new Random(11);

    @BeforeEach
    void bucket() {
        fixture.bucket("reef");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private String begin(UploadRequest request) {
        return fixture.store().createMultipartUpload("reef", "k", request).uploadId();
    }

    private CompletedPart part(String upload, int number, byte[] bytes) throws IOException {
        StoredPart part = fixture.store()
                .uploadPart("reef", "k", PartRequest.by(fixture.requester, upload, number), stream(bytes))
                .part();
        return new CompletedPart(number, part.etag(), part.checksum());
    }

    private PutResult complete(String upload, List<CompletedPart> parts) {
        return fixture.store()
                .completeMultipartUpload("reef", "k", CompleteRequest.by(fixture.requester, upload, parts));
    }

    @Test
    void partsBecomeAnObject() throws Exception {
        byte[] first = random(LEAST);
        byte[] second = random(LEAST + 70_000);
        byte[] third = random(1_000);
        String upload = begin(UploadRequest.by(fixture.requester));
        List<CompletedPart> parts = new ArrayList<>();
        part(upload, 2, random(100));
        parts.add(part(upload, 2, first));
        parts.add(part(upload, 5, second));
        part(upload, 6, random(100));
        parts.add(part(upload, 7, third));
        assertThat(fixture.store().listParts("reef", "k", upload, 0, 2).next()).isEqualTo(OptionalInt.of(5));
        assertThat(fixture.store().listParts("reef", "k", upload, 5, 10).parts())
                .extracting(StoredPart::number)
                .containsExactly(6, 7);
        PutResult done = complete(upload, parts);
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        for (byte[] body : List.of(first, second, third)) {
            md5.update(MessageDigest.getInstance("MD5").digest(body));
        }
        assertThat(done.object().etag()).isEqualTo(HexFormat.of().formatHex(md5.digest()) + "-3");
        byte[] whole = new byte[first.length + second.length + third.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        System.arraycopy(third, 0, whole, first.length + second.length, third.length);
        Digests digests = new Digests(false, Set.of(ChecksumAlgorithm.CRC64NVME));
        digests.update(whole, 0, whole.length);
        assertThat(done.object().checksum())
                .contains(new Checksum(
                        ChecksumAlgorithm.CRC64NVME,
                        ChecksumType.FULL_OBJECT,
                        Digests.base64(digests.values().getOrDefault(ChecksumAlgorithm.CRC64NVME, new byte[0]))));
        GetRequest get = GetRequest.by(fixture.requester);
        assertThat(fixture.read("reef", "k", get)).isEqualTo(whole);
        assertThat(fixture.read("reef", "k", get.part(2))).isEqualTo(second);
        try (ObjectReading reading = fixture.store().headObject("reef", "k", get.part(3))) {
            assertThat(reading.first()).isEqualTo(first.length + second.length);
            assertThat(reading.partsCount()).isEqualTo(OptionalInt.of(3));
            assertThat(reading.partChecksum()).isPresent();
        }
        assertThat(refusal(() -> fixture.read("reef", "k", get.part(4)))).contains(Code.InvalidPartNumber);
        ByteRange across = ByteRange.of(LEAST - 10, LEAST + 10);
        assertThat(fixture.read("reef", "k", get.range(across)))
                .isEqualTo(Arrays.copyOfRange(whole, LEAST - 10, LEAST + 11));
        assertThat(fixture.store()
                        .objectParts("reef", "k", Optional.empty(), 1, 1)
                        .parts())
                .extracting(StoredPart::bytes)
                .containsExactly((long) second.length);
        // once more it answers the same
        assertThat(complete(upload, parts).object()).isEqualTo(done.object());
        assertThat(fixture.store().verify()).isEmpty();
        fixture.reopen();
        assertThat(fixture.read("reef", "k", get)).isEqualTo(whole);
        fixture.delete("reef", "k");
        assertThat(fixture.disk().used()).isLessThan(100_000);
        assertThat(refusal(() -> complete(upload, parts))).contains(Code.NoSuchUpload);
    }

    @Test
    void completionsAreHeldAgainstTheParts() throws IOException {
        String upload = begin(UploadRequest.by(fixture.requester));
        CompletedPart small = part(upload, 1, random(10));
        CompletedPart last = part(upload, 2, random(10));
        assertThat(refusal(() -> complete(upload, List.of(small, last)))).contains(Code.EntityTooSmall);
        assertThat(refusal(() -> complete(upload, List.of(last, small)))).contains(Code.InvalidPartOrder);
        assertThat(refusal(() -> complete(upload, List.of()))).contains(Code.MalformedXML);
        CompletedPart other = new CompletedPart(1, last.etag(), Optional.empty());
        assertThat(refusal(() -> complete(upload, List.of(other)))).contains(Code.InvalidPart);
        CompletedPart missing = new CompletedPart(3, last.etag(), Optional.empty());
        assertThat(refusal(() -> complete(upload, List.of(missing)))).contains(Code.InvalidPart);
        CompleteRequest sized = new CompleteRequest(
                fixture.requester,
                upload,
                List.of(small),
                WriteCondition.NONE,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(11));
        assertThat(refusal(() -> fixture.store().completeMultipartUpload("reef", "k", sized)))
                .contains(Code.InvalidRequest);
        fixture.put("reef", "k", "there");
        CompleteRequest absent = new CompleteRequest(
                fixture.requester,
                upload,
                List.of(small),
                WriteCondition.ABSENT,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
        assertThat(refusal(() -> fixture.store().completeMultipartUpload("reef", "k", absent)))
                .contains(Code.PreconditionFailed);
        assertThat(refusal(() -> part(upload, 10_001))).contains(Code.InvalidArgument);
        assertThat(refusal(() -> fixture.store().multipartUpload("reef", "other", upload)))
                .contains(Code.NoSuchUpload);
        fixture.store().abortMultipartUpload("reef", "k", upload);
        assertThat(refusal(() -> complete(upload, List.of(small)))).contains(Code.NoSuchUpload);
        assertThat(refusal(() -> fixture.store().abortMultipartUpload("reef", "k", upload)))
                .contains(Code.NoSuchUpload);
        assertThat(fixture.disk().used()).isLessThan(20_000);
        assertThat(fixture.events(StoreEvent.UploadGone.class))
                .extracting(StoreEvent.UploadGone::bytes)
                .containsExactly(20L);
    }

    private void part(String upload, int number) {
        try {
            part(upload, number, random(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void checksumsAreCompositeOrOfTheWhole() throws IOException {
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            String upload = begin(
                    new UploadRequest(fixture.requester, NewObject.PLAIN, Optional.of(algorithm), Optional.empty()));
            CompletedPart first = part(upload, 1, random(100));
            Checksum checksum =
                    complete(upload, List.of(first)).object().checksum().orElseThrow();
            if (algorithm == ChecksumAlgorithm.CRC64NVME) {
                assertThat(checksum.type()).isEqualTo(ChecksumType.FULL_OBJECT);
                assertThat(checksum).isEqualTo(first.checksum().orElseThrow());
            } else {
                assertThat(checksum.type()).isEqualTo(ChecksumType.COMPOSITE);
                assertThat(checksum.value()).endsWith("-1");
            }
        }
        for (ChecksumAlgorithm algorithm : List.of(ChecksumAlgorithm.CRC32, ChecksumAlgorithm.CRC32C)) {
            String upload = begin(new UploadRequest(
                    fixture.requester, NewObject.PLAIN, Optional.of(algorithm), Optional.of(ChecksumType.FULL_OBJECT)));
            byte[] one = random(LEAST);
            byte[] two = random(77);
            List<CompletedPart> parts = List.of(part(upload, 1, one), part(upload, 2, two));
            Digests digests = new Digests(false, Set.of(algorithm));
            digests.update(one, 0, one.length);
            digests.update(two, 0, two.length);
            String value = Digests.base64(digests.values().getOrDefault(algorithm, new byte[0]));
            CompleteRequest wrong = new CompleteRequest(
                    fixture.requester,
                    upload,
                    parts,
                    WriteCondition.NONE,
                    Optional.of(new Checksum(algorithm, ChecksumType.FULL_OBJECT, "AAAAAA==")),
                    Optional.of(ChecksumType.FULL_OBJECT),
                    OptionalLong.of(LEAST + 77));
            assertThat(refusal(() -> fixture.store().completeMultipartUpload("reef", "k", wrong)))
                    .contains(Code.BadDigest);
            assertThat(complete(upload, parts).object().checksum().orElseThrow().value())
                    .isEqualTo(value);
        }
        assertThat(refusal(() -> begin(new UploadRequest(
                        fixture.requester,
                        NewObject.PLAIN,
                        Optional.of(ChecksumAlgorithm.SHA256),
                        Optional.of(ChecksumType.FULL_OBJECT)))))
                .contains(Code.InvalidRequest);
        assertThat(refusal(() -> begin(new UploadRequest(
                        fixture.requester,
                        NewObject.PLAIN,
                        Optional.of(ChecksumAlgorithm.CRC64NVME),
                        Optional.of(ChecksumType.COMPOSITE)))))
                .contains(Code.InvalidRequest);
    }

    @Test
    void partsAreCopiedFromObjects() throws IOException {
        byte[] source = random(LEAST + 1_000);
        fixture.store().putVersioning("reef", Versioning.ENABLED);
        PutResult put = fixture.put("reef", "source", source, NewObject.PLAIN);
        String upload = begin(UploadRequest.by(fixture.requester));
        PartResult first = fixture.store()
                .uploadPartCopy(
                        "reef",
                        "k",
                        PartRequest.by(fixture.requester, upload, 1),
                        CopySource.of("reef", "source"),
                        Optional.empty());
        assertThat(first.sourceVersionId()).contains(put.object().versionId());
        PartResult second = fixture.store()
                .uploadPartCopy(
                        "reef",
                        "k",
                        PartRequest.by(fixture.requester, upload, 2),
                        CopySource.of("reef", "source"),
                        Optional.of(ByteRange.of(10, 19)));
        complete(
                upload,
                List.of(
                        new CompletedPart(1, first.part().etag(), Optional.empty()),
                        new CompletedPart(2, second.part().etag(), Optional.empty())));
        byte[] whole = fixture.read("reef", "k", GetRequest.by(fixture.requester));
        assertThat(whole).hasSize(source.length + 10).startsWith(source);
        assertThat(Arrays.copyOfRange(whole, source.length, whole.length))
                .isEqualTo(Arrays.copyOfRange(source, 10, 20));
        CopyRequest copy = CopyRequest.by(fixture.requester, CopySource.of("reef", "k"));
        assertThat(fixture.store().copyObject("reef", "copy", copy).object().etag())
                .doesNotContain("-");
        assertThat(fixture.read("reef", "copy", GetRequest.by(fixture.requester)))
                .isEqualTo(whole);
        assertThat(refusal(() -> fixture.store()
                        .uploadPartCopy(
                                "reef",
                                "k",
                                PartRequest.by(fixture.requester, upload, 2),
                                CopySource.of("reef", "source"),
                                Optional.empty())))
                .contains(Code.NoSuchUpload);
    }

    @Test
    void partsOfAnotherAlgorithmAreRefused() {
        String upload = begin(new UploadRequest(
                fixture.requester, NewObject.PLAIN, Optional.of(ChecksumAlgorithm.SHA1), Optional.empty()));
        PartRequest request = new PartRequest(
                fixture.requester,
                upload,
                1,
                BodyChecks.of(ChecksumAlgorithm.CRC32, "AAAAAA=="),
                Optional.empty(),
                OptionalLong.empty());
        assertThat(refusal(() -> {
                    try {
                        fixture.store().uploadPart("reef", "k", request, stream(new byte[1]));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .contains(Code.InvalidRequest);
    }
}
