package dev.rockpool.quiz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.quiz.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemHistoryTest {
    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");

    /// On two days everything is right, on two nothing else but one of two others: r of (1, 1, 0, 0) and
    /// (1, 1, ½, 0) is 0.9045.
    @Test
    void anItemIsHeldAgainstTheOtherAnswersOfItsDay() {
        List<Attempt> attempts = new ArrayList<>();
        day(attempts, 0, true, true, true);
        day(attempts, 1, true, true, true);
        day(attempts, 2, false, true, false);
        day(attempts, 3, false, false, false);
        ItemHistory first = ItemHistory.of(attempts, ZoneOffset.UTC).stream()
                .filter(history -> history.item().equals("item-0"))
                .findFirst()
                .orElseThrow();
        assertThat(first.answers()).isEqualTo(4);
        assertThat(first.facility()).isEqualTo(0.5);
        assertThat(first.discrimination().orElseThrow()).isCloseTo(0.9045, within(1e-4));
        assertThat(first.share("wrong 0")).isEqualTo(0.5);
        assertThat(first.share("never")).isZero();
        assertThat(first.hasTooFewAnswers()).isTrue();
    }

    @Test
    void theHardestComesFirstAndWhatDoesNotVaryIsNotTold() {
        List<Attempt> attempts = new ArrayList<>();
        for (int day = 0; day < TestStatistics.FEWEST_ANSWERS; day++) {
            day(attempts, day, true, day % 2 == 0, false);
        }
        List<ItemHistory> all = ItemHistory.of(attempts, ZoneOffset.UTC);
        assertThat(all).extracting(ItemHistory::item).containsExactly("item-2", "item-1", "item-0");
        assertThat(all).allMatch(history -> !history.hasTooFewAnswers());
        assertThat(all.getFirst().discrimination()).isEmpty();
        assertThat(ItemHistory.of(List.of(), ZoneOffset.UTC)).isEmpty();
    }

    private static void day(List<Attempt> attempts, int day, boolean... right) {
        for (int item = 0; item < right.length; item++) {
            attempts.add(new Attempt(
                    "item-" + item,
                    1,
                    right[item] ? "right" : "wrong " + item,
                    right[item],
                    Optional.empty(),
                    START.plus(Duration.ofDays(day)).plusSeconds(item)));
        }
    }
}
