package dev.rockpool.study.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.study.log.LoggedReview;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.optimise.TrainingItems.FirstItems;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What counts as an item, what as an outlier, and how much each weighs.
final class TrainingItemsTest {
    private static final StudyCalendar CALENDAR = new StudyCalendar(ZoneOffset.UTC);

    @Test
    void daysTurnAtFourAndReviewsCountInTimeOrder() {
        ReviewHistories histories = ReviewHistories.of(
                List.of(
                        review("a", "2026-03-03T05:00:00Z", 3),
                        review("a", "2026-03-02T10:00:00Z", 1),
                        review("a", "2026-03-03T03:59:00Z", 4)),
                CALENDAR);
        assertThat(histories.cards()).isEqualTo(1);
        assertThat(histories.reviews()).isEqualTo(3);
        assertThat(List.of(histories.grade(0), histories.grade(1), histories.grade(2)))
                .containsExactly(1, 4, 3);
        assertThat(List.of(histories.elapsedDays(0), histories.elapsedDays(1), histories.elapsedDays(2)))
                .containsExactly(0, 0, 1);
    }

    @Test
    void aHistoryBeginsAtItsLastRunOfLearning() {
        ReviewHistories histories = ReviewHistories.of(
                List.of(
                        review("a", "2026-03-02T10:00:00Z", 3, 0),
                        review("a", "2026-03-03T10:00:00Z", 3, 2),
                        review("b", "2026-03-03T10:00:00Z", 3, 2),
                        review("a", "2026-03-09T10:00:00Z", 1, 0),
                        review("a", "2026-03-09T10:05:00Z", 3, 1),
                        review("a", "2026-03-12T10:00:00Z", 3, 2)),
                CALENDAR);
        assertThat(histories.reviews()).isEqualTo(6);
        assertThat(histories.end(0) - histories.start(0)).isEqualTo(3);
        assertThat(histories.grade(histories.start(0))).isEqualTo(1);
        assertThat(histories.elapsedDays(histories.start(0))).isZero();
        assertThat(histories.elapsedDays(histories.end(0) - 1)).isEqualTo(3);
        assertThat(histories.end(1) - histories.start(1)).isEqualTo(1);
    }

    @Test
    void smallGroupsAndLateOnesAreOutliers() {
        // By the rule of filter_outlier: groups of 2 and 17 make up 19 of at most 20 that go; then 5 are too few,
        // 8 come too late, 30 stay.
        ReviewHistories.Builder builder = new ReviewHistories.Builder(0);
        int card = 0;
        int[][] groups = {{1, 30}, {2, 2}, {3, 17}, {4, 18}, {101, 40}};
        for (int[] group : groups) {
            for (int i = 0; i < group[1]; i++) {
                builder.add(card++, 0, Rating.GOOD, false);
            }
        }
        for (int day = 1; day <= 101; day++) {
            int first = 0;
            for (int[] group : groups) {
                for (int i = 0; group[0] == day && i < group[1]; i++) {
                    builder.add(first + i, day, i == 0 ? Rating.AGAIN : Rating.GOOD, false);
                }
                first += group[1];
            }
        }
        TrainingItems items = TrainingItems.of(builder.build());
        assertThat(items.firstItems().get(2)).containsExactly(new FirstItems(1, 30, 29), new FirstItems(4, 18, 17));
        assertThat(items.firstItems().get(0)).isEmpty();
        assertThat(items.count()).isEqualTo(48);
        assertThat(items.firstCount()).isEqualTo(48);
        assertThat(items.cards()).hasSize(48);
        assertThat(items.averageRecall()).isCloseTo(102.0 / 107, within(1e-12));
    }

    @Test
    void newerItemsWeighMore() {
        assertThat(TrainingItems.recencyWeight(0, 5)).isEqualTo(0.25);
        assertThat(TrainingItems.recencyWeight(2, 5)).isCloseTo(0.25 + 0.75 / 8, within(1e-12));
        assertThat(TrainingItems.recencyWeight(4, 5)).isEqualTo(1);
        assertThat(TrainingItems.recencyWeight(0, 1)).isEqualTo(1);
    }

    @Test
    void firstItemsAreNumberedBeforeAllOthers() {
        ReviewHistories.Builder builder = new ReviewHistories.Builder(0);
        for (int card = 0; card < 25; card++) {
            builder.add(card, 0, Rating.GOOD, false);
        }
        for (int day = 1; day <= 2; day++) {
            for (int card = 0; card < 25; card++) {
                builder.add(card, day, Rating.GOOD, false);
            }
        }
        ReviewHistories histories = builder.build();
        TrainingItems items = TrainingItems.of(histories);
        assertThat(items.count()).isEqualTo(50);
        assertThat(items.weight(histories.start(0))).isZero();
        assertThat(items.weight(histories.start(0) + 1)).isEqualTo(0.25f);
        assertThat(items.weight(histories.start(24) + 2)).isEqualTo(1f);
        assertThat(items.weight(histories.start(24) + 1)).isLessThan(items.weight(histories.start(0) + 2));
    }

    @Test
    void binsAreThoseOfTheReferenceByTheirExponents() {
        // r_matrix_index: delay 1 to 3 share a bin, 4 begins the next (base 3.62); so do 1 and 2 items (base 1.89)
        assertThat(Bins.of(1, 1, 0)).isEqualTo(Bins.of(3, 2, 0)).isNotEqualTo(Bins.of(4, 1, 0));
        assertThat(Bins.of(1, 1, 0)).isNotEqualTo(Bins.of(1, 3, 0)).isNotEqualTo(Bins.of(1, 1, 1));
        assertThat(Bins.of(1, 1, 1)).isNotEqualTo(Bins.of(1, 1, 2));
        assertThat(Bins.of(1, 1, 2)).isNotEqualTo(Bins.of(1, 1, 3));
        assertThat(Bins.of(4_000_000, 20_000_000, 20_000_000)).isBetween(0, Bins.COUNT - 1);
    }

    private static LoggedReview review(String card, String time, int grade) {
        return new LoggedReview(1, card, Instant.parse(time), Rating.of(grade), OptionalInt.empty());
    }

    private static LoggedReview review(String card, String time, int grade, int state) {
        return new LoggedReview(1, card, Instant.parse(time), Rating.of(grade), OptionalInt.of(state));
    }
}
