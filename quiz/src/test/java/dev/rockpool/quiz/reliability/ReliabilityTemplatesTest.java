package dev.rockpool.quiz.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Templates;
import dev.rockpool.quiz.reliability.AvailabilityTemplates.Cycle;
import dev.rockpool.quiz.reliability.AvailabilityTemplates.Pair;
import dev.rockpool.quiz.reliability.AvailabilityTemplates.Promise;
import dev.rockpool.quiz.reliability.DurabilityTemplates.Coded;
import dev.rockpool.quiz.reliability.DurabilityTemplates.Drives;
import dev.rockpool.quiz.reliability.DurabilityTemplates.Grouped;
import dev.rockpool.quiz.reliability.DurabilityTemplates.Kept;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// Answers by hand, and by counting outcomes.
class ReliabilityTemplatesTest {
    @SuppressWarnings("unchecked")
    private static <P> double answer(String id, P parameters) {
        return ((Template<P>) Templates.require(id)).answer(parameters).doubleValue();
    }

    @Test
    void lossesAreThoseOfTheFacts() {
        Kept tenMillion = new Kept(BigDecimal.valueOf(10_000_000), 11);
        assertThat(answer("durability-years", tenMillion)).isEqualTo(10_000);
        assertThat(answer("durability-lost", new Kept(new BigDecimal("200000000000"), 11)))
                .isEqualTo(2);
    }

    @Test
    void codesStoreAndReadWhatCountingShardsGives() {
        Coded coded = new Coded(17, 3, 170);
        assertThat(answer("durability-stored", coded)).isEqualTo(170 + 3 * 10);
        assertThat(answer("durability-rebuild", new Coded(17, 3, 2))).isEqualTo(34);
        assertThat(answer("durability-local", new Grouped(2, 6, 2, 5))).isEqualTo(30);
        assertThat(answer("durability-drives", new Drives(1_000, new Coded(4, 2, 1), 10)))
                .isEqualTo(60);
    }

    @Test
    void downtimesAreThoseOfTheClock() {
        assertThat(answer("availability-downtime", new Promise(10, 0))).isEqualTo(43.2);
        assertThat(answer("availability-budget", new Promise(10, 20))).isEqualTo(23.2);
        assertThat(answer("availability-repair", new Cycle(87, 13))).isCloseTo(8_760 * 0.13, within(1e-6));
    }

    @Test
    void systemsAreUpInTheOutcomesInWhichTheyAre() {
        double first = 0.02;
        double second = 0.05;
        double[] both = new double[3];
        for (int down = 0; down < 4; down++) {
            double chance = ((down & 1) != 0 ? first : 1 - first) * ((down & 2) != 0 ? second : 1 - second);
            both[Integer.bitCount(down)] += chance;
        }
        Pair pair = new Pair(BigDecimal.valueOf(first), BigDecimal.valueOf(second));
        assertThat(answer("availability-series", pair)).isCloseTo(both[0], within(1e-12));
        assertThat(answer("availability-parallel", pair)).isCloseTo(both[0] + both[1], within(1e-12));
        double up = 0;
        for (int down = 0; down < 8; down++) {
            int lost = Integer.bitCount(down);
            up += lost <= 1 ? Math.pow(first, lost) * Math.pow(1 - first, 3 - lost) : 0;
        }
        assertThat(answer("availability-two-of-three", new Pair(pair.first(), pair.first())))
                .isCloseTo(up, within(1e-12));
    }
}
