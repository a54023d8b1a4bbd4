package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.StorageClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a fleet costs under one lifecycle configuration.
///
/// @param configuration the rules
/// @param months a bill each
/// @param stocks what lies where at the end of each month
/// @param total of all months
public record Plan(LifecycleConfiguration configuration, List<StorageMonth> months, List<Stock> stocks, Money total) {
    public Plan {
        months = List.copyOf(months);
        stocks = List.copyOf(stocks);
    }

    /// What each class costs over all months.
    public Map<StorageClass, Money> byClass() {
        Map<StorageClass, Money> amounts = new EnumMap<>(StorageClass.class);
        months.forEach(month ->
                month.byClass().forEach((storageClass, amount) -> amounts.merge(storageClass, amount, Money::plus)));
        return amounts;
    }
}
