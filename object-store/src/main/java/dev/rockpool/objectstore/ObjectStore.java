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

/// A mini object store: buckets, objects, versions, and all that the service does with them by itself.
///
/// Methods are named after the API and answer as the service does, or throw a [StoreRefusal]. It does **not** decide
/// who may do what: that is done before, with what [#find] and [#document] answer. All methods may be called by any
/// thread, virtual ones included; what is acknowledged is durable ([ObjectStoreOptions#sync]).
///
/// Whatever is due by the clock is done before a method looks at anything: no call sees an object that a rule has
/// ended, however late the call comes.
@SuppressWarnings("DoNotCallSuggester") // a skeleton as yet
public final class ObjectStore implements Closeable {
    /// The longest key, in bytes of UTF-8.
    public static final int LONGEST_KEY_BYTES = 1_024;

    /// The most bytes of one *PutObject*, *UploadPart* or *CopyObject*.
    public static final long LARGEST_PUT_BYTES = 5L << 30;

    /// The most entries of a page.
    public static final int LARGEST_PAGE = 1_000;

    private ObjectStore() {}

    /// Opens the store in `folder`, or begins one there.
    ///
    /// @param clock the platform's; should it stand still or jump ahead, so does the store; it never goes back
    /// @throws dev.rockpool.kernel.EnvironmentException if another process holds it, it is damaged, of a later
    ///     version, or the disk refuses
    public static ObjectStore open(
            Path folder, Disk disk, InstantSource clock, ObjectStoreOptions options, StoreListener listener) {
        throw soon();
    }

    private static StoreRefusal soon() {
        return new StoreRefusal(StoreRefusal.Code.NotImplemented, "Not yet.");
    }

    // --- time

    /// Does all that is due, in the order in which it was due.
    public void settle() {
        throw soon();
    }

    /// When something is due next, if anything is.
    public Optional<Instant> nextDue() {
        throw soon();
    }

    // --- buckets

    /// Makes a bucket of the requester's.
    ///
    /// @param objectLock whether its versions can be locked; it is versioned then
    /// @param documents its first configurations, such as the ownership of objects
    /// @throws StoreRefusal `InvalidBucketName`; `BucketAlreadyOwnedByYou` or `BucketAlreadyExists` if there is one
    public Bucket createBucket(
            Requester requester,
            String name,
            String region,
            boolean objectLock,
            Map<BucketDocument, String> documents) {
        throw soon();
    }

    /// The bucket of that name.
    ///
    /// @throws StoreRefusal `NoSuchBucket`
    public Bucket bucket(String name) {
        throw soon();
    }

    /// The bucket of that name, if there is one.
    public Optional<Bucket> findBucket(String name) {
        throw soon();
    }

    /// All buckets, by name.
    public List<Bucket> buckets() {
        throw soon();
    }

    /// Deletes an empty bucket.
    ///
    /// @throws StoreRefusal `BucketNotEmpty` if there is a version, a delete marker or an upload
    public void deleteBucket(String bucket) {
        throw soon();
    }

    /// Keeps versions from now on, or keeps no more of them.
    ///
    /// @throws StoreRefusal `InvalidBucketState` if a bucket with object lock is to be suspended
    public void putVersioning(String bucket, Versioning versioning) {
        throw soon();
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
        throw soon();
    }

    /// Puts a text of `kind` under an id.
    public void putDocument(String bucket, BucketDocument kind, String id, String text) {
        throw soon();
    }

    /// Deletes the text of `kind` under an id, if there is one.
    public void deleteDocument(String bucket, BucketDocument kind, String id) {
        throw soon();
    }

    /// The lifecycle rules, if there are any.
    public Optional<LifecycleSettings> lifecycle(String bucket) {
        throw soon();
    }

    /// Puts lifecycle rules, in force from the next midnight.
    ///
    /// @param settings `since` is set by the store
    public void putLifecycle(String bucket, LifecycleSettings settings) {
        throw soon();
    }

    /// Deletes the lifecycle rules; nothing more happens by them.
    public void deleteLifecycle(String bucket) {
        throw soon();
    }

    /// What new objects are encrypted with.
    public BucketEncryption encryption(String bucket) {
        throw soon();
    }

