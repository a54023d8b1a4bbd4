package dev.rockpool.objectstore;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.lifecycle.Versioning;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// A mini object store: buckets, objects, versions, and all that the service does with them by itself.
///
/// Methods are named after the API and answer as the service does, or throw a [StoreRefusal]. It does
/// **not** decide who may do what: that is done before, with what [#find] and [#document] answer. All
/// methods may be called by any thread, virtual ones included; what is acknowledged is durable
/// ([ObjectStoreOptions#sync]).
///
/// Whatever is due by the clock is done before a method looks at anything: no call sees an object that a
/// rule has ended, however late the call comes.
public final class ObjectStore implements Closeable {
    /// The longest key, in bytes of UTF-8.
    public static final int LONGEST_KEY_BYTES = 1_024;

    /// The most bytes of one *PutObject*, *UploadPart* or *CopyObject*.
    public static final long LARGEST_PUT_BYTES = 5L << 30;

    /// The most entries of a page.
    public static final int LARGEST_PAGE = 1_000;

    private final Closeable lock;
    private final Core core;
    private final Buckets buckets;
    private final Ageing ageing;
    private final Objects objects;
    private final Reads reads;
    private final Copies copies;
    private final Deletes deletes;
    private final Uploads uploads;
    private final Listing listing;
    private final Restores restores;
    private final AccessLogs accessLogs;
    private final Analyses analyses;
    private final Upkeep upkeep;

    private ObjectStore(Closeable lock, Core core) {
        this.lock = lock;
        this.core = core;
        buckets = new Buckets(core);
        ageing = new Ageing(core);
        ageing.begin(buckets);
        Envelopes envelopes = new Envelopes(core);
        Intake intake = new Intake(core);
        objects = new Objects(core, buckets, envelopes, intake, ageing);
        reads = new Reads(core, buckets, envelopes, objects);
        copies = new Copies(core, buckets, envelopes, intake, objects, reads);
        deletes = new Deletes(core, buckets, objects);
        uploads = new Uploads(core, buckets, envelopes, intake, objects, copies, ageing);
        listing = new Listing(core, buckets);
        restores = new Restores(core, buckets, objects);
        ReportDelivery delivery = new ReportDelivery(objects, buckets);
        Reports reports = new Reports(listing, delivery);
        analyses = new Analyses(core, buckets, listing, delivery);
        ageing.report((draft, bucket, at) -> {
            reports.write(draft, bucket, at);
            analyses.write(draft, bucket, at);
        });
        accessLogs = new AccessLogs(core, buckets, objects);
        upkeep = new Upkeep(core, reads, buckets);
    }

    /// Opens the store in `folder`, or begins one there.
    ///
    /// @param clock the platform's; should it stand still or jump ahead, so does the store; it never goes
    ///     back
    /// @throws dev.rockpool.kernel.EnvironmentException if another process holds it, it is damaged, of a
    ///     later version, or the disk refuses
    public static ObjectStore open(
            Path folder, Disk disk, InstantSource clock, ObjectStoreOptions options, StoreListener listener) {
        return StoreFolder.open(folder, disk, clock, options, listener, Optional.empty(), ObjectStore::new);
    }

    /// Opens the store in `folder` for the first time, that a snapshot was written to.
    ///
    /// @param snapshot is closed with the store
    /// @throws dev.rockpool.kernel.EnvironmentException as the other one
    public static ObjectStore open(
            Path folder,
            Disk disk,
            InstantSource clock,
            ObjectStoreOptions options,
            StoreListener listener,
            StoreSnapshot snapshot) {
        return StoreFolder.open(folder, disk, clock, options, listener, Optional.of(snapshot), ObjectStore::new);
    }

    private static void letGo(Closeable lock) {
        try {
            lock.close();
        } catch (IOException refused) {
            throw StoreFolder.cannotClose(refused);
        }
    }

    private <T> T now(Supplier<T> act) {
        ageing.settle();
        T done = act.get();
        upkeep.poke();
        return done;
    }

    /// The same of what only looks: on a disk that refuses it goes on.
    private <T> T look(Supplier<T> act) {
        ageing.settleToRead();
        T seen = act.get();
        upkeep.poke();
        return seen;
    }

