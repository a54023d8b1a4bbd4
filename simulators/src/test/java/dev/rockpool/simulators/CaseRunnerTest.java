package dev.rockpool.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.catalogue.Labs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What `simulate` answers.
final class CaseRunnerTest {
    @TempDir
    Path folder;

    private final CaseRunner<?, ?> runner = CaseRunner.of(Labs.require("shards"), OptionalLong.empty());
    private final List<String> answers = new ArrayList<>();

    @Test
    void oneCaseAnswersOneLine() {
        CaseFile file = CaseFile.parse("f.json", "{\"shards\": 2, \"seconds\": 3, \"recordsPerSecond\": 4000}");
        assertThat(file.many()).isFalse();
        assertThat(runner.run(file, answers::add)).isEqualTo(CaseRunner.Outcome.DONE);
        assertThat(answers).hasSize(1).first().satisfies(line -> {
            JsonNode json = LabJson.parse("answer", line);
            assertThat(json.get("perShard").size()).isEqualTo(2);
            assertThat(json.get("offered").intValue()).isEqualTo(12_000);
            assertThat(line).doesNotContain("\n");
        });
    }

    @Test
    void anArrayAnswersALineACaseAndGoesOnAfterAFault() {
        CaseFile file =
                CaseFile.parse("f.json", "[{\"seconds\": 1}, {\"secnds\": 1}, 7, {\"shards\": 0}, {\"seconds\": 2}]");
        assertThat(runner.run(file, answers::add)).isEqualTo(CaseRunner.Outcome.FAULTY);
        assertThat(answers).hasSize(5);
        assertThat(answers.get(1))
                .startsWith("{\"error\":\"There is no field \\\"secnds\\\"; near matches: \\\"seconds\\\", ")
                .endsWith(".\"}");
        assertThat(answers.get(2)).isEqualTo("{\"error\":\"A scenario is an object, not the number 7.\"}");
        assertThat(answers.get(3)).isEqualTo("{\"error\":\"shards is 0, it must be 1 to 10000.\"}");
        assertThat(answers.get(4)).startsWith("{\"acceptedFraction\":");
    }

    @Test
    void anEmptyArrayAnswersNothing() {
        assertThat(runner.run(CaseFile.parse("f.json", "[]"), answers::add)).isEqualTo(CaseRunner.Outcome.DONE);
        assertThat(answers).isEmpty();
    }

    @Test
    void theOnlyCaseFailsAloud() {
        assertThatThrownBy(() -> runner.run(CaseFile.parse("f.json", "{\"seed\": \"x\"}"), answers::add))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("seed is a whole number");
        assertThat(answers).isEmpty();
    }

    @Test
    void filesAreReadAsTheyAre() throws IOException {
        Path file = folder.resolve("case.json");
        Files.writeString(file, runner.scenario(Optional.of("record-limit")));
        assertThat(runner.run(CaseFile.read(file), answers::add)).isEqualTo(CaseRunner.Outcome.DONE);
        List<String> preset = new ArrayList<>();
        runner.run(Optional.of("record-limit"), preset::add);
        assertThat(answers).isEqualTo(preset);

        assertThatThrownBy(() -> CaseFile.read(folder.resolve("none.json")))
                .hasMessageEndingWith("none.json: there is no such file.");
        assertThatThrownBy(() -> CaseFile.read(folder)).hasMessageEndingWith("the file cannot be read.");
        Files.write(file, new byte[] {'"', (byte) 0xff, '"'});
        assertThatThrownBy(() -> CaseFile.read(file)).hasMessageEndingWith("the file is not UTF-8 text.");
    }

    @Test
    void theSeedOfTheCommandLineReplacesTheScenarios() {
        CaseRunner<?, ?> seeded = CaseRunner.of(Labs.require("shards"), OptionalLong.of(99));
        assertThat(seeded.scenario(Optional.empty())).contains("\"seed\" : 99");
        seeded.run(CaseFile.parse("f", "[{\"seconds\": 5, \"seed\": 1}, {\"seconds\": 5, \"seed\": 2}]"), answers::add);
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    }

    @Test
    void presetsAreListedWithWhatToExpect() {
        runner.list(answers::add);
        assertThat(answers).hasSizeGreaterThanOrEqualTo(6).first().satisfies(line -> {
            JsonNode json = LabJson.parse("answer", line);
            assertThat(json.get("preset").stringValue()).isEqualTo("hot-key");
            assertThat(json.get("expected").get("shown").stringValue()).isEqualTo("75.5 %");
        });
    }

    @Test
    void unknownNamesHaveNearMatches() {
        assertThat(Labs.all()).extracting(Lab::id).contains("shards");
        assertThatThrownBy(() -> Labs.require("shard"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("There is no lab \"shard\"; near matches: \"shards\"");
        assertThatThrownBy(() -> runner.run(Optional.of("hotkey"), _ -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("near matches: \"hot-key\"");
    }
}
