package dev.rockpool.study.anki;

import java.util.EnumMap;
import java.util.Map;

/// Counts what could not be carried.
final class Losses {
    private final Map<Loss, Integer> counts = new EnumMap<>(Loss.class);

    void add(Loss loss) {
        add(loss, 1);
    }

    void add(Loss loss, int count) {
        if (count > 0) {
            counts.merge(loss, count, Integer::sum);
        }
    }

    Map<Loss, Integer> counts() {
        return counts;
    }
}
