package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.index.IndexCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The versions of a key: what a write, a delete and a rule do to them. Works on a draft, under the key's lock.
///
/// Sources: S3 user guide, *How S3 Versioning works*, *Deleting object versions from a versioning-enabled bucket*,
/// *Working with objects in a versioning-suspended bucket*.
final class Versions {
    private final Draft draft;
    private final BucketState bucket;
    private final byte[] name;
    private final String key;
    private final Instant at;

    /// @param at when it is done; what it tells carries this time
    Versions(Draft draft, BucketState bucket, byte[] name, Instant at) {
        this.draft = draft;
        this.bucket = bucket;
        this.name = name;
        this.key = KeySpace.key(name, 0, name.length);
        this.at = at;
    }

    /// A version and whether it is the current one.
    record Found(VersionRecord record, boolean isCurrent) {}

    // --- looking

    Optional<VersionRecord> current() {
        byte[] object = draft.get(KeySpace.current(KeySpace.OBJECT, bucket.number(), name));
        if (object != null) {
            return Optional.of(VersionRecord.read(object));
        }
        byte[] marker = draft.get(KeySpace.current(KeySpace.MARKER, bucket.number(), name));
        return marker == null ? Optional.empty() : Optional.of(VersionRecord.read(marker));
    }

    /// The current version if it is an object.
    Optional<VersionRecord> currentObject() {
        byte[] object = draft.get(KeySpace.current(KeySpace.OBJECT, bucket.number(), name));
        return object == null ? Optional.empty() : Optional.of(VersionRecord.read(object));
    }

    Optional<Found> find(String versionId) {
        Optional<VersionRecord> current = current();
        if (current.isEmpty()) {
            return Optional.empty();
        }
        if (current.get().versionId().equals(versionId)) {
            return Optional.of(new Found(current.get(), true));
        }
        if (versionId.equals(ObjectVersion.NULL_ID)) {
            long seq = current.get().nullSeq();
            return seq == 0 ? Optional.empty() : noncurrent(seq).map(record -> new Found(record, false));
        }
        return VersionIds.parse(versionId)
                .flatMap(id -> noncurrent(id.seq()).filter(record -> Arrays.equals(record.idTail(), id.tail())))
                .map(record -> new Found(record, false));
    }

    /// A version by its number.
    Optional<Found> find(long seq) {
        Optional<VersionRecord> current = current();
        if (current.isPresent() && current.get().seq() == seq) {
            return Optional.of(new Found(current.get(), true));
        }
        return noncurrent(seq).map(record -> new Found(record, false));
    }

    private Optional<VersionRecord> noncurrent(long seq) {
        byte[] record = draft.get(KeySpace.version(bucket.number(), name, seq));
        return record == null ? Optional.empty() : Optional.of(VersionRecord.read(record));
    }

    /// The noncurrent versions, the newest first.
    List<VersionRecord> noncurrent() {
        List<VersionRecord> versions = new ArrayList<>();
        byte[] prefix = KeySpace.beforeNumbers(KeySpace.VERSION, bucket.number(), name);
        IndexCursor cursor = draft.from(prefix);
        while (cursor.next() && KeySpace.startsWith(cursor.key(), prefix)) {
            versions.add(VersionRecord.read(cursor.value()));
        }
        return versions;
    }

    private @Nullable VersionRecord newestNoncurrent() {
        byte[] prefix = KeySpace.beforeNumbers(KeySpace.VERSION, bucket.number(), name);
        IndexCursor cursor = draft.from(prefix);
        return cursor.next() && KeySpace.startsWith(cursor.key(), prefix) ? VersionRecord.read(cursor.value()) : null;
    }

    /// As the service knows it.
    StoredObject stored(Found found) {
        return found.record().stored(bucket.name(), bucket.showsVersions(), key, found.isCurrent());
    }

    // --- writing

    /// Puts a version on top, in the place of whatever the bucket does not keep.
    ///
    /// @return the version as it is stored
    VersionRecord push(VersionRecord fresh, Optional<String> rule) {
        VersionRecord top = pushQuietly(fresh, rule);
        touch();
        watch(top);
        return top;
    }

    private VersionRecord pushQuietly(VersionRecord fresh, Optional<String> rule) {
        Optional<VersionRecord> former = current();
        VersionRecord top = fresh.withNull(0);
        if (former.isPresent()) {
            VersionRecord old = former.get();
            removeCurrent(old);
            boolean replaces = top.isNull();
            if (old.isNull() && replaces) {
                gone(old, StoreEvent.Cause.OVERWRITTEN, rule);
            } else {
                draft.put(
                        KeySpace.version(bucket.number(), name, old.seq()),
                        old.withNull(0).bytes());
                long nullSeq = old.isNull() ? old.seq() : old.nullSeq();
                if (replaces && nullSeq != 0) {
                    Optional<VersionRecord> replaced = noncurrent(nullSeq);
                    draft.remove(KeySpace.version(bucket.number(), name, nullSeq));
                    replaced.ifPresent(record -> gone(record, StoreEvent.Cause.OVERWRITTEN, rule));
                } else {
                    top = top.withNull(nullSeq);
                }
            }
        }
        putCurrent(top);
        return top;
    }

    /// Puts a delete marker on top.
    VersionRecord pushMarker(long seq, byte[] tail, Owner owner, Optional<String> rule) {
        VersionRecord marker = pushMarkerQuietly(seq, tail, owner, rule);
        touch();
        return marker;
    }

