package dev.rockpool.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.FaultyDisk;
import dev.rockpool.kernel.disk.FaultyDisk.PowerLoss;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second store on a snapshot of the first: both go their own ways.
final class SnapshotTest {
    private static final Path OTHER = Path.of("other");
    private static final int LARGE = 6_000;

    private final FaultyDisk disk = new FaultyDisk();
    private final StoreFixture origin = new StoreFixture(disk, small());

    private static ObjectStoreOptions small() {
        return StoreFixture.standard().sizes(4_096, 20_000, 1 << 20);
    }

    private static ObjectStore branch(StoreFixture origin, Disk disk) {
        try {
            StoreSnapshot snapshot = origin.store().snapshot(OTHER, disk, () -> {});
            return ObjectStore.open(OTHER, disk, origin.clock, small(), event -> {}, snapshot);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private String text(ObjectStore store, String key) {
        try (ObjectReading reading = store.getObject("bucket", key, GetRequest.by(origin.requester))) {
            return new String(reading.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(ObjectStore store, String key, String text) {
        try {
            PutResult _ = store.putObject(
                    "bucket", key, PutRequest.by(origin.requester), StoreFixture.stream(StoreFixture.bytes(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> contents(ObjectStore store, SnapshotTest test) {
        Map<String, String> found = new TreeMap<>();
        store.listObjects("bucket", ListRequest.ALL)
                .objects()
                .forEach(object -> found.put(object.key(), test.text(store, object.key())));
        return found;
    }

    private static String large(String name, int number) {
        return (name + number + " ").repeat(LARGE / 4);
    }

    @Test
    void changesOfOneAreNotSeenInTheOther() {
        origin.bucket("bucket");
        put(origin.store(), "kept", "small");
        put(origin.store(), "large", large("kept", 1));
        put(origin.store(), "gone-in-origin", large("there", 1));
        put(origin.store(), "gone-in-branch", "there");
        try (ObjectStore branch = branch(origin, disk)) {
            origin.delete("bucket", "gone-in-origin");
            put(origin.store(), "kept", "changed in origin");
            put(origin.store(), "new-in-origin", "o");
            branch.deleteObject("bucket", "gone-in-branch", DeleteRequest.by(origin.requester));
            branch.deleteObject("bucket", "large", DeleteRequest.by(origin.requester));
            put(branch, "new-in-branch", large("bucket", 2));

            assertThat(contents(origin.store(), this))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "kept", "changed in origin",
                            "large", large("kept", 1),
                            "gone-in-branch", "there",
                            "new-in-origin", "o"));
            assertThat(contents(branch, this))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "kept", "small", "gone-in-origin", large("there", 1), "new-in-branch", large("bucket", 2)));
            assertThat(branch.verify()).isEmpty();
            assertThat(origin.store().verify()).isEmpty();
        }
        origin.close();
    }

    @Test
    void bothChangeCompactAndOpenAgainAsTheyWere() throws IOException {
        RandomGenerator random = new Seed(7).derive("snapshot");
        origin.bucket("bucket");
        Map<String, String> inOrigin = new TreeMap<>();
        change(origin.store(), inOrigin, random, "o", 150);
        Map<String, String> inBranch = new TreeMap<>(inOrigin);
        ObjectStore branch = branch(origin, disk);
        for (int round = 0; round < 4; round++) {
            change(origin.store(), inOrigin, random, "o" + round, 80);
            change(branch, inBranch, random, "b" + round, 80);
            origin.store().compact();
            branch.compact();
            assertThat(contents(origin.store(), this)).isEqualTo(inOrigin);
            assertThat(contents(branch, this)).isEqualTo(inBranch);
        }
        assertThat(branch.verify()).isEmpty();
        branch.close();
        origin.reopen();
        try (ObjectStore again = ObjectStore.open(OTHER, disk, origin.clock, small(), event -> {})) {
            assertThat(contents(again, this)).isEqualTo(inBranch);
            change(again, inBranch, random, "again", 60);
            again.compact();
            assertThat(contents(again, this)).isEqualTo(inBranch);
            assertThat(contents(origin.store(), this)).isEqualTo(inOrigin);
            assertThat(again.verify()).isEmpty();
        }
        assertThat(origin.store().verify()).isEmpty();
        origin.close();
    }

    private void change(
            ObjectStore store, Map<String, String> expected, RandomGenerator random, String name, int changes) {
        for (int change = 0; change < changes; change++) {
            String key = "key-" + random.nextInt(60);
            if (random.nextInt(4) == 0) {
                DeleteResult _ = store.deleteObject("bucket", key, DeleteRequest.by(origin.requester));
                expected.remove(key);
            } else {
                String text = random.nextInt(5) == 0 ? large(name, change) : (name + change).repeat(40);
                put(store, key, text);
                expected.put(key, text);
            }
        }
    }

    @Test
    void uploadsInFlightGoOnInBoth() throws IOException {
        origin.bucket("bucket");
        MultipartUpload upload =
                origin.store().createMultipartUpload("bucket", "parts", UploadRequest.by(origin.requester));
        byte[] first = new byte[5 << 20];
        PartResult one = origin.store()
                .uploadPart(
                        "bucket",
                        "parts",
                        PartRequest.by(origin.requester, upload.uploadId(), 1),
                        StoreFixture.stream(first));
        try (ObjectStore branch = branch(origin, disk)) {
            PartResult two = branch.uploadPart(
                    "bucket",
                    "parts",
                    PartRequest.by(origin.requester, upload.uploadId(), 2),
                    StoreFixture.stream(StoreFixture.bytes("end")));
            origin.store().abortMultipartUpload("bucket", "parts", upload.uploadId());
            PutResult _ = branch.completeMultipartUpload(
                    "bucket",
                    "parts",
                    CompleteRequest.by(
                            origin.requester,
                            upload.uploadId(),
                            List.of(
                                    new CompletedPart(1, one.part().etag(), Optional.empty()),
                                    new CompletedPart(2, two.part().etag(), Optional.empty()))));
            assertThat(branch.headObject("bucket", "parts", GetRequest.by(origin.requester))
                            .object()
                            .bytes())
                    .isEqualTo(first.length + 3L);
            assertThat(origin.keys("bucket")).isEmpty();
        }
        origin.close();
    }

    @Test
    void aLockHoldsInTheBranch() {
        Bucket _ = origin.store().createBucket(origin.requester, "bucket", "us-east-1", true, Map.of());
        PutResult locked = origin.put("bucket", "locked", "text");
        Instant until = origin.clock.instant().plusSeconds(3_600);
        StoredObject _ = origin.store()
                .putRetention(
                        "bucket",
                        "locked",
                        Optional.empty(),
                        Optional.of(new Retention(RetentionMode.COMPLIANCE, until)),
                        false);
        try (ObjectStore branch = branch(origin, disk)) {
            DeleteRequest delete =
                    DeleteRequest.by(origin.requester).version(locked.object().versionId());
            assertThat(StoreFixture.refusal(() -> branch.deleteObject("bucket", "locked", delete)))
                    .contains(StoreRefusal.Code.AccessDenied);
            assertThat(branch.bucket("bucket").versioning()).isEqualTo(Versioning.ENABLED);
        }
        origin.close();
    }

    @Test
    void whateverMomentThePowerGoesTheOriginIsAsItWas() throws IOException {
        int moments = Campaign.size(40, 400);
        RandomGenerator random = new Seed(20_261_126).derive("snapshot-power");
        for (int moment = 0; moment < moments; moment++) {
            FaultyDisk failing = new FaultyDisk();
            StoreFixture store = new StoreFixture(failing, small());
            store.bucket("bucket");
            List<String> keys = new ArrayList<>();
            for (int key = 0; key < 12; key++) {
                keys.add("key-%02d".formatted(key));
                put(store.store(), keys.getLast(), key % 3 == 0 ? large("x", key) : "text " + key);
            }
            failing.losePowerAfter(Campaign.isWhole() ? random.nextInt(60) : moment);
            try {
                ObjectStore branch = branch(store, failing);
                branch.deleteObject("bucket", "key-00", DeleteRequest.by(store.requester));
                put(branch, "key-01", "changed");
                branch.compact();
            } catch (PowerLoss lost) {
                // what is found afterwards counts
            }
            store.afterPowerLoss(random);
            assertThat(store.keys("bucket")).as("moment " + moment).isEqualTo(keys);
            assertThat(store.store().verify()).as("moment " + moment).isEmpty();
            assertThat(text(store.store(), "key-01")).isEqualTo("text 1");
            store.close();
        }
        Campaign.tell(
                "power lost while a branch is made and written to",
                "%,d moments; the origin is as it was".formatted(moments));
    }

    @Test
    void onARealDiskTheFilesAreShared(@TempDir Path folder) throws IOException {
        ObjectStoreOptions options = ObjectStoreOptions.standard().sync(false).sizes(4_096, 64 << 20, 32 << 20);
        Disk real = Disk.real();
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        try (ObjectStore store = ObjectStore.open(first, real, origin.clock, options, event -> {})) {
            Bucket _ = store.createBucket(origin.requester, "bucket", "us-east-1", false, Map.of());
            put(store, "small", "text");
            put(store, "large", large("l", 1));
            StoreSnapshot snapshot = store.snapshot(second, real, () -> {});
            assertThat(Files.readAllBytes(second.resolve("volumes/0000000000000001.volume")))
                    .isEqualTo(Files.readAllBytes(first.resolve("volumes/0000000000000001.volume")));
            try (ObjectStore branch = ObjectStore.open(second, real, origin.clock, options, event -> {}, snapshot)) {
                put(branch, "own", "branch");
                DeleteResult _ = store.deleteObject("bucket", "large", DeleteRequest.by(origin.requester));
                assertThat(contents(branch, this))
                        .containsExactlyInAnyOrderEntriesOf(
                                Map.of("small", "text", "large", large("l", 1), "own", "branch"));
            }
        }
        try (ObjectStore again = ObjectStore.open(second, real, origin.clock, options, event -> {})) {
            assertThat(contents(again, this).keySet()).containsExactly("large", "own", "small");
        }
    }
}
