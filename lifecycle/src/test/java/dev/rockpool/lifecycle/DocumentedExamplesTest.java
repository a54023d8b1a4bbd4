package dev.rockpool.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The examples of the S3 user guide, each with its page: *elements* is "Lifecycle configuration elements", *examples*
/// "Examples of S3 Lifecycle configuration", *conflicts* "How Amazon S3 handles conflicts in lifecycle configurations".
final class DocumentedExamplesTest {
    private static final String LATER = "2040-01-01T00:00:00Z";

    private static String rule(String filter, String actions) {
        return "{\"Status\":\"Enabled\",\"Filter\":{" + filter + "}," + actions + "}";
    }

    private static String rules(String... all) {
        return "{\"Rules\":[" + String.join(",", all) + "]}";
    }

    /// elements: created 15 January 2014 10:30, 3 days: 19 January 00:00.
    @Test
    void ageRoundsUpToTheNextMidnight() {
        assertThat(Scene.of(rules(rule("", "\"Transitions\":[{\"Days\":3,\"StorageClass\":\"GLACIER\"}]")))
                        .object("a", "2014-01-15T10:30:00Z")
                        .told(LATER))
                .containsExactly("2014-01-19 a null transition GLACIER");
    }

    /// Nothing is documented for exactly midnight; we wait a whole day more.
    @Test
    void whatIsWrittenAtMidnightWaitsForTheNextOne() {
        Scene scene = Scene.of(rules(rule("", "\"Expiration\":{\"Days\":1}")))
                .object("a", "2026-01-01T00:00:00Z")
                .object("b", "2026-01-01T23:59:59.999Z")
                .object("c", "2025-12-31T23:59:59.999999999Z");
        assertThat(scene.told(LATER))
                .containsExactly("2026-01-02 c null expire", "2026-01-03 a null expire", "2026-01-03 b null expire");
    }

    /// elements: replaced on 15 January 2014 10:30, 3 noncurrent days: 19 January 00:00.
    @Test
    void noncurrentDaysCountFromTheSuccessor() {
        assertThat(Scene.of(
                                rules(
                                        rule(
                                                "",
                                                "\"NoncurrentVersionTransitions\":[{\"NoncurrentDays\":3,\"StorageClass\":\"GLACIER\"}]")))
                        .versioning(Versioning.ENABLED)
                        .key(
                                "a",
                                Scene.version("1", "2014-01-01T10:30:00Z"),
                                Scene.version("2", "2014-01-15T10:30:00Z"))
                        .told(LATER))
                .containsExactly("2014-01-19 a 1 transition GLACIER");
    }

