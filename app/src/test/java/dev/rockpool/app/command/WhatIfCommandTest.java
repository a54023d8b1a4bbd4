package dev.rockpool.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhatIfCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FLEET =
            "{\"start\":\"2026-12\",\"groups\":[{\"prefix\":\"logs/\",\"objects\":1000,\"oldestDays\":60,"
                    + "\"sizes\":{\"kind\":\"fixed\",\"bytes\":1073741824},\"reads\":[{\"perMonth\":0.5}]}]}";
    private static final String RULES =
            "{\"Rules\":[{\"ID\":\"ia\",\"Status\":\"Enabled\",\"Filter\":{\"Prefix\":\"logs/\"},"
                    + "\"Transitions\":[{\"Days\":30,\"StorageClass\":\"STANDARD_IA\"}]}]}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path fleet = Path.of("");
    private Path rules = Path.of("");

    @BeforeEach
    void write() throws IOException {
        fleet = Files.writeString(folder.resolve("fleet.json"), FLEET);
        rules = Files.writeString(folder.resolve("rules.json"), RULES);
    }

    @Test
    void aFleetIsBilledByMonthAndClassAgainstDoingNothing() {
        assertThat(run("whatif", fleet, rules, "--months", "3", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode answer = JSON.readTree(out.toString());
        assertThat(answer.get("objects").asLong()).isEqualTo(1000);
        assertThat(answer.get("rules").get("months"))
                .hasSize(3)
                .first()
                .satisfies(month -> assertThat(month.get("month").asString()).isEqualTo("2026-12"));
        assertThat(answer.get("nothing")
                        .get("classes")
                        .get(0)
                        .get("storageClass")
                        .asString())
                .isEqualTo("STANDARD");
        assertThat(answer.get("total").asString())
                .isEqualTo(answer.get("rules").get("total").asString());
        String first = out.toString();
        run("whatif", fleet, rules, "--months", "3", "--json");
        assertThat(out.toString()).isEqualTo(first);
        assertThat(files()).containsExactlyInAnyOrder("fleet.json", "rules.json");
    }

    @Test
    void theTableForPeopleSearchesAndDrawsToo() {
        assertThat(run("whatif", fleet, rules, "--months", "2", "--month-730", "--search", "--draws", "3"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("saved: ", "cheapest found: ", "of 3 draws: ", "STANDARD_IA");
    }

    @Test
    void anInventoryReportIsTakenToo() throws IOException {
        Path report = Files.writeString(
                folder.resolve("report.csv"), "b,logs/a,1048576,2026-06-30T10:00:00.000Z,e,STANDARD\n");
        assertThat(run("whatif", report, rules, "--months", "1", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode answer = JSON.readTree(out.toString());
        assertThat(answer.get("start").asString()).isEqualTo("2026-07");
        assertThat(answer.get("objects").asLong()).isEqualTo(1);
    }

    @Test
    void rejectedRulesExitOneWithTheirFaults() throws IOException {
        Files.writeString(rules, RULES.replace("\"Days\":30", "\"Days\":3"));
        assertThat(run("whatif", fleet, rules)).isEqualTo(ExitCode.NO);
        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .contains("ia")
                .contains("30");
        assertThat(run("whatif", fleet, rules, "--json")).isEqualTo(ExitCode.NO);
        assertThat(JSON.readTree(out.toString()).get("rejected")).hasSize(1);
    }

    @Test
    void badInputIsOneSentenceAndExitTwo() throws IOException {
        Path truncated = Files.writeString(folder.resolve("cut.parquet"), "PAR1abc");
        Path minimum = Files.writeString(
                folder.resolve("minimum.json"),
                RULES.replace("{\"Rules\"", "{\"TransitionDefaultMinimumObjectSize\":\"none\",\"Rules\""));
        for (List<Object> arguments : List.of(
                List.<Object>of("whatif"),
                List.<Object>of("whatif", fleet),
                List.<Object>of("whatif", folder.resolve("none.csv"), rules),
                List.<Object>of("whatif", fleet, folder.resolve("none.json")),
                List.<Object>of("whatif", truncated, rules),
                List.<Object>of("whatif", rules, rules),
                List.<Object>of("whatif", fleet, minimum),
                List.<Object>of("whatif", fleet, rules, "--months", "0"),
                List.<Object>of("whatif", fleet, rules, "--months", "-3"),
                List.<Object>of("whatif", fleet, rules, "--draws", "-1"),
                List.<Object>of("whatif", fleet, rules, "--start", "May"),
                List.<Object>of("whatif", fleet, rules, "--region", "us-east-9"))) {
            assertThat(run(arguments.toArray())).as("%s", arguments).isEqualTo(ExitCode.INPUT);
            assertThat(err.toString().lines()).as("%s", arguments).hasSize(1);
            assertThat(out.toString()).isEmpty();
        }
        assertThat(err.toString()).contains("near matches");
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Commands.Answer answer = new Commands(folder).run(arguments);
        answer.out().forEach(line -> out.append(line).append('\n'));
        answer.err().forEach(line -> err.append(line).append('\n'));
        return answer.exit();
    }
}
