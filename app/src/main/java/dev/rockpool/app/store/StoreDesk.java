package dev.rockpool.app.store;

import dev.rockpool.identity.Account;
import dev.rockpool.identity.Caller;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.BucketEncryption;
import dev.rockpool.objectstore.ByteRange;
import dev.rockpool.objectstore.CopyRequest;
import dev.rockpool.objectstore.CopySource;
import dev.rockpool.objectstore.DeleteOutcome;
import dev.rockpool.objectstore.DeleteRequest;
import dev.rockpool.objectstore.GetRequest;
import dev.rockpool.objectstore.LifecycleSettings;
import dev.rockpool.objectstore.ListRequest;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.ObjectPage;
import dev.rockpool.objectstore.ObjectReading;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.ObjectToDelete;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.PutRequest;
import dev.rockpool.objectstore.ReadCondition;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.RestoreRequest;
import dev.rockpool.objectstore.StoreRefusal;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.VersionPage;
import dev.rockpool.objectstore.access.ObjectOwnership;
import dev.rockpool.objectstore.access.PublicAccessBlock;
import dev.rockpool.objectstore.access.Reach;
import dev.rockpool.objectstore.access.StoreAccess;
import dev.rockpool.objectstore.s3.KeyServiceDataKeys;
import dev.rockpool.objectstore.s3.S3Settings;
import dev.rockpool.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the screen does to the object store of a platform, as the root user of its first account. Background only.
///
/// A refusal of the store becomes an [InputException] with the store's own sentence.
public final class StoreDesk {
    /// Where new buckets are.
    public static final String REGION = "us-east-1";

    static final String REFUSED = "store-refused";
    private static final int MOST_VERSIONS = 200;
    private static final int SCANS = 20;

    private final Platform platform;
    private final ObjectStore store;
    private final Requester requester;

    public StoreDesk(Platform platform) {
        this.platform = platform;
        store = platform.objects();
        Account account = platform.accounts().first();
        Caller root = Caller.root(account);
        requester = new Requester(
                new Owner(account.canonicalId(), account.displayName()),
                root.arn(),
                new KeyServiceDataKeys(platform.keys(), root, S3Settings.standard(platform.clock())));
    }

    /// The platform whose store it is.
    Platform platform() {
        return platform;
    }

    /// All buckets, by name.
    List<BucketEntry> buckets() {
        return told(() -> store.buckets().stream()
                .map(bucket -> new BucketEntry(
                        bucket,
                        store.encryption(bucket.name()),
                        store.lifecycle(bucket.name()).isPresent()))
                .toList());
    }

    /// Makes a bucket with today's defaults: ACLs off, public access blocked.
    ///
    /// @throws InputException if the store refuses; what is wrong with a name is said in words
    public Bucket create(String name) {
        try {
            return make(name);
        } catch (StoreRefusal refusal) {
            throw refusal.code() == StoreRefusal.Code.InvalidBucketName
                    ? new InputException(
                            REFUSED,
                            Quote.of(name) + " cannot be a bucket's name: use 3 to 63 lower-case letters, digits,"
                                    + " hyphens and dots, such as tide-samples ("
                                    + refusal.code().wireName() + ").",
                            refusal)
                    : told(refusal);
        }
    }

    private Bucket make(String name) {
        return store.createBucket(
                requester,
                name,
                REGION,
                false,
                Map.of(
                        BucketDocument.OWNERSHIP,
                        ObjectOwnership.BUCKET_OWNER_ENFORCED.apiName(),
                        BucketDocument.PUBLIC_ACCESS_BLOCK,
                        PublicAccessBlock.ALL.text()));
    }

    void deleteBucket(String bucket) {
        told(() -> {
            store.deleteBucket(bucket);
            return bucket;
        });
    }

    /// Keeps versions from now on, or no more.
    public void putVersioning(String bucket, Versioning versioning) {
        told(() -> {
            store.putVersioning(bucket, versioning);
            return bucket;
        });
    }