    private void now(Runnable act) {
        ageing.settle();
        act.run();
        upkeep.poke();
    }

    // --- time

    /// Does all that is due, in the order in which it was due.
    public void settle() {
        ageing.settle();
        accessLogs.settle();
        upkeep.poke();
    }

    /// Notes a request in the access log of its bucket, if that is wanted; delivered within an hour, at
    /// best effort.
    ///
    /// @param line without a line end, in the service's format; asked for only if the bucket has a log
    public void logAccess(String bucket, Supplier<String> line) {
        accessLogs.note(bucket, line);
        accessLogs.settle();
    }

    /// When something is due next, if anything is.
    public Optional<Instant> nextDue() {
        long next = core.catalog().nextDue();
        return next == Catalog.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
    }

    // --- buckets

    /// Makes a bucket of the requester's.
    ///
    /// @param objectLock whether its versions can be locked; it is versioned then
    /// @param documents its first configurations, such as the ownership of objects
    /// @throws StoreRefusal `InvalidBucketName`; `BucketAlreadyOwnedByYou` or `BucketAlreadyExists` if
    ///     there is one
    public Bucket createBucket(
            Requester requester,
            String name,
            String region,
            boolean objectLock,
            Map<BucketDocument, String> documents) {
        return now(() -> buckets.create(requester, name, region, objectLock, documents));
    }

    /// The bucket of that name.
    ///
    /// @throws StoreRefusal `NoSuchBucket`
    public Bucket bucket(String name) {
        return buckets.state(name).bucket();
    }

    /// The bucket of that name, if there is one.
    public Optional<Bucket> findBucket(String name) {
        return buckets.find(name).map(BucketState::bucket);
    }

    /// All buckets, by name.
    public List<Bucket> buckets() {
        return buckets.all().stream().map(BucketState::bucket).toList();
    }

    /// Deletes an empty bucket.
    ///
    /// @throws StoreRefusal `BucketNotEmpty` if there is a version, a delete marker or an upload
    public void deleteBucket(String bucket) {
        now(() -> buckets.delete(bucket));
    }

    /// Keeps versions from now on, or keeps no more of them.
    ///
    /// @throws StoreRefusal `InvalidBucketState` if a bucket with object lock is to be suspended
    public void putVersioning(String bucket, Versioning versioning) {
        now(() -> buckets.putVersioning(bucket, versioning));
    }

    /// A text of `kind`, as it was put.
    public Optional<String> document(String bucket, BucketDocument kind) {
        return Optional.ofNullable(documents(bucket, kind).get(""));
    }

    /// Puts a text of `kind`.
    public void putDocument(String bucket, BucketDocument kind, String text) {
        putDocument(bucket, kind, "", text);
    }

    /// Deletes the text of `kind`, if there is one.
    public void deleteDocument(String bucket, BucketDocument kind) {
        deleteDocument(bucket, kind, "");
    }

    /// The texts of a kind that has several to a bucket, by their ids.
    public SequencedMap<String, String> documents(String bucket, BucketDocument kind) {
        return buckets.documents(bucket, kind);
    }

    /// Puts a text of `kind` under an id.
    public void putDocument(String bucket, BucketDocument kind, String id, String text) {
        now(() -> buckets.putDocument(bucket, kind, id, text));
    }

    /// Deletes the text of `kind` under an id, if there is one.
    public void deleteDocument(String bucket, BucketDocument kind, String id) {
        now(() -> buckets.deleteDocument(bucket, kind, id));
    }

    /// The lifecycle rules, if there are any.
    public Optional<LifecycleSettings> lifecycle(String bucket) {
        return buckets.state(bucket).lifecycle();
    }

    /// Puts lifecycle rules, in force from the next midnight.
    ///
    /// @param settings `since` is set by the store
    public void putLifecycle(String bucket, LifecycleSettings settings) {
        now(() -> buckets.putLifecycle(bucket, settings));
    }

    /// Deletes the lifecycle rules; nothing more happens by them.
    public void deleteLifecycle(String bucket) {
        now(() -> buckets.deleteLifecycle(bucket));
    }

    /// What new objects are encrypted with.
    public BucketEncryption encryption(String bucket) {
        return buckets.state(bucket).encryption();
    }

