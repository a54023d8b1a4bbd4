package dev.rockpool.simulators.lifecycle;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectLife;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageFact;
import dev.rockpool.costmodel.storage.StorageMeasure;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.Midnight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What lives cost: storage by the time, minimum sizes and durations, overheads, transition requests, monitoring.
///
/// Prices of us-east-1. Months are calendar months and tiers start anew in each. The requests that wrote the objects
/// are no business of lifecycle and are left out; nothing is read. Delete markers weigh nothing.
final class LifecycleBills {
    private static final String REGION = "us-east-1";

    private LifecycleBills() {}

    /// A bill, and the same by what was counted.
    ///
    /// @param bill one line for each price and meaning
    /// @param months the bill of each month
    record Billed(Bill bill, List<StorageMonth> months) {
        /// What all lines of some kinds cost together.
        Money of(StorageMeasure.Charge charge) {
            Money sum = Money.zero(bill.currency());
            for (StorageMonth month : months) {
                for (int line = 0; line < month.measures().size(); line++) {
                    if (month.measures().get(line).charge() == charge) {
                        sum = sum.plus(month.bill().lines().get(line).amount());
                    }
                }
            }
            return sum;
        }
    }

    /// The bill of `lives` from the first of them to `until`; what happens at `until` itself belongs to later.
    static Billed until(List<Life> lives, Instant until) {
        StorageBilling billing = new StorageBilling(new Biller(PricesInForce.book()), REGION);
        Instant from = lives.stream().map(Life::created).min(Instant::compareTo).orElse(until);
        if (!from.isBefore(until)) {
            return new Billed(new Bill(PricesInForce.book().currency(), List.of()), List.of());
        }
        StorageMeter meter = billing.meter(BillingCalendar.until(from, until));
        for (Life life : lives) {
            if (life.kind() != Life.Kind.MARKER && life.created().isBefore(until)) {
                meter.add(new ObjectLife(life.bytes(), facts(life, until)), life.count());
            }
        }
        List<StorageMonth> months = billing.bills(meter);
        Bill bill = Bill.together(
                PricesInForce.book().currency(),
                months.stream().map(StorageMonth::bill).toList());
        return new Billed(bill, months);
    }

    private static List<StorageFact> facts(Life life, Instant until) {
        List<StorageFact> facts = new ArrayList<>(2 + life.moves().size());
        facts.add(new StorageFact.Stored(life.created(), life.first(), 0));
        for (Life.Move move : life.moves()) {
            Instant at = Midnight.at(move.day());
            if (at.isBefore(until)) {
                facts.add(new StorageFact.Transitioned(at, move.to()));
            }
        }
        if (life.end() != Life.NEVER && Midnight.at(life.end()).isBefore(until)) {
            facts.add(new StorageFact.Deleted(Midnight.at(life.end())));
        }
        return facts;
    }
}
