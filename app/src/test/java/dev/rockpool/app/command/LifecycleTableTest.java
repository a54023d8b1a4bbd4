package dev.rockpool.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every documented lifecycle rule through `simulate lifecycle`: `lifecycle-table.json` beside this class, one case a
/// line, each naming the section of the facts that it is from (S3 user guide *lifecycle-transition-general-
/// considerations*, *intro-lifecycle-rules*, *lifecycle-conflicts*, *lifecycle-expire-general-considerations*; API
/// *LifecycleExpiration*, *Transition*).
///
/// An event is written `day key version action from>to`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LifecycleTableTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Case> cases = new ArrayList<>();

    /// A row of the table and what the command answered.
    ///
    /// @param name for people
    record Case(String name, JsonNode row, JsonNode answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void simulateAllInOneProcess(@TempDir Path folder) throws IOException {
        JsonNode table;
        try (InputStream bytes = LifecycleTableTest.class.getResourceAsStream("lifecycle-table.json")) {
            table = JSON.readTree(bytes);
        }
        ArrayNode scenarios = JSON.createArrayNode();
        table.forEach(row -> {
            ObjectNode scenario = (ObjectNode) row.get("scenario");
            if (row.has("repeat")) {
                scenario.set("rules", rules(row.get("repeat").asInt()));
            }
            scenarios.add(scenario);
        });
        Path file = Files.writeString(folder.resolve("cases.json"), scenarios.toString());
        List<String> lines =
                new Commands(folder).run("simulate", "lifecycle", file).out();
        assertThat(lines).hasSize(table.size());
        for (int at = 0; at < lines.size(); at++) {
            JsonNode row = table.get(at);
            cases.add(new Case(
                    row.get("source").asString() + ": " + row.get("case").asString(),
                    row,
                    JSON.readTree(lines.get(at))));
        }
    }

    List<Case> cases() {
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theCommandDoesWhatIsDocumented(Case each) {
        assertThat(each.answer().has("error")).isFalse();
        if (each.row().has("rejected")) {
            assertThat(each.answer().get("rejected").get(0).get("code").asString())
                    .isEqualTo(each.row().get("rejected").asString());
            assertThat(each.answer().get("events")).isEmpty();
            return;
        }
        assertThat(each.answer().get("rejected")).isEmpty();
        assertThat(strings(each.answer().get("events")))
                .containsExactlyElementsOf(
                        StreamSupport.stream(each.row().get("events").spliterator(), false)
                                .map(JsonNode::asString)
                                .toList());
        if (each.row().has("bill")) {
            each.row()
                    .get("bill")
                    .properties()
                    .forEach(expected -> assertThat(figure(each.answer(), expected.getKey()))
                            .isEqualTo(expected.getValue().asInt()));
        }
    }

    private static List<String> strings(JsonNode events) {
        List<String> told = new ArrayList<>();
        events.forEach(event -> {
            String at = event.get("at").asString();
            assertThat(at).endsWith("T00:00:00Z");
            told.add(String.join(
                            " ",
                            at.substring(0, at.indexOf('T')),
                            event.get("key").asString(),
                            event.get("versionId").asString(),
                            event.get("action").asString(),
                            event.get("from").asString(""))
                    + ">" + event.get("to").asString(""));
        });
        return told;
    }

    private static int figure(JsonNode answer, String name) {
        return StreamSupport.stream(answer.get("figures").spliterator(), false)
                .filter(figure -> figure.get("figure").asString().equals(name))
                .map(figure -> figure.get("value").asInt())
                .findFirst()
                .orElseThrow();
    }

    /// So many rules, each of a prefix of its own.
    private static ObjectNode rules(int count) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode rules = json.putArray("Rules");
        for (int at = 0; at < count; at++) {
            ObjectNode rule = rules.addObject().put("ID", "r" + at).put("Status", "Enabled");
            rule.putObject("Filter").put("Prefix", "p" + at + "/");
            rule.putObject("Expiration").put("Days", 1);
        }
        return json;
    }
}
