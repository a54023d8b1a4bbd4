package dev.rockpool.app.branches;

import dev.rockpool.kernel.Money;
import dev.rockpool.platform.Comparison;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What each platform's bill came to, at the moments at which it was read.
final class Spent {
    private final Map<String, NavigableMap<Instant, Money>> read = new HashMap<>();

    /// Takes both sides' bills.
    void add(Comparison comparison) {
        add(comparison.left());
        add(comparison.right());
    }

    private void add(Comparison.Side side) {
        NavigableMap<Instant, Money> bills = read.computeIfAbsent(side.name(), _ -> new TreeMap<>());
        if (!bills.isEmpty() && !bills.firstKey().equals(side.from())) {
            bills.clear(); // opened again: it is counted anew
        }
        Money bill = side.bill().total();
        bills.putIfAbsent(side.from(), Money.zero(bill.currency()));
        bills.put(side.now(), bill);
    }

    /// Forgets a platform.
    void forget(String name) {
        read.remove(name);
    }

    /// The bills of a platform by time; the first is nothing.
    NavigableMap<Instant, Money> of(String name) {
        return new TreeMap<>(read.getOrDefault(name, new TreeMap<>()));
    }
}
