package dev.rockpool.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class JsonFieldsTest {
    @Test
    void fieldsAreReadWithinBounds() {
        JsonFields fields = fields("{\"a\": 3, \"b\": 2.5, \"c\": \"x\", \"d\": [1, 2], \"e\": null, \"f\": 3.0}");
        assertThat(fields.whole("a", 0, 5)).isEqualTo(3);
        assertThat(fields.whole("f", 0, 5)).isEqualTo(3);
        assertThat(fields.whole("e", 0, 5, 4)).isEqualTo(4);
        assertThat(fields.decimal("b", 0, 5)).isEqualTo(2.5);
        assertThat(fields.word("c", List.of("x", "y"), Optional.empty())).isEqualTo("x");
        assertThat(fields.word("e", List.of("x", "y"), Optional.of("y"))).isEqualTo("y");
        assertThat(fields.items("d", 2, (path, item) -> path + JsonFields.whole(path, item, 0, 9)))
                .containsExactly("d[0]1", "d[1]2");
    }

    @Test
    void faultsNameFieldValueAndBound() {
        JsonFields fields =
                fields("{\"a\": 7, \"b\": \"x\", \"c\": 1.5, \"d\": [1, 2], \"e\": true, \"f\": 1e999999999}");
        assertFault(() -> fields.whole("a", 0, 5), "a is 7, it must be 0 to 5.");
        assertFault(() -> fields.whole("b", 0, 5), "b is a whole number from 0 to 5, not the string \"x\".");
        assertFault(() -> fields.whole("c", 0, 5), "c is 1.5, it must be a whole number.");
        assertFault(() -> fields.whole("f", 0, 5), "f is 1E+999999999, it must be 0 to 5.");
        assertFault(() -> fields.whole("z", 0, 5), "z is missing.");
        assertFault(() -> fields.decimal("a", 0, 5), "a is 7, it must be 0 to 5.");
        assertFault(() -> fields.decimal("e", 0, 5), "e is a number from 0 to 5, not true.");
        assertFault(() -> fields.text("d"), "d is a string, not an array.");
        assertFault(() -> fields.items("a", 5, (path, item) -> path), "a is an array, not the number 7.");
        assertFault(() -> fields.items("d", 1, (path, item) -> path), "d has 2 items, it may have 1.");
        assertFault(
                () -> fields.word("b", List.of("yes", "no"), Optional.empty()),
                "b is \"x\", it must be one of yes, no; near matches: \"no\", \"yes\".");
        assertFault(() -> fields("[]"), "A scenario is an object, not an array.");
        assertFault(() -> fields("{\"aa\": 1}"), "There is no field \"aa\"; near matches: \"a\"");
        assertFault(
                () -> JsonFields.kind("keys", LabJson.parse("f", "null"), List.of("x")),
                "keys is an object with a field kind, not null.");
    }

    @Test
    void textThatIsNoJsonIsRefusedWithItsLine() {
        assertFault(() -> LabJson.parse("f.json", ""), "f.json:1: the file is empty, JSON was expected.");
        assertFault(() -> LabJson.parse("f.json", "{\n\"a\": }"), "f.json:2: the text is not valid JSON at column");
        assertFault(() -> LabJson.parse("f.json", "{\"a\": 1, \"a\": 2}"), "the field \"a\" occurs twice");
        assertFault(() -> LabJson.parse("f.json", "{} {}"), "f.json:1: the text is not valid JSON");
        assertFault(() -> LabJson.parse("f.json", "[".repeat(200)), "f.json:1: the text is not valid JSON");
        assertThat(LabJson.line(LabJson.parse("f.json", "\uFEFF{ \"a\" : 0.10 }")))
                .isEqualTo("{\"a\":0.10}");
    }

    @Test
    void resultsHaveNoEndlessDigits() {
        assertThat(LabJson.ratio(1, 3).toPlainString()).isEqualTo("0.333333333333");
        assertThat(LabJson.ratio(200, 1)).hasToString("200");
        assertThat(LabJson.decimal(0)).hasToString("0");
        assertThat(LabJson.decimal(1e6)).hasToString("1000000");
        assertThat(LabJson.decimal(0.1 + 0.2)).hasToString("0.3");
    }

    private static JsonFields fields(String json) {
        return JsonFields.of("", LabJson.parse("test", json), List.of("a", "b", "c", "d", "e", "f"));
    }

    private static void assertFault(ThrowingCallable reading, String sentence) {
        assertThatThrownBy(reading).isInstanceOf(InputException.class).hasMessageContaining(sentence);
    }
}
