package dev.rockpool.platform;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.kernel.Money;
import java.time.Instant;
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

    /// All of it.
    public Money total() {
        Money sum = others.total();
        for (StorageMonth month : storage) {
            sum = sum.plus(month.bill().total());
        }
        return sum;
    }
}
