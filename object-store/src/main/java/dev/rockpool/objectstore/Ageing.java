package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.KeyLifecycle;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Upload;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.index.IndexCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a store does by itself as time goes by: lifecycle rules, restores, access tiers, reports.
///
/// Everything that may be due stands in one queue of the index, by the moment. An entry is a hint: whether something
/// is due is decided from what is there when its moment comes, so an entry that was overtaken costs a look and nothing
/// else, and no write has to find and remove the entry that another one made. A key that was written is looked at at
/// the next midnight; from then on it stands where [KeyLifecycle] says that something happens to it. Nothing goes
/// through days on which nothing happens.
final class Ageing {
    /// Changes of one commit; the rest of the same moment follows in the next.
    private static final int MOST_CHANGES = 4_000;

    private static final int MOST_EVENTS = 4_000;

    private final Core core;
    private Reporting reports = (draft, bucket, at) -> {};
    private Optional<Buckets> buckets = Optional.empty();

    Ageing(Core core) {
        this.core = core;
    }

    /// Writes the reports of a bucket that are due at a midnight.
    interface Reporting {
        void write(Draft draft, BucketState bucket, Instant at);
    }

    /// Says which buckets there are, once they are known.
    void begin(Buckets known) {
        buckets = Optional.of(known);
        core.catalog().findNextDue();
    }

    /// Says who writes reports, once there is somebody.
    void report(Reporting writer) {
        reports = writer;
    }

    /// Does all that is due, in order.
    void settle() {
        // what a report writes is written while others wait for what is due: it is not due itself
        if (core.catalog().nextDue() <= core.now().toEpochMilli()
                && !core.gate().isWriteLockedByCurrentThread()) {
            core.exclusively(() -> {
                long now = core.now().toEpochMilli();
                while (step(now)) {
                    // until nothing is due
                }
                core.catalog().findNextDue();
                return true;
            });
        }
    }

    /// Does all that is due before something is read, if the disk lets it: a full disk does not keep from reading.
    void settleToRead() {
        try {
            settle();
        } catch (StoreRefusal refused) {
            core.catalog().findNextDue();
        }
    }

    /// Does what is due first, as much of one moment as fits a commit; false if nothing is.
    private boolean step(long now) {
        IndexCursor cursor = core.catalog().index().from(new byte[] {KeySpace.DUE});
        Draft draft = core.catalog().draft();
        long moment = Catalog.NEVER;
        while (cursor.next() && cursor.key()[0] == KeySpace.DUE) {
            Due due = KeySpace.due(cursor.key());
            if (due.millis() > Math.min(now, moment)
                    || draft.size() > MOST_CHANGES
                    || draft.events().size() > MOST_EVENTS) {
                break;
            }
            moment = due.millis();
            buckets.orElseThrow().find(due.bucket()).ifPresent(bucket -> look(draft, bucket, due));
            draft.remove(cursor.key());
            if (due.kind() == Due.Kind.BUCKET) {
                // its keys were looked at: what else stood at this moment stands there no more
                break;
            }
        }
        core.commit(draft);
        return moment != Catalog.NEVER;
    }

    private void look(Draft draft, BucketState bucket, Due due) {
        Instant at = Instant.ofEpochMilli(due.millis());
        Versions versions = new Versions(draft, bucket, due.name(), at);
        switch (due.kind()) {
            case BUCKET -> lookAtAll(bucket, at);
            case KEY -> lookAtKey(draft, versions, bucket, due.name(), at);
            case UPLOAD -> lookAtUpload(draft, bucket, due.name(), due.seq(), at);
            case RESTORE_READY ->
                versions.find(due.seq()).ifPresent(found -> ready(draft, versions, bucket, found, due));
            case RESTORE_EXPIRY ->
                versions.find(due.seq()).ifPresent(found -> expireCopy(draft, versions, bucket, found, due));
            case TIER -> versions.find(due.seq()).ifPresent(found -> tier(draft, versions, bucket, found, due));
            case REPORT -> {
                if (bucket.hasReports()) {
                    Reports.schedule(draft, bucket, at);
                    reports.write(draft, bucket, at);
                }
            }
        }
    }

    // --- lifecycle

