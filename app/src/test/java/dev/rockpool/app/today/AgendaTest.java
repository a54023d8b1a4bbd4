package dev.rockpool.app.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.study.Counts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {
    @Test
    void minutesFollowTodaysPaceOnceThereIsOne() {
        assertThat(Agenda.minutes(60, counts(0, Duration.ZERO))).isEqualTo(10);
        assertThat(Agenda.minutes(60, counts(10, Duration.ofSeconds(200)))).isEqualTo(20);
        assertThat(Agenda.minutes(1, counts(0, Duration.ZERO))).isEqualTo(1);
        assertThat(Agenda.minutes(0, counts(0, Duration.ZERO))).isZero();
    }

    private static Counts counts(int done, Duration studied) {
        return new Counts(0, 0, 0, 0, done, done, 0, studied, 0, 0, Optional.empty());
    }
}
