package dev.rockpool.objectstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Holds requests to the service's limits and conditions.
final class Requests {
    private static final int MOST_METADATA_BYTES = 2_048;
    private static final int MOST_TAGS = 10;
    private static final int LONGEST_TAG_KEY = 128;
    private static final int LONGEST_TAG_VALUE = 256;
    private static final String ANY = "*";

    private Requests() {}

    /// The name of a key in the index.
    static byte[] name(String key) {
        if (key.isEmpty()) {
            throw new StoreRefusal(StoreRefusal.Code.InvalidArgument, "An object key has one byte at the least.");
        }
        int bytes = KeySpace.utf8(key).length;
        if (bytes > ObjectStore.LONGEST_KEY_BYTES) {
            throw new StoreRefusal(StoreRefusal.Code.KeyTooLongError, "Your key is too long")
                    .with("Size", Integer.toString(bytes))
                    .with("MaxSizeAllowed", Integer.toString(ObjectStore.LONGEST_KEY_BYTES));
        }
        return KeySpace.name(key);
    }

    static void check(NewObject object, BucketState bucket, Instant now) {
        checkMetadata(object.userMetadata());
        checkTags(object.tags());
        if ((object.retention().isPresent() || object.legalHold())
                && bucket.record().objectLock().isEmpty()) {
            throw missingLock();
        }
        object.retention().ifPresent(kept -> checkFuture(kept, now));
    }

    static StoreRefusal missingLock() {
        return new StoreRefusal(StoreRefusal.Code.InvalidRequest, "Bucket is missing Object Lock Configuration");
    }

    static void checkFuture(Retention retention, Instant now) {
        if (!retention.until().isAfter(now)) {
            throw new StoreRefusal(StoreRefusal.Code.InvalidArgument, "The retain until date must be in the future!");
        }
    }

    private static void checkMetadata(Map<String, String> metadata) {
        int bytes = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            bytes += entry.getKey().getBytes(StandardCharsets.UTF_8).length
                    + entry.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_METADATA_BYTES) {
            throw new StoreRefusal(
                            StoreRefusal.Code.MetadataTooLarge,
                            "Your metadata headers exceed the maximum allowed metadata size")
                    .with("Size", Integer.toString(bytes))
                    .with("MaxSizeAllowed", Integer.toString(MOST_METADATA_BYTES));
        }
    }

    static void checkTags(Map<String, String> tags) {
        if (tags.size() > MOST_TAGS) {
            throw new StoreRefusal(StoreRefusal.Code.InvalidTag, "Object tags cannot be greater than 10");
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.codePointCount(0, key.length()) > LONGEST_TAG_KEY) {
                throw new StoreRefusal(StoreRefusal.Code.InvalidTag, "The TagKey you have provided is invalid");
            }
            if (value.codePointCount(0, value.length()) > LONGEST_TAG_VALUE) {
                throw new StoreRefusal(StoreRefusal.Code.InvalidTag, "The TagValue you have provided is invalid");
            }
        });
    }

    /// Holds a write against the current version; a delete marker counts as none.
    static void check(WriteCondition condition, Optional<VersionRecord> current) {
        Optional<VersionRecord> object = current.filter(record -> !record.isMarker());
        if (condition.ifNoneMatch().isPresent()
                && object.map(record -> matches(condition.ifNoneMatch().get(), record))
                        .orElse(false)) {
            throw failed("If-None-Match");
        }
        if (condition.ifMatch().isPresent()) {
            VersionRecord there = object.orElseThrow(
                    () -> new StoreRefusal(StoreRefusal.Code.NoSuchKey, "The specified key does not exist."));
            if (!matches(condition.ifMatch().get(), there)) {
                throw failed("If-Match");
            }
        }
    }

    private static boolean matches(String wanted, VersionRecord there) {
        return wanted.equals(ANY) || wanted.equals(there.content().etag());
    }

    static StoreRefusal failed(String condition) {
        return new StoreRefusal(
                        StoreRefusal.Code.PreconditionFailed,
                        "At least one of the pre-conditions you specified did not hold")
                .with("Condition", condition);
    }

    /// Holds a read against a version: RFC 9110, section 13.2.2.
    static void check(ReadCondition condition, StoredObject object) {
        Instant modified = object.lastModified().truncatedTo(ChronoUnit.SECONDS);
        if (!condition.ifMatch().isEmpty()) {
            if (!condition.ifMatch().contains(ANY) && !condition.ifMatch().contains(object.etag())) {
                throw failed("If-Match");
            }
        } else if (condition.ifUnmodifiedSince().isPresent()
                && modified.isAfter(condition.ifUnmodifiedSince().get())) {
            throw failed("If-Unmodified-Since");
        }
        if (!condition.ifNoneMatch().isEmpty()) {
            if (condition.ifNoneMatch().contains(ANY) || condition.ifNoneMatch().contains(object.etag())) {
                throw notModified(object);
            }
        } else if (condition.ifModifiedSince().isPresent()
                && !modified.isAfter(condition.ifModifiedSince().get())) {
            throw notModified(object);
        }
    }

    private static StoreRefusal notModified(StoredObject object) {
        return new StoreRefusal(StoreRefusal.Code.NotModified, "Not Modified").about(object);
    }

    /// Holds the source of a copy against its conditions, where every failure is the same.
    static void checkSource(ReadCondition condition, StoredObject object) {
        try {
            check(condition, object);
        } catch (StoreRefusal refused) {
            if (refused.code() == StoreRefusal.Code.NotModified) {
                throw failed(
                        condition.ifNoneMatch().isEmpty()
                                ? "x-amz-copy-source-If-Modified-Since"
                                : "x-amz-copy-source-If-None-Match");
            }
            throw failed("x-amz-copy-source-" + refused.details().getOrDefault("Condition", "If-Match"));
        }
    }
}