    /// What new objects are encrypted with by a configuration of the bucket's own; empty if it has none.
    public Optional<BucketEncryption> configuredEncryption(String bucket) {
        return buckets.state(bucket).configuredEncryption();
    }

    /// Sets what new objects are encrypted with.
    public void putEncryption(String bucket, BucketEncryption encryption) {
        now(() -> buckets.change(bucket, "encryption", false, record -> record.with(Optional.of(encryption))));
    }

    /// Goes back to the store's default.
    public void deleteEncryption(String bucket) {
        now(() -> buckets.change(bucket, "encryption", false, record -> record.with(Optional.empty())));
    }

    /// The object lock of the bucket.
    ///
    /// @throws StoreRefusal `ObjectLockConfigurationNotFoundError` if it has none
    public ObjectLockConfiguration objectLock(String bucket) {
        return buckets.objectLock(bucket);
    }

    /// Turns object lock on, or changes its default.
    ///
    /// @throws StoreRefusal `InvalidBucketState` if the bucket is not versioned
    public void putObjectLock(String bucket, ObjectLockConfiguration configuration) {
        now(() -> buckets.putObjectLock(bucket, configuration));
    }

    /// The Intelligent-Tiering configurations, by id.
    public List<IntelligentTieringConfiguration> intelligentTierings(String bucket) {
        return buckets.state(bucket).tierings();
    }

    /// Puts an Intelligent-Tiering configuration.
    public void putIntelligentTiering(String bucket, IntelligentTieringConfiguration configuration) {
        now(() -> buckets.putTiering(bucket, configuration));
    }

    /// Deletes an Intelligent-Tiering configuration.
    ///
    /// @throws StoreRefusal `NoSuchConfiguration`
    public void deleteIntelligentTiering(String bucket, String id) {
        now(() -> buckets.deleteNamed(bucket, "intelligent-tiering", Configurations.TIERING, id));
    }

    /// The inventory configurations, by id.
    public List<InventoryConfiguration> inventories(String bucket) {
        return buckets.state(bucket).inventories();
    }

    /// Puts an inventory configuration; its first report comes at the next midnight.
    public void putInventory(String bucket, InventoryConfiguration configuration) {
        now(() -> buckets.putInventory(bucket, configuration));
    }

    /// Deletes an inventory configuration.
    ///
    /// @throws StoreRefusal `NoSuchConfiguration`
    public void deleteInventory(String bucket, String id) {
        now(() -> buckets.deleteNamed(bucket, "inventory", Configurations.INVENTORY, id));
    }

    /// The configurations of storage-class analysis, by id.
    public List<AnalyticsConfiguration> analytics(String bucket) {
        return buckets.state(bucket).analytics();
    }

    /// Puts a configuration of storage-class analysis.
    public void putAnalytics(String bucket, AnalyticsConfiguration configuration) {
        now(() -> buckets.putAnalytics(
                bucket, configuration, (state, draft) -> analyses.forget(state, draft, configuration.id())));
    }

    /// Deletes a configuration of storage-class analysis.
    ///
    /// @throws StoreRefusal `NoSuchConfiguration`
    public void deleteAnalytics(String bucket, String id) {
        now(() -> buckets.deleteAnalytics(bucket, id, (state, draft) -> analyses.forget(state, draft, id)));
    }

    /// Where the access log goes, if it does.
    public Optional<LoggingConfiguration> logging(String bucket) {
        return buckets.state(bucket).logging();
    }

    /// Sends the access log somewhere, or nowhere.
    public void putLogging(String bucket, Optional<LoggingConfiguration> configuration) {
        now(() -> buckets.putLogging(bucket, configuration));
    }

    // --- objects

    /// Stores an object.
    ///
    /// @param body read to its end; it may throw a [StoreRefusal], and nothing is stored then
    /// @throws IOException if the body fails
    public PutResult putObject(String bucket, String key, PutRequest request, InputStream body) throws IOException {
        ageing.settle();
        PutResult result = objects.put(bucket, key, request, body, StoreEvent.Origin.PUT);
        analyses.noteUpload(result.object());
        upkeep.poke();
        return result;
    }

