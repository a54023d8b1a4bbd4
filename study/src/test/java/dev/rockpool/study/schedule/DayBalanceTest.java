package dev.rockpool.study.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.trials.Trials;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayBalanceTest {
    /// A Wednesday.
    private static final long TODAY = LocalDate.of(2026, 11, 25).toEpochDay();

    /// Weights of Anki 26.08 by hand, days 8 to 10 with 1, 2 and 4 cards: (1/cards)^2.15 · (1/interval)^3.
    @Test
    void weightsAreThoseOfAnki() {
        Map<Long, Integer> counts = Map.of(TODAY + 8, 1, TODAY + 9, 2, TODAY + 10, 4);
        DayBalance balance = balance(EasyDays.NONE, counts, Set.of());
        double a = Math.pow(8, -3);
        double b = Math.pow(2, -2.15) * Math.pow(9, -3);
        double c = Math.pow(4, -2.15) * Math.pow(10, -3);
        assertThat(share(balance, 8, 10, 8)).isCloseTo(a / (a + b + c), within(2e-3));
        assertThat(share(balance, 8, 10, 9)).isCloseTo(b / (a + b + c), within(2e-3));
        assertThat(share(balance, 8, 10, 10)).isCloseTo(c / (a + b + c), within(2e-3));
    }

    @Test
    void aDayWithoutCardsIsTakenFirst() {
        DayBalance balance = balance(EasyDays.NONE, Map.of(TODAY + 8, 1, TODAY + 10, 1), Set.of());
        assertThat(share(balance, 8, 10, 9)).isGreaterThan(0.99);
    }

    @Test
    void minimumDaysStayFreeEvenWhereNothingIsDueAnywhere() {
        EasyDays easy = EasyDays.NONE.with(DayOfWeek.SUNDAY, EasyDays.Load.MINIMUM);
        DayBalance balance = balance(easy, Map.of(), Set.of());
        int sunday = 4;
        assertThat(LocalDate.ofEpochDay(TODAY + sunday).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(share(balance, 3, 5, sunday)).isLessThan(0.001);
        DayBalance full = balance(easy, Map.of(TODAY + 3, 40, TODAY + 5, 40), Set.of());
        assertThat(share(full, 3, 5, sunday))
                .as("against days that are rather full")
                .isLessThan(0.4);
    }

    /// Reduced is Normal until the day holds more than half of what the others hold a day.
    @Test
    void reducedDaysHoldHalf() {
        EasyDays easy = EasyDays.NONE.with(DayOfWeek.SUNDAY, EasyDays.Load.REDUCED);
        Map<Long, Integer> below = Map.of(TODAY + 3, 10, TODAY + 4, 4, TODAY + 5, 10);
        Map<Long, Integer> above = Map.of(TODAY + 3, 10, TODAY + 4, 6, TODAY + 5, 10);
        assertThat(share(balance(easy, below, Set.of()), 3, 5, 4)).isGreaterThan(0.5);
        assertThat(share(balance(easy, above, Set.of()), 3, 5, 4)).isLessThan(0.01);
    }

    @Test
    void siblingsStayApart() {
        Map<Long, Integer> counts = new HashMap<>();
        for (int day = 10; day <= 20; day++) {
            counts.put(TODAY + day, 3);
        }
        DayBalance alone = balance(EasyDays.NONE, counts, Set.of());
        DayBalance beside = balance(EasyDays.NONE, counts, Set.of(TODAY + 15));
        assertThat(share(beside, 10, 20, 15)).isLessThan(1e-3);
        assertThat(share(beside, 10, 20, 14) / share(beside, 10, 20, 10))
                .as("0.2 of what it would be against a day five away")
                .isCloseTo(0.2 * share(alone, 10, 20, 14) / share(alone, 10, 20, 10), within(0.05));
    }

    @Test
    void everyDrawLiesInItsRangeAndRepeats() {
        Trials.run(300, random -> {
            Map<Long, Integer> counts = new HashMap<>();
            int lower = random.nextInt(1, 80);
            int upper = lower + random.nextInt(0, 12);
            for (int day = lower; day <= upper; day++) {
                counts.put(TODAY + day, random.nextInt(0, 30));
            }
            EasyDays easy = EasyDays.NONE
                    .with(DayOfWeek.of(random.nextInt(1, 8)), EasyDays.Load.MINIMUM)
                    .with(DayOfWeek.of(random.nextInt(1, 8)), EasyDays.Load.REDUCED);
            DayBalance balance = new DayBalance(
                    TODAY,
                    random.nextBoolean(),
                    easy,
                    day -> counts.getOrDefault(day, 0),
                    Set.of(TODAY + random.nextInt(1, 90)));
            double position = random.nextDouble();
            int drawn = balance.draw(lower, upper, position);
            assertThat(drawn).isBetween(lower, upper);
            assertThat(balance.draw(lower, upper, position)).isEqualTo(drawn);
        });
    }

    private static DayBalance balance(EasyDays easy, Map<Long, Integer> counts, Set<Long> siblings) {
        return new DayBalance(TODAY, true, easy, day -> counts.getOrDefault(day, 0), siblings);
    }

    /// How often a day is drawn over evenly spread positions.
    private static double share(DayBalance balance, int lower, int upper, int day) {
        int draws = 20_000;
        int hits = 0;
        for (int at = 0; at < draws; at++) {
            hits += balance.draw(lower, upper, (double) at / draws) == day ? 1 : 0;
        }
        return (double) hits / draws;
    }
}