    void putEncryption(String bucket, BucketEncryption encryption) {
        told(() -> {
            store.putEncryption(bucket, encryption);
            return bucket;
        });
    }

    /// A page of a list.
    ///
    /// @param shown the folder, which names leave out
    RowPage page(ListQuery query, RowPage.Mark from, String shown) {
        return told(() -> query.contains().isEmpty() ? plain(query, from, shown) : searched(query, from, shown));
    }

    private RowPage plain(ListQuery query, RowPage.Mark from, String shown) {
        ListRequest request = new ListRequest(query.prefix(), query.delimiter(), from.key(), PagedRows.PAGE);
        List<ObjectRow> rows = new ArrayList<>();
        if (query.deleted()) {
            VersionPage page = store.listObjectVersions(query.bucket(), request, from.versionId());
            page.commonPrefixes().forEach(prefix -> rows.add(ObjectRow.folder(prefix, shown)));
            page.versions().stream()
                    .filter(StoredObject::isLatest)
                    .forEach(version -> rows.add(ObjectRow.of(version, shown)));
            rows.sort(StoreDesk::inKeyOrder);
            return new RowPage(rows, page.nextKey().map(key -> new RowPage.Mark(key, page.nextVersionId())));
        }
        ObjectPage page = store.listObjects(query.bucket(), request);
        page.commonPrefixes().forEach(prefix -> rows.add(ObjectRow.folder(prefix, shown)));
        page.objects().forEach(object -> rows.add(ObjectRow.of(object, shown)));
        rows.sort(StoreDesk::inKeyOrder);
        return new RowPage(rows, page.next().map(key -> new RowPage.Mark(key, Optional.empty())));
    }

    /// Reads on until some lines fit, or for a while: a page may be empty and not be the last.
    private RowPage searched(ListQuery query, RowPage.Mark from, String shown) {
        List<ObjectRow> rows = new ArrayList<>();
        Optional<RowPage.Mark> next = Optional.of(from);
        for (int scan = 0; scan < SCANS && next.isPresent() && rows.size() < PagedRows.PAGE / 2; scan++) {
            RowPage page = plain(query, next.get(), shown);
            page.rows().stream()
                    .filter(row -> row.key().contains(query.contains()))
                    .forEach(rows::add);
            next = page.next();
        }
        return new RowPage(rows, next);
    }

    /// The service orders by the bytes of UTF-8, which is the order of code points.
    private static int inKeyOrder(ObjectRow one, ObjectRow other) {
        return Arrays.compareUnsigned(
                one.key().getBytes(StandardCharsets.UTF_8), other.key().getBytes(StandardCharsets.UTF_8));
    }

    /// The current version or delete marker of a key.
    Optional<StoredObject> find(String bucket, String key) {
        return told(() -> store.find(bucket, key, Optional.empty()));
    }

    /// The versions and delete markers of a key, newest first, the first [#MOST_VERSIONS].
    List<StoredObject> versions(String bucket, String key) {
        return told(
                () -> store
                        .listObjectVersions(bucket, new ListRequest(key, "", "", MOST_VERSIONS), Optional.empty())
                        .versions()
                        .stream()
                        .filter(version -> version.key().equals(key))
                        .toList());
    }

    /// Stores bytes.
    public StoredObject put(String bucket, String key, NewObject object, InputStream bytes) {
        return told(() -> {
            try {
                return store.putObject(bucket, key, PutRequest.by(requester).with(object), bytes)
                        .object();
            } catch (IOException failure) {
                throw unreadable(key, failure);
            }
        });
    }

