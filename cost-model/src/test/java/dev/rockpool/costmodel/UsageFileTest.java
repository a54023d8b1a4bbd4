package dev.rockpool.costmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class UsageFileTest {
    private static final Biller BILLER = new Biller(PriceBook.shipped());
    private static final String SHARDS =
            "{\"service\":\"KinesisDataStreams\",\"item\":\"provisioned.shard_hour\",\"quantity\":45,"
                    + "\"region\":\"us-east-1\"}";
    private static final String KEYS =
            "{\"service\":\"KMS\",\"item\":\"customer_managed_key\",\"quantity\":\"2\",\"region\":\"eu-west-1\"}";
    private static final String UNKNOWN = SHARDS.replace("us-east-1", "mars-1");

    @Test
    void answersWithExactlyTheDocumentedFields() {
        assertThat(answers("[" + SHARDS + "]"))
                .containsExactly("{\"currency\":\"USD\",\"lines\":[{\"service\":\"KinesisDataStreams\","
                        + "\"item\":\"provisioned.shard_hour\",\"region\":\"us-east-1\",\"quantity\":\"45\","
                        + "\"unit\":\"shard-hour\",\"amount\":\"0.675\",\"tiers\":[{\"from\":\"0\",\"to\":\"Inf\","
                        + "\"quantity\":\"45\",\"price\":\"0.015\",\"amount\":\"0.675\",\"free\":false,"
                        + "\"source\":\"AWS Price List Sept 2026 quoted in pattern catalog \\\"Amazon Kinesis\\\"\","
                        + "\"asOf\":\"2026-09-01\",\"confidence\":\"primary\"}],"
                        + "\"source\":\"AWS Price List Sept 2026 quoted in pattern catalog \\\"Amazon Kinesis\\\"\","
                        + "\"asOf\":\"2026-09-01\",\"confidence\":\"primary\"}],\"total\":\"0.675\"}");
    }

    @Test
    void aPriceWithoutADateHasNone() {
        String batch = SHARDS.replace("KinesisDataStreams", "Batch").replace("provisioned.shard_hour", "service fee");
        JsonNode line = tree(answers(batch).getFirst()).get("lines").get(0);
        assertThat(line.get("asOf").isNull()).isTrue();
        assertThat(line.get("confidence").asString()).isEqualTo("undated");
        assertThat(line.get("region").asString()).isEqualTo("us-east-1");
    }

    @Test
    void anArrayOfLinesIsOneBill() {
        List<String> answers = answers("[" + SHARDS + "," + KEYS + "]");
        assertThat(answers).hasSize(1);
        assertThat(tree(answers.getFirst()).get("total").asString()).isEqualTo("2.675");
        assertThat(answers("[]")).containsExactly("{\"currency\":\"USD\",\"lines\":[],\"total\":\"0\"}");
        assertThat(UsageFile.parse("u.json", SHARDS).bills(BILLER)).hasSize(1);
    }

    @Test
    void anArrayOfCasesAnswersOneLineEachAndABadOneAnswersItsFault() {
        List<String> answers = new ArrayList<>();
        UsageFile file =
                UsageFile.parse("u.json", "[[" + SHARDS + "],\n[" + KEYS + ",\n" + UNKNOWN + "],\n" + KEYS + ",[]]");
        assertThat(file.many()).isTrue();
        assertThat(file.price(BILLER, answers::add)).isFalse();
        assertThat(answers).hasSize(4);
        assertThat(tree(answers.get(0)).get("total").asString()).isEqualTo("0.675");
        assertThat(answers.get(1))
                .isEqualTo(
                        "{\"error\":\"u.json:3: region: KinesisDataStreams \\\"provisioned.shard_hour\\\" has no price"
                                + " in \\\"mars-1\\\"; near matches: \\\"us-east-1\\\", \\\"us-east-2\\\"\"}");
        assertThat(tree(answers.get(2)).get("total").asString()).isEqualTo("2");
        assertThat(tree(answers.get(3)).get("total").asString()).isEqualTo("0");
        assertThat(UsageFile.parse("u.json", "[[" + SHARDS + "]]").price(BILLER, answers::add))
                .isTrue();
    }

    @Test
    void aLoneCaseAtFaultIsRefused() {
        assertThatThrownBy(() -> answers("[" + KEYS + ",\n\n" + UNKNOWN + "]"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("u.json:3: region: ");
    }

    /// What stands for the quantity, and the sentence.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "-1 | quantity \"-1\" is negative, it must be 0 or more.",
                "\"-0.5\" | quantity \"-0.5\" is negative, it must be 0 or more.",
                "NaN | quantity \"NaN\" is not a decimal number of at most 30 digits before and 40 after the point.",
                "-Infinity | quantity \"-Infinity\" is not a decimal number of at most 30 digits before and 40 after the point.",
                "1e999999999 | quantity \"1e999999999\" is not a decimal number of at most 30 digits before and 40 after the point.",
                "1e-99999999999999 | quantity \"1e-99999999999999\" is not a decimal number of at most 30 digits before and 40 after the point.",
                "\"\" | quantity \"\" is not a decimal number of at most 30 digits before and 40 after the point.",
                "\"1,5\" | quantity \"1,5\" is not a decimal number of at most 30 digits before and 40 after the point.",
                "true | quantity is a number, or a string with one, not true.",
                "null | quantity is a number, or a string with one, not null.",
                "[1] | quantity is a number, or a string with one, not an array.",
                "{} | quantity is a number, or a string with one, not an object."
            })
    void aBadQuantityIsNamed(String quantity, String sentence) {
        String line = SHARDS.replace(":45,", ":\n" + quantity + ",");
        assertThatThrownBy(() -> answers("[\n" + line + "]"))
                .isInstanceOf(InputException.class)
                .hasMessage("u.json:3: " + sentence);
    }

    @Test
    void aLongValueIsCut() {
        String digits = "9".repeat(2000);
        assertThatThrownBy(() -> answers(SHARDS.replace("45", digits)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("quantity \"" + "9".repeat(80) + "…\" is not");
    }

    @Test
    void unknownMissingAndMistypedFieldsAreNamed() {
        assertFault(
                SHARDS.replace("{", "{\"unit\":\"GB\","),
                "\"unit\" is not a field of a usage line; known are service, item, quantity, region.");
        assertFault(SHARDS.replace(",\"region\":\"us-east-1\"", ""), "the usage line lacks the field region.");
        assertFault(SHARDS.replace("\"us-east-1\"", "7"), "region is a string, not a number.");
        assertFault(SHARDS.replace("\"us-east-1\"", "[\"x\"]"), "region is a string, not an array.");
        assertFault(SHARDS.replace("us-east-1", " "), "region is empty.");
        assertFault(SHARDS.replace("{", "{\"item\":\"x\","), "the field \"item\" occurs twice.");
        assertFault("[7]", "a usage line is an object with service, item, quantity and region, not a number.");
        assertFault("[\"x\"]", "a usage line is an object with service, item, quantity and region, not a string.");
        assertFault("null", "a usage line is an object with service, item, quantity and region, not null.");
        assertFault("", "the file is empty, JSON was expected.");
        assertFault(SHARDS + "7", "there is more after the end of the JSON.");
    }

    @Test
    void textThatIsNoJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> answers("[\n{\"service\": oops}]"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("u.json:2: the text is not valid JSON at column ");
        assertThatThrownBy(() -> answers("[" + SHARDS)).hasMessageContaining("is not valid JSON at column ");
        assertThatThrownBy(() -> answers("[".repeat(5000))).hasMessageContaining("is not valid JSON at column ");
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("usage.json");
        Files.writeString(file, "\uFEFF" + SHARDS);
        assertThat(UsageFile.read(file).bills(BILLER)).hasSize(1);
        assertThatThrownBy(() -> UsageFile.read(folder.resolve("none.json")))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("none.json: there is no such file.");
    }

    private static void assertFault(String json, String sentence) {
        assertThatThrownBy(() -> answers(json))
                .isInstanceOf(InputException.class)
                .hasMessage("u.json:1: " + sentence);
    }

    private static List<String> answers(String json) {
        List<String> answers = new ArrayList<>();
        assertThat(UsageFile.parse("u.json", json).price(BILLER, answers::add)).isTrue();
        return answers;
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
