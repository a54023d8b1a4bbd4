package dev.rockpool.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GraderTest {
    private static final Misconception OUTAGE = new Misconception("as-long-as-the-outage", "It is not.");
    private static final Form.Numeric SECONDS = new Form.Numeric(
            BigDecimal.valueOf(1_200),
            Unit.SECONDS,
            BigDecimal.valueOf(24),
            List.of(new Trap(BigDecimal.valueOf(600), OUTAGE)));
    private static final Form.Numeric SHARDS =
            new Form.Numeric(BigDecimal.valueOf(12), Unit.SHARDS, BigDecimal.ZERO, List.of());

    @Test
    void numbersAreReadAsPeopleWriteThem() {
        for (String typed : List.of(
                "1200",
                " 1,200 ",
                "1 200",
                "1’200",
                "1200.0",
                "+1200",
                "1200 s",
                "1200s",
                "1,200 seconds",
                "1200 SEC")) {
            assertThat(Grader.grade(SECONDS, typed)).as(typed).isEqualTo(new Grade.Right());
        }
        assertThat(Grader.grade(SHARDS, "12 shards")).isEqualTo(new Grade.Right());
    }

    @Test
    void theToleranceIsIncluded() {
        assertThat(Grader.grade(SECONDS, "1224")).isEqualTo(new Grade.Right());
        assertThat(Grader.grade(SECONDS, "1176")).isEqualTo(new Grade.Right());
        assertThat(Grader.grade(SECONDS, "1224.1")).isEqualTo(new Grade.Wrong(Optional.empty()));
        assertThat(Grader.grade(SHARDS, "12.01")).isEqualTo(new Grade.Wrong(Optional.empty()));
        assertThat(Grader.grade(SHARDS, "-12")).isEqualTo(new Grade.Wrong(Optional.empty()));
    }

    @Test
    void aKnownMistakeIsNamed() {
        assertThat(Grader.grade(SECONDS, "610 s")).isEqualTo(new Grade.Wrong(Optional.of(OUTAGE)));
    }

    @Test
    void whatIsNoAnswerIsToldWhatWouldBe() {
        for (String typed : List.of("", "twelve", "12 min", "1.2.3", "1,20", "12 shards", "1e3", "9".repeat(500))) {
            assertThat(Grader.grade(SECONDS, typed))
                    .as(typed)
                    .isEqualTo(new Grade.Unreadable("Type a time in seconds, such as 90 or 90 s."));
        }
    }

    @Test
    void anOptionIsRightOrItsMistake() {
        assertThat(Grader.grade(new Option("1", BigDecimal.ONE, Optional.empty())))
                .isEqualTo(new Grade.Right());
        assertThat(Grader.grade(new Option("2", BigDecimal.TWO, Optional.of(OUTAGE))))
                .isEqualTo(new Grade.Wrong(Optional.of(OUTAGE)));
    }
}