    /// elements: photo.gif deleted on 2 January 2014 11:30, 5 noncurrent days: gone on 8 January 00:00.
    @Test
    void photoGif() {
        assertThat(Scene.of(rules(rule("", "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":5}")))
                        .versioning(Versioning.ENABLED)
                        .key(
                                "photo.gif",
                                Scene.version("111111", "2014-01-01T10:30:00Z"),
                                Scene.marker("4857693", "2014-01-02T11:30:00Z"))
                        .told(LATER))
                .containsExactly("2014-01-08 photo.gif 111111 permanently-delete");
    }

    /// examples 1: archived at the midnight after creation with 0 days.
    @Test
    void zeroDays() {
        assertThat(Scene.of(rules(
                                rule("\"Prefix\":\"\"", "\"Transitions\":[{\"Days\":0,\"StorageClass\":\"GLACIER\"}]")))
                        .object("a", "2026-03-01T12:00:00Z")
                        .told(LATER))
                .containsExactly("2026-03-02 a null transition GLACIER");
    }

    /// examples 1: tax/ to Glacier after 365 days, gone after 3,650; tags and prefix must all match.
    @Test
    void prefixAndTags() {
        Scene scene = Scene.of(
                        rules(
                                rule(
                                        "\"And\":{\"Prefix\":\"tax/\",\"Tags\":[{\"Key\":\"key1\",\"Value\":\"value1\"},"
                                                + "{\"Key\":\"key2\",\"Value\":\"value2\"}]}",
                                        "\"Transitions\":[{\"Days\":365,\"StorageClass\":\"GLACIER\"}],\"Expiration\":{\"Days\":3650}")))
                .object(
                        "tax/1",
                        "2020-01-01T10:00:00Z",
                        1_000_000,
                        Map.of("key1", "value1", "key2", "value2", "x", "y"))
                .object("tax/2", "2020-01-01T10:00:00Z", 1_000_000, Map.of("key1", "value1"))
                .object("tax/3", "2020-01-01T10:00:00Z", 1_000_000, Map.of("key1", "value1", "key2", "Value2"))
                .object("taxes", "2020-01-01T10:00:00Z", 1_000_000, Map.of("key1", "value1", "key2", "value2"));
        assertThat(scene.told(LATER))
                .containsExactly("2021-01-01 tax/1 null transition GLACIER", "2029-12-30 tax/1 null expire");
    }

    /// examples 2: a disabled rule does nothing.
    @Test
    void disabled() {
        assertThat(Scene.of("{\"Rules\":[{\"Status\":\"Disabled\",\"Filter\":{},\"Expiration\":{\"Days\":1}}]}")
                        .object("a", "2026-03-01T12:00:00Z")
                        .told(LATER))
                .isEmpty();
    }

    /// examples 3: Standard-IA after 30 days, Glacier after 90, gone after 365.
    @Test
    void tieringDown() {
        assertThat(Scene.of(rules(rule(
                                "\"Prefix\":\"logs/\"",
                                "\"Transitions\":[{\"Days\":30,\"StorageClass\":\"STANDARD_IA\"},"
                                        + "{\"Days\":90,\"StorageClass\":\"GLACIER\"}],\"Expiration\":{\"Days\":365}")))
                        .object("logs/a", "2026-01-01T09:00:00Z")
                        .object("b", "2026-01-01T09:00:00Z")
                        .told(LATER))
                .containsExactly(
                        "2026-02-01 logs/a null transition STANDARD_IA",
                        "2026-04-02 logs/a null transition GLACIER",
                        "2027-01-02 logs/a null expire");
    }

    /// conflicts 1: overlapping prefixes without conflict.
    @Test
    void overlapWithoutConflict() {
        assertThat(Scene.of(rules(
                                rule("", "\"Expiration\":{\"Days\":365}"),
                                rule(
                                        "\"Prefix\":\"logs/\"",
                                        "\"Transitions\":[{\"Days\":30,\"StorageClass\":\"STANDARD_IA\"}]")))
                        .object("logs/a", "2026-01-01T09:00:00Z")
                        .object("b", "2026-01-01T09:00:00Z")
                        .told(LATER))
                .containsExactly(
                        "2026-02-01 logs/a null transition STANDARD_IA",
                        "2027-01-02 logs/a null expire",
                        "2027-01-02 b null expire");
    }

    /// conflicts 2: expiration wins over a transition on the same day.
    @Test
    void expirationBeatsTransition() {
        Scene scene = Scene.of(rules(
                        rule("\"Prefix\":\"logs/\"", "\"Expiration\":{\"Days\":365}"),
                        rule(
                                "\"Prefix\":\"logs/\"",
                                "\"Transitions\":[{\"Days\":365,\"StorageClass\":\"STANDARD_IA\"}]")))
                .object("logs/a", "2026-01-01T09:00:00Z");
        assertThat(scene.told(LATER)).containsExactly("2027-01-02 logs/a null expire");
        assertThat(scene.events(LATER).getFirst().overruled())
                .extracting(LifecycleEvent.Overruled::rule)
                .containsExactly("rule-2");
    }

    /// conflicts, general rules: a transition wins over the creation of a delete marker.
    @Test
    void transitionBeatsDeleteMarker() {
        assertThat(Scene.of(rules(
                                rule("", "\"Expiration\":{\"Days\":365}"),
                                rule("", "\"Transitions\":[{\"Days\":365,\"StorageClass\":\"STANDARD_IA\"}]")))
                        .versioning(Versioning.ENABLED)
                        .key("a", Scene.version("1", "2026-01-01T09:00:00Z"))
                        .told("2028-01-01T00:00:00Z"))
                .containsExactly("2027-01-02 a 1 transition STANDARD_IA", "2027-01-03 a 1 delete-marker");
    }

    /// conflicts 3, with days that the service accepts: the earlier of two transitions to one class.
    @Test
    void earlierTransition() {
        assertThat(Scene.of(rules(
                                rule(
                                        "\"Prefix\":\"\"",
                                        "\"Transitions\":[{\"Days\":30,\"StorageClass\":\"STANDARD_IA\"}]"),
                                rule(
                                        "\"Prefix\":\"logs/\"",
                                        "\"Transitions\":[{\"Days\":365,\"StorageClass\":\"STANDARD_IA\"}]")))
                        .object("logs/a", "2026-01-01T09:00:00Z")
                        .told(LATER))
                .containsExactly("2026-02-01 logs/a null transition STANDARD_IA");
    }

    /// conflicts 4: both tags; gone after 14 days, so it never moves.
    @Test
    void earlierExpiration() {
        assertThat(Scene.of(rules(
                                rule(
                                        "\"Tag\":{\"Key\":\"tag1\",\"Value\":\"value1\"}",
                                        "\"Transitions\":[{\"Days\":365,\"StorageClass\":\"GLACIER\"}]"),
                                rule(
                                        "\"Tag\":{\"Key\":\"tag2\",\"Value\":\"value2\"}",
                                        "\"Expiration\":{\"Days\":14}")))
                        .object("a", "2026-01-01T09:00:00Z", 1_000_000, Map.of("tag1", "value1", "tag2", "value2"))
                        .told(LATER))
                .containsExactly("2026-01-16 a null expire");
    }

    /// conflicts, general rules: which class wins on the same day.
    @Test
    void preferences() {
        assertThat(sameDay("STANDARD_IA", "GLACIER")).containsExactly("GLACIER");
        assertThat(sameDay("ONEZONE_IA", "GLACIER")).containsExactly("GLACIER");
        assertThat(sameDay("STANDARD_IA", "ONEZONE_IA")).containsExactly("ONEZONE_IA");
        assertThat(sameDay("GLACIER", "DEEP_ARCHIVE")).containsExactly("DEEP_ARCHIVE");
        assertThat(sameDay("INTELLIGENT_TIERING", "STANDARD_IA")).containsExactly("INTELLIGENT_TIERING");
        assertThat(sameDay("INTELLIGENT_TIERING", "ONEZONE_IA")).containsExactly("INTELLIGENT_TIERING");
        assertThat(sameDay("GLACIER_IR", "INTELLIGENT_TIERING")).containsExactly("INTELLIGENT_TIERING");
        assertThat(sameDay("INTELLIGENT_TIERING", "GLACIER")).containsExactly("GLACIER");
        assertThat(sameDay("INTELLIGENT_TIERING", "DEEP_ARCHIVE")).containsExactly("DEEP_ARCHIVE");
        assertThat(sameDay("GLACIER_IR", "ONEZONE_IA")).containsExactly("GLACIER_IR");
    }

    private static List<String> sameDay(String one, String other) {
        return Scene.of(rules(
                        rule("", "\"Transitions\":[{\"Days\":60,\"StorageClass\":\"" + one + "\"}]"),
                        rule("", "\"Transitions\":[{\"Days\":60,\"StorageClass\":\"" + other + "\"}]")))
                .object("a", "2026-01-01T09:00:00Z")
                .events(LATER)
                .stream()
                .map(event -> event.to().orElseThrow().name())
                .toList();
    }

    /// examples 6: Standard-IA after 90 days; noncurrent to Glacier after 30, gone after 365, but five are kept.
    @Test
    void aYearOfHistory() {
        ObjectVersion[] versions = new ObjectVersion[8];
        for (int at = 0; at < versions.length; at++) {
            versions[at] = Scene.version("v" + at, "2026-01-0" + (at + 1) + "T12:00:00Z");
        }
        List<String> told = Scene.of(
                        rules(
                                rule(
                                        "\"Prefix\":\"\"",
                                        "\"Transitions\":[{\"Days\":90,\"StorageClass\":\"STANDARD_IA\"}],"
                                                + "\"NoncurrentVersionTransitions\":[{\"NoncurrentDays\":30,\"StorageClass\":\"GLACIER\"}],"
                                                + "\"NoncurrentVersionExpiration\":{\"NewerNoncurrentVersions\":5,\"NoncurrentDays\":365}")))
                .versioning(Versioning.ENABLED)
                .key("a", versions)
                .told(LATER);
        assertThat(told)
                .hasSize(10)
                .contains(
                        "2026-02-02 a v0 transition GLACIER",
                        "2026-02-08 a v6 transition GLACIER",
                        "2026-04-09 a v7 transition STANDARD_IA")
                .endsWith("2027-01-03 a v0 permanently-delete", "2027-01-04 a v1 permanently-delete");
    }

    /// examples 7: 60 days to the marker, 30 more to the end, then the marker goes once it is old enough.
    @Test
    void markersAreCleanedUpByAge() {
        assertThat(Scene.of(
                                rules(
                                        rule(
                                                "",
                                                "\"Expiration\":{\"Days\":60},\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":30}")))
                        .versioning(Versioning.ENABLED)
                        .key("a", Scene.version("1", "2026-01-01T10:30:00Z"))
                        .told(LATER))
                .containsExactly(
                        "2026-03-03 a 1 delete-marker",
                        "2026-04-03 a 1 permanently-delete",
                        "2026-05-03 a delete-marker-2026-03-03 remove-expired-delete-marker");
    }

    /// examples 7 says that everything is gone after 90 days although ten noncurrent versions are retained; by the API
    /// page a version needs ten newer ones before it goes. We follow the API page.
    @Test
    void retainedVersionsStay() {
        assertThat(Scene.of(rules(rule(
                                "",
                                "\"Expiration\":{\"Days\":60},\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":30,"
                                        + "\"NewerNoncurrentVersions\":10}")))
                        .versioning(Versioning.ENABLED)
                        .key("a", Scene.version("1", "2026-01-01T10:30:00Z"))
                        .told(LATER))
                .containsExactly("2026-03-03 a 1 delete-marker");
    }

    /// examples 7: `ExpiredObjectDeleteMarker` removes the marker as soon as it is alone.
    @Test
    void lonelyMarkersGo() {
        assertThat(Scene.of(rules(rule(
                                "\"Prefix\":\"logs/\"",
                                "\"Expiration\":{\"ExpiredObjectDeleteMarker\":true},"
                                        + "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":30}")))
                        .versioning(Versioning.ENABLED)
                        .key(
                                "logs/a",
                                Scene.version("1", "2026-01-01T10:30:00Z"),
                                Scene.marker("2", "2026-01-05T10:30:00Z"))
                        .key("logs/b", Scene.marker("3", "2026-01-05T10:30:00Z"))
                        .key("c", Scene.marker("4", "2026-01-05T10:30:00Z"))
                        .told(LATER))
                .containsExactly(
                        "2026-01-06 logs/b 3 remove-expired-delete-marker",
                        "2026-02-05 logs/a 1 permanently-delete",
                        "2026-02-05 logs/a 2 remove-expired-delete-marker");
    }

    /// examples 8: uploads under the prefix go seven days after they began.
    @Test
    void uploads() {
        assertThat(Scene.of(rules(rule(
                                "\"Prefix\":\"SomeKeyPrefix/\"",
                                "\"AbortIncompleteMultipartUpload\":{\"DaysAfterInitiation\":7}")))
                        .upload("SomeKeyPrefix/a", "2026-01-01T10:30:00Z")
                        .upload("other", "2026-01-01T10:30:00Z")
                        .told(LATER))
                .containsExactly("2026-01-09 SomeKeyPrefix/a upload abort-upload");
    }

    /// examples 9: sizes between 500 and 64,000 bytes, both exclusive.
    @Test
    void sizes() {
        assertThat(Scene.of(rules(rule(
                                "\"And\":{\"ObjectSizeGreaterThan\":500,\"ObjectSizeLessThan\":64000}",
                                "\"Transitions\":[{\"Days\":0,\"StorageClass\":\"GLACIER\"}]")))
                        .object("a", "2026-01-01T10:30:00Z", 500, Map.of())
                        .object("b", "2026-01-01T10:30:00Z", 501, Map.of())
                        .object("c", "2026-01-01T10:30:00Z", 63_999, Map.of())
                        .object("d", "2026-01-01T10:30:00Z", 64_000, Map.of())
                        .told(LATER))
                .containsExactly("2026-01-02 b null transition GLACIER", "2026-01-02 c null transition GLACIER");
    }

    /// elements: a date acts on that midnight, and on what is written later at the next midnight.
    @Test
    void dates() {
        assertThat(Scene.of(rules(rule("", "\"Expiration\":{\"Date\":\"2026-02-01T00:00:00Z\"}")))
                        .object("before", "2026-01-01T10:30:00Z")
                        .object("after", "2026-03-01T10:30:00Z")
                        .told(LATER))
                .containsExactly("2026-02-01 before null expire", "2026-03-02 after null expire");
    }

    /// Transitioning objects, constraints: nothing younger than 30 days goes to an infrequent access class.
    @Test
    void datesWaitForThirtyDaysBeforeInfrequentAccess() {
        assertThat(Scene.of(rules(rule(
                                "", "\"Transitions\":[{\"Date\":\"2026-02-01\",\"StorageClass\":\"STANDARD_IA\"}]")))
                        .object("old", "2025-11-01T10:30:00Z")
                        .object("young", "2026-01-20T10:30:00Z")
                        .told(LATER))
                .containsExactly(
                        "2026-02-01 old null transition STANDARD_IA", "2026-02-20 young null transition STANDARD_IA");
    }

    /// PutBucketLifecycleConfiguration: below 128 KB nothing moves unless the filter names a size; before September
    /// 2024 the archives took everything.
    @Test
    void smallObjects() {
        String moves = "\"Transitions\":[{\"Days\":30,\"StorageClass\":\"STANDARD_IA\"},"
                + "{\"Days\":60,\"StorageClass\":\"GLACIER\"}]";
        String plain = rules(rule("", moves));
        String sized = rules(rule("\"ObjectSizeGreaterThan\":0", moves));
        assertThat(small(plain, TransitionMinimum.ALL_STORAGE_CLASSES_128K)).isEmpty();
        assertThat(small(plain, TransitionMinimum.VARIES_BY_STORAGE_CLASS))
                .containsExactly("2026-03-03 a null transition GLACIER");
        assertThat(small(sized, TransitionMinimum.ALL_STORAGE_CLASSES_128K))
                .containsExactly("2026-02-01 a null transition STANDARD_IA", "2026-03-03 a null transition GLACIER");
        assertThat(Scene.of(plain)
                        .object("a", "2026-01-01T09:00:00Z", 131_072, Map.of())
                        .told(LATER))
                .hasSize(2);
    }

    private static List<String> small(String rules, TransitionMinimum minimum) {
        return Scene.of(rules)
                .minimum(minimum)
                .object("a", "2026-01-01T09:00:00Z", 131_071, Map.of())
                .told(LATER);
    }

    /// Expiring objects: suspended versioning writes the marker `null`, which replaces the version `null`.
    @Test
    void suspended() {
        Scene scene = Scene.of(rules(
                        rule("", "\"Expiration\":{\"Days\":10}"),
                        rule("", "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":5}")))
                .versioning(Versioning.SUSPENDED)
                .key("replaced", Scene.version("null", "2026-01-01T10:30:00Z"))
                .key(
                        "below",
                        Scene.version("null", "2026-01-01T10:30:00Z"),
                        Scene.version("v2", "2026-01-08T10:30:00Z"));
        assertThat(scene.told(LATER))
                .containsExactly(
                        "2026-01-12 replaced null delete-marker",
                        "2026-01-14 below null permanently-delete",
                        "2026-01-19 below v2 delete-marker",
                        "2026-01-23 replaced null remove-expired-delete-marker",
                        "2026-01-25 below v2 permanently-delete",
                        "2026-01-30 below null remove-expired-delete-marker");
    }

    /// Expiring objects: nothing happens while the current version is a marker with versions below it.
    @Test
    void aMarkerOverVersionsIsLeftAlone() {
        assertThat(Scene.of(rules(rule("", "\"Expiration\":{\"Days\":10}")))
                        .versioning(Versioning.ENABLED)
                        .key("a", Scene.version("1", "2026-01-01T10:30:00Z"), Scene.marker("2", "2026-01-05T10:30:00Z"))
                        .told(LATER))
                .isEmpty();
    }

    /// Expiring objects: 100 current versions leave 200 in an enabled bucket.
    @Test
    void aHundredObjectsBecomeTwoHundred() {
        Lifecycle lifecycle = Scene.of(rules(rule("", "\"Expiration\":{\"Days\":1}")))
                .versioning(Versioning.ENABLED)
                .lifecycle();
        KeyLifecycle key = lifecycle.track("a", List.of(Scene.version("1", "2026-01-01T10:30:00Z")));
        assertThat(key.next(key.firstDay()).orElseThrow().then().versions()).hasSize(2);
    }

    /// A rule that is put when objects are already old enough acts at the next midnight.
    @Test
    void rulesActFromTheMidnightAfterTheyWerePut() {
        assertThat(Scene.of(rules(rule(
                                "",
                                "\"Transitions\":[{\"Days\":30,\"StorageClass\":\"STANDARD_IA\"},"
                                        + "{\"Days\":90,\"StorageClass\":\"GLACIER\"}]")))
                        .inForceSince("2026-06-01T12:00:00Z")
                        .object("a", "2026-01-01T09:00:00Z")
                        .object("b", "2026-04-01T09:00:00Z")
                        .told(LATER))
                .containsExactly(
                        "2026-06-02 a null transition GLACIER",
                        "2026-06-02 b null transition STANDARD_IA",
                        "2026-07-01 b null transition GLACIER");
    }
}
