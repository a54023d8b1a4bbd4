package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.objectstore.StoreRefusal.Code;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BucketsTest {
    private final StoreFixture fixture = new StoreFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void namesFollowTheRules() {
        for (String name : List.of(
                "ab",
                "Reef",
                "reef_1",
                "-reef",
                "reef-",
                "re..ef",
                "192.168.1.1",
                "xn--reef",
                "reef-s3alias",
                "re.-ef",
                "a".repeat(64))) {
            assertThat(refusal(() -> fixture.bucket(name))).as(name).contains(Code.InvalidBucketName);
        }
        for (String name : List.of("abc", "my.reef-1", "a".repeat(63), "1reef")) {
            fixture.bucket(name);
        }
        assertThat(fixture.store().buckets()).hasSize(4);
    }

    @Test
    void aNameIsGivenOnce() {
        fixture.bucket("reef");
        assertThat(refusal(() -> fixture.bucket("reef"))).contains(Code.BucketAlreadyOwnedByYou);
        Requester other = new Requester(new Owner("other", "other"), "arn", DataKeys.NONE);
        assertThat(refusal(() -> fixture.store().createBucket(other, "reef", "us-east-1", false, Map.of())))
                .contains(Code.BucketAlreadyExists);
        fixture.put("reef", "k", "x");
        assertThat(refusal(() -> fixture.store().deleteBucket("reef"))).contains(Code.BucketNotEmpty);
        fixture.delete("reef", "k");
        String upload = fixture.store()
                .createMultipartUpload("reef", "k", UploadRequest.by(fixture.requester))
                .uploadId();
        assertThat(refusal(() -> fixture.store().deleteBucket("reef"))).contains(Code.BucketNotEmpty);
        fixture.store().abortMultipartUpload("reef", "k", upload);
        fixture.store().putDocument("reef", BucketDocument.POLICY, "{}");
        fixture.store().deleteBucket("reef");
        assertThat(fixture.store().findBucket("reef")).isEmpty();
        assertThat(refusal(() -> fixture.store().bucket("reef"))).contains(Code.NoSuchBucket);
        assertThat(refusal(() -> fixture.keys("reef"))).contains(Code.NoSuchBucket);
        fixture.store().createBucket(other, "reef", "eu-central-1", false, Map.of());
        fixture.reopen();
        assertThat(fixture.store().bucket("reef").owner()).isEqualTo(other.owner());
        assertThat(fixture.store().bucket("reef").region()).isEqualTo("eu-central-1");
        assertThat(fixture.store().document("reef", BucketDocument.POLICY)).isEmpty();
    }

    @Test
    void documentsAreKeptAsTheyWere() {
        fixture.store()
                .createBucket(fixture.requester, "reef", "us-east-1", false, Map.of(BucketDocument.OWNERSHIP, "<o/>"));
        for (BucketDocument kind : BucketDocument.values()) {
            fixture.store().putDocument("reef", kind, "text of " + kind);
        }
        fixture.store().putDocument("reef", BucketDocument.METRICS, "b", "second");
        fixture.store().putDocument("reef", BucketDocument.METRICS, "a", "first");
        fixture.reopen();
        for (BucketDocument kind : BucketDocument.values()) {
            assertThat(fixture.store().document("reef", kind)).contains("text of " + kind);
            assertThat(BucketDocument.of(kind.code())).isEqualTo(kind);
        }
        assertThat(fixture.store().documents("reef", BucketDocument.METRICS).keySet())
                .containsExactly("", "a", "b");
        fixture.store().deleteDocument("reef", BucketDocument.METRICS, "a");
        fixture.store().deleteDocument("reef", BucketDocument.CORS);
        assertThat(fixture.store().document("reef", BucketDocument.CORS)).isEmpty();
        assertThat(fixture.store().documents("reef", BucketDocument.METRICS)).hasSize(2);
    }

    @Test
    void typedConfigurationsSurviveAReopening() {
        fixture.bucket("reef");
        fixture.bucket("logs");
        InventoryConfiguration inventory = new InventoryConfiguration(
                "daily",
                true,
                Optional.of("a/"),
                true,
                List.of("Size", "ETag"),
                InventoryConfiguration.Format.CSV,
                false,
                "logs",
                Optional.of("inventory"),
                Optional.empty());
        AnalyticsConfiguration analytics = new AnalyticsConfiguration(
                "all", Optional.empty(), Map.of("a", "b"), Optional.of("logs"), Optional.empty());
        LoggingConfiguration logging = new LoggingConfiguration("logs", "access/", "<xml/>");
        fixture.store().putInventory("reef", inventory);
        fixture.store().putAnalytics("reef", analytics);
        fixture.store().putLogging("reef", Optional.of(logging));
        assertThat(refusal(() ->
                        fixture.store().putLogging("reef", Optional.of(new LoggingConfiguration("none", "", "")))))
                .contains(Code.InvalidTargetBucketForLogging);
        fixture.reopen();
        assertThat(fixture.store().inventories("reef")).containsExactly(inventory);
        assertThat(fixture.store().analytics("reef")).containsExactly(analytics);
        assertThat(fixture.store().logging("reef")).contains(logging);
        fixture.store().deleteInventory("reef", "daily");
        fixture.store().deleteAnalytics("reef", "all");
        fixture.store().putLogging("reef", Optional.empty());
        assertThat(fixture.store().inventories("reef")).isEmpty();
        assertThat(fixture.store().analytics("reef")).isEmpty();
        assertThat(fixture.store().logging("reef")).isEmpty();
        assertThat(refusal(() -> fixture.store().deleteInventory("reef", "daily")))
                .contains(Code.NoSuchConfiguration);
    }

    @Test
    void rulesThatTheServiceWouldRefuseAreRefused() {
        fixture.bucket("reef");
        LifecycleConfiguration empty =
                new LifecycleConfiguration(List.of(LifecycleRule.of("idle", LifecycleFilter.ALL)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.store()
                        .putLifecycle(
                                "reef",
                                new LifecycleSettings(
                                        empty, TransitionMinimum.ALL_STORAGE_CLASSES_128K, Instant.EPOCH)));
        assertThat(fixture.store().lifecycle("reef")).isEmpty();
    }

    @Test
    void lockDefaultsAreDaysOrYears() {
        fixture.store().createBucket(fixture.requester, "locked", "us-east-1", true, Map.of());
        ObjectLockConfiguration years = new ObjectLockConfiguration(
                Optional.of(new ObjectLockConfiguration.DefaultRetention(RetentionMode.COMPLIANCE, Period.ofYears(2))));
        fixture.store().putObjectLock("locked", years);
        fixture.reopen();
        assertThat(fixture.store().objectLock("locked")).isEqualTo(years);
        assertThat(fixture.put("locked", "k", "x")
                        .object()
                        .retention()
                        .orElseThrow()
                        .until())
                .isEqualTo(Instant.parse("2028-01-15T10:30:00Z"));
        for (Period bad : List.of(
                Period.ZERO, Period.of(1, 0, 1), Period.ofMonths(1), Period.ofDays(36_501), Period.ofDays(-1))) {
            assertThat(refusal(
                            () -> new ObjectLockConfiguration.DefaultRetention(RetentionMode.GOVERNANCE, bad).period()))
                    .contains(Code.InvalidArgument);
        }
    }
}
