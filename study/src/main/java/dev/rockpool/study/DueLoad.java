package dev.rockpool.study;

import java.util.Map;
import java.util.OptionalLong;

/// How many reviews are due on each of the days ahead, kept in memory between grades; it equals the card states.
final class DueLoad {
    /// Days ahead within which cards are balanced, their ranges included.
    private static final int DAYS = 200;

    private final long today;
    private final Map<Long, Integer> counts;

    private DueLoad(long today, Map<Long, Integer> counts) {
        this.today = today;
        this.counts = counts;
    }

    static DueLoad read(CardStates states, long today) {
        return new DueLoad(today, states.reviewsByDay(today + DAYS));
    }

    /// Whether it was read on this day.
    boolean isOf(long day) {
        return day == today;
    }

    /// How many other reviews are due on a day.
    ///
    /// @param own the day of the card itself, which does not count
    int on(long day, OptionalLong own) {
        int count = counts.getOrDefault(day, 0);
        return own.isPresent() && own.getAsLong() == day ? Math.max(0, count - 1) : count;
    }

    /// A card that waited for one day waits for another now.
    void move(OptionalLong from, OptionalLong to) {
        from.ifPresent(day -> counts.merge(day, -1, Integer::sum));
        to.ifPresent(day -> counts.merge(day, 1, Integer::sum));
    }
}