    /// Opens an object to read.
    ///
    /// @throws StoreRefusal `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker by its id
    ///     (the refusal is [about][StoreRefusal#object] the marker), `InvalidObjectState`, `NotModified`,
    ///     `PreconditionFailed`, `InvalidRange`, `InvalidPartNumber`
    public ObjectReading getObject(String bucket, String key, GetRequest request) {
        ObjectReading reading = look(() -> reads.get(bucket, key, request, true));
        analyses.noteRead(reading.object(), reading.length());
        return reading;
    }

    /// What [#getObject] would answer, without its bytes; an archived object is described too.
    public ObjectReading headObject(String bucket, String key, GetRequest request) {
        return look(() -> reads.get(bucket, key, request, false));
    }

    /// A version or delete marker, if there is one; for tags, ACL, locks, attributes, and to decide about
    /// access.
    ///
    /// Nothing is told to the listener.
    ///
    /// @param versionId empty for the current version
    public Optional<StoredObject> find(String bucket, String key, Optional<String> versionId) {
        return look(() -> objects.find(bucket, key, versionId));
    }

    /// The parts of an object that was made of parts.
    ///
    /// @param after the part number after which the page begins; 0 for the first page
    /// @param max 1 to 1,000
    public PartPage objectParts(String bucket, String key, Optional<String> versionId, int after, int max) {
        return look(() -> reads.parts(bucket, key, versionId, after, max));
    }

    /// Copies an object.
    ///
    /// @throws StoreRefusal `InvalidRequest` if it is copied onto itself and nothing changes
    public CopyResult copyObject(String bucket, String key, CopyRequest request) {
        CopyResult result = now(() -> copies.copy(bucket, key, request));
        analyses.noteUpload(result.object());
        return result;
    }

    /// Deletes an object or a version, or puts a delete marker on top; that there is none is no refusal.
    ///
    /// @throws StoreRefusal `AccessDenied` if it is locked, `PreconditionFailed`
    public DeleteResult deleteObject(String bucket, String key, DeleteRequest request) {
        return now(() -> deletes.delete(bucket, key, request));
    }

    /// Deletes several objects, each for itself, with one fsync for all.
    ///
    /// @param objects 1,000 at the most
    public List<DeleteOutcome> deleteObjects(
            Requester requester, String bucket, List<ObjectToDelete> objects, boolean bypassGovernance) {
        return now(() -> deletes.delete(requester, bucket, objects, bypassGovernance));
    }

    /// A page of current versions.
    public ObjectPage listObjects(String bucket, ListRequest request) {
        return look(() -> listing.objects(bucket, request));
    }

    /// A page of all versions.
    ///
    /// @param versionIdMarker of the key `request.after()`: the page begins after that version; empty to
    ///     begin after the key
    public VersionPage listObjectVersions(String bucket, ListRequest request, Optional<String> versionIdMarker) {
        return look(() -> listing.versions(bucket, request, versionIdMarker));
    }

    // --- what hangs on a version

    /// Replaces the tags of a version.
    public StoredObject putObjectTagging(
            String bucket, String key, Optional<String> versionId, Map<String, String> tags) {
        return now(() -> objects.putTags(bucket, key, versionId, tags));
    }

    /// Replaces the ACL document of a version.
    public StoredObject putObjectAcl(String bucket, String key, Optional<String> versionId, String acl) {
        return now(() -> objects.putAcl(bucket, key, versionId, acl));
    }

    /// Sets or ends a legal hold.
    public StoredObject putLegalHold(String bucket, String key, Optional<String> versionId, boolean on) {
        return now(() -> objects.putLegalHold(bucket, key, versionId, on));
    }

    /// Sets, extends or, where that is allowed, ends a retention.
    ///
    /// @param retention empty to end it
    /// @throws StoreRefusal `AccessDenied` if it would be weakened and may not be
    public StoredObject putRetention(
            String bucket,
            String key,
            Optional<String> versionId,
            Optional<Retention> retention,
            boolean bypassGovernance) {
        return now(() -> objects.putRetention(bucket, key, versionId, retention, bypassGovernance));
    }