    /// Stores a file, with the content type that its name says; one that is too large for one *PutObject* in parts.
    ///
    /// @param partBytes above which size it is stored in parts, and how large these are
    void put(String bucket, String key, Path file, InputStream bytes, long size, long partBytes) {
        String name = String.valueOf(file.getFileName());
        NewObject object = Optional.ofNullable(URLConnection.guessContentTypeFromName(name))
                .map(type -> NewObject.PLAIN.described(Map.of("content-type", type), Map.of()))
                .orElse(NewObject.PLAIN);
        if (size <= partBytes) {
            put(bucket, key, object, bytes);
        } else {
            told(() -> {
                try {
                    new PartedUpload(store, requester, bucket, key).put(object, bytes, size, partBytes);
                    return key;
                } catch (IOException failure) {
                    throw unreadable(key, failure);
                }
            });
        }
    }

    /// All current objects whose keys begin with `prefix`.
    List<StoredObject> below(String bucket, String prefix) {
        return told(() -> {
            List<StoredObject> found = new ArrayList<>();
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                ObjectPage page =
                        store.listObjects(bucket, new ListRequest(prefix, "", after.get(), ObjectStore.LARGEST_PAGE));
                found.addAll(page.objects());
                after = page.next();
            }
            return found;
        });
    }

    /// Copies an object as it is to another key.
    void copyTo(StoredObject object, String bucket, String key) {
        CopySource source =
                new CopySource(object.bucket(), object.key(), Optional.empty(), ReadCondition.NONE, Optional.empty());
        CopyRequest plain = CopyRequest.by(requester, source);
        told(() -> store.copyObject(
                bucket,
                key,
                new CopyRequest(
                        requester,
                        source,
                        NewObject.PLAIN.in(object.storageClass()),
                        false,
                        false,
                        Optional.empty(),
                        plain.condition())));
    }

    /// Makes a folder to write files into, if it is not there.
    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "app-export-unwritable",
                    Quote.of(folder.toString()) + " cannot be written: choose another folder.",
                    failure);
        }
    }

    /// The files of `path`: itself, or all that lie in and below it.
    static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw unreadable(path.toString(), failure);
        }
    }

    /// The first bytes of a version, at most `most`; counts as a GET.
    byte[] head(StoredObject object, int most) {
        if (object.bytes() == 0) {
            return new byte[0];
        }
        return told(() -> {
            GetRequest request = GetRequest.by(requester)
                    .version(object.versionId())
                    .range(ByteRange.of(0, Math.min(object.bytes(), most) - 1));
            try (ObjectReading reading = store.getObject(object.bucket(), object.key(), request)) {
                return reading.bytes();
            } catch (IOException failure) {
                throw unreadable(object.key(), failure);
            }
        });
    }

    /// The beginning of an object, to look at; counts as a GET.
    Preview preview(StoredObject object) {
        if (object.isOutOfReach()) {
            return new Preview.OutOfReach();
        }
        return Preview.of(object.key(), head(object, Preview.most(object.key())), object.bytes());
    }

    /// What the bucket's rules will do to these versions of a key.
    List<FutureEvent> future(String bucket, List<StoredObject> versions, ActPrices prices) {
        return told(() -> store.lifecycle(bucket)
                .map(settings -> Future.of(
                        settings,
                        store.bucket(bucket).versioning(),
                        versions,
                        platform.clock().instant(),
                        prices))
                .orElse(List.of()));
    }

    /// What rules would do to these versions of a key if they were put now.
    List<FutureEvent> future(
            String bucket, LifecycleConfiguration rules, List<StoredObject> versions, ActPrices prices) {
        return told(() -> Future.of(
                now(rules),
                store.bucket(bucket).versioning(),
                versions,
                platform.clock().instant(),
                prices));
    }

    private LifecycleSettings now(LifecycleConfiguration rules) {
        return new LifecycleSettings(
                rules,
                TransitionMinimum.ALL_STORAGE_CLASSES_128K,
                platform.clock().instant());
    }

    /// The bucket's rules as JSON, empty without any.
    String rules(String bucket) {
        return told(() -> store.lifecycle(bucket)
                .map(settings -> LifecycleJson.write(settings.configuration()).toPrettyString())
                .orElse(""));
    }

    /// Puts rules, in force from the next midnight.
    public void putRules(String bucket, LifecycleConfiguration configuration) {
        told(() -> {
            store.putLifecycle(bucket, now(configuration));
            return bucket;
        });
    }

    void deleteRules(String bucket) {
        told(() -> {
            store.deleteLifecycle(bucket);
            return bucket;
        });
    }

    /// Writes a version, or the current one, to a file.
    void download(String bucket, String key, Optional<String> versionId, Path file) {
        told(() -> {
            GetRequest request =
                    versionId.map(id -> GetRequest.by(requester).version(id)).orElseGet(() -> GetRequest.by(requester));
            try (ObjectReading reading = store.getObject(bucket, key, request);
                    OutputStream target = Files.newOutputStream(file)) {
                reading.writeTo(target);
                return file;
            } catch (IOException failure) {
                throw new EnvironmentException(
                        "app-export-unwritable",
                        Quote.of(file.toString()) + " cannot be written: choose another folder.",
                        failure);
            }
        });
    }

    /// Deletes a key as a whole; answers the id of the delete marker, if that is what came of it.
    public Optional<String> delete(String bucket, String key) {
        return told(() -> {
            var result = store.deleteObject(bucket, key, DeleteRequest.by(requester));
            return result.isDeleteMarker() ? result.versionId() : Optional.empty();
        });
    }

    /// Deletes up to a thousand keys, each for itself.
    List<DeleteOutcome> delete(String bucket, List<String> keys) {
        List<ObjectToDelete> objects = keys.stream()
                .map(key -> new ObjectToDelete(key, Optional.empty(), Optional.empty()))
                .toList();
        return told(() -> store.deleteObjects(requester, bucket, objects, false));
    }

    /// Deletes a version or a delete marker for good.
    void deleteVersion(String bucket, String key, String versionId) {
        told(() -> store.deleteObject(bucket, key, DeleteRequest.by(requester).version(versionId)));
    }

    void putTags(String bucket, String key, Map<String, String> tags) {
        told(() -> store.putObjectTagging(bucket, key, Optional.empty(), tags));
    }

    /// Makes the object anew in another class: a copy onto itself, as the service has it.
    public void changeClass(String bucket, String key, StorageClass to) {
        copy(bucket, key, Optional.empty(), NewObject.PLAIN.in(to));
    }

    /// Makes an old version the current one: a copy of it on top.
    void restoreVersion(StoredObject version) {
        copy(
                version.bucket(),
                version.key(),
                Optional.of(version.versionId()),
                NewObject.PLAIN.in(version.storageClass()));
    }

    private void copy(String bucket, String key, Optional<String> versionId, NewObject object) {
        CopySource source = new CopySource(bucket, key, versionId, ReadCondition.NONE, Optional.empty());
        CopyRequest plain = CopyRequest.by(requester, source);
        told(() -> store.copyObject(
                bucket,
                key,
                new CopyRequest(requester, source, object, false, false, Optional.empty(), plain.condition())));
    }

    /// Asks an archived object back.
    public void restore(String bucket, String key, RestoreTier tier, int days) {
        told(() -> store.restoreObject(
                bucket, key, new RestoreRequest(requester, Optional.empty(), OptionalInt.of(days), tier)));
    }

    /// Who may read an object, and why.
    List<Reach> readers(StoredObject object) {
        return told(() -> new StoreAccess(platform.accounts(), store::document)
                .whoMay("s3:GetObject", store.bucket(object.bucket()), Optional.of(object)));
    }

    private static EnvironmentException unreadable(String name, IOException failure) {
        return new EnvironmentException("app-file-unreadable", Quote.of(name) + " cannot be read.", failure);
    }

    private static <T> T told(Supplier<T> act) {
        try {
            return act.get();
        } catch (StoreRefusal refusal) {
            throw told(refusal);
        }
    }

    private static InputException told(StoreRefusal refusal) {
        return new InputException(
                REFUSED,
                "The store refused: " + refusal.sentence() + " ("
                        + refusal.code().wireName() + ")",
                refusal);
    }
}