    /// The same by a rule, which knows itself what is due next.
    VersionRecord pushMarkerQuietly(long seq, byte[] tail, Owner owner, Optional<String> rule) {
        byte[] idTail = bucket.record().versioning() == Versioning.ENABLED ? tail : new byte[0];
        VersionRecord marker = pushQuietly(VersionRecord.marker(seq, idTail, at, owner), rule);
        draft.tell(new StoreEvent.MarkerAdded(at, bucket.name(), key, marker.versionId(), rule));
        return marker;
    }

    /// Removes a version for good; if it was the current one, the next is current again.
    void remove(Found found, StoreEvent.Cause cause, Optional<String> rule) {
        removeQuietly(found, cause, rule);
        touch();
    }

    /// The same by a rule, which knows itself what is due next.
    void removeQuietly(Found found, StoreEvent.Cause cause, Optional<String> rule) {
        VersionRecord record = found.record();
        if (found.isCurrent()) {
            removeCurrent(record);
            VersionRecord next = newestNoncurrent();
            if (next != null) {
                draft.remove(KeySpace.version(bucket.number(), name, next.seq()));
                putCurrent(next.withNull(next.isNull() ? 0 : record.nullSeq()));
            }
        } else {
            draft.remove(KeySpace.version(bucket.number(), name, record.seq()));
            if (record.isNull()) {
                current().ifPresent(top -> putCurrent(top.withNull(0)));
            }
        }
        gone(record, cause, rule);
    }

    /// Puts a changed version in its place.
    void replace(Found found, VersionRecord changed) {
        if (found.isCurrent()) {
            putCurrent(changed);
        } else {
            draft.put(KeySpace.version(bucket.number(), name, changed.seq()), changed.bytes());
        }
    }

    private void putCurrent(VersionRecord record) {
        draft.put(currentKey(record), record.bytes());
    }

    private void removeCurrent(VersionRecord record) {
        draft.remove(currentKey(record));
    }

    byte[] currentKey(VersionRecord record) {
        return KeySpace.current(record.isMarker() ? KeySpace.MARKER : KeySpace.OBJECT, bucket.number(), name);
    }

    /// The name of a version's data in a volume, by which compaction finds whether it still counts.
    byte[] dataName(long seq) {
        return KeySpace.version(bucket.number(), name, seq);
    }

    private void gone(VersionRecord record, StoreEvent.Cause cause, Optional<String> rule) {
        if (record.isMarker()) {
            draft.tell(new StoreEvent.MarkerGone(at, bucket.name(), key, record.versionId(), cause, rule));
            return;
        }
        switch (record.body()) {
            case Body.None none -> {
                // nothing to bury
            }
            case Body.InVolume inVolume -> {
                // compaction leaves it behind
            }
            case Body.InFile(long id, long bytes) -> {
                draft.remove(KeySpace.number(KeySpace.BODY, id));
                draft.bury(record.seq(), List.of(id));
            }
            case Body.InParts inParts -> buryParts(record.seq());
        }
        copyGone(record);
        draft.tell(new StoreEvent.VersionGone(
                at,
                bucket.name(),
                key,
                record.versionId(),
                record.standing().storageClass(),
                record.content().bytes(),
                record.lastModified(),
                record.standing().since(),
                cause,
                rule));
    }

    /// Tells that the restored copy of a version goes with it.
    void copyGone(VersionRecord record) {
        if (record.standing().restore().filter(state -> !state.ongoing()).isPresent()) {
            draft.tell(new StoreEvent.RestoreExpired(
                    at, bucket.name(), key, record.versionId(), record.content().bytes()));
        }
    }

    private void buryParts(long seq) {
        byte[] partsKey = KeySpace.number(KeySpace.PARTS, seq);
        byte[] parts = draft.get(partsKey);
        if (parts != null) {
            List<Long> files = new ArrayList<>();
            for (StoredParts.PartRecord part : StoredParts.read(parts)) {
                draft.remove(KeySpace.number(KeySpace.BODY, part.file()));
                files.add(part.file());
            }
            draft.remove(partsKey);
            draft.bury(seq, files);
        }
    }

    // --- what becomes due

    /// Has the rules look at the key at the next midnight.
    void touch() {
        if (bucket.rules().isPresent()) {
            long midnight = Midnight.at(Midnight.after(at, 0)).toEpochMilli();
            draft.put(KeySpace.due(midnight, Due.Kind.KEY, bucket.number(), name, 0), Placing.SOMETHING);
        }
    }

    /// Has a version in Intelligent-Tiering looked at when its next move would be.
    void watch(VersionRecord record) {
        if (record.isMarker()
                || record.standing().storageClass() != StorageClass.INTELLIGENT_TIERING
                || record.content().bytes() < StorageClass.SMALL_BYTES) {
            return;
        }
        long idle = Midnight.dayOf(at) - record.standing().lastAccessDay();
        for (IntelligentTiering.Move move :
                bucket.tiers(key, record.tags()).moves(record.content().bytes())) {
            if (move.afterDays() > idle) {
                long midnight = Midnight.at(record.standing().lastAccessDay() + move.afterDays())
                        .toEpochMilli();
                due(midnight, Due.Kind.TIER, record.seq());
                return;
            }
        }
    }

    void due(long millis, Due.Kind kind, long seq) {
        draft.put(KeySpace.due(millis, kind, bucket.number(), name, seq), Placing.SOMETHING);
    }
}
