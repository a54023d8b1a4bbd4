package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.volume.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// A version or a delete marker as the index holds it.
///
/// The bytes begin with fields at fixed places, which the index's accounting and the log's placing of data rely on:
/// `flags:1 seq:8 nullSeq:8 bodyKind:1 bodyA:8 bodyB:8 bodyBytes:8`, the rest follows as fields of varying length.
///
/// @param seq rises with each version of the store; orders the versions of a key
/// @param nullSeq of a current version: the number of the noncurrent version with the id `null`, 0 if there is none
/// @param idTail what makes the version id unguessable; empty for the id `null`
/// @param lastModified when it was written
@SuppressWarnings("ArrayRecordComponent") // never compared
record VersionRecord(
        long seq,
        long nullSeq,
        boolean isMarker,
        byte[] idTail,
        Body body,
        Instant lastModified,
        Owner owner,
        Content content,
        Standing standing,
        Lock lock,
        SequencedMap<String, String> systemMetadata,
        SequencedMap<String, String> userMetadata,
        Optional<String> websiteRedirect,
        SequencedMap<String, String> tags,
        Optional<String> acl,
        Optional<Envelope> envelope) {
    /// Where in the bytes the place of data in a volume stands.
    static final int PLACE_AT = 18;

    static final int TAIL_BYTES = 12;

    private static final int MARKER = 1;
    private static final int KIND_AT = 17;
    private static final int BYTES_AT = 34;
    private static final byte IN_VOLUME = 1;
    private static final byte IN_FILE = 2;
    private static final byte IN_PARTS = 3;

    /// The volume that data lies in, as a record's bytes say; -1 for none.
    static long volumeOf(byte[] record) {
        return record[KIND_AT] == IN_VOLUME ? ByteBuffer.wrap(record).getLong(PLACE_AT) : -1;
    }

    /// How long the data in a volume is.
    static long dataBytesOf(byte[] record) {
        return ByteBuffer.wrap(record).getLong(BYTES_AT);
    }

    static long seqOf(byte[] record) {
        return ByteBuffer.wrap(record).getLong(1);
    }

    static VersionRecord marker(long seq, byte[] idTail, Instant at, Owner owner) {
        return new VersionRecord(
                seq,
                0,
                true,
                idTail,
                new Body.None(),
                at,
                owner,
                Content.NONE,
                Standing.fresh(StorageClass.STANDARD, at),
                Lock.NONE,
                Collections.emptyNavigableMap(),
                Collections.emptyNavigableMap(),
                Optional.empty(),
                Collections.emptyNavigableMap(),
                Optional.empty(),
                Optional.empty());
    }

    boolean isNull() {
        return idTail.length == 0;
    }

    String versionId() {
        return isNull() ? ObjectVersion.NULL_ID : VersionIds.id(seq, idTail);
    }

    byte[] bytes() {
        RecordWriter out = new RecordWriter();
        out.octet(isMarker ? MARKER : 0).fixed(seq).fixed(nullSeq);
        switch (body) {
            case Body.None() -> out.octet(0).fixed(0).fixed(0).fixed(0);
            case Body.InVolume(Place place, int bytes) ->
                out.octet(IN_VOLUME).fixed(place.volume()).fixed(place.offset()).fixed(bytes);
            case Body.InFile(long id, long bytes) ->
                out.octet(IN_FILE).fixed(id).fixed(0).fixed(bytes);
            case Body.InParts(long bytes) ->
                out.octet(IN_PARTS).fixed(0).fixed(0).fixed(bytes);
        }
        out.bytes(idTail)
                .number(lastModified.toEpochMilli())
                .text(owner.canonicalId())
                .text(owner.displayName());
        if (isMarker) {
            return out.done();
        }
        content.write(out);
        standing.write(out);
        lock.write(out);
        out.map(systemMetadata)
                .map(userMetadata)
                .optional(websiteRedirect, out::text)
                .map(tags)
                .optional(acl, out::text)
                .optional(envelope, value -> value.write(out));
        return out.done();
    }

    static VersionRecord read(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        boolean marker = (in.octet() & MARKER) != 0;
        long seq = in.fixed();
        long nullSeq = in.fixed();
        int kind = in.octet();
        long first = in.fixed();
        long second = in.fixed();
        long sealed = in.fixed();
        byte[] tail = in.bytes();
        Instant modified = Instant.ofEpochMilli(in.number());
        Owner owner = new Owner(in.text(), in.text());
        if (marker) {
            return marker(seq, tail, modified, owner).withNull(nullSeq);
        }
        Body body = switch (kind) {
            case IN_VOLUME -> new Body.InVolume(new Place(first, second), (int) sealed);
            case IN_FILE -> new Body.InFile(first, sealed);
            case IN_PARTS -> new Body.InParts(sealed);
            default -> new Body.None();
        };
        return new VersionRecord(
                seq,
                nullSeq,
                false,
                tail,
                body,
                modified,
                owner,
                Content.read(in),
                Standing.read(in),
                Lock.read(in),
                in.map(),
                in.map(),
                in.optional(in::text),
                in.map(),
                in.optional(in::text),
                in.optional(() -> Envelope.read(in)));
    }

    // --- the same with another field

    VersionRecord withNull(long other) {
        return new VersionRecord(
                seq,
                other,
                isMarker,
                idTail,
                body,
                lastModified,
                owner,
                content,
                standing,
                lock,
                systemMetadata,
                userMetadata,
                websiteRedirect,
                tags,
                acl,
                envelope);
    }

    VersionRecord with(Body other) {
        return new VersionRecord(
                seq,
                nullSeq,
                isMarker,
                idTail,
                other,
                lastModified,
                owner,
                content,
                standing,
                lock,
                systemMetadata,
                userMetadata,
                websiteRedirect,
                tags,
                acl,
                envelope);
    }

    VersionRecord with(Standing other) {
        return new VersionRecord(
                seq,
                nullSeq,
                isMarker,
                idTail,
                body,
                lastModified,
                owner,
                content,
                other,
                lock,
                systemMetadata,
                userMetadata,
                websiteRedirect,
                tags,
                acl,
                envelope);
    }

    VersionRecord with(Lock other) {
        return new VersionRecord(
                seq,
                nullSeq,
                isMarker,
                idTail,
                body,
                lastModified,
                owner,
                content,
                standing,
                other,
                systemMetadata,
                userMetadata,
                websiteRedirect,
                tags,
                acl,
                envelope);
    }

    VersionRecord withTags(SequencedMap<String, String> other) {
        return new VersionRecord(
                seq,
                nullSeq,
                isMarker,
                idTail,
                body,
                lastModified,
                owner,
                content,
                standing,
                lock,
                systemMetadata,
                userMetadata,
                websiteRedirect,
                other,
                acl,
                envelope);
    }

    VersionRecord withAcl(String other) {
        return new VersionRecord(
                seq,
                nullSeq,
                isMarker,
                idTail,
                body,
                lastModified,
                owner,
                content,
                standing,
                lock,
                systemMetadata,
                userMetadata,
                websiteRedirect,
                tags,
                Optional.of(other),
                envelope);
    }

    // --- seen from outside

    /// As lifecycle looks at it.
    ObjectVersion forLifecycle() {
        return isMarker
                ? ObjectVersion.deleteMarker(versionId(), lastModified)
                : new ObjectVersion(versionId(), content.bytes(), lastModified, standing.storageClass(), tags, false);
    }

    StoredObject stored(String bucket, boolean showsVersion, String key, boolean isLatest) {
        return new StoredObject(
                bucket,
                key,
                versionId(),
                showsVersion,
                isLatest,
                isMarker,
                lastModified,
                content.bytes(),
                content.etag(),
                standing.storageClass(),
                systemMetadata,
                userMetadata,
                websiteRedirect,
                tags,
                owner,
                acl,
                lock.retention(),
                lock.legalHold(),
                envelope.map(Envelope::state).orElse(PLAIN),
                content.checksum(),
                content.parts() == 0 ? OptionalInt.empty() : OptionalInt.of(content.parts()),
                standing.isTiered() ? Optional.of(standing.tier()) : Optional.<AccessTier>empty(),
                standing.restore());
    }

    private static final EncryptionState PLAIN =
            new EncryptionState(EncryptionAlgorithm.SSE_S3, Optional.empty(), false, Optional.empty());
}