    /// Asks an archived object back.
    ///
    /// @return whether the copy was there already and is only kept longer (status 200, otherwise 202)
    /// @throws StoreRefusal `InvalidObjectState` if it is not archived, `RestoreAlreadyInProgress`
    public boolean restoreObject(String bucket, String key, RestoreRequest request) {
        return now(() -> restores.restore(bucket, key, request));
    }

    // --- multipart uploads

    /// Begins a multipart upload.
    public MultipartUpload createMultipartUpload(String bucket, String key, UploadRequest request) {
        return now(() -> uploads.create(bucket, key, request));
    }

    /// Stores a part, in the place of one of the same number.
    ///
    /// @throws IOException if the body fails
    public PartResult uploadPart(String bucket, String key, PartRequest request, InputStream body) throws IOException {
        ageing.settle();
        PartResult result = uploads.put(bucket, key, request, body);
        upkeep.poke();
        return result;
    }

    /// Stores a part of bytes of another object.
    ///
    /// @param range of the source; both ends given
    public PartResult uploadPartCopy(
            String bucket, String key, PartRequest request, CopySource source, Optional<ByteRange> range) {
        return now(() -> uploads.copy(bucket, key, request, source, range));
    }

    /// Makes an object of parts; repeated with the same parts it answers the same.
    ///
    /// @throws StoreRefusal `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`, `NoSuchUpload`,
    ///     `PreconditionFailed`, `BadDigest`
    public PutResult completeMultipartUpload(String bucket, String key, CompleteRequest request) {
        return now(() -> uploads.complete(bucket, key, request));
    }

    /// Drops an upload and its parts.
    public void abortMultipartUpload(String bucket, String key, String uploadId) {
        now(() -> uploads.abort(bucket, key, uploadId));
    }

    /// An upload that is not complete.
    ///
    /// @throws StoreRefusal `NoSuchUpload`
    public MultipartUpload multipartUpload(String bucket, String key, String uploadId) {
        return look(() -> uploads.upload(bucket, key, uploadId));
    }

    /// The parts of an upload.
    ///
    /// @param after the part number after which the page begins; 0 for the first page
    /// @param max 1 to 1,000
    public PartPage listParts(String bucket, String key, String uploadId, int after, int max) {
        return look(() -> listing.parts(uploads.require(buckets.state(bucket), key, uploadId), after, max));
    }

    /// The uploads that are not complete.
    ///
    /// @param uploadIdMarker of the key `request.after()`: the page begins after that upload; empty to
    ///     begin after the key
    public UploadPage listMultipartUploads(String bucket, ListRequest request, Optional<String> uploadIdMarker) {
        return look(() -> listing.uploads(bucket, request, uploadIdMarker));
    }

    // --- the store itself

    /// Writes the store as it is now to `folder`, for a second store to be opened there: volumes and large
    /// bodies by second names, so that it takes hardly any space, and hardly longer for a large store than
    /// for a small one. Who changes something meanwhile waits while a volume begins, for a few fsyncs.
    ///
    /// @param folder of the second store, which is empty or not there
    /// @param moment is called at the moment that is written, while nobody changes anything and all that was
    ///     changed was told to the listener
    /// @throws IOException if the disk refuses; what is in the folder by then is of no use
    public StoreSnapshot snapshot(Path folder, Disk disk, Runnable moment) throws IOException {
        ageing.settle();
        analyses.keep();
        return new Sharing(core).share(folder, disk, moment);
    }

    /// A text that is another one after every change that is durable; the same when the store is opened
    /// again as it was closed. To be asked when nobody changes anything, or when the store is closed.
    public String position() {
        return core.catalog().standing().volume() + ":"
                + core.catalog().standing().offset();
    }

    /// Reads every byte of the store and checks it.
    ///
    /// @return what is broken, one sentence each; empty if nothing is
    public List<String> verify() {
        return look(upkeep::verify);
    }

    /// Writes the index, and gives back what is dead in the volumes as far as it is worth it; both come by
    /// themselves.
    void compact() throws IOException {
        upkeep.work();
    }

    @Override
    public void close() {
        try {
            accessLogs.deliver();
            analyses.keep();
            upkeep.close();
        } finally {
            core.catalog().index().close();
            letGo(lock);
        }
    }
}
