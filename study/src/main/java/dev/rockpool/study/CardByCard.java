package dev.rockpool.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Gathers rows that come ordered by card into one list a card.
final class CardByCard {
    private final Consumer<List<LogRow>> consumer;
    private final List<LogRow> rows = new ArrayList<>();

    CardByCard(Consumer<List<LogRow>> consumer) {
        this.consumer = consumer;
    }

    void accept(LogRow row) {
        if (!rows.isEmpty() && !rows.getFirst().cardId().equals(row.cardId())) {
            finish();
        }
        rows.add(row);
    }

    /// Hands over the last card.
    void finish() {
        if (!rows.isEmpty()) {
            consumer.accept(List.copyOf(rows));
            rows.clear();
        }
    }
}
