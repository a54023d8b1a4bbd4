package dev.rockpool.app.store;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.ObjectLife;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageFact;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// What single acts cost, as the meter and the biller would have it: each is metered alone, in a month of 730 hours.
///
/// A price that the book lacks is told when it is asked for, as an [dev.rockpool.kernel.InputException].
final class ActPrices {
    private static final Instant START = Instant.EPOCH;

    private final StorageBilling billing;

    ActPrices(PriceBook book) {
        billing = new StorageBilling(book, StoreDesk.REGION);
    }

    /// One PUT (or COPY) into a class.
    Money put(StorageClass storageClass) {
        return of(meter -> meter.put(storageClass, ObjectBatch.of(0, 1), 1, START.toEpochMilli()));
    }

    /// One LIST.
    Money list() {
        return of(meter -> meter.list(1, START.toEpochMilli()));
    }

    /// One GET of `bytes`: the request, and the retrieval where the class charges it.
    Money get(StorageClass storageClass, long bytes) {
        return of(meter -> meter.read(
                StoragePlace.entering(storageClass),
                ObjectBatch.of(bytes, 1),
                START.toEpochMilli(),
                StorageMeter.WHOLE));
    }

    /// One object of `bytes` kept for a month, with minimums, overheads and monitoring.
    Money month(StorageClass storageClass, long bytes) {
        Money whole = of(meter ->
                meter.add(new ObjectLife(bytes, List.of(new StorageFact.Stored(START, storageClass, 1))), 1));
        return whole.minus(put(storageClass));
    }

    /// Nothing.
    Money nothing() {
        return Money.zero(billing.biller().book().currency());
    }

    /// A move by a lifecycle rule.
    Money transition(StorageClass to) {
        return of(meter -> meter.transition(to, ObjectBatch.of(0, 1), START.toEpochMilli()));
    }

    /// What is charged when an object that came into its class at `since` leaves it at `at`.
    Money leave(StorageClass storageClass, long bytes, Instant since, Instant at) {
        long offset = at.toEpochMilli();
        return of(meter -> meter.leave(
                storageClass, ObjectBatch.of(bytes, 1), since.toEpochMilli() - offset, START.toEpochMilli()));
    }

    /// One restore, and the copy for `days`.
    Money restore(StorageClass storageClass, RestoreTier tier, long bytes, int days) {
        long end = START.plusSeconds(days * 86_400L).toEpochMilli();
        return of(days / 30 + 1, meter -> {
            StoragePlace place = StoragePlace.entering(storageClass);
            ObjectBatch batch = ObjectBatch.of(bytes, 1);
            meter.restore(place, tier, batch, START.toEpochMilli(), StorageMeter.WHOLE);
            meter.keepCopy(place, batch, START.toEpochMilli(), end, StorageMeter.WHOLE);
        });
    }

    private Money of(Consumer<StorageMeter> use) {
        return of(1, use);
    }

    private Money of(int months, Consumer<StorageMeter> use) {
        StorageMeter meter = billing.meter(BillingCalendar.of730Hours(START, months));
        use.accept(meter);
        return billing.total(billing.bills(meter));
    }
}
