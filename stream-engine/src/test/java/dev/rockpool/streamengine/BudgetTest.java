package dev.rockpool.streamengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.trials.Campaign;
import org.junit.jupiter.api.Test;

final class BudgetTest {
    private static final int MIB = 1 << 20;

    @Test
    void nothingCarriesOver() {
        ShardWriteBudget budget = new ShardWriteBudget();
        assertThat(budget.take(100, MIB)).isEqualTo(Admission.ADMITTED);
        assertThat(budget.take(100, 1)).isEqualTo(Admission.THROTTLED_BY_BYTES);
        assertThat(budget.take(200, MIB)).isEqualTo(Admission.ADMITTED);
        assertThat(budget.take(200, 1)).isEqualTo(Admission.THROTTLED_BY_BYTES);
        assertThat(budget.bytesTaken()).isEqualTo(MIB);
    }

    @Test
    void theCountIsNamedFirst() {
        ShardWriteBudget budget = new ShardWriteBudget();
        assertThat(budget.takeMany(1, 0, 5_000)).isEqualTo(1_000);
        assertThat(budget.recordsTaken()).isEqualTo(1_000);
        assertThat(budget.take(1, 0)).isEqualTo(Admission.THROTTLED_BY_COUNT);
        assertThat(Admission.THROTTLED_BY_COUNT.cause()).contains(ThrottleCause.COUNT);
    }

    @Test
    void aClockThatStandsOrStepsBackStaysInItsSecond() {
        ShardWriteBudget budget = new ShardWriteBudget();
        budget.take(100, MIB);
        assertThat(budget.take(100, 1)).isEqualTo(Admission.THROTTLED_BY_BYTES);
        assertThat(budget.take(99, 1)).isEqualTo(Admission.THROTTLED_BY_BYTES);
        assertThat(budget.take(101, 1)).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void aLargeRecordBorrowsWhatItNeeds() {
        ShardWriteBudget budget = new ShardWriteBudget();
        assertThat(budget.take(0, MIB / 2)).isEqualTo(Admission.ADMITTED);
        assertThat(budget.take(0, 10 * MIB)).isEqualTo(Admission.ADMITTED);
        for (int second = 0; second < 10; second++) {
            assertThat(budget.take(second, 1)).isEqualTo(Admission.THROTTLED_BY_BYTES);
        }
        assertThat(budget.take(10, MIB / 2)).isEqualTo(Admission.ADMITTED);
        assertThat(budget.take(10, 1)).isEqualTo(Admission.THROTTLED_BY_BYTES);
        assertThat(budget.take(11, MIB)).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void debtIsForgottenAfterALongWhile() {
        ShardWriteBudget budget = new ShardWriteBudget();
        budget.take(0, 10 * MIB);
        assertThat(budget.take(Long.MAX_VALUE, MIB)).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void manyAtOnceAreAsManyOneByOne() {
        Campaign.run(500, random -> {
            ShardWriteBudget one = new ShardWriteBudget();
            ShardWriteBudget many = new ShardWriteBudget();
            long second = 0;
            for (int step = 0; step < 30; step++) {
                second += random.nextInt(3);
                int bytes = random.nextInt(8) == 0 ? random.nextInt(3 * MIB) : random.nextInt(20_000);
                int offered = random.nextInt(1_200);
                int taken = 0;
                for (int at = 0; at < offered; at++) {
                    if (one.take(second, bytes) == Admission.ADMITTED) {
                        taken++;
                    }
                }
                assertThat(many.takeMany(second, bytes, offered)).isEqualTo(taken);
                assertThat(many.bytesTaken()).isEqualTo(one.bytesTaken());
                assertThat(many.recordsTaken()).isEqualTo(one.recordsTaken());
            }
        });
    }

    @Test
    void callersShareFiveReadsAndTwoMebibytes() {
        ShardReadBudget budget = ShardReadBudget.shared();
        for (int call = 0; call < 5; call++) {
            assertThat(budget.call(7)).isEqualTo(Admission.ADMITTED);
        }
        assertThat(budget.call(7)).isEqualTo(Admission.THROTTLED_BY_COUNT);
        assertThat(budget.call(8)).isEqualTo(Admission.ADMITTED);
        budget.returned(10 * MIB);
        for (int second = 8; second < 13; second++) {
            assertThat(budget.call(second)).isEqualTo(Admission.THROTTLED_BY_BYTES);
        }
        assertThat(budget.call(13)).isEqualTo(Admission.ADMITTED);
        assertThat(budget.room(13)).isEqualTo(2 * MIB);
    }

    @Test
    void aFanOutConsumerHasNoCallsToCount() {
        ShardReadBudget budget = ShardReadBudget.fanOut();
        for (int call = 0; call < 100; call++) {
            assertThat(budget.call(7)).isEqualTo(Admission.ADMITTED);
        }
        budget.returned(3 * MIB);
        assertThat(budget.room(7)).isZero();
        assertThat(budget.room(8)).isEqualTo(MIB);
    }
}
