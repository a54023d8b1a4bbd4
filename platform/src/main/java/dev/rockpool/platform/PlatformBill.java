package dev.rockpool.platform;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.storage.StorageMeasure;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a platform has used costs.
///
/// @param from since when it was counted
/// @param to until when
/// @param storage what objects cost, a bill a calendar month, since its tiers begin anew each month
/// @param others what keys and streams cost, over all the time
public record PlatformBill(Instant from, Instant to, List<StorageMonth> storage, Bill others) {
    public PlatformBill {
        storage = List.copyOf(storage);
    }

    /// All of it as one bill, a line for each price and meaning.
    public Bill together() {
        List<Bill> bills = new ArrayList<>();
        storage.forEach(month -> bills.add(month.bill()));
        bills.add(others);
        return Bill.together(others.currency(), bills);
    }

    /// What all lines of a kind cost together.
    public Money of(StorageMeasure.Charge charge) {
        Money sum = Money.zero(others.currency());
        for (StorageMonth month : storage) {
            for (int line = 0; line < month.measures().size(); line++) {
                if (month.measures().get(line).charge() == charge) {
                    sum = sum.plus(month.bill().lines().get(line).amount());
                }
            }
        }
        return sum;
    }

    /// What is worth knowing of it, a sentence each: what objects cost because they are small.
    ///
    /// @param name how the platform is called in them
    public List<String> notes(String name) {
        return Comparing.smallFiles(name, this);
    }

    /// All of it.
    public Money total() {
        Money sum = others.total();
        for (StorageMonth month : storage) {
            sum = sum.plus(month.bill().total());
        }
        return sum;
    }
}
