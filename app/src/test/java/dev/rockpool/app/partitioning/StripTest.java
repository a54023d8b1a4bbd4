package dev.rockpool.app.partitioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.partitioning.KeyPart;
import dev.rockpool.simulators.partitioning.LayoutReading.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripTest {
    private static final double EXACT = 1e-9;

    @Test
    void theLastDaysLieAtTheEnd() {
        Strip strip = new Strip(List.of(new Level(KeyPart.DAY, 10, 2)));
        assertThat(strip.share(0, 0.8)).isZero();
        assertThat(strip.share(0.8, 1)).isEqualTo(1);
        assertThat(strip.share(0, 1)).isCloseTo(0.2, within(EXACT));
    }

    @Test
    void aDayOfEveryUserIsSpreadOverAllOfThem() {
        Strip strip = new Strip(List.of(new Level(KeyPart.USER, 100, 100), new Level(KeyPart.DAY, 1_000, 100)));
        assertThat(strip.share(0, 1)).isCloseTo(0.1, within(EXACT));
        assertThat(strip.share(0, 0.5)).isCloseTo(0.1, within(EXACT));
        assertThat(strip.share(0.5, 0.51)).isCloseTo(0.1, within(EXACT));
    }

    @Test
    void everyUserOfADayLiesTogether() {
        Strip strip = new Strip(List.of(new Level(KeyPart.DAY, 10, 1), new Level(KeyPart.USER, 1_000, 100)));
        assertThat(strip.share(0, 0.9)).isZero();
        assertThat(strip.share(0.9, 1)).isCloseTo(1, within(EXACT));
    }
}
