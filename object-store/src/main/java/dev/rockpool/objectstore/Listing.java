package dev.rockpool.objectstore;

import dev.rockpool.objectstore.index.IndexCursor;
import dev.rockpool.objectstore.index.OrderedIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Pages of keys, versions, uploads and parts. A page costs its entries and a look-up for each common prefix,
/// whatever the size of the bucket.
///
/// Sources: API, *ListObjectsV2*, *ListObjectVersions*, *ListMultipartUploads*, *ListParts*.
final class Listing {
    private final Core core;
    private final Buckets buckets;

    Listing(Core core, Buckets buckets) {
        this.core = core;
        this.buckets = buckets;
    }

    /// A place in the keys of a bucket, and how keys are rolled up.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Walk(byte[] prefix, byte[] delimiter) {
        static Walk of(ListRequest request) {
            return new Walk(KeySpace.name(request.prefix()), KeySpace.name(request.delimiter()));
        }

        /// The common prefix of a name, if it has one; up to and with the delimiter.
        Optional<byte[]> rolledUp(byte[] name) {
            if (delimiter.length == 0) {
                return Optional.empty();
            }
            for (int at = prefix.length; at <= name.length - delimiter.length; at++) {
                if (Arrays.equals(name, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                    return Optional.of(Arrays.copyOf(name, at + delimiter.length));
                }
            }
            return Optional.empty();
        }

        /// The first name that a page may hold.
        ///
        /// @param after the key or common prefix that the page comes after
        /// @param inclusive whether it may hold that key itself
        byte[] begin(String after, boolean inclusive) {
            if (after.isEmpty()) {
                return prefix;
            }
            byte[] name = KeySpace.name(after);
            if (Arrays.compareUnsigned(name, prefix) < 0) {
                return prefix;
            }
            boolean isCommonPrefix = rolledUp(name)
                    .filter(common -> common.length == name.length)
                    .isPresent();
            return isCommonPrefix ? KeySpace.after(name) : inclusive ? name : Arrays.copyOf(name, name.length + 1);
        }

        boolean holds(byte[] name) {
            return KeySpace.startsWith(name, prefix);
        }
    }

    private static void checkMax(int max) {
        if (max < 0 || max > ObjectStore.LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 0 to " + ObjectStore.LARGEST_PAGE + " entries, not " + max);
        }
    }

    private static String text(byte[] name) {
        return KeySpace.key(name, 0, name.length);
    }

    ObjectPage objects(String bucketName, ListRequest request) {
        checkMax(request.max());
        BucketState bucket = buckets.state(bucketName);
        OrderedIndex index = core.catalog().index();
        Walk walk = Walk.of(request);
        List<StoredObject> objects = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        String last = "";
        byte[] space = KeySpace.number(KeySpace.OBJECT, bucket.number());
        IndexCursor cursor =
                index.from(KeySpace.current(KeySpace.OBJECT, bucket.number(), walk.begin(request.after(), false)));
        boolean there = cursor.next();
        while (request.max() > 0 && there && KeySpace.startsWith(cursor.key(), space)) {
            byte[] name = KeySpace.nameOfCurrent(cursor.key());
            if (!walk.holds(name)) {
                break;
            }
            if (objects.size() + prefixes.size() == request.max()) {
                return new ObjectPage(objects, prefixes, Optional.of(last));
            }
            Optional<byte[]> common = walk.rolledUp(name);
            if (common.isPresent()) {
                last = text(common.get());
                prefixes.add(last);
                cursor = index.from(KeySpace.current(KeySpace.OBJECT, bucket.number(), KeySpace.after(common.get())));
            } else {
                last = text(name);
                objects.add(VersionRecord.read(cursor.value()).stored(bucketName, bucket.showsVersions(), last, true));
            }
            there = cursor.next();
        }
        return new ObjectPage(objects, prefixes, Optional.empty());
    }

    /// The keys of a bucket that have a current version, object or marker, in order.
    private static final class Keys {
        private final OrderedIndex index;
        private final long bucket;
        private IndexCursor objects;
        private IndexCursor markers;
        private boolean objectThere;
        private boolean markerThere;