    /// Looks at every key and upload of a bucket, since its rules are others.
    private void lookAtAll(BucketState bucket, Instant at) {
        Draft draft = core.catalog().draft();
        for (byte space : new byte[] {KeySpace.OBJECT, KeySpace.MARKER, KeySpace.UPLOAD, KeySpace.VERSION}) {
            byte[] prefix = KeySpace.number(space, bucket.number());
            IndexCursor cursor = core.catalog().index().from(prefix);
            while (cursor.next() && KeySpace.startsWith(cursor.key(), prefix)) {
                switch (space) {
                    case KeySpace.UPLOAD -> {
                        byte[] name = KeySpace.nameOfNumbered(cursor.key());
                        lookAtUpload(draft, bucket, name, KeySpace.lastNumber(cursor.key()), at);
                    }
                    case KeySpace.VERSION -> watch(draft, bucket, KeySpace.nameOfNumbered(cursor.key()), cursor, at);
                    default -> {
                        byte[] name = KeySpace.nameOfCurrent(cursor.key());
                        watch(draft, bucket, name, cursor, at);
                        draft.remove(KeySpace.due(at.toEpochMilli(), Due.Kind.KEY, bucket.number(), name, 0));
                        lookAtKey(draft, new Versions(draft, bucket, name, at), bucket, name, at);
                    }
                }
                if (draft.size() > MOST_CHANGES || draft.events().size() > MOST_EVENTS) {
                    core.commit(draft);
                    draft = core.catalog().draft();
                }
            }
        }
        core.commit(draft);
    }

    private static void watch(Draft draft, BucketState bucket, byte[] name, IndexCursor cursor, Instant at) {
        if (!bucket.tierings().isEmpty()) {
            new Versions(draft, bucket, name, at).watch(VersionRecord.read(cursor.value()));
        }
    }

    private void lookAtKey(Draft draft, Versions versions, BucketState bucket, byte[] name, Instant at) {
        Optional<Lifecycle> rules = bucket.rules();
        Optional<VersionRecord> current = rules.isEmpty() ? Optional.empty() : versions.current();
        if (current.isEmpty()) {
            return;
        }
        String key = KeySpace.key(name, 0, name.length);
        List<ObjectVersion> oldestFirst = new ArrayList<>();
        if (bucket.record().versioning() != Versioning.DISABLED) {
            for (VersionRecord record : versions.noncurrent().reversed()) {
                oldestFirst.add(record.forLifecycle());
            }
        }
        oldestFirst.add(current.get().forLifecycle());
        long day = Midnight.notAfter(at);
        KeyLifecycle tracked = rules.get().track(key, oldestFirst);
        Optional<dev.rockpool.lifecycle.Due> due = tracked.next(day - 1);
        if (due.isPresent() && due.get().day() <= day) {
            for (LifecycleEvent event : due.get().events()) {
                act(draft, versions, bucket, event, at);
            }
            KeyLifecycle then = due.get().then();
            due = then.versions().isEmpty() ? Optional.empty() : then.next(day);
        }
        due.ifPresent(later -> versions.due(Midnight.at(later.day()).toEpochMilli(), Due.Kind.KEY, 0));
    }

    private void act(Draft draft, Versions versions, BucketState bucket, LifecycleEvent event, Instant at) {
        Versions.Found found = versions.find(event.versionId()).orElse(null);
        if (found == null) {
            return;
        }
        VersionRecord record = found.record();
        Optional<String> rule = Optional.of(event.rule());
        switch (event.action()) {
            case TRANSITION -> {
                StorageClass to = event.to().orElseThrow();
                VersionRecord moved = record.with(Standing.fresh(to, at));
                versions.replace(found, moved);
                versions.watch(moved);
                versions.copyGone(record);
                draft.tell(new StoreEvent.Transitioned(
                        at,
                        bucket.name(),
                        event.key(),
                        record.versionId(),
                        record.standing().storageClass(),
                        to,
                        record.content().bytes(),
                        record.standing().since(),
                        event.rule()));
            }
            case EXPIRE, PERMANENTLY_DELETE -> {
                if (record.lock().holds(at, false)) {
                    lookAgain(versions, record);
                } else {
                    StoreEvent.Cause cause = event.action() == LifecycleAction.EXPIRE
                            ? StoreEvent.Cause.EXPIRED
                            : StoreEvent.Cause.PERMANENTLY_DELETED;
                    versions.removeQuietly(found, cause, rule);
                }
            }
            case DELETE_MARKER ->
                versions.pushMarkerQuietly(
                        core.catalog().nextNumber(), core.random(VersionRecord.TAIL_BYTES), record.owner(), rule);
            case REMOVE_EXPIRED_DELETE_MARKER -> versions.removeQuietly(found, StoreEvent.Cause.EXPIRED, rule);
            case ABORT_UPLOAD -> {
                // is told by Lifecycle.abort
            }
        }
    }

