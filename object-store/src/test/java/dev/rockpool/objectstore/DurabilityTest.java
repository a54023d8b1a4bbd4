package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Seed;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import dev.rockpool.kernel.disk.FaultyDisk;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.lifecycle.When;
import dev.rockpool.objectstore.StoreRefusal.Code;
import dev.rockpool.objectstore.index.IndexCursor;
import dev.rockpool.objectstore.index.MvIndex;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurabilityTest {
    private static final Path VOLUMES = StoreFixture.FOLDER.resolve("volumes");

    @TempDir
    Path folder;

    /// What a key may hold when the power is back: the last acknowledged text, or one that was on its way.
    private static final class Model {
        private final Map<String, Set<Integer>> possible = new HashMap<>();

        Set<Integer> of(String key) {
            return possible.computeIfAbsent(key, any -> new HashSet<>(Set.of(-1)));
        }

        void begins(String key, int seed) {
            of(key).add(seed);
        }

        void acknowledged(String key, int seed) {
            of(key).clear();
            of(key).add(seed);
        }
    }

    private static byte[] body(int seed) {
        int size = seed % 5 == 0 ? 300_000 + seed % 1_000 : seed * 37 % 3_000;
        byte[] body = new byte[size];
        new Seed(seed).derive("body").nextBytes(body);
        return body;
    }

    @Test
    void whatWasAcknowledgedSurvivesALossOfPower() {
        Campaign.run(25, random -> {
            FaultyDisk disk = new FaultyDisk();
            StoreFixture fixture =
                    new StoreFixture(disk, StoreFixture.standard().sizes(100_000, 200_000, Long.MAX_VALUE));
            fixture.bucket("reef");
            Model model = new Model();
            int seed = 0;
            for (int life = 0; life < 3; life++) {
                fixture.disk().losePowerAfter(random.nextInt(60));
                try {
                    while (true) {
                        String key = "k" + random.nextInt(6);
                        if (random.nextInt(4) == 0) {
                            model.begins(key, -1);
                            fixture.delete("reef", key);
                            model.acknowledged(key, -1);
                        } else {
                            seed++;
                            model.begins(key, seed);
                            fixture.put("reef", key, body(seed), NewObject.PLAIN);
                            model.acknowledged(key, seed);
                        }
                    }
                } catch (FaultyDisk.PowerLoss dark) {
                    fixture.afterPowerLoss(random);
                }
                compare(fixture, model);
            }
        });
    }

    private static void compare(StoreFixture fixture, Model model) {
        assertThat(fixture.store().verify()).isEmpty();
        Set<String> listed = new HashSet<>(fixture.keys("reef"));
        model.possible.forEach((key, seeds) -> {
            if (!listed.contains(key)) {
                assertThat(seeds).as(key).contains(-1);
                model.acknowledged(key, -1);
                return;
            }
            byte[] found = fixture.read("reef", key, GetRequest.by(fixture.requester));
            int which = seeds.stream()
                    .filter(seed -> seed >= 0 && Arrays.equals(body(seed), found))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(key + " holds something else"));
            model.acknowledged(key, which);
        });
    }

    @Test
    void aFullDiskRefusesCleanlyAndReadsGoOn() {
        Campaign.run(15, random -> {
            StoreFixture fixture = new StoreFixture();
            fixture.bucket("reef");
            fixture.put("reef", "small", "there");
            fixture.put("reef", "large", body(5), NewObject.PLAIN);
            fixture.disk().fillUpAt(fixture.disk().used() + random.nextInt(2_000));
            for (int count = 0; count < 30; count++) {
                int seed = 1 + count;
                Optional<Code> code = refusal(() -> fixture.put("reef", "more" + seed, body(seed), NewObject.PLAIN));
                assertThat(code.orElse(Code.InsufficientStorage)).isEqualTo(Code.InsufficientStorage);
                assertThat(fixture.get("reef", "small")).isEqualTo("there");
            }
            assertThat(refusal(() -> fixture.put("reef", "last", body(5), NewObject.PLAIN)))
                    .contains(Code.InsufficientStorage);
            assertThat(fixture.store().verify()).isEmpty();
            fixture.disk().emptySpace();
            fixture.put("reef", "last", body(5), NewObject.PLAIN);
            List<String> keys = fixture.keys("reef");
            fixture.reopen();
            assertThat(fixture.keys("reef")).isEqualTo(keys).contains("last", "large", "small");
            assertThat(fixture.store().verify()).isEmpty();
            fixture.close();
        });
    }

    @Test
    void aFullDiskCanBeEmptied() {
        StoreFixture fixture =
                new StoreFixture(new FaultyDisk(), StoreFixture.standard().reserving(200_000));
        fixture.bucket("reef");
        fixture.put("reef", "large", body(5), NewObject.PLAIN);
        fixture.put("reef", "more", body(5), NewObject.PLAIN);
        fixture.store().putLifecycle("reef", expiringAfterADay());
        fixture.disk().fillUpAt(fixture.disk().used());
        assertThat(refusal(() -> fixture.put("reef", "k", "x"))).contains(Code.InsufficientStorage);
        long used = fixture.disk().used();
        fixture.delete("reef", "large");
        fixture.clock.advanceDays(5);
        assertThat(fixture.keys("reef")).isEmpty();
        assertThat(fixture.disk().used()).isLessThan(used - 500_000);
        fixture.disk().emptySpace();
        fixture.put("reef", "k", "x");
        fixture.close();
    }

    @Test
    void whatIsDueOnAFullDiskWaitsAndReadsGoOn() {
        StoreFixture fixture = new StoreFixture();
        fixture.bucket("reef");
        fixture.put("reef", "k", "x");
        fixture.store().putLifecycle("reef", expiringAfterADay());
        fixture.disk().fillUpAt(fixture.disk().used());
        fixture.clock.advanceDays(5);
        assertThat(fixture.get("reef", "k")).isEqualTo("x");
        assertThat(refusal(fixture.store()::settle)).contains(Code.InsufficientStorage);
        fixture.disk().emptySpace();
        assertThat(fixture.keys("reef")).isEmpty();
        assertThat(fixture.events(StoreEvent.VersionGone.class)).hasSize(1);
        fixture.close();
    }

    private static LifecycleSettings expiringAfterADay() {
        LifecycleRule rule = LifecycleRule.of("day", LifecycleFilter.ALL).expiring(new When.AfterDays(1));
        return new LifecycleSettings(
                new LifecycleConfiguration(List.of(rule)), TransitionMinimum.ALL_STORAGE_CLASSES_128K, Instant.EPOCH);
    }

    @Test
    void aFailedFsyncIsARefusalAndNothingIsThere() {
        StoreFixture fixture = new StoreFixture();
        fixture.bucket("reef");
        fixture.disk().failForceAfter(0);
        assertThat(refusal(() -> fixture.put("reef", "k", "x"))).contains(Code.InternalError);
        assertThat(fixture.keys("reef")).isEmpty();
        fixture.put("reef", "k", "y");
        fixture.disk().failForceAfter(0);
        fixture.disk().failCuts(true);
        assertThat(refusal(() -> fixture.put("reef", "k", "z"))).contains(Code.InternalError);
        // nobody knows what the disk holds now: no more writes, but reads
        fixture.disk().failCuts(false);
        assertThat(refusal(() -> fixture.put("reef", "k", "z"))).contains(Code.InternalError);
        assertThat(fixture.get("reef", "k")).isEqualTo("y");
        fixture.afterKill();
        assertThat(fixture.get("reef", "k")).isIn("y", "z");
        fixture.put("reef", "k", "a");
        fixture.close();
    }

    @Test
    void damageInTheMiddleIsReportedAndAtTheEndIsCut() throws IOException {
        StoreFixture fixture = new StoreFixture();
        fixture.bucket("reef");
        for (int at = 0; at < 10; at++) {
            fixture.put("reef", "k" + at, "x".repeat(100));
        }
        fixture.close();
        Path volume = fixture.disk().list(VOLUMES).getFirst();
        fixture.disk().corrupt(volume, 600);
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(fixture::afterKill)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("store-damaged"));
        // the disk is the same that was opened in vain; mended, it opens
        fixture.disk().corrupt(volume, 600);
        long size;
        try (DiskFile file = fixture.disk().openToRead(volume)) {
            size = file.size();
        }
        fixture.disk().corrupt(volume, size - 5);
        fixture.afterKill();
        assertThat(fixture.keys("reef")).hasSize(9);
        fixture.close();
    }

    @Test
    void aLostIndexIsBuiltAnew() throws IOException {
        MovingClock clock = new MovingClock("2026-01-15T10:30:00Z");
        ObjectStoreOptions options = ObjectStoreOptions.standard().sizes(1_000, 20_000, 1L << 40);
        Requester requester = new Requester(StoreFixture.OWNER, "arn", DataKeys.NONE);
        try (ObjectStore store = ObjectStore.open(folder, Disk.real(), clock, options, StoreListener.NONE)) {
            store.createBucket(requester, "reef", "us-east-1", false, Map.of(BucketDocument.OWNERSHIP, "own"));
            store.putVersioning("reef", Versioning.ENABLED);
            for (int at = 0; at < 200; at++) {
                store.putObject("reef", "k" + at % 50, PutRequest.by(requester), StoreFixture.stream(body(at)));
            }
            assertThatExceptionOfType(EnvironmentException.class)
                    .isThrownBy(() -> ObjectStore.open(folder, Disk.real(), clock, options, StoreListener.NONE))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("store-folder-locked"));
        }
        VersionPage before = versions(clock, options);
        assertThat(before.versions()).hasSize(200);
        Files.delete(folder.resolve("index.mv"));
        assertThat(versions(clock, options)).isEqualTo(before);
        byte[] index = Files.readAllBytes(folder.resolve("index.mv"));
        byte[] whole = index.clone();
        Arrays.fill(index, 0, Math.min(index.length, 9_000), (byte) 0x55);
        Files.write(folder.resolve("index.mv"), index);
        assertThat(versions(clock, options)).isEqualTo(before);
        // pages that were written over, as a kill may leave them, are found by reading through
        for (int from = 8_192; from < whole.length; from += 4_096) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, from, Math.min(torn.length, from + 2_048), (byte) 0x55);
            Files.write(folder.resolve("index.mv"), torn);
            try (MvIndex opened = MvIndex.inFile(folder.resolve("index.mv"))) {
                IndexCursor cursor = opened.from(new byte[] {0});
                while (cursor.next()) {
                    assertThat(cursor.key()).isNotEmpty();
                }
            }
        }
    }

    private VersionPage versions(MovingClock clock, ObjectStoreOptions options) {
        try (ObjectStore store = ObjectStore.open(folder, Disk.real(), clock, options, StoreListener.NONE)) {
            assertThat(store.verify()).isEmpty();
            assertThat(store.document("reef", BucketDocument.OWNERSHIP)).contains("own");
            return store.listObjectVersions("reef", ListRequest.ALL, Optional.empty());
        }
    }

    @Test
    void compactionGivesBackWhatIsDeadAndLosesNothing() {
        Campaign.run(4, random -> {
            StoreFixture fixture =
                    new StoreFixture(new FaultyDisk(), StoreFixture.standard().sizes(100_000, 60_000, Long.MAX_VALUE));
            fixture.bucket("reef");
            if (random.nextBoolean()) {
                fixture.store().putVersioning("reef", Versioning.ENABLED);
            }
            Map<String, byte[]> model = new HashMap<>();
            for (int step = 1; step < 400; step++) {
                String key = "k" + random.nextInt(25);
                if (random.nextInt(5) == 0) {
                    fixture.delete("reef", key);
                    model.remove(key);
                } else {
                    byte[] body = body(step);
                    fixture.put("reef", key, body, NewObject.PLAIN);
                    model.put(key, body);
                }
                if (step % 100 == 0) {
                    compact(fixture, random);
                    compare(fixture, model);
                }
            }
            for (String key : List.copyOf(model.keySet())) {
                fixture.delete("reef", key);
            }
            for (StoredObject version : fixture.versions("reef")) {
                fixture.store()
                        .deleteObject(
                                "reef",
                                version.key(),
                                DeleteRequest.by(fixture.requester).version(version.versionId()));
            }
            fixture.disk().losePowerAfter(Integer.MAX_VALUE);
            fixture.reopen();
            fixture.store().compact();
            assertThat(fixture.disk().used()).isLessThan(150_000);
            fixture.close();
        });
    }

    private static void compact(StoreFixture fixture, RandomGenerator random) {
        if (random.nextBoolean()) {
            fixture.disk().losePowerAfter(random.nextInt(80));
        }
        try {
            fixture.store().compact();
            fixture.disk().losePowerAfter(Integer.MAX_VALUE);
        } catch (FaultyDisk.PowerLoss dark) {
            fixture.afterPowerLoss(random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (random.nextBoolean()) {
            fixture.reopen();
        }
    }

    private static void compare(StoreFixture fixture, Map<String, byte[]> model) {
        assertThat(fixture.store().verify()).isEmpty();
        assertThat(fixture.keys("reef")).containsExactlyInAnyOrderElementsOf(model.keySet());
        model.forEach((key, body) -> assertThat(fixture.read("reef", key, GetRequest.by(fixture.requester)))
                .isEqualTo(body));
    }

    @Test
    void upkeepComesByItself() throws Exception {
        ObjectStoreOptions options = ObjectStoreOptions.standard().sizes(100_000, 30_000, 10_000);
        MovingClock clock = new MovingClock("2026-01-15T10:30:00Z");
        Requester requester = new Requester(StoreFixture.OWNER, "arn", DataKeys.NONE);
        try (ObjectStore store =
                ObjectStore.open(folder, Disk.real(), clock, options.sync(false), StoreListener.NONE)) {
            store.createBucket(requester, "reef", "us-east-1", false, Map.of());
            for (int at = 0; at < 600; at++) {
                store.putObject("reef", "k", PutRequest.by(requester), StoreFixture.stream(new byte[2_000]));
                try (ObjectReading reading = store.getObject("reef", "k", GetRequest.by(requester))) {
                    assertThat(reading.bytes()).hasSize(2_000);
                }
            }
        }
        try (Stream<Path> files = Files.list(folder.resolve("volumes"))) {
            assertThat(files.count()).isLessThan(30);
        }
    }

    @Test
    void concurrentWritersShareTheDiskAndKeepTheirOrder() throws InterruptedException {
        try (StoreFixture fixture = new StoreFixture()) {
            fixture.bucket("reef");
            fixture.store().putVersioning("reef", Versioning.ENABLED);
            Set<String> won = ConcurrentHashMap.newKeySet();
            Thread[] threads = new Thread[16];
            for (int at = 0; at < threads.length; at++) {
                String text = "thread " + at;
                threads[at] = Thread.ofVirtual().start(() -> {
                    for (int count = 0; count < 20; count++) {
                        fixture.put("reef", "shared", text);
                    }
                    PutRequest absent = PutRequest.by(fixture.requester).with(WriteCondition.ABSENT);
                    if (refusal(() -> fixture.put("reef", "once", StoreFixture.bytes(text), absent))
                            .isEmpty()) {
                        won.add(text);
                    }
                });
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(won).containsExactly(fixture.get("reef", "once"));
            assertThat(fixture.versions("reef")).hasSize(16 * 20 + 1);
            assertThat(fixture.store().verify()).isEmpty();
        }
    }
}