        Keys(OrderedIndex index, long bucket, byte[] begin) {
            this.index = index;
            this.bucket = bucket;
            this.objects = at(KeySpace.OBJECT, begin);
            this.markers = at(KeySpace.MARKER, begin);
            objectThere = goes(objects, KeySpace.OBJECT);
            markerThere = goes(markers, KeySpace.MARKER);
        }

        private IndexCursor at(byte space, byte[] name) {
            return index.from(KeySpace.current(space, bucket, name));
        }

        private boolean goes(IndexCursor cursor, byte space) {
            return cursor.next() && KeySpace.startsWith(cursor.key(), KeySpace.number(space, bucket));
        }

        boolean isThere() {
            return objectThere || markerThere;
        }

        private boolean onObject() {
            return objectThere
                    && (!markerThere
                            || Arrays.compareUnsigned(
                                            objects.key(),
                                            KeySpace.NAME_AT,
                                            objects.key().length,
                                            markers.key(),
                                            KeySpace.NAME_AT,
                                            markers.key().length)
                                    <= 0);
        }

        byte[] name() {
            return KeySpace.nameOfCurrent(onObject() ? objects.key() : markers.key());
        }

        byte[] current() {
            return onObject() ? objects.value() : markers.value();
        }

        void next() {
            if (onObject()) {
                objectThere = goes(objects, KeySpace.OBJECT);
            } else {
                markerThere = goes(markers, KeySpace.MARKER);
            }
        }

        void skipTo(byte[] name) {
            objects = at(KeySpace.OBJECT, name);
            markers = at(KeySpace.MARKER, name);
            objectThere = goes(objects, KeySpace.OBJECT);
            markerThere = goes(markers, KeySpace.MARKER);
        }
    }

    VersionPage versions(String bucketName, ListRequest request, Optional<String> versionIdMarker) {
        checkMax(request.max());
        BucketState bucket = buckets.state(bucketName);
        Walk walk = Walk.of(request);
        Versioned page = new Versioned(bucket, request.max());
        boolean within = versionIdMarker.isPresent() && !request.after().isEmpty();
        Keys keys = new Keys(core.catalog().index(), bucket.number(), walk.begin(request.after(), within));
        byte[] marked = within ? KeySpace.name(request.after()) : new byte[0];
        while (request.max() > 0 && keys.isThere() && walk.holds(keys.name())) {
            byte[] name = keys.name();
            Optional<byte[]> common = walk.rolledUp(name);
            if (common.isPresent()) {
                if (!page.add(text(common.get()))) {
                    return page.cut();
                }
                keys.skipTo(KeySpace.after(common.get()));
                continue;
            }
            Optional<String> after = within && Arrays.equals(name, marked) ? versionIdMarker : Optional.empty();
            if (!page.add(name, VersionRecord.read(keys.current()), after)) {
                return page.cut();
            }
            keys.next();
        }
        return page.last();
    }

    /// A page of versions in the making.
    private final class Versioned {
        private final BucketState bucket;
        private final int max;
        private final List<StoredObject> versions = new ArrayList<>();
        private final List<String> prefixes = new ArrayList<>();
        private String lastKey = "";
        private Optional<String> lastVersion = Optional.empty();

        Versioned(BucketState bucket, int max) {
            this.bucket = bucket;
            this.max = max;
        }

        private boolean isFull() {
            return versions.size() + prefixes.size() == max;
        }

        boolean add(String common) {
            if (isFull()) {
                return false;
            }
            prefixes.add(common);
            lastKey = common;
            lastVersion = Optional.empty();
            return true;
        }

        /// Adds the versions of a key; false if one did not fit.
        ///
        /// @param after the version after which the page begins
        boolean add(byte[] name, VersionRecord current, Optional<String> after) {
            String key = text(name);
            boolean begun = after.isEmpty();
            if (begun && !add(key, current, true)) {
                return false;
            }
            begun |= after.isPresent() && after.get().equals(current.versionId());
            byte[] prefix = KeySpace.beforeNumbers(KeySpace.VERSION, bucket.number(), name);
            byte[] from = prefix;
            if (!begun) {
                // a version that is gone meanwhile still has a place among the others
                from = VersionIds.parse(after.orElse(""))
                        .map(id -> KeySpace.version(bucket.number(), name, id.seq()))
                        .orElse(prefix);
            }
            IndexCursor cursor = core.catalog().index().from(from);
            boolean byPlace = from.length > prefix.length;
            while (cursor.next() && KeySpace.startsWith(cursor.key(), prefix)) {
                VersionRecord record = VersionRecord.read(cursor.value());
                boolean isMarked = after.isPresent() && record.versionId().equals(after.get());
                if (begun || (byPlace && !isMarked)) {
                    begun = true;
                    if (!add(key, record, false)) {
                        return false;
                    }
                } else if (isMarked) {
                    begun = true;
                }
            }
            return true;
        }

