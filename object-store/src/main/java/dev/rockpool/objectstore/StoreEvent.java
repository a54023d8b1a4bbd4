package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;
import java.util.Optional;

/// Something a store did: enough to bill every dimension of the service, and to draw an object's life.
///
/// Each begins and each end of bytes on the store is told: [VersionStored], [VersionGone], [Transitioned],
/// [PartStored], [UploadGone], [RestoreReady], [RestoreExpired].
public sealed interface StoreEvent {
    /// When, on the platform's clock. What was due earlier and is done late carries the time it was due.
    Instant at();

    /// Which bucket.
    String bucket();

    /// A bucket exists.
    record BucketCreated(Instant at, String bucket, Owner owner, String region) implements StoreEvent {}

    /// A bucket is gone.
    record BucketDeleted(Instant at, String bucket) implements StoreEvent {}

    /// A configuration of a bucket was put or deleted.
    ///
    /// @param what its kind, such as `lifecycle`
    record BucketConfigured(Instant at, String bucket, String what) implements StoreEvent {}

    /// How a version came to be.
    enum Origin {
        PUT,
        COPY,
        MULTIPART,
        REPORT
    }

    /// A version is durable and visible.
    ///
    /// @param key of the object
    /// @param versionId of the version
    /// @param storageClass where it is
    /// @param bytes its size
    /// @param origin how it came to be
    /// @param requester the ARN of who wrote it
    record VersionStored(
            Instant at,
            String bucket,
            String key,
            String versionId,
            StorageClass storageClass,
            long bytes,
            Origin origin,
            String requester)
            implements StoreEvent {}

    /// Why a version is gone.
    enum Cause {
        /// A write without versions replaced it.
        OVERWRITTEN,
        /// A request deleted it.
        DELETED,
        /// A rule expired the object of a bucket without versions, or a delete marker that was alone.
        EXPIRED,
        /// A rule deleted a noncurrent version for good.
        PERMANENTLY_DELETED
    }

    /// A version is gone for good.
    ///
    /// @param created when it was written
    /// @param inClassSince when it came into its class: the minimum duration counts from here
    /// @param rule the id of the lifecycle rule
    record VersionGone(
            Instant at,
            String bucket,
            String key,
            String versionId,
            StorageClass storageClass,
            long bytes,
            Instant created,
            Instant inClassSince,
            Cause cause,
            Optional<String> rule)
            implements StoreEvent {}

    /// A delete marker is the current version.
    ///
    /// @param versionId of the marker
    /// @param rule the id of the lifecycle rule
    record MarkerAdded(Instant at, String bucket, String key, String versionId, Optional<String> rule)
            implements StoreEvent {}

    /// A delete marker is gone.
    ///
    /// @param cause [Cause#EXPIRED] if a rule removed it because it was alone
    /// @param rule the id of the lifecycle rule
    record MarkerGone(Instant at, String bucket, String key, String versionId, Cause cause, Optional<String> rule)
            implements StoreEvent {}

    /// A rule moved a version to another class.
    ///
    /// @param inClassSince when it came into the class that it leaves
    /// @param rule the id of the lifecycle rule
    record Transitioned(
            Instant at,
            String bucket,
            String key,
            String versionId,
            StorageClass from,
            StorageClass to,
            long bytes,
            Instant inClassSince,
            String rule)
            implements StoreEvent {}

    /// Intelligent-Tiering moved a version between its access tiers.
    record TierChanged(
            Instant at, String bucket, String key, String versionId, AccessTier from, AccessTier to, long bytes)
            implements StoreEvent {}

    /// Bytes of a version were asked for.
    ///
    /// @param bytes how many
    /// @param requester the ARN of who asked
    record VersionRead(
            Instant at,
            String bucket,
            String key,
            String versionId,
            StorageClass storageClass,
            long bytes,
            String requester)
            implements StoreEvent {}

    /// Metadata, tags, ACL or lock of a version changed.
    ///
    /// @param what such as `tagging`
    record VersionChanged(Instant at, String bucket, String key, String versionId, String what) implements StoreEvent {}

    /// A multipart upload began.
    record UploadStarted(Instant at, String bucket, String key, String uploadId, StorageClass storageClass)
            implements StoreEvent {}

    /// A part is durable.
    ///
    /// @param replacedBytes of the part that it replaces; 0 if there was none
    record PartStored(
            Instant at,
            String bucket,
            String key,
            String uploadId,
            int number,
            long bytes,
            long replacedBytes,
            StorageClass storageClass)
            implements StoreEvent {}

    /// A multipart upload is over: completed (its bytes are told by [VersionStored]) or aborted.
    ///
    /// @param bytes of its parts
    /// @param completed whether it became an object
    /// @param rule the id of the lifecycle rule that aborted it
    record UploadGone(
            Instant at,
            String bucket,
            String key,
            String uploadId,
            long bytes,
            boolean completed,
            Optional<String> rule)
            implements StoreEvent {}

    /// An archived version was asked back.
    ///
    /// @param days that the copy is to be kept; 0 for an Intelligent-Tiering archive
    /// @param extended whether it was there already and is kept longer, or comes faster
    record RestoreRequested(
            Instant at,
            String bucket,
            String key,
            String versionId,
            StorageClass storageClass,
            long bytes,
            RestoreTier tier,
            int days,
            boolean extended)
            implements StoreEvent {}

    /// The copy of an archived version is there.
    ///
    /// @param expiry when it goes
    record RestoreReady(Instant at, String bucket, String key, String versionId, long bytes, Instant expiry)
            implements StoreEvent {}

    /// The copy of an archived version is gone.
    record RestoreExpired(Instant at, String bucket, String key, String versionId, long bytes) implements StoreEvent {}

    /// An inventory report or an analysis was written.
    ///
    /// @param id of its configuration
    /// @param objects how many it lists
    record ReportWritten(Instant at, String bucket, String id, String kind, long objects) implements StoreEvent {}

    /// Lines of an access log could not be delivered and are lost.
    ///
    /// @param bucket that they were for
    /// @param why the refusal
    record LogUndelivered(Instant at, String bucket, String key, String why) implements StoreEvent {}
}
