package dev.rockpool.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rockpool.app.study.TypedAnswer.Nearness;
import dev.rockpool.app.study.TypedAnswer.Span;
import dev.rockpool.study.memory.Rating;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAnswerTest {
    private static final List<String> FUNDY = List.of("1,600 cm", "16 m", "sixteen metres");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,600 cm        | EXACT",
                "1600 cm         | FORGIVEN",
                "1 600 CM        | FORGIVEN",
                "1,600cm.        | FORGIVEN",
                "16 m            | VARIANT",
                "16M             | VARIANT",
                "Sixteen  Metres | VARIANT",
                "sixteen meters  | DIFFERENT",
                "sixteen metre   | CLOSE",
                "1,700 cm        | DIFFERENT",
                "160 cm          | DIFFERENT",
                "the Moon        | DIFFERENT",
                "''              | EMPTY",
            })
    void whatCountsIsTheAnswerNotItsWriting(String typed, Nearness nearness) {
        assertThat(TypedAnswer.compare(typed, FUNDY).nearness()).isEqualTo(nearness);
    }

    @Test
    void theRatingIsSuggestedByNearness() {
        assertThat(TypedAnswer.compare("16 m", FUNDY).suggestion()).isEqualTo(Rating.GOOD);
        assertThat(TypedAnswer.compare("sixteen metre", FUNDY).suggestion()).isEqualTo(Rating.HARD);
        assertThat(TypedAnswer.compare("the Moon", FUNDY).suggestion()).isEqualTo(Rating.AGAIN);
        assertThat(TypedAnswer.compare(" ", FUNDY).suggestion()).isEqualTo(Rating.AGAIN);
    }

    @Test
    void theDifferenceLeadsFromWhatWasTypedToTheAnswer() {
        TypedAnswer.Comparison comparison = TypedAnswer.compare("Kinesys", List.of("Kinesis"));
        assertThat(without(comparison, Span.Kind.EXTRA)).isEqualTo("Kinesis");
        assertThat(without(comparison, Span.Kind.MISSING)).isEqualTo("Kinesys");
        assertThat(comparison.right()).isFalse();
    }

    @Test
    void aVeryLongAnswerIsComparedAsFarAsItMatters() {
        TypedAnswer.Comparison comparison = TypedAnswer.compare("a".repeat(50_000), List.of("b"));
        assertThat(comparison.nearness()).isEqualTo(Nearness.DIFFERENT);
    }

    @Test
    void aCardWithoutAnAnswerIsACallersMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> TypedAnswer.compare("x", List.of()));
    }

    private static String without(TypedAnswer.Comparison comparison, Span.Kind kind) {
        return comparison.spans().stream()
                .filter(span -> span.kind() != kind)
                .map(Span::text)
                .collect(Collectors.joining());
    }
}
