package dev.rockpool.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.task.Progress;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.objectstore.RestoreState;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.platform.ClockSetting;
import dev.rockpool.platform.PlatformOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreViewModelTest {
    private static final Instant START = Instant.parse("2026-03-18T09:30:00Z");

    private final Path folder;
    private final TaskRunner tasks = TestDesk.atOnce();
    private final RunningPlatform running;
    private final StoreViewModel model;

    StoreViewModelTest(@TempDir Path folder) {
        this.folder = folder;
        running = new RunningPlatform(
                PlatformOptions.in(folder.resolve("platform"))
                        .with(new ClockSetting.Virtual(START, 0))
                        .with(ObjectStoreOptions.standard().sync(false)),
                InstantSource.fixed(START),
                new SecureRandom(),
                PriceBook::shipped,
                new StoredPreferences(Map.of(), tasks, _ -> {}),
                tasks);
        model = new StoreViewModel(running, PriceBook::shipped, tasks, TestDesk.texts());
        model.show("", "");
    }

    @AfterEach
    void close() {
        running.close();
    }

    private List<String> names() {
        return model.rows().get().stream().map(ObjectRow::name).toList();
    }

    private StoredObject object() {
        return model.detail().get().orElseThrow().object();
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void anEmptyPlatformHasNoBucketsAndMakesSamples() {
        assertThat(model.loaded().get()).isTrue();
        assertThat(model.bucket().get()).isEmpty();
        model.makeSamples();
        assertThat(model.buckets()).extracting(BucketEntry::name).containsExactly(SampleBucket.NAME);
        assertThat(names()).containsExactly("README.md", "archive/", "config/", "raw/", "readings/");
        model.makeSamples();
        assertThat(model.buckets()).hasSize(2);
    }

    @Test
    void aBucketsNameIsHeldToTheRulesOfTheService() {
        model.create("No", () -> {});
        assertThat(model.bucketFault().get())
                .startsWith("\"No\" cannot be a bucket's name: use 3 to 63 lower-case letters")
                .contains("InvalidBucketName");
        assertThat(model.buckets()).isEmpty();
        model.create("tides", () -> {});
        assertThat(model.bucketFault().get()).isEmpty();
        model.create("tides", () -> {});
        assertThat(model.bucketFault().get()).contains("BucketAlreadyOwnedByYou");
    }

    @Test
    void aBucketIsDeletedOnlyWhenEmpty() throws IOException {
        model.create("tides", () -> {});
        model.upload(List.of(file("a.txt", "a")), _ -> {});
        List<String> gone = new ArrayList<>();
        model.deleteBucket(gone::add);
        assertThat(model.bucketFault().get()).contains("BucketNotEmpty");
        model.look("a.txt");
        model.delete(_ -> {});
        model.delete(_ -> {});
        model.deleteBucket(gone::add);
        assertThat(gone).containsExactly("tides");
        assertThat(model.bucket().get()).isEmpty();
    }

    @Test
    void foldersKeepTheirPathsAndComeBackAsTheyWere() throws IOException {
        model.create("tides", () -> {});
        Path north = file("in/north/one.csv", "1,2\n").getParent();
        file("in/north/deep/two.json", "{\"a\":1}");
        List<Integer> stored = new ArrayList<>();
        model.upload(List.of(north), stored::add);
        assertThat(stored).containsExactly(2);
        assertThat(names()).containsExactly("north/");
        model.enter("north/");
        assertThat(names()).containsExactly("deep/", "one.csv");
        model.up();
        model.flat().set(true);
        assertThat(names()).containsExactly("north/deep/two.json", "north/one.csv");
        model.look("north/deep/two.json");
        assertThat(model.detail().get().orElseThrow().preview())
                .isEqualTo(new Preview.Text("{\n  \"a\" : 1\n}", false));
        Path back = folder.resolve("back.json");
        model.download(Optional.empty(), back, () -> {});
        assertThat(back).hasContent("{\"a\":1}");
    }

    @Test
    void keysAreFoundByHowTheyBeginAndByWhatTheyContain() {
        model.makeSamples();
        model.search().set("re");
        assertThat(names()).containsExactly("readings/");
        model.within().set(true);
        model.search().set("2024");
        assertThat(names()).containsExactly("archive/2024.csv");
    }

    @Test
    void aDeleteInAVersionedBucketIsUndoneByTakingTheMarkerAway() {
        model.makeSamples();
        model.look("README.md");
        List<Optional<Runnable>> undo = new ArrayList<>();
        model.delete(undo::add);
        assertThat(names()).doesNotContain("README.md");
        model.deleted().set(true);
        assertThat(names()).contains("README.md");
        model.deleted().set(false);
        undo.getFirst().orElseThrow().run();
        assertThat(names()).contains("README.md");
    }

    @Test
    void withoutVersionsTheFirstDeleteOnlyWarns() throws IOException {
        model.create("tides", () -> {});
        model.upload(List.of(file("a.txt", "a")), _ -> {});
        model.look("a.txt");
        model.delete(_ -> {});
        assertThat(model.armed().get()).isEqualTo("a.txt");
        assertThat(names()).containsExactly("a.txt");
        model.delete(_ -> {});
        assertThat(names()).isEmpty();
    }

    @Test
    void anOldVersionComesBackAsANewOne() {
        model.makeSamples();
        model.look("config/gauges.json");
        List<StoredObject> versions = model.detail().get().orElseThrow().versions();
        assertThat(versions).hasSize(2);
        model.restoreVersion(versions.getLast());
        assertThat(model.detail().get().orElseThrow().versions()).hasSize(3);
        assertThat(object().etag()).isEqualTo(versions.getLast().etag());
    }

    @Test
    void anotherClassIsACopyAndTagsAreReplaced() {
        model.makeSamples();
        model.look("README.md");
        model.changeClass(StorageClass.GLACIER_IR);
        assertThat(object().storageClass()).isEqualTo(StorageClass.GLACIER_IR);
        model.putTags(Map.of("team", "tides"));
        assertThat(object().tags()).containsExactly(Map.entry("team", "tides"));
    }

    @Test
    void anArchivedObjectIsReadOnlyAfterARestoreThatTakesPlatformTime() {
        model.makeSamples();
        model.look("archive/2024.csv");
        assertThat(model.detail().get().orElseThrow().preview()).isEqualTo(new Preview.OutOfReach());
        model.restore(RestoreTier.STANDARD, 2);
        RestoreState state = object().restore().orElseThrow();
        assertThat(state.ongoing()).isTrue();
        model.desk().get().orElseThrow().platform().advanceTo(state.ready());
        model.look("archive/2024.csv");
        assertThat(model.detail().get().orElseThrow().preview()).isInstanceOf(Preview.Text.class);
        assertThat(state.expiry()).isEqualTo(Instant.parse("2026-03-21T00:00:00Z"));
    }

    @Test
    void theCalendarIsWhatTheStoreThenDoes() {
        model.makeSamples();
        model.look("archive/2025.csv");
        List<FutureEvent> future = model.detail().get().orElseThrow().future();
        assertThat(future)
                .extracting(each -> each.event().action())
                .containsExactly(LifecycleAction.TRANSITION, LifecycleAction.TRANSITION);
        for (FutureEvent each : future) {
            model.desk().get().orElseThrow().platform().advanceTo(each.event().at());
            model.look("archive/2025.csv");
            assertThat(object().storageClass()).isEqualTo(each.event().to().orElseThrow());
        }
        assertThat(future.getFirst().cost().plain()).isEqualTo("0.00003");
    }

    @Test
    void rulesAreKeptAsTheServiceWritesThem() {
        model.create("tides", () -> {});
        model.putVersioning(Versioning.ENABLED);
        LifecycleReading reading = LifecycleJson.read("rules.json", """
            {"Rules":[{"ID":"a","Status":"Enabled","Filter":{"Prefix":""},"Expiration":{"Days":3}}]}
            """);
        assertThat(reading).isInstanceOf(LifecycleReading.Accepted.class);
        if (reading instanceof LifecycleReading.Accepted accepted) {
            model.rules().putRules(accepted.configuration(), () -> {});
        }
        List<String> read = new ArrayList<>();
        model.rules().readRules(read::add);
        assertThat(read.getFirst()).contains("\"ID\" : \"a\"").contains("\"Days\" : 3");
        assertThat(model.bucket().get().orElseThrow().hasRules()).isTrue();
        model.rules().deleteRules(() -> {});
        model.rules().readRules(read::add);
        assertThat(read.getLast()).isEmpty();
    }

    @Test
    void whoMayReadNamesTheStatementThatDecides() {
        model.makeSamples();
        model.look("README.md");
        assertThat(model.detail().get().orElseThrow().readers()).anySatisfy(reach -> {
            assertThat(reach.arn()).isEqualTo("*");
            assertThat(reach.decision().allowed()).isFalse();
            assertThat(reach.decision().reason()).isNotEmpty();
        });
    }

    @Test
    void eventsAndBillFollowWhatWasDone() {
        model.makeSamples();
        model.watch().tick();
        assertThat(model.watch().events()).isNotEmpty();
        assertThat(model.watch().events().getFirst().sentence()).isNotEmpty();
        assertThat(model.watch().bill().get().orElseThrow().total().amount()).isPositive();
    }

    private List<ObjectRow> row(String... names) {
        List<String> wanted = List.of(names);
        return model.rows().get().stream()
                .filter(row -> wanted.contains(row.name()))
                .toList();
    }

    @Test
    void severalLinesAreDeletedBroughtBackCopiedAndWrittenTogether() throws IOException {
        model.makeSamples();
        String bucket = SampleBucket.NAME;
        List<Integer> counts = new ArrayList<>();
        List<Runnable> undos = new ArrayList<>();
        model.chosen().set(row("README.md", "config/"));
        assertThat(model.chosen().several()).isTrue();
        model.chosen().copy(bucket + "/kept/", counts::add);
        assertThat(counts).hasSize(1);
        int objects = counts.getFirst();
        assertThat(objects).isGreaterThan(1);
        assertThat(names()).contains("kept/");
        model.chosen().set(row("README.md", "config/"));
        model.chosen().delete(counts::add, undos::add);
        assertThat(counts).containsExactly(objects, objects);
        assertThat(names()).doesNotContain("README.md", "config/");
        undos.getFirst().run();
        assertThat(names()).contains("README.md", "config/");
        model.chosen().set(row("README.md", "config/"));
        model.chosen().changeClass(StorageClass.STANDARD_IA, counts::add);
        model.look("README.md");
        assertThat(object().storageClass()).isEqualTo(StorageClass.STANDARD_IA);
        model.chosen().set(row("README.md", "config/"));
        Path out = folder.resolve("out");
        model.chosen().download(out, counts::add);
        assertThat(out.resolve("README.md")).isNotEmptyFile();
        assertThat(out.resolve("config/gauges.json")).isNotEmptyFile();
        model.chosen().set(row("archive/", "config/"));
        assertThatThrownBy(() -> model.chosen().download(out, counts::add)).hasMessageContaining("is archived");
    }

    @Test
    void withoutVersionsSeveralAreDeletedByTheSecondCallOnly() throws IOException {
        model.create("tides", () -> {});
        model.upload(List.of(file("a.txt", "a"), file("b.txt", "b")), _ -> {});
        List<Integer> counts = new ArrayList<>();
        model.chosen().set(row("a.txt", "b.txt"));
        model.chosen().delete(counts::add, _ -> {});
        assertThat(model.chosen().armed().get()).isTrue();
        assertThat(counts).isEmpty();
        model.chosen().delete(counts::add, _ -> {});
        assertThat(counts).containsExactly(2);
        assertThat(names()).isEmpty();
        assertThat(model.chosen().lines().get()).isEmpty();
    }

    @Test
    void aKeyThatClimbsOutOfAFolderIsNotWritten() {
        model.create("tides", () -> {});
        StoreDesk desk = model.desk().get().orElseThrow();
        desk.put("tides", "../up.txt", NewObject.PLAIN, new ByteArrayInputStream(new byte[1]));
        desk.put("tides", "b", NewObject.PLAIN, new ByteArrayInputStream(new byte[1]));
        model.flat().set(true);
        Path out = folder.resolve("deep/out");
        model.chosen().set(model.rows().get().stream().toList());
        assertThatThrownBy(() -> model.chosen().download(out, _ -> {})).hasMessageContaining("../up.txt");
        assertThat(folder.resolve("deep/up.txt")).doesNotExist();
    }

    @Test
    void objectsLeaveTheWindowAsFiles() throws IOException {
        model.create("tides", () -> {});
        model.upload(List.of(file("a.txt", "north")), _ -> {});
        Path dragged = folder.resolve("dragged");
        DragOut out = new DragOut(dragged, model::fetch);
        List<ObjectRow> lines = row("a.txt");
        assertThat(DragOut.canBe(lines)).isTrue();
        List<Path> files = out.files(lines).orElseThrow();
        assertThat(files).singleElement().satisfies(path -> assertThat(path).hasContent("north"));
        assertThat(out.files(lines)).contains(files);
        assertThat(DragOut.canBe(List.of())).isFalse();
        assertThat(DragOut.canBe(List.of(ObjectRow.folder("x/", "")))).isFalse();
        DragOut.clear(dragged);
        assertThat(dragged).doesNotExist();
    }

    @Test
    void filesThatAreTooLargeForOnePutComeInParts() throws IOException {
        model.create("tides", () -> {});
        Path large = folder.resolve("large.bin");
        byte[] bytes = new byte[(5 << 20) + 7];
        bytes[bytes.length - 1] = 1;
        Files.write(large, bytes);
        StoreDesk desk = model.desk().get().orElseThrow();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction) {}

            @Override
            public void checkCancelled() {}
        };
        assertThat(new Transfer(desk, progress, 5 << 20).into("tides", "", List.of(large)))
                .isEqualTo(1);
        StoredObject stored = desk.find("tides", "large.bin").orElseThrow();
        assertThat(stored.partsCount()).hasValue(2);
        assertThat(stored.bytes()).isEqualTo(bytes.length);
        Path back = folder.resolve("back.bin");
        desk.download("tides", "large.bin", Optional.empty(), back);
        assertThat(back).hasBinaryContent(bytes);
    }
}
