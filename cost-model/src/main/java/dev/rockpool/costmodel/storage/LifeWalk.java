package dev.rockpool.costmodel.storage;

import dev.rockpool.lifecycle.StorageClass;

/// Walks through one life and tells a meter what is to be counted.
final class LifeWalk {
    private final StorageMeter meter;
    private final ObjectLife life;
    private final ObjectBatch batch;

    /// The class it is in, since when, since when that is not metered yet, and its last access.
    private StorageClass storageClass = StorageClass.STANDARD;

    private long since;
    private long meteredUntil;
    private long accessed;

    /// When Intelligent-Tiering brings it back from an archive tier, which counts as an access.
    private long broughtBack = Long.MAX_VALUE;

    /// Its restored copy, if `copyFrom < copyUntil`: from which place, from when, metered until when it goes.
    private StoragePlace copyOf = StoragePlace.GLACIER;

    private long copyFrom;
    private long copyUntil;

    LifeWalk(StorageMeter meter, ObjectLife life, long objects) {
        this.meter = meter;
        this.life = life;
        batch = ObjectBatch.of(life.bytes(), objects);
    }

    void walk() {
        meteredUntil = life.facts().getFirst().at().toEpochMilli();
        for (StorageFact fact : life.facts()) {
            long at = fact.at().toEpochMilli();
            meterUntil(at);
            switch (fact) {
                case StorageFact.Stored stored -> {
                    meter.put(stored.storageClass(), batch, stored.requests(), at);
                    enter(stored.storageClass(), at);
                }
                case StorageFact.Transitioned moved -> {
                    leave(at);
                    meter.transition(moved.to(), batch, at);
                    enter(moved.to(), at);
                }
                case StorageFact.Read read -> read(read, at);
                case StorageFact.Restored restored -> restore(restored, at);
                case StorageFact.Deleted _ -> {
                    leave(at);
                    copyUntil = Math.min(copyUntil, at);
                    dropCopy();
                    return;
                }
            }
        }
        meterUntil(Math.max(meteredUntil, meter.calendar().endMillis()));
        dropCopy();
    }

    private void enter(StorageClass entered, long at) {
        storageClass = entered;
        since = at;
        meteredUntil = at;
        accessed = at;
    }

    private void leave(long at) {
        broughtBack = Long.MAX_VALUE;
        meter.leave(storageClass, batch, since, at);
    }

    private void meterUntil(long at) {
        if (broughtBack <= at) {
            keepUntil(broughtBack);
            accessed = broughtBack;
            broughtBack = Long.MAX_VALUE;
        }
        keepUntil(at);
    }

    private void keepUntil(long at) {
        if (storageClass == StorageClass.INTELLIGENT_TIERING) {
            meter.keepTiered(batch, accessed, meteredUntil, at);
        } else {
            meter.keep(StoragePlace.entering(storageClass), batch, meteredUntil, at, StorageMeter.WHOLE);
        }
        meteredUntil = at;
    }

    private StoragePlace place(long at) {
        if (storageClass != StorageClass.INTELLIGENT_TIERING) {
            return StoragePlace.entering(storageClass);
        }
        long days = (at - accessed) / StorageMeter.MILLIS_A_DAY;
        return StoragePlace.of(meter.tiering().tier(life.bytes(), days));
    }

    private void read(StorageFact.Read read, long at) {
        StoragePlace place = place(at);
        if (place.archive() && (at < copyFrom || at >= copyUntil)) {
            throw new IllegalArgumentException(
                    "An object in " + place + " is restored before it is read, at " + read.at() + " it was not.");
        }
        meter.readRequests(place, batch.objects(), at, StorageMeter.WHOLE);
        meter.retrieve(place, Math.multiplyExact(read.bytes(), batch.objects()), at, StorageMeter.WHOLE);
        if (storageClass == StorageClass.INTELLIGENT_TIERING) {
            accessed = at;
        }
    }

    private void restore(StorageFact.Restored restored, long at) {
        StoragePlace place = place(at);
        if (!place.archive()) {
            throw new IllegalArgumentException("An object in " + place + " needs no restore.");
        }
        boolean again = at >= copyFrom && at < copyUntil;
        if (again) {
            meter.restoreRequests(place, restored.tier(), batch.objects(), at, StorageMeter.WHOLE);
        } else {
            meter.restore(place, restored.tier(), batch, at, StorageMeter.WHOLE);
        }
        long ready = restored.ready().toEpochMilli();
        if (storageClass == StorageClass.INTELLIGENT_TIERING) {
            broughtBack = ready;
            return;
        }
        if (!again) {
            dropCopy();
            copyFrom = ready;
            copyOf = place;
        }
        copyUntil = restored.until().toEpochMilli();
    }

    private void dropCopy() {
        meter.keepCopy(copyOf, batch, copyFrom, copyUntil, StorageMeter.WHOLE);
        copyFrom = 0;
        copyUntil = 0;
    }
}
