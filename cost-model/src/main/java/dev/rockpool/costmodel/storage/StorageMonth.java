package dev.rockpool.costmodel.storage;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One month's bill of objects.
///
/// @param name of the month, as its calendar has it
/// @param length of it
/// @param bill its lines
/// @param measures what each line counts, in the order of the lines
public record StorageMonth(String name, BillingMonth length, Bill bill, List<StorageMeasure> measures) {
    public StorageMonth {
        measures = List.copyOf(measures);
        if (measures.size() != bill.lines().size()) {
            throw new IllegalArgumentException(
                    measures.size() + " measures do not tell of " + bill.lines().size() + " lines.");
        }
    }

    /// What each class costs, those without cost left out; together the bill's total.
    ///
    /// A class's part is what choosing it causes: the 8 KB in Standard of archived objects and their
    /// restored copies are the archive's.
    public Map<StorageClass, Money> byClass() {
        Map<StorageClass, Money> amounts = new EnumMap<>(StorageClass.class);
        for (int line = 0; line < measures.size(); line++) {
            amounts.merge(
                    measures.get(line).storageClass(), bill.lines().get(line).amount(), Money::plus);
        }
        return amounts;
    }
}
