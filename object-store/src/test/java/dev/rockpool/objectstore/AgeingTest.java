package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.KeyLifecycle;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Timeline;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.lifecycle.When;
import dev.rockpool.objectstore.StoreRefusal.Code;
import dev.rockpool.trials.Campaign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class AgeingTest {
    private static final byte[] LARGE = new byte[130 << 10];

    private final StoreFixture fixture = new StoreFixture();

    @BeforeEach
    void bucket() {
        fixture.bucket("reef");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static LifecycleConfiguration rules(String json) {
        return switch (LifecycleJson.read(new JsonMapper().readTree(json))) {
            case LifecycleReading.Accepted(LifecycleConfiguration configuration) -> configuration;
            case LifecycleReading.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    private void put(LifecycleConfiguration configuration) {
        fixture.store()
                .putLifecycle(
                        "reef",
                        new LifecycleSettings(
                                configuration, TransitionMinimum.ALL_STORAGE_CLASSES_128K, Instant.EPOCH));
    }

    private void large(String key) {
        fixture.put("reef", key, LARGE, NewObject.PLAIN);
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (StoreEvent event : fixture.events) {
            switch (event) {
                case StoreEvent.Transitioned moved ->
                    told.add(moved.at() + " " + moved.key() + " " + moved.from() + " > " + moved.to() + " "
                            + moved.rule());
                case StoreEvent.VersionGone gone ->
                    told.add(gone.at() + " " + gone.key() + " " + gone.cause() + " "
                            + gone.rule().orElse("-"));
                case StoreEvent.MarkerAdded marker ->
                    told.add(marker.at() + " " + marker.key() + " marker "
                            + marker.rule().orElse("-"));
                case StoreEvent.MarkerGone marker ->
                    told.add(marker.at() + " " + marker.key() + " marker gone "
                            + marker.rule().orElse("-"));
                case StoreEvent.UploadGone upload ->
                    told.add(upload.at() + " " + upload.key() + " aborted "
                            + upload.rule().orElse("-"));
                default -> {
                    // not of rules
                }
            }
        }
        return told;
    }

    @Test
    void anObjectSinksAndGoesAtTheGuidesMidnights() {
        put(rules("""
            {"Rules": [{"ID": "sink", "Status": "Enabled", "Filter": {},
              "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"},
                              {"Days": 90, "StorageClass": "GLACIER"}],
              "Expiration": {"Days": 365}}]}\
            """));
        large("k");
        fixture.put("reef", "small", "x");
        PutResult put = fixture.put("reef", "again", LARGE, NewObject.PLAIN);
        assertThat(put.expiration()).contains(new RuleDate(Instant.parse("2027-01-16T00:00:00Z"), "sink"));
        assertThat(fixture.store().nextDue()).contains(Instant.parse("2026-01-16T00:00:00Z"));
        fixture.clock.to("2026-02-14T23:59:59Z");
        assertThat(fixture.head("reef", "k").storageClass()).isEqualTo(StorageClass.STANDARD);
        fixture.clock.to("2026-02-15T00:00:00Z");
        assertThat(fixture.head("reef", "k").storageClass()).isEqualTo(StorageClass.STANDARD_IA);
        fixture.reopen();
        fixture.clock.to("2028-01-01T00:00:00Z");
        fixture.store().settle();
        assertThat(told())
                .containsExactly(
                        "2026-02-15T00:00:00Z again STANDARD > STANDARD_IA sink",
                        "2026-02-15T00:00:00Z k STANDARD > STANDARD_IA sink",
                        "2026-04-16T00:00:00Z again STANDARD_IA > GLACIER sink",
                        "2026-04-16T00:00:00Z k STANDARD_IA > GLACIER sink",
                        "2027-01-16T00:00:00Z again EXPIRED sink",
                        "2027-01-16T00:00:00Z k EXPIRED sink",
                        "2027-01-16T00:00:00Z small EXPIRED sink");
        assertThat(fixture.events(StoreEvent.VersionGone.class).getFirst().inClassSince())
                .isEqualTo(Instant.parse("2026-04-16T00:00:00Z"));
        assertThat(fixture.store().nextDue()).isEmpty();
        assertThat(fixture.keys("reef")).isEmpty();
    }

    @Test
    void rulesThatComeLaterLookAtWhatIsThere() {
        large("k");
        String upload = fixture.store()
                .createMultipartUpload("reef", "up", UploadRequest.by(fixture.requester))
                .uploadId();
        fixture.clock.advanceDays(100);
        put(rules("""
            {"Rules": [{"ID": "late", "Status": "Enabled", "Filter": {},
              "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}],
              "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}]}\
            """));
        assertThat(fixture.store().multipartUpload("reef", "up", upload).abort())
                .contains(new RuleDate(Instant.parse("2026-04-26T00:00:00Z"), "late"));
        String younger = fixture.store()
                .createMultipartUpload("reef", "younger", UploadRequest.by(fixture.requester))
                .uploadId();
        fixture.clock.advanceDays(2);
        assertThat(fixture.head("reef", "k").storageClass()).isEqualTo(StorageClass.STANDARD_IA);
        assertThat(refusal(() -> fixture.store().multipartUpload("reef", "up", upload)))
                .contains(Code.NoSuchUpload);
        fixture.clock.advanceDays(10);
        assertThat(refusal(() -> fixture.store().multipartUpload("reef", "younger", younger)))
                .contains(Code.NoSuchUpload);
        assertThat(told())
                .containsExactly(
                        "2026-04-26T00:00:00Z k STANDARD > STANDARD_IA late",
                        "2026-04-26T00:00:00Z up aborted late",
                        "2026-05-03T00:00:00Z younger aborted late");
        fixture.store().deleteLifecycle("reef");
        fixture.put("reef", "free", LARGE, NewObject.PLAIN);
        fixture.clock.advanceDays(1_000);
        assertThat(fixture.head("reef", "free").storageClass()).isEqualTo(StorageClass.STANDARD);
        assertThat(fixture.store().lifecycle("reef")).isEmpty();
    }

    /// The store and the timeline of module lifecycle tell the same of the same bucket.
    @Test
    void theStoreDoesWhatTheTimelineForesees() {
        Campaign.run(20, random -> {
            try (StoreFixture own = new StoreFixture()) {
                own.bucket("reef");
                Versioning versioning = List.of(Versioning.values()).get(random.nextInt(3));
                if (versioning != Versioning.DISABLED) {
                    own.store().putVersioning("reef", Versioning.ENABLED);
                }
                LifecycleConfiguration configuration = randomRules(random);
                own.store()
                        .putLifecycle(
                                "reef",
                                new LifecycleSettings(
                                        configuration, TransitionMinimum.VARIES_BY_STORAGE_CLASS, Instant.EPOCH));
                Instant since = own.clock.instant();
                for (int count = 0; count < 12; count++) {
                    String key = "k" + random.nextInt(4);
                    byte[] body = random.nextBoolean() ? LARGE : new byte[10];
                    if (random.nextInt(5) == 0) {
                        own.delete("reef", key);
                    } else {
                        own.put("reef", key, body, NewObject.PLAIN.tagged(Map.of("t", "" + random.nextInt(2))));
                    }
                    // within a day, so that nothing is due before all is there
                    own.clock.advance(Duration.ofMinutes(1 + random.nextInt(30)));
                }
                if (versioning == Versioning.SUSPENDED) {
                    own.store().putVersioning("reef", Versioning.SUSPENDED);
                }
                List<String> foreseen = foresee(own, configuration, versioning, since);
                own.events.clear();
                for (int step = 0; step < 4; step++) {
                    own.clock.advanceDays(1 + random.nextInt(150));
                    own.store().settle();
                    if (random.nextInt(3) == 0) {
                        own.reopen();
                    }
                }
                own.clock.to("2028-06-01T00:00:00Z");
                own.store().settle();
                assertThat(events(own)).isEqualTo(foreseen);
            }
        });
    }

    private static LifecycleConfiguration randomRules(RandomGenerator random) {
        List<LifecycleRule> rules = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            LifecycleFilter filter = random.nextBoolean() ? LifecycleFilter.ALL : LifecycleFilter.prefix("k1");
            LifecycleRule rule = LifecycleRule.of("rule-" + count, filter);
            if (random.nextBoolean()) {
                rule = rule.moving(30 + random.nextInt(60), StorageClass.STANDARD_IA);
            }
            if (random.nextBoolean()) {
                rule = rule.moving(130 + random.nextInt(60), StorageClass.GLACIER);
            }
            if (rule.transitions().isEmpty()) {
                rule = rule.expiring(new When.AfterDays(1 + random.nextInt(400)));
            } else if (random.nextBoolean()) {
                rule = rule.expiring(new When.AfterDays(200 + random.nextInt(200)));
            }
            Optional<LifecycleRule.NoncurrentExpiration> noncurrent = random.nextBoolean()
                    ? Optional.of(new LifecycleRule.NoncurrentExpiration(
                            1 + random.nextInt(100),
                            random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(2)) : OptionalInt.empty()))
                    : Optional.empty();
            rules.add(new LifecycleRule(
                    rule.id(),
                    true,
                    rule.filter(),
                    rule.expiration(),
                    rule.transitions(),
                    noncurrent,
                    rule.noncurrentTransitions(),
                    OptionalInt.empty()));
        }
        return new LifecycleConfiguration(rules);
    }

    private static List<String> foresee(
            StoreFixture own, LifecycleConfiguration configuration, Versioning versioning, Instant since) {
        // what the store keeps of a configuration went through the service's form
        Lifecycle lifecycle = new Lifecycle(
                own.store().lifecycle("reef").orElseThrow().configuration(),
                versioning,
                TransitionMinimum.VARIES_BY_STORAGE_CLASS,
                since);
        assertThat(configuration.rules()).isNotEmpty();
        List<KeyLifecycle> keys = new ArrayList<>();
        List<StoredObject> newestFirst = own.versions("reef");
        for (String key : newestFirst.stream().map(StoredObject::key).distinct().toList()) {
            List<ObjectVersion> versions = new ArrayList<>();
            for (StoredObject version : newestFirst.reversed()) {
                if (version.key().equals(key)) {
                    versions.add(
                            version.isDeleteMarker()
                                    ? ObjectVersion.deleteMarker(version.versionId(), version.lastModified())
                                    : new ObjectVersion(
                                            version.versionId(),
                                            version.bytes(),
                                            version.lastModified(),
                                            version.storageClass(),
                                            version.tags(),
                                            false));
                }
            }
            keys.add(lifecycle.track(key, versions));
        }
        List<String> foreseen = new ArrayList<>();
        for (LifecycleEvent event :
                new Timeline(lifecycle).events(keys, List.of(), Instant.parse("2028-06-01T00:00:00Z"))) {
            foreseen.add(event.at() + " " + event.key() + " " + event.action() + " " + event.rule()
                    + event.to().map(to -> " " + to).orElse(""));
        }
        return foreseen;
    }

    private static List<String> events(StoreFixture own) {
        List<String> told = new ArrayList<>();
        for (StoreEvent event : own.events) {
            switch (event) {
                case StoreEvent.Transitioned moved ->
                    told.add(moved.at() + " " + moved.key() + " TRANSITION " + moved.rule() + " " + moved.to());
                case StoreEvent.VersionGone gone -> {
                    String what = switch (gone.cause()) {
                        case EXPIRED -> "EXPIRE";
                        case PERMANENTLY_DELETED -> "PERMANENTLY_DELETE";
                        case OVERWRITTEN, DELETED -> "";
                    };
                    if (!what.isEmpty()) {
                        told.add(gone.at() + " " + gone.key() + " " + what + " "
                                + gone.rule().orElse(""));
                    }
                }
                case StoreEvent.MarkerAdded marker ->
                    told.add(marker.at() + " " + marker.key() + " DELETE_MARKER "
                            + marker.rule().orElse(""));
                case StoreEvent.MarkerGone marker -> {
                    String what = switch (marker.cause()) {
                        case EXPIRED -> "REMOVE_EXPIRED_DELETE_MARKER";
                        case PERMANENTLY_DELETED -> "PERMANENTLY_DELETE";
                        case OVERWRITTEN, DELETED -> "";
                    };
                    if (!what.isEmpty()) {
                        told.add(marker.at() + " " + marker.key() + " " + what + " "
                                + marker.rule().orElse(""));
                    }
                }
                default -> {
                    // not of rules
                }
            }
        }
        return told;
    }

    @Test
    void aLockedVersionOutlivesItsRuleUntilTheLockEnds() {
        fixture.store().createBucket(fixture.requester, "locked", "us-east-1", true, Map.of());
        fixture.store()
                .putLifecycle(
                        "locked",
                        new LifecycleSettings(rules("""
                            {"Rules": [{"ID": "purge", "Status": "Enabled", "Filter": {},
                              "NoncurrentVersionExpiration": {"NoncurrentDays": 1}}]}\
                            """), TransitionMinimum.ALL_STORAGE_CLASSES_128K, Instant.EPOCH));
        Optional<Retention> until = Optional.of(
                new Retention(RetentionMode.COMPLIANCE, fixture.clock.instant().plusSeconds(50 * 86_400)));
        fixture.put("locked", "k", StoreFixture.bytes("1"), NewObject.PLAIN.locked(until, false));
        fixture.put("locked", "k", "2");
        fixture.put("locked", "k", "3");
        fixture.clock.advanceDays(40);
        fixture.store().settle();
        assertThat(fixture.versions("locked")).hasSize(2);
        fixture.clock.advanceDays(12);
        fixture.store().settle();
        assertThat(fixture.versions("locked")).hasSize(1);
        assertThat(told())
                .containsExactly(
                        "2026-01-17T00:00:00Z k PERMANENTLY_DELETED purge",
                        "2026-03-07T00:00:00Z k PERMANENTLY_DELETED purge");
    }

    private boolean restore(String key, int days, RestoreTier tier) {
        return fixture.store()
                .restoreObject(
                        "reef",
                        key,
                        new RestoreRequest(
                                fixture.requester,
                                Optional.empty(),
                                days == 0 ? OptionalInt.empty() : OptionalInt.of(days),
                                tier));
    }

    @Test
    void archivesAreReadAfterARestoreAndForAsLongAsItLasts() {
        fixture.put("reef", "k", LARGE, NewObject.PLAIN.in(StorageClass.GLACIER));
        assertThat(refusal(() -> fixture.get("reef", "k"))).contains(Code.InvalidObjectState);
        assertThat(fixture.head("reef", "k").restore()).isEmpty();
        assertThat(restore("k", 3, RestoreTier.BULK)).isFalse();
        assertThat(fixture.head("reef", "k").restore().orElseThrow().ongoing()).isTrue();
        assertThat(refusal(() -> restore("k", 3, RestoreTier.BULK))).contains(Code.RestoreAlreadyInProgress);
        assertThat(restore("k", 3, RestoreTier.STANDARD)).isFalse();
        fixture.clock.advance(Duration.ofHours(5).minusMillis(1));
        assertThat(refusal(() -> fixture.get("reef", "k"))).contains(Code.InvalidObjectState);
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(fixture.get("reef", "k")).hasSize(LARGE.length);
        RestoreState state = fixture.head("reef", "k").restore().orElseThrow();
        assertThat(state.ongoing()).isFalse();
        assertThat(state.expiry()).isEqualTo(Instant.parse("2026-01-19T00:00:00Z"));
        fixture.reopen();
        fixture.clock.advanceDays(1);
        assertThat(restore("k", 5, RestoreTier.STANDARD)).isTrue();
        assertThat(fixture.head("reef", "k").restore().orElseThrow().expiry())
                .isEqualTo(Instant.parse("2026-01-22T00:00:00Z"));
        fixture.clock.to("2026-01-21T23:59:59Z");
        fixture.get("reef", "k");
        fixture.clock.to("2026-01-22T00:00:00Z");
        assertThat(refusal(() -> fixture.get("reef", "k"))).contains(Code.InvalidObjectState);
        assertThat(fixture.events(StoreEvent.RestoreReady.class)).hasSize(1);
        assertThat(fixture.events(StoreEvent.RestoreExpired.class)).hasSize(1);
        CopyRequest copy = CopyRequest.by(fixture.requester, CopySource.of("reef", "k"));
        assertThat(refusal(() -> fixture.store().copyObject("reef", "copy", copy)))
                .contains(Code.InvalidObjectState);
    }

    @Test
    void restoresAreOfferedAsTheClassesSay() {
        fixture.put("reef", "deep", LARGE, NewObject.PLAIN.in(StorageClass.DEEP_ARCHIVE));
        fixture.put("reef", "warm", LARGE, NewObject.PLAIN);
        assertThat(refusal(() -> restore("deep", 1, RestoreTier.EXPEDITED))).contains(Code.InvalidArgument);
        assertThat(refusal(() -> restore("deep", 0, RestoreTier.BULK))).contains(Code.MalformedXML);
        assertThat(refusal(() -> restore("warm", 1, RestoreTier.BULK))).contains(Code.InvalidObjectState);
        restore("deep", 1, RestoreTier.BULK);
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(fixture.head("reef", "deep").isOutOfReach()).isFalse();
        fixture.put("reef", "deep", "overwritten while restored");
        // the copy is gone with the object, and is not told to go again
        assertThat(fixture.events(StoreEvent.RestoreExpired.class)).hasSize(1);
        fixture.clock.advanceDays(30);
        fixture.store().settle();
        assertThat(fixture.get("reef", "deep")).startsWith("overwritten");
        assertThat(fixture.events(StoreEvent.RestoreExpired.class)).hasSize(1);
    }

    @Test
    void intelligentTieringFollowsAccess() {
        fixture.store()
                .putIntelligentTiering(
                        "reef",
                        new IntelligentTieringConfiguration(
                                "all",
                                true,
                                Optional.of("a"),
                                Map.of(),
                                new IntelligentTiering(OptionalInt.of(120), OptionalInt.empty())));
        NewObject tiered = NewObject.PLAIN.in(StorageClass.INTELLIGENT_TIERING);
        fixture.put("reef", "a", LARGE, tiered);
        fixture.put("reef", "b", LARGE, tiered);
        fixture.put("reef", "small", new byte[10], tiered);
        fixture.clock.advanceDays(30);
        assertThat(fixture.head("reef", "a").accessTier()).contains(AccessTier.INFREQUENT);
        assertThat(fixture.head("reef", "small").accessTier()).contains(AccessTier.FREQUENT);
        fixture.get("reef", "b");
        fixture.get("reef", "b");
        assertThat(fixture.head("reef", "b").accessTier()).contains(AccessTier.FREQUENT);
        fixture.clock.advanceDays(60);
        assertThat(fixture.head("reef", "a").accessTier()).contains(AccessTier.ARCHIVE_INSTANT);
        fixture.clock.advanceDays(30);
        assertThat(fixture.head("reef", "a").accessTier()).contains(AccessTier.ARCHIVE);
        assertThat(fixture.head("reef", "b").accessTier()).contains(AccessTier.ARCHIVE_INSTANT);
        assertThat(refusal(() -> fixture.get("reef", "a"))).contains(Code.InvalidObjectState);
        assertThat(refusal(() -> restore("a", 1, RestoreTier.STANDARD))).contains(Code.InvalidArgument);
        restore("a", 0, RestoreTier.STANDARD);
        fixture.clock.advance(Duration.ofHours(5));
        fixture.get("reef", "a");
        assertThat(fixture.head("reef", "a").accessTier()).contains(AccessTier.FREQUENT);
        assertThat(fixture.head("reef", "a").restore()).isEmpty();
        assertThat(fixture.store().intelligentTierings("reef")).hasSize(1);
        fixture.store().deleteIntelligentTiering("reef", "all");
        assertThat(refusal(() -> fixture.store().deleteIntelligentTiering("reef", "all")))
                .contains(Code.NoSuchConfiguration);
        assertThat(fixture.events(StoreEvent.TierChanged.class)).isNotEmpty();
    }

    @Test
    void manyKeysOfOneMidnightAreSeveralCommits() {
        put(rules("""
            {"Rules": [{"ID": "soon", "Status": "Enabled", "Filter": {}, "Expiration": {"Days": 1}}]}\
            """));
        Thread[] threads = new Thread[4];
        for (int thread = 0; thread < threads.length; thread++) {
            String prefix = "k" + thread + "-";
            threads[thread] = Thread.ofVirtual().start(() -> {
                for (int at = 0; at < 1_500; at++) {
                    fixture.put("reef", prefix + at, "x");
                }
            });
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        fixture.clock.advanceDays(2);
        assertThat(fixture.keys("reef")).isEmpty();
        assertThat(told()).hasSize(6_000);
    }
}