        private boolean add(String key, VersionRecord record, boolean isLatest) {
            if (isFull()) {
                return false;
            }
            StoredObject stored = record.stored(bucket.name(), bucket.showsVersions(), key, isLatest);
            versions.add(stored);
            lastKey = key;
            lastVersion = Optional.of(stored.versionId());
            return true;
        }

        VersionPage cut() {
            return new VersionPage(versions, prefixes, Optional.of(lastKey), lastVersion);
        }

        VersionPage last() {
            return new VersionPage(versions, prefixes, Optional.empty(), Optional.empty());
        }
    }

    UploadPage uploads(String bucketName, ListRequest request, Optional<String> uploadIdMarker) {
        checkMax(request.max());
        BucketState bucket = buckets.state(bucketName);
        OrderedIndex index = core.catalog().index();
        Walk walk = Walk.of(request);
        List<MultipartUpload> uploads = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        Optional<VersionIds.Parsed> marker = uploadIdMarker.flatMap(VersionIds::parse);
        byte[] begin;
        if (marker.isPresent() && !request.after().isEmpty()) {
            begin = KeySpace.upload(
                    bucket.number(),
                    KeySpace.name(request.after()),
                    marker.get().seq() + 1);
        } else {
            byte[] name = walk.begin(request.after(), false);
            begin = KeySpace.current(KeySpace.UPLOAD, bucket.number(), name);
            // after a key, all of its uploads are over too
            if (!request.after().isEmpty() && name.length > 0 && name[name.length - 1] == 0) {
                begin = KeySpace.after(
                        KeySpace.beforeNumbers(KeySpace.UPLOAD, bucket.number(), KeySpace.name(request.after())));
            }
        }
        byte[] space = KeySpace.number(KeySpace.UPLOAD, bucket.number());
        IndexCursor cursor = index.from(begin);
        boolean there = cursor.next();
        String lastKey = "";
        Optional<String> lastUpload = Optional.empty();
        while (request.max() > 0 && there && KeySpace.startsWith(cursor.key(), space)) {
            byte[] name = KeySpace.nameOfNumbered(cursor.key());
            if (!walk.holds(name)) {
                break;
            }
            if (uploads.size() + prefixes.size() == request.max()) {
                return new UploadPage(uploads, prefixes, Optional.of(lastKey), lastUpload);
            }
            Optional<byte[]> common = walk.rolledUp(name);
            if (common.isPresent()) {
                lastKey = text(common.get());
                lastUpload = Optional.empty();
                prefixes.add(lastKey);
                cursor = index.from(KeySpace.current(KeySpace.UPLOAD, bucket.number(), KeySpace.after(common.get())));
            } else {
                UploadRecord record = UploadRecord.read(cursor.value());
                MultipartUpload upload = record.upload(bucket, text(name));
                lastKey = upload.key();
                lastUpload = Optional.of(upload.uploadId());
                uploads.add(upload);
            }
            there = cursor.next();
        }
        return new UploadPage(uploads, prefixes, Optional.empty(), Optional.empty());
    }

    PartPage parts(UploadRecord upload, int after, int max) {
        List<StoredPart> parts = new ArrayList<>();
        byte[] space = KeySpace.number(KeySpace.PART, upload.number());
        IndexCursor cursor = core.catalog().index().from(KeySpace.part(upload.number(), after + 1));
        while (cursor.next() && KeySpace.startsWith(cursor.key(), space)) {
            if (parts.size() == max) {
                return new PartPage(
                        parts,
                        parts.isEmpty()
                                ? OptionalInt.empty()
                                : OptionalInt.of(parts.getLast().number()));
            }
            parts.add(StoredParts.PartRecord.read(new RecordReader(cursor.value()))
                    .stored());
        }
        return new PartPage(parts, OptionalInt.empty());
    }
}