    /// Sets what new objects are encrypted with.
    public void putEncryption(String bucket, BucketEncryption encryption) {
        throw soon();
    }

    /// Goes back to the store's default.
    public void deleteEncryption(String bucket) {
        throw soon();
    }

    /// The object lock of the bucket.
    ///
    /// @throws StoreRefusal `ObjectLockConfigurationNotFoundError` if it has none
    public ObjectLockConfiguration objectLock(String bucket) {
        throw soon();
    }

    /// Turns object lock on, or changes its default.
    ///
    /// @throws StoreRefusal `InvalidBucketState` if the bucket is not versioned
    public void putObjectLock(String bucket, ObjectLockConfiguration configuration) {
        throw soon();
    }

    /// The Intelligent-Tiering configurations, by id.
    public List<IntelligentTieringConfiguration> intelligentTierings(String bucket) {
        throw soon();
    }

    /// Puts an Intelligent-Tiering configuration.
    public void putIntelligentTiering(String bucket, IntelligentTieringConfiguration configuration) {
        throw soon();
    }

    /// Deletes an Intelligent-Tiering configuration.
    ///
    /// @throws StoreRefusal `NoSuchConfiguration`
    public void deleteIntelligentTiering(String bucket, String id) {
        throw soon();
    }

    /// The inventory configurations, by id.
    public List<InventoryConfiguration> inventories(String bucket) {
        throw soon();
    }

    /// Puts an inventory configuration; its first report comes at the next midnight.
    public void putInventory(String bucket, InventoryConfiguration configuration) {
        throw soon();
    }

    /// Deletes an inventory configuration.
    ///
    /// @throws StoreRefusal `NoSuchConfiguration`
    public void deleteInventory(String bucket, String id) {
        throw soon();
    }

    /// The configurations of storage-class analysis, by id.
    public List<AnalyticsConfiguration> analytics(String bucket) {
        throw soon();
    }

    /// Puts a configuration of storage-class analysis.
    public void putAnalytics(String bucket, AnalyticsConfiguration configuration) {
        throw soon();
    }

    /// Deletes a configuration of storage-class analysis.
    ///
    /// @throws StoreRefusal `NoSuchConfiguration`
    public void deleteAnalytics(String bucket, String id) {
        throw soon();
    }

    /// Where the access log goes, if it does.
    public Optional<LoggingConfiguration> logging(String bucket) {
        throw soon();
    }

    /// Sends the access log somewhere, or nowhere.
    public void putLogging(String bucket, Optional<LoggingConfiguration> configuration) {
        throw soon();
    }

    // --- objects

    /// Stores an object.
    ///
    /// @param body read to its end; it may throw a [StoreRefusal], and nothing is stored then
    /// @throws IOException if the body fails
    public PutResult putObject(String bucket, String key, PutRequest request, InputStream body) throws IOException {
        throw soon();
    }

    /// Opens an object to read.
    ///
    /// @throws StoreRefusal `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker by its id (the
    ///     refusal is [about][StoreRefusal#object] the marker), `InvalidObjectState`, `NotModified`,
    ///     `PreconditionFailed`, `InvalidRange`, `InvalidPartNumber`
    public ObjectReading getObject(String bucket, String key, GetRequest request) {
        throw soon();
    }

    /// What [#getObject] would answer, without its bytes; an archived object is described too.
    public ObjectReading headObject(String bucket, String key, GetRequest request) {
        throw soon();
    }

    /// A version or delete marker, if there is one; for tags, ACL, locks, attributes, and to decide about access.
    ///
    /// Nothing is told to the listener.
    ///
    /// @param versionId empty for the current version
    public Optional<StoredObject> find(String bucket, String key, Optional<String> versionId) {
        throw soon();
    }

    /// The parts of an object that was made of parts.
    ///
    /// @param after the part number after which the page begins; 0 for the first page
    /// @param max 1 to 1,000
    public PartPage objectParts(String bucket, String key, Optional<String> versionId, int after, int max) {
        throw soon();
    }

