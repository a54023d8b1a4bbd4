package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.bytes;
import static dev.rockpool.objectstore.StoreFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rockpool.kernel.Seed;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.StoreRefusal.Code;
import dev.rockpool.trials.Campaign;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VersioningTest {
    private final StoreFixture fixture = new StoreFixture();

    @BeforeEach
    void bucket() {
        fixture.bucket("reef");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private String version(String id) {
        return new String(
                fixture.read("reef", "k", GetRequest.by(fixture.requester).version(id)), StandardCharsets.UTF_8);
    }

    @Test
    void versionsStayUnderEachOther() {
        fixture.put("reef", "k", "old");
        fixture.store().putVersioning("reef", Versioning.ENABLED);
        String first = fixture.put("reef", "k", "1").object().versionId();
        String second = fixture.put("reef", "k", "2").object().versionId();
        assertThat(first).hasSize(32).isNotEqualTo(second);
        assertThat(fixture.get("reef", "k")).isEqualTo("2");
        assertThat(version(first)).isEqualTo("1");
        assertThat(version("null")).isEqualTo("old");
        assertThat(fixture.versions("reef")).extracting(StoredObject::versionId).containsExactly(second, first, "null");
        assertThat(fixture.versions("reef")).extracting(StoredObject::isLatest).containsExactly(true, false, false);
        fixture.reopen();
        assertThat(version(first)).isEqualTo("1");
        fixture.store()
                .deleteObject("reef", "k", DeleteRequest.by(fixture.requester).version(second));
        assertThat(fixture.get("reef", "k")).isEqualTo("1");
        fixture.store()
                .deleteObject("reef", "k", DeleteRequest.by(fixture.requester).version("null"));
        assertThat(refusal(() -> version("null"))).contains(Code.NoSuchVersion);
        assertThat(refusal(() -> version("nonsense"))).contains(Code.InvalidArgument);
        assertThat(refusal(() -> version(second))).contains(Code.NoSuchVersion);
    }

    @Test
    void aMarkerHidesAndItsDeletionRevives() {
        fixture.store().putVersioning("reef", Versioning.ENABLED);
        fixture.put("reef", "k", "1");
        DeleteResult marked = fixture.delete("reef", "k");
        String marker = marked.versionId().orElseThrow();
        assertThat(marked.isDeleteMarker()).isTrue();
        assertThat(fixture.keys("reef")).isEmpty();
        StoreRefusal hidden = catchThrowableOfType(StoreRefusal.class, () -> fixture.get("reef", "k"));
        assertThat(hidden.code()).isEqualTo(Code.NoSuchKey);
        assertThat(hidden.object().orElseThrow().versionId()).isEqualTo(marker);
        StoreRefusal byId = catchThrowableOfType(StoreRefusal.class, () -> version(marker));
        assertThat(byId.code()).isEqualTo(Code.MethodNotAllowed);
        assertThat(byId.object().orElseThrow().isDeleteMarker()).isTrue();
        assertThat(refusal(() -> fixture.store().deleteBucket("reef"))).contains(Code.BucketNotEmpty);
        DeleteResult gone = fixture.store()
                .deleteObject("reef", "k", DeleteRequest.by(fixture.requester).version(marker));
        assertThat(gone).isEqualTo(new DeleteResult(true, Optional.of(marker)));
        assertThat(fixture.get("reef", "k")).isEqualTo("1");
        assertThat(fixture.events(StoreEvent.MarkerAdded.class)).hasSize(1);
        assertThat(fixture.events(StoreEvent.MarkerGone.class)).hasSize(1);
    }

    @Test
    void aSuspendedBucketHasOneNullVersion() {
        fixture.store().putVersioning("reef", Versioning.ENABLED);
        String kept = fixture.put("reef", "k", "1").object().versionId();
        fixture.store().putVersioning("reef", Versioning.SUSPENDED);
        fixture.put("reef", "k", "null 1");
        fixture.put("reef", "k", "null 2");
        assertThat(fixture.versions("reef")).extracting(StoredObject::versionId).containsExactly("null", kept);
        DeleteResult marked = fixture.delete("reef", "k");
        assertThat(marked).isEqualTo(new DeleteResult(true, Optional.of("null")));
        assertThat(fixture.versions("reef")).extracting(StoredObject::versionId).containsExactly("null", kept);
        assertThat(fixture.versions("reef").getFirst().isDeleteMarker()).isTrue();
        fixture.store().putVersioning("reef", Versioning.ENABLED);
        String top = fixture.put("reef", "k", "3").object().versionId();
        fixture.store().putVersioning("reef", Versioning.SUSPENDED);
        fixture.put("reef", "k", "null 3");
        assertThat(fixture.versions("reef")).extracting(StoredObject::versionId).containsExactly("null", top, kept);
        assertThat(refusal(() -> fixture.store().putVersioning("reef", Versioning.DISABLED)))
                .contains(Code.InvalidArgument);
    }

    @Test
    void severalAreDeletedEachForItself() {
        fixture.store().createBucket(fixture.requester, "locked", "us-east-1", true, Map.of());
        String version = fixture.put("locked", "a", "1").object().versionId();
        fixture.put("locked", "b", "2");
        fixture.store().putLegalHold("locked", "a", Optional.empty(), true);
        List<DeleteOutcome> outcomes = fixture.store()
                .deleteObjects(
                        fixture.requester,
                        "locked",
                        List.of(
                                new ObjectToDelete("a", Optional.of(version), Optional.empty()),
                                new ObjectToDelete("b", Optional.empty(), Optional.empty()),
                                new ObjectToDelete("b", Optional.empty(), Optional.empty()),
                                new ObjectToDelete("none", Optional.of("null"), Optional.empty())),
                        false);
        assertThat(outcomes.getFirst().refusal().orElseThrow().code()).isEqualTo(Code.AccessDenied);
        assertThat(outcomes.get(1).result().orElseThrow().isDeleteMarker()).isTrue();
        assertThat(outcomes.getLast().result()).isPresent();
        assertThat(fixture.versions("locked")).hasSize(4);
        List<ObjectToDelete> many = new ArrayList<>();
        for (int at = 0; at < 1_001; at++) {
            many.add(new ObjectToDelete("k" + at, Optional.empty(), Optional.empty()));
        }
        assertThat(refusal(() -> fixture.store().deleteObjects(fixture.requester, "reef", many, false)))
                .contains(Code.MalformedXML);
    }

    /// Against a model of one key: a list of versions, the newest last.
    @Test
    void anyCourseOfWritesAgreesWithTheModel() {
        Campaign.run(15, random -> {
            try (StoreFixture own = new StoreFixture()) {
                own.bucket("reef");
                Map<String, List<Model>> model = new TreeMap<>();
                Versioning versioning = Versioning.DISABLED;
                for (int step = 0; step < 60; step++) {
                    String key = "k" + random.nextInt(3);
                    List<Model> versions = model.computeIfAbsent(key, any -> new ArrayList<>());
                    switch (random.nextInt(6)) {
                        case 0, 1, 2 -> {
                            String text = "text " + step;
                            String id = own.put("reef", key, text).object().versionId();
                            replace(versions, versioning, new Model(id, text, false));
                        }
                        case 3 -> {
                            DeleteResult result = own.delete("reef", key);
                            if (versioning == Versioning.DISABLED) {
                                versions.clear();
                            } else {
                                String id = result.versionId().orElseThrow();
                                replace(versions, versioning, new Model(id, "", true));
                            }
                        }
                        case 4 -> {
                            if (!versions.isEmpty()) {
                                Model gone = versions.remove(random.nextInt(versions.size()));
                                own.store()
                                        .deleteObject(
                                                "reef",
                                                key,
                                                DeleteRequest.by(own.requester).version(gone.id));
                            }
                        }
                        default -> {
                            versioning = next(versioning, random);
                            if (versioning != Versioning.DISABLED) {
                                own.store().putVersioning("reef", versioning);
                            }
                        }
                    }
                    if (step % 20 == 19) {
                        own.reopen();
                    }
                    compare(own, model);
                }
            }
        });
    }

    private record Model(String id, String text, boolean marker) {}

    private static Versioning next(Versioning now, RandomGenerator random) {
        return now == Versioning.DISABLED && random.nextBoolean()
                ? Versioning.DISABLED
                : random.nextBoolean() ? Versioning.ENABLED : Versioning.SUSPENDED;
    }

    private static void replace(List<Model> versions, Versioning versioning, Model fresh) {
        if (versioning != Versioning.ENABLED) {
            versions.removeIf(version -> version.id.equals("null"));
        }
        versions.add(fresh);
    }

    private static void compare(StoreFixture own, Map<String, List<Model>> model) {
        List<String> expected = new ArrayList<>();
        List<String> current = new ArrayList<>();
        model.forEach((key, versions) -> {
            for (Model version : versions.reversed()) {
                expected.add(key + " " + version.id + " " + version.marker);
            }
            if (!versions.isEmpty() && !versions.getLast().marker) {
                current.add(key);
                assertThat(own.get("reef", key)).isEqualTo(versions.getLast().text);
            }
        });
        assertThat(own.versions("reef"))
                .extracting(found -> found.key() + " " + found.versionId() + " " + found.isDeleteMarker())
                .isEqualTo(expected);
        assertThat(own.keys("reef")).isEqualTo(current);
    }

    @Test
    void locksHoldWhatTheyPromise() {
        fixture.store().createBucket(fixture.requester, "locked", "us-east-1", true, Map.of());
        assertThat(fixture.store().objectLock("locked").defaultRetention()).isEmpty();
        assertThat(refusal(() -> fixture.store().objectLock("reef")))
                .contains(Code.ObjectLockConfigurationNotFoundError);
        assertThat(refusal(() -> fixture.store().putObjectLock("reef", ObjectLockConfiguration.WITHOUT_DEFAULT)))
                .contains(Code.InvalidBucketState);
        assertThat(refusal(() -> fixture.store().putVersioning("locked", Versioning.SUSPENDED)))
                .contains(Code.InvalidBucketState);
        fixture.store()
                .putObjectLock(
                        "locked",
                        new ObjectLockConfiguration(Optional.of(new ObjectLockConfiguration.DefaultRetention(
                                RetentionMode.GOVERNANCE, Period.ofDays(10)))));
        StoredObject kept = fixture.put("locked", "k", "1").object();
        assertThat(kept.retention().orElseThrow().until())
                .isEqualTo(fixture.clock.instant().plusSeconds(10 * 86_400));
        DeleteRequest delete = DeleteRequest.by(fixture.requester).version(kept.versionId());
        assertThat(refusal(() -> fixture.store().deleteObject("locked", "k", delete)))
                .contains(Code.AccessDenied);
        Optional<Retention> longer = Optional.of(
                new Retention(RetentionMode.GOVERNANCE, fixture.clock.instant().plusSeconds(20 * 86_400)));
        Optional<Retention> shorter = Optional.of(
                new Retention(RetentionMode.GOVERNANCE, fixture.clock.instant().plusSeconds(86_400)));
        Optional<String> id = Optional.of(kept.versionId());
        fixture.store().putRetention("locked", "k", id, longer, false);
        assertThat(refusal(() -> fixture.store().putRetention("locked", "k", id, shorter, false)))
                .contains(Code.AccessDenied);
        fixture.store().putRetention("locked", "k", id, shorter, true);
        Optional<Retention> firm = Optional.of(
                new Retention(RetentionMode.COMPLIANCE, fixture.clock.instant().plusSeconds(2 * 86_400)));
        assertThat(refusal(() -> fixture.store().putRetention("locked", "k", id, firm, false)))
                .contains(Code.AccessDenied);
        fixture.store().putRetention("locked", "k", id, firm, true);
        assertThat(refusal(() -> fixture.store().putRetention("locked", "k", id, Optional.empty(), true)))
                .contains(Code.AccessDenied);
        assertThat(refusal(() -> fixture.store()
                        .deleteObject(
                                "locked", "k", new DeleteRequest(fixture.requester, id, true, WriteCondition.NONE))))
                .contains(Code.AccessDenied);
        fixture.clock.advanceDays(2);
        fixture.store().deleteObject("locked", "k", delete);
        assertThat(fixture.keys("locked")).isEmpty();
        NewObject locked = NewObject.PLAIN.locked(longer, false);
        assertThat(refusal(() -> fixture.put("reef", "k", bytes("x"), locked))).contains(Code.InvalidRequest);
        Optional<Retention> past = Optional.of(new Retention(RetentionMode.GOVERNANCE, fixture.clock.instant()));
        assertThat(refusal(() -> fixture.put("locked", "k", bytes("x"), NewObject.PLAIN.locked(past, false))))
                .contains(Code.InvalidArgument);
        assertThat(refusal(() -> fixture.store().putLegalHold("reef", "k", Optional.empty(), true)))
                .contains(Code.NoSuchKey);
        fixture.put("reef", "k", "x");
        assertThat(refusal(() -> fixture.store().putLegalHold("reef", "k", Optional.empty(), true)))
                .contains(Code.InvalidRequest);
    }

    @Test
    void idsSayTheirNumberToTheStoreOnly() {
        RandomGenerator random = new Seed(3).derive("ids");
        for (int trial = 0; trial < 200; trial++) {
            byte[] tail = new byte[VersionRecord.TAIL_BYTES];
            random.nextBytes(tail);
            long seq = random.nextLong();
            VersionIds.Parsed parsed =
                    VersionIds.parse(VersionIds.id(seq, tail)).orElseThrow();
            assertThat(parsed.seq()).isEqualTo(seq);
            assertThat(parsed.tail()).isEqualTo(tail);
        }
        assertThat(VersionIds.parse("1".repeat(32))).isEmpty();
    }
}
