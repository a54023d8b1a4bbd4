package dev.rockpool.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class GraderTest {
    private static final Misconception OUTAGE = new Misconception("as-long-as-the-outage", "It is not.");
    private static final Form.Numeric SECONDS = new Form.Numeric(
            BigDecimal.valueOf(1_200),
            new Measure.OfLab(Unit.SECONDS),
            BigDecimal.valueOf(24),
            List.of(new Trap(BigDecimal.valueOf(600), OUTAGE)));
    private static final Form.Numeric SHARDS =
            new Form.Numeric(BigDecimal.valueOf(12), new Measure.OfLab(Unit.SHARDS), BigDecimal.ZERO, List.of());

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
            assertThat(typed(SECONDS, typed)).as(typed).isEqualTo(new Grade.Right());
        }
        assertThat(typed(SHARDS, "12 shards")).isEqualTo(new Grade.Right());
    }

    @Test
    void theToleranceIsIncluded() {
        assertThat(typed(SECONDS, "1224")).isEqualTo(new Grade.Right());
        assertThat(typed(SECONDS, "1176")).isEqualTo(new Grade.Right());
        assertThat(typed(SECONDS, "1224.1")).isEqualTo(new Grade.Wrong(Optional.empty()));
        assertThat(typed(SHARDS, "12.01")).isEqualTo(new Grade.Wrong(Optional.empty()));
        assertThat(typed(SHARDS, "-12")).isEqualTo(new Grade.Wrong(Optional.empty()));
    }

    @Test
    void aKnownMistakeIsNamed() {
        assertThat(typed(SECONDS, "610 s")).isEqualTo(new Grade.Wrong(Optional.of(OUTAGE)));
    }

    @Test
    void whatIsNoAnswerIsToldWhatWouldBe() {
        for (String typed : List.of("", "twelve", "12 min", "1.2.3", "1,20", "12 shards", "1e3", "9".repeat(500))) {
            assertThat(typed(SECONDS, typed))
                    .as(typed)
                    .isEqualTo(new Grade.Unreadable("Type a time in seconds, such as 90 or 90 s."));
        }
    }

    @Test
    void aDeckNamesItsUnits() {
        Form.Numeric kilobytes =
                new Form.Numeric(BigDecimal.valueOf(2_560), new Measure.Named("KB"), BigDecimal.ZERO, List.of());
        assertThat(typed(kilobytes, "2,560 kb")).isEqualTo(new Grade.Right());
        assertThat(typed(kilobytes, "2560")).isEqualTo(new Grade.Right());
        assertThat(typed(kilobytes, "2.56 MB"))
                .isEqualTo(new Grade.Unreadable("Type a number of KB, such as 12 or 1,200."));
    }

    @Test
    void anOptionIsRightOrItsMistake() {
        Form.Choice choice = new Form.Choice(List.of(Option.right("1", ""), Option.wrong("2", OUTAGE)));
        assertThat(Grader.grade(choice, Response.Chosen.of(0))).isEqualTo(new Grade.Right());
        assertThat(Grader.grade(choice, Response.Chosen.of(1))).isEqualTo(new Grade.Wrong(Optional.of(OUTAGE)));
    }

    @Test
    void ofSeveralAllAreWantedAndNoOther() {
        Form.MultipleResponse several = new Form.MultipleResponse(
                List.of(Option.right("1", ""), Option.wrong("2", OUTAGE), Option.right("3", "")));
        assertThat(Grader.grade(several, new Response.Chosen(new TreeSet<>(List.of(0, 2)))))
                .isEqualTo(new Grade.Right());
        assertThat(Grader.grade(several, new Response.Chosen(new TreeSet<>(List.of(0)))))
                .isEqualTo(new Grade.Wrong(Optional.empty()));
        assertThat(Grader.grade(several, new Response.Chosen(new TreeSet<>(List.of(0, 1, 2)))))
                .isEqualTo(new Grade.Wrong(Optional.of(OUTAGE)));
    }

    @Test
    void wordsAreComparedWithoutCaseAndAccents() {
        Form.Typed words = new Form.Typed(List.of("partition projection"));
        assertThat(typed(words, " Partition  Projection. ")).isEqualTo(new Grade.Right());
        assertThat(typed(words, "partition pruning")).isEqualTo(new Grade.Wrong(Optional.empty()));
        assertThat(typed(words, " ")).isEqualTo(new Grade.Unreadable("Type a word or a few."));
    }

    @Test
    void pairsAndOrdersAreRightAsAWhole() {
        Form.Matching pairs = new Form.Matching(List.of("a", "b", "c"), List.of("x", "y"), List.of(1, 0, 1));
        assertThat(Grader.grade(pairs, new Response.Matched(List.of(1, 0, 1)))).isEqualTo(new Grade.Right());
        assertThat(Grader.grade(pairs, Response.Matched.none(pairs).with(0, 1)))
                .isEqualTo(new Grade.Wrong(Optional.empty()));
        Form.Ordering order = new Form.Ordering(List.of("b", "c", "a"), List.of(2, 0, 1));
        assertThat(Grader.grade(order, Response.Ordered.first(order))).isEqualTo(new Grade.Wrong(Optional.empty()));
        assertThat(Grader.grade(
                        order, Response.Ordered.first(order).swapped(0, 2).swapped(1, 2)))
                .isEqualTo(new Grade.Right());
    }

    @Test
    void aResponseIsReadAsItWasWritten() {
        Form.Choice choice = new Form.Choice(List.of(Option.right("1", ""), Option.wrong("2", OUTAGE)));
        Form.Matching pairs = new Form.Matching(List.of("a", "b"), List.of("x", "y"), List.of(1, 0));
        Form.Ordering order = new Form.Ordering(List.of("b", "a"), List.of(1, 0));
        Map<Form, Response> all = Map.of(
                choice, Response.Chosen.of(1),
                pairs, Response.Matched.none(pairs).with(1, 0),
                order, Response.Ordered.first(order).swapped(0, 1),
                SHARDS, new Response.Written("12 shards: all"));
        all.forEach((form, response) ->
                assertThat(Response.read(response.line(), form)).contains(response));
    }

    /// A deck may have been edited since a response was kept.
    @Test
    void aResponseThatDoesNotFitIsNone() {
        Form.Choice choice = new Form.Choice(List.of(Option.right("1", ""), Option.wrong("2", OUTAGE)));
        Form.Ordering order = new Form.Ordering(List.of("b", "a"), List.of(1, 0));
        for (String line : List.of("chosen:2", "chosen:x", "written:1", "", "chosen", "matched:0,1")) {
            assertThat(Response.read(line, choice)).as(line).isEmpty();
        }
        for (String line : List.of("ordered:0,0", "ordered:0", "ordered:0,-", "ordered:0,1,2")) {
            assertThat(Response.read(line, order)).as(line).isEmpty();
        }
    }

    private static Grade typed(Form form, String text) {
        return Grader.grade(form, new Response.Written(text));
    }
}