    /// Copies an object.
    ///
    /// @throws StoreRefusal `InvalidRequest` if it is copied onto itself and nothing changes
    public CopyResult copyObject(String bucket, String key, CopyRequest request) {
        throw soon();
    }

    /// Deletes an object or a version, or puts a delete marker on top; that there is none is no refusal.
    ///
    /// @throws StoreRefusal `AccessDenied` if it is locked, `PreconditionFailed`
    public DeleteResult deleteObject(String bucket, String key, DeleteRequest request) {
        throw soon();
    }

    /// Deletes several objects, each for itself, with one fsync for all.
    ///
    /// @param objects 1,000 at the most
    public List<DeleteOutcome> deleteObjects(
            Requester requester, String bucket, List<ObjectToDelete> objects, boolean bypassGovernance) {
        throw soon();
    }

    /// A page of current versions.
    public ObjectPage listObjects(String bucket, ListRequest request) {
        throw soon();
    }

    /// A page of all versions.
    ///
    /// @param versionIdMarker of the key `request.after()`: the page begins after that version; empty to begin
    ///     after the key
    public VersionPage listObjectVersions(String bucket, ListRequest request, Optional<String> versionIdMarker) {
        throw soon();
    }

    // --- what hangs on a version

    /// Replaces the tags of a version.
    public StoredObject putObjectTagging(
            String bucket, String key, Optional<String> versionId, Map<String, String> tags) {
        throw soon();
    }

    /// Replaces the ACL document of a version.
    public StoredObject putObjectAcl(String bucket, String key, Optional<String> versionId, String acl) {
        throw soon();
    }

    /// Sets or ends a legal hold.
    public StoredObject putLegalHold(String bucket, String key, Optional<String> versionId, boolean on) {
        throw soon();
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
        throw soon();
    }

    /// Asks an archived object back.
    ///
    /// @return whether the copy was there already and is only kept longer (status 200, otherwise 202)
    /// @throws StoreRefusal `InvalidObjectState` if it is not archived, `RestoreAlreadyInProgress`
    public boolean restoreObject(String bucket, String key, RestoreRequest request) {
        throw soon();
    }

    // --- multipart uploads

    /// Begins a multipart upload.
    public MultipartUpload createMultipartUpload(String bucket, String key, UploadRequest request) {
        throw soon();
    }

    /// Stores a part, in the place of one of the same number.
    ///
    /// @throws IOException if the body fails
    public PartResult uploadPart(String bucket, String key, PartRequest request, InputStream body) throws IOException {
        throw soon();
    }

    /// Stores a part of bytes of another object.
    ///
    /// @param range of the source; both ends given
    public PartResult uploadPartCopy(
            String bucket, String key, PartRequest request, CopySource source, Optional<ByteRange> range) {
        throw soon();
    }

    /// Makes an object of parts; repeated with the same parts it answers the same.
    ///
    /// @throws StoreRefusal `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`, `NoSuchUpload`,
    ///     `PreconditionFailed`, `BadDigest`
    public PutResult completeMultipartUpload(String bucket, String key, CompleteRequest request) {
        throw soon();
    }

    /// Drops an upload and its parts.
    public void abortMultipartUpload(String bucket, String key, String uploadId) {
        throw soon();
    }

    /// An upload that is not complete.
    ///
    /// @throws StoreRefusal `NoSuchUpload`
    public MultipartUpload multipartUpload(String bucket, String key, String uploadId) {
        throw soon();
    }

    /// The parts of an upload.
    ///
    /// @param after the part number after which the page begins; 0 for the first page
    /// @param max 1 to 1,000
    public PartPage listParts(String bucket, String key, String uploadId, int after, int max) {
        throw soon();
    }

    /// The uploads that are not complete.
    ///
    /// @param uploadIdMarker of the key `request.after()`: the page begins after that upload; empty to begin after
    ///     the key
    public UploadPage listMultipartUploads(String bucket, ListRequest request, Optional<String> uploadIdMarker) {
        throw soon();
    }

    // --- the store itself

    /// Reads every byte of the store and checks it.
    ///
    /// @return what is broken, one sentence each; empty if nothing is
    public List<String> verify() {
        throw soon();
    }

    @Override
    public void close() {
        throw soon();
    }
}