    /// Comes back to a locked version when its retention ends; the end of a legal hold is a change that is looked at.
    private static void lookAgain(Versions versions, VersionRecord record) {
        if (!record.lock().legalHold()) {
            record.lock()
                    .retention()
                    .ifPresent(kept -> versions.due(
                            Midnight.at(Midnight.after(kept.until(), 0)).toEpochMilli(), Due.Kind.KEY, 0));
        }
    }

    private static void lookAtUpload(Draft draft, BucketState bucket, byte[] name, long number, Instant at) {
        byte[] stored = draft.get(KeySpace.upload(bucket.number(), name, number));
        if (stored == null || bucket.rules().isEmpty()) {
            return;
        }
        UploadRecord upload = UploadRecord.read(stored);
        String key = KeySpace.key(name, 0, name.length);
        bucket.rules()
                .get()
                .abort(new Upload(key, upload.id(), upload.initiated()))
                .ifPresent(end -> {
                    if (end.day() <= Midnight.notAfter(at)) {
                        Uploads.abort(draft, bucket, name, upload, at, Optional.of(end.rule()));
                    } else {
                        draft.put(
                                KeySpace.due(
                                        Midnight.at(end.day()).toEpochMilli(),
                                        Due.Kind.UPLOAD,
                                        bucket.number(),
                                        name,
                                        number),
                                Placing.SOMETHING);
                    }
                });
    }

    // --- restores

    private static String key(Due due) {
        return KeySpace.key(due.name(), 0, due.name().length);
    }

    private static void ready(Draft draft, Versions versions, BucketState bucket, Versions.Found found, Due due) {
        VersionRecord record = found.record();
        Optional<RestoreState> restore = record.standing()
                .restore()
                .filter(state -> state.ongoing() && state.ready().toEpochMilli() <= due.millis());
        if (restore.isEmpty()) {
            return;
        }
        Instant at = Instant.ofEpochMilli(due.millis());
        RestoreState state = restore.get();
        if (record.standing().isTiered()) {
            // out of an archive tier for good
            AccessTier from = record.standing().tier();
            VersionRecord back =
                    record.with(record.standing().restored(Optional.empty()).readOn(Midnight.dayOf(at)));
            versions.replace(found, back);
            versions.watch(back);
            draft.tell(new StoreEvent.TierChanged(
                    at,
                    bucket.name(),
                    key(due),
                    record.versionId(),
                    from,
                    AccessTier.FREQUENT,
                    record.content().bytes()));
            return;
        }
        RestoreState done = new RestoreState(state.requested(), state.tier(), state.ready(), state.expiry(), false);
        versions.replace(found, record.with(record.standing().restored(Optional.of(done))));
        versions.due(state.expiry().toEpochMilli(), Due.Kind.RESTORE_EXPIRY, record.seq());
        draft.tell(new StoreEvent.RestoreReady(
                at,
                bucket.name(),
                key(due),
                record.versionId(),
                record.content().bytes(),
                state.expiry()));
    }

    private static void expireCopy(Draft draft, Versions versions, BucketState bucket, Versions.Found found, Due due) {
        VersionRecord record = found.record();
        Optional<RestoreState> restore = record.standing()
                .restore()
                .filter(state -> !state.ongoing() && !state.expiry().isAfter(Instant.ofEpochMilli(due.millis())));
        if (restore.isPresent()) {
            versions.replace(found, record.with(record.standing().restored(Optional.empty())));
            draft.tell(new StoreEvent.RestoreExpired(
                    Instant.ofEpochMilli(due.millis()),
                    bucket.name(),
                    key(due),
                    record.versionId(),
                    record.content().bytes()));
        }
    }

    // --- access tiers

    private static void tier(Draft draft, Versions versions, BucketState bucket, Versions.Found found, Due due) {
        VersionRecord record = found.record();
        Standing standing = record.standing();
        if (!standing.isTiered() || standing.restore().isPresent()) {
            return;
        }
        long day = Midnight.dayOf(Instant.ofEpochMilli(due.millis()));
        AccessTier to =
                bucket.tiers(key(due), record.tags()).tier(record.content().bytes(), day - standing.lastAccessDay());
        if (to != standing.tier()) {
            VersionRecord moved = record.with(standing.in(to));
            versions.replace(found, moved);
            draft.tell(new StoreEvent.TierChanged(
                    Instant.ofEpochMilli(due.millis()),
                    bucket.name(),
                    key(due),
                    record.versionId(),
                    standing.tier(),
                    to,
                    record.content().bytes()));
        }
        versions.watch(record);
    }
}
