package dev.rockpool.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The contract of the command line: names, fields, exits, and one sentence where something is wrong.
final class CommandLineTest {
    @AfterEach
    void shippedPricesAgain() {
        PricesInForce.use(PriceBook.shipped());
    }

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private Map<String, String> environment = Map.of("DISPLAY", ":0");

    @Test
    void aloneItOpensTheWindowOverTheDataDirectory() {
        assertThat(run()).isEqualTo(ExitCode.DONE);
        assertThat(desktop.opened).containsExactly(folder.resolve(".local/share/rockpool"));
        assertThat(run("--home", folder.resolve("mine").toString())).isEqualTo(ExitCode.DONE);
        assertThat(desktop.opened).last().isEqualTo(folder.resolve("mine"));
    }

    @Test
    void whatTheLauncherRehearsesIsAStartOfTheWindowOrOfServe() {
        assertThat(run("rehearse", "window", "--home", folder.resolve("window").toString()))
                .isZero();
        assertThat(desktop.rehearsed).containsExactly(folder.resolve("window"));

        assertThat(run("rehearse", "serve", "--home", folder.resolve("serve").toString()))
                .isZero();
        assertThat(folder.resolve("serve/platform")).isDirectory();
        assertThat(desktop.rehearsed).hasSize(1);
    }

    @Test
    void withoutADisplayItSaysSoAndDrawsTheTour() {
        environment = Map.of();
        assertThat(run("--home", folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(desktop.opened).isEmpty();
        assertThat(desktop.toured).containsExactly(folder.resolve("tour"));
        assertThat(err.toString())
                .contains("no display")
                .contains(folder.resolve("tour").toString());
    }

    @Test
    void theTourPrintsItsPicturesAndAnswersNoWhereItFoundFaults() {
        assertThat(run("tour", "--out", folder.resolve("shots").toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines())
                .containsExactly(folder.resolve("shots/today.png").toString());
        desktop.faults = List.of("today.png: clipped: the word is cut");
        assertThat(run("tour", "--out", folder.resolve("shots").toString())).isEqualTo(ExitCode.NO);
        assertThat(err.toString().lines()).containsExactly("today.png: clipped: the word is cut");
    }

    @Test
    void anEnvironmentThatRefusesIsOneSentenceAndExitThree() {
        desktop.failure = new EnvironmentException("app-gtk-missing", "GTK 3 is not installed: install it.");
        assertThat(run()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString()).isEqualToIgnoringNewLines("rockpool: GTK 3 is not installed: install it.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFaultOfOursIsReportedIntoAFile() throws IOException {
        desktop.failure = new IllegalStateException("unforeseen");
        assertThat(run("--home", folder.toString())).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString().lines()).singleElement().asString().contains("fault.txt");
        assertThat(Files.readString(folder.resolve("fault.txt"))).contains("unforeseen");
    }

    @Test
    void badUsageIsOneSentenceAndExitTwo() {
        for (String[] arguments : List.of(
                new String[] {"scedule"},
                new String[] {"--no-such-option"},
                new String[] {"schedule"},
                new String[] {"schedule", "a.csv", "--timezone", "Mars/Olympus"},
                new String[] {"deck"},
                new String[] {"price", "a", "b"},
                new String[] {"prices"},
                new String[] {"prices", "import"},
                new String[] {"prices", "import", "no-such-file.json"},
                new String[] {"prices", "list", "--service", "S4"},
                new String[] {"quiz"},
                new String[] {"quiz", "generate", "--count", "0"},
                new String[] {"quiz", "generate", "--count", "many"},
                new String[] {"quiz", "generate", "--template", "shard-needed"})) {
            assertThat(run(arguments)).as(String.join(" ", arguments)).isEqualTo(ExitCode.INPUT);
            assertThat(err.toString().lines()).as(String.join(" ", arguments)).hasSize(1);
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void aQuotedValueIsCutAtEightyCharacters() {
        assertThat(run("x".repeat(500))).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("x".repeat(80) + "…").doesNotContain("x".repeat(81));
    }

    @Test
    void everyCommandHasHelp() {
        for (String[] arguments : List.of(
                new String[] {"--help"},
                new String[] {"tour", "--help"},
                new String[] {"schedule", "--help"},
                new String[] {"optimize", "--help"},
                new String[] {"price", "--help"},
                new String[] {"prices", "--help"},
                new String[] {"prices", "import", "--help"},
                new String[] {"prices", "list", "--help"},
                new String[] {"prices", "forget", "--help"},
                new String[] {"whatif", "--help"},
                new String[] {"simulate", "--help"},
                new String[] {"deck", "--help"},
                new String[] {"deck", "lint", "--help"},
                new String[] {"deck", "stats", "--help"},
                new String[] {"quiz", "--help"},
                new String[] {"quiz", "generate", "--help"})) {
            assertThat(run(arguments)).isEqualTo(ExitCode.DONE);
            assertThat(out.toString()).contains("Usage: rockpool");
            assertThat(err.toString()).isEmpty();
        }
    }

    @Test
    void scheduleAnswersOneLineAReviewInTheirOrder() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), """
            card_id,review_time,review_rating
            b,2026-03-02T10:00:00+00:00,3
            a,2026-03-02T10:01:00+00:00,1
            b,2026-03-02T10:11:00+00:00,3
            b,2026-03-05T09:00:00+00:00,4
            """);
        assertThat(run("schedule", log.toString())).isEqualTo(ExitCode.DONE);
        List<JsonNode> lines = out.toString().lines().map(JSON::readTree).toList();
        assertThat(lines).extracting(line -> line.get("card").asString()).containsExactly("b", "a", "b", "b");
        assertThat(out.toString().lines()).allMatch(line -> line.startsWith("{\"card\""));
        assertThat(lines.getFirst().propertyNames())
                .containsExactly("card", "state", "stability", "difficulty", "retrievability", "due");
        assertThat(lines.getFirst().get("state").asString()).isEqualTo("learning");
        assertThat(lines.getFirst().get("retrievability").isNull()).isTrue();
        assertThat(lines.getFirst().get("stability").asDouble()).isEqualTo(2.3065);
        assertThat(lines.getLast().get("state").asString()).isEqualTo("review");
        assertThat(lines.getLast().get("retrievability").asDouble()).isBetween(0.5, 1.0);
        assertThat(Instant.parse(lines.getLast().get("due").asString())).isAfter("2026-03-06T00:00:00Z");
    }

    @Test
    void aFaultyLogSaysFileAndLineAndPrintsNothing() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"), "card_id,review_time,review_rating\na,2026-03-02T10:00:00Z,3\na,1,9\n");
        assertThat(run("schedule", log.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("log.csv:3")
                .contains("9");
        assertThat(out.toString()).isEmpty();
        assertThat(run("schedule", folder.resolve("none.csv").toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(run("optimize", log.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains("log.csv:3");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void optimizeAnswersWeightsAndHowWellTheyPredict() throws IOException {
        StringBuilder rows = new StringBuilder("card_id,review_time,review_rating\n");
        for (int card = 0; card < 100; card++) {
            rows.append("c").append(card).append(",2026-03-02T10:00:00+00:00,3\n");
            rows.append("c").append(card).append(",2026-03-05T10:00:00+00:00,").append(card % 2 == 0 ? 1 : 3);
            rows.append("\nc")
                    .append(card)
                    .append(",2026-03-09T10:00:00+00:00,")
                    .append(card % 3 == 0 ? 1 : 3);
            rows.append('\n');
        }
        Path log = Files.writeString(folder.resolve("log.csv"), rows);
        assertThat(run("optimize", log.toString(), "--timezone", "Europe/Zurich"))
                .isEqualTo(ExitCode.DONE);
        JsonNode result = JSON.readTree(out.toString());
        assertThat(result.propertyNames())
                .containsExactly(
                        "weights",
                        "logLossBefore",
                        "logLossAfter",
                        "rmseBinsBefore",
                        "rmseBinsAfter",
                        "reviews",
                        "reviewsPerSecond");
        assertThat(result.get("weights").size()).isEqualTo(21);
        assertThat(result.get("reviews").asInt()).isEqualTo(300);
        assertThat(result.get("reviewsPerSecond").asDouble()).isPositive();
        assertThat(result.get("logLossAfter").asDouble())
                .isLessThan(result.get("logLossBefore").asDouble());
        assertThat(err.toString()).contains("better");
    }

    @Test
    void optimizeKeepsTheStandardWeightsWhereThereIsTooLittleToLearnFrom() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), """
            card_id,review_time,review_rating
            a,2026-03-02T10:00:00+00:00,3
            a,2026-03-05T10:00:00+00:00,3
            """);
        assertThat(run("optimize", log.toString())).isEqualTo(ExitCode.DONE);
        JsonNode result = JSON.readTree(out.toString());
        assertThat(result.get("weights").get(0).asDouble()).isEqualTo(0.212);
        assertThat(result.get("logLossBefore").isNull()).isTrue();
        assertThat(result.get("rmseBinsAfter").isNull()).isTrue();
        assertThat(err.toString()).contains("standard weights stay").contains("2 reviews");
    }

    @Test
    void deckStatsCountsTheBuiltInDecks() {
        assertThat(run("deck", "stats", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode statistics = JSON.readTree(out.toString());
        assertThat(statistics.propertyNames())
                .containsExactly("questions", "claims", "corrections", "cards", "quizItems");
        assertThat(statistics.get("questions").asInt()).isEqualTo(27);
        assertThat(run("deck", "stats")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines()).hasSize(5).first().asString().matches("questions +27");
    }

    @Test
    void decksGoOutAndComeIn() throws IOException {
        Path text = Files.writeString(folder.resolve("words.csv"), "question,answer\ndog,perro\ncat\n");
        assertThat(run("--home", folder.resolve("one").toString(), "deck", "import", text.toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        JsonNode arrived = JSON.readTree(out.toString());
        assertThat(arrived.get("added").asInt()).isEqualTo(1);
        assertThat(arrived.get("left").get("short-line").asInt()).isEqualTo(1);
        String file = folder.resolve("words.apkg").toString();
        assertThat(run("--home", folder.resolve("one").toString(), "deck", "export", file, "--deck", "words", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(JSON.readTree(out.toString()).get("notes").asInt()).isEqualTo(1);
        assertThat(run("--home", folder.resolve("two").toString(), "deck", "import", file, "--deck", "Mine"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines()).contains("added          1", "cards          1");
        assertThat(Files.readString(folder.resolve("two/decks/anki/mine.md"))).contains("## dog {#", "perro");
        assertThat(run("--home", folder.resolve("two").toString(), "deck", "export", file, "--deck", "nothing"))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains("no deck \"nothing\"");
        String all = folder.resolve("all.rockpool").toString();
        assertThat(run("--home", folder.resolve("two").toString(), "deck", "export", all))
                .isEqualTo(ExitCode.DONE);
        assertThat(run("--home", folder.resolve("one").toString(), "deck", "import", all))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .startsWith("kept ")
                .endsWith(".rockpool");
        assertThat(folder.resolve("one/decks/anki/mine.md")).exists();
        assertThat(folder.resolve("one/decks/anki/words.md")).doesNotExist();
        assertThat(run("deck", "import", all, "--no-progress")).isEqualTo(ExitCode.INPUT);
        assertThat(run("deck", "import", folder.resolve("words.docx").toString()))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains(".apkg");
    }

    @Test
    void questionsGoOutAndComeIn() throws IOException {
        String gift = folder.resolve("all.gift").toString();
        assertThat(run("deck", "export", gift, "--json")).isEqualTo(ExitCode.DONE);
        JsonNode exported = JSON.readTree(out.toString());
        assertThat(exported.get("notes").asInt())
                .isGreaterThan(exported.get("cards").asInt());
        assertThat(exported.get("left").asInt()).isPositive();
        assertThat(run("deck", "export", "--format", "gift")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo(Files.readString(folder.resolve("all.gift")));
        assertThat(run("deck", "export", "--format", "quiz-csv", "--deck", "Data engineering::Streaming"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("id,deck,type,question,answer,");
        assertThat(run("deck", "import", gift)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines())
                .contains(
                        "added          0",
                        "kept         " + exported.get("notes").asInt());

        Path moodle = Files.writeString(folder.resolve("moodle.txt"), "// [id:a-1]\nWhy? {=a ~%50%b ~c}\n\n{}\n");
        assertThat(run("deck", "import", moodle.toString(), "--format", "gift")).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("rockpool: moodle.txt:4: The question is empty; write it before the {.");
        Files.writeString(moodle, "// [id:a-1]\nWhy? {=a ~%50%b ~c}\n");
        assertThat(run(
                        "--home",
                        folder.resolve("m").toString(),
                        "deck",
                        "import",
                        moodle.toString(),
                        "--format",
                        "gift"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("left           1  answers worth a part of the points");
        assertThat(Files.readString(folder.resolve("m/decks/quiz/moodle.md"))).contains("## Why? {#a-1}", "- [x] a");

        for (String[] arguments : List.of(
                new String[] {"deck", "export"},
                new String[] {"deck", "export", "--format", "apkg"},
                new String[] {"deck", "export", gift, "--format", "moodle"})) {
            assertThat(run(arguments)).as(String.join(" ", arguments)).isEqualTo(ExitCode.INPUT);
            assertThat(err.toString().lines()).as(String.join(" ", arguments)).hasSize(1);
        }
    }

    @Test
    void anExamIsPrinted() throws IOException {
        String file = folder.resolve("exam.pdf").toString();
        assertThat(run("quiz", "print", "--count", "5", "--seed", "3", "--out", file, "--json"))
                .isEqualTo(ExitCode.DONE);
        JsonNode printed = JSON.readTree(out.toString());
        assertThat(printed.get("keyFrom").asInt())
                .isGreaterThan(1)
                .isLessThanOrEqualTo(printed.get("pages").asInt());
        assertThat(Files.readAllBytes(folder.resolve("exam.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(run("quiz", "print", "--out", file, "--template", "shards-needed"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines()).first().isEqualTo(file);
        assertThat(run("quiz", "print", "--mock", "--out", file, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(JSON.readTree(out.toString()).get("keyFrom").asInt()).isGreaterThan(8);
        for (String[] arguments : List.of(
                new String[] {"quiz", "print"},
                new String[] {"quiz", "print", "--out", file, "--mock", "--template", "shards-needed"},
                new String[] {"quiz", "print", "--out", file, "--count", "501"},
                new String[] {"quiz", "print", "--out", file, "--template", "shard-needed"})) {
            assertThat(run(arguments)).as(String.join(" ", arguments)).isEqualTo(ExitCode.INPUT);
            assertThat(err.toString().lines()).as(String.join(" ", arguments)).hasSize(1);
        }
        assertThat(run("quiz", "print", "--out", folder.resolve("none/exam.pdf").toString()))
                .isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void deckLintAnswersNoWithFileAndLine() throws IOException {
        assertThat(run("deck", "lint")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEmpty();
        Path deck = Files.writeString(
                folder.resolve("mine.md"),
                "---\ndeck: Mine\ntopic: tides\ntitle: Tides\n---\n\n## What pulls the tide?\n\nThe moon.\n");
        assertThat(run("deck", "lint", deck.toString())).isEqualTo(ExitCode.NO);
        assertThat(out.toString().lines()).allMatch(line -> line.startsWith(deck + ":"));
        assertThat(run("deck", "lint", "--json", deck.toString())).isEqualTo(ExitCode.NO);
        assertThat(out.toString().lines().map(JSON::readTree))
                .allSatisfy(finding ->
                        assertThat(finding.propertyNames()).containsExactly("file", "line", "rule", "sentence"));
        assertThat(run("deck", "lint", folder.resolve("none.md").toString())).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void importedPricesAreUsedShownAndForgotten() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.csv"), """
            service,item,unit,region,price,tier_from,tier_to,as_of,confidence,source,note
            KinesisDataStreams,provisioned.shard_hour,shard-hour,us-east-1,0.01,0,Inf,2026-11-01,primary,contract,
            """);
        Path usage = Files.writeString(
                folder.resolve("usage.json"),
                "[{\"service\":\"KinesisDataStreams\",\"item\":\"provisioned.shard_hour\",\"quantity\":\"7300\","
                        + "\"region\":\"us-east-1\"}]");
        assertThat(run("prices", "import", mine.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("{\"from\":\"mine.csv\",\"prices\":1,\"leftOut\":[]}\n");
        assertThat(run("price", usage.toString())).isEqualTo(ExitCode.DONE);
        JsonNode bill = JSON.readTree(out.toString());
        assertThat(bill.get("total").asString()).isEqualTo("73");
        assertThat(bill.get("lines").get(0).get("source").asString()).isEqualTo("contract");
        assertThat(run("prices", "list", "--service", "KinesisDataStreams")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()
                        .lines()
                        .map(JSON::readTree)
                        .filter(line -> line.get("own").asBoolean()))
                .singleElement()
                .extracting(line -> line.get("price").asString())
                .isEqualTo("0.01");
        assertThat(run("prices", "forget")).isEqualTo(ExitCode.DONE);
        assertThat(run("price", usage.toString())).isEqualTo(ExitCode.DONE);
        assertThat(JSON.readTree(out.toString()).get("total").asString()).isEqualTo("109.5");
    }

    @Test
    void priceAnswersTheBillWithItsSources() throws IOException {
        Path usage = Files.writeString(
                folder.resolve("usage.json"),
                "[{\"service\":\"KinesisDataStreams\",\"item\":\"provisioned.shard_hour\",\"quantity\":\"7300\","
                        + "\"region\":\"us-east-1\"}]");
        assertThat(run("price", usage.toString())).isEqualTo(ExitCode.DONE);
        JsonNode bill = JSON.readTree(out.toString());
        assertThat(bill.get("total").asString()).isEqualTo("109.5");
        assertThat(bill.get("lines").get(0).get("confidence").asString()).isEqualTo("primary");
    }

    @Test
    void simulateRunsPresetsFilesAndArraysOfCases() throws IOException {
        assertThat(run("simulate", "--list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("shards\t");
        assertThat(run("simulate", "shards", "--print-scenario")).isEqualTo(ExitCode.DONE);
        String standard = out.toString();
        Path file = Files.writeString(folder.resolve("scenario.json"), standard);
        assertThat(run("simulate", "shards", file.toString())).isEqualTo(ExitCode.DONE);
        String answer = out.toString();
        assertThat(run("simulate", "shards")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo(answer);
        assertThat(JSON.readTree(answer).has("acceptedFraction")).isTrue();
        Files.writeString(file, "[{\"seconds\":5},{\"shard\":3}]");
        assertThat(run("simulate", "shards", file.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(out.toString().lines().map(JSON::readTree))
                .hasSize(2)
                .last()
                .satisfies(line -> assertThat(line.get("error").asString()).contains("shard"));
        assertThat(run("simulate", "shardz")).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains("shards");
    }

    @Test
    void quizGenerateAnswersOneLineAQuestion() {
        assertThat(run("quiz", "generate", "--count", "60", "--seed", "7")).isEqualTo(ExitCode.DONE);
        String answer = out.toString();
        List<String> lines = answer.lines().toList();
        assertThat(lines).hasSize(60);
        assertThat(JSON.readTree(lines.getFirst()).get("seed").asLong()).isEqualTo(7);
        assertThat(lines).map(JSON::readTree).allSatisfy(CommandLineTest::isAQuestion);
        assertThat(run("quiz", "generate", "--count", "60", "--seed", "7", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo(answer);
    }

    @Test
    void aLineOfQuizGenerateComesAgainFromItsSeed() {
        assertThat(run("quiz", "generate", "--count", "20")).isEqualTo(ExitCode.DONE);
        for (String line : out.toString().lines().toList()) {
            JsonNode question = JSON.readTree(line);
            String seed = String.valueOf(question.get("seed").asLong());
            String template = question.get("template").asString();
            assertThat(run("quiz", "generate", "--seed", seed, "--count", "1")).isEqualTo(ExitCode.DONE);
            assertThat(out.toString().lines()).containsExactly(line);
            assertThat(run("quiz", "generate", "--seed", seed, "--count", "1", "--template", template))
                    .isEqualTo(ExitCode.DONE);
            assertThat(out.toString().lines()).containsExactly(line);
        }
    }

    @Test
    void anUnknownTemplateIsToldItsNeighbours() {
        assertThat(run("quiz", "generate", "--template", "hot-key")).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("\"hot-key\"").contains("\"hot-key-accepted\"");
        assertThat(run("quiz", "generate", "--count", "-3")).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines()).containsExactly("rockpool: --count is 1 to 1000000, not -3.");
    }

    @Test
    void sqlAnswersQuestionsAndRefusesTheRest() {
        assertThat(run("sql", "select count(*) as n, 'a' || chr(10) || 'b' as words from card_state"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines()).containsExactly("n  words", "-  -----", "0  a b");
        assertThat(run(
                        "sql",
                        "--json",
                        "select 1.50 as price, null as nothing, true as yes, date '2026-03-18' as \"On\""))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("{\"price\":1.50,\"nothing\":null,\"yes\":true,\"On\":\"2026-03-18\"}\n");
        assertThat(run("sql", "delete from card_state")).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains("nothing was changed");
        assertThat(run("sql", "select nope from card_state")).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines()).containsExactly("rockpool: line 1, column 8: column \"NOPE\" not found.");
        assertThat(out.toString()).isEmpty();
    }

    private static void isAQuestion(JsonNode line) {
        if (line.get("type").asString().equals("numeric")) {
            assertThat(line.propertyNames())
                    .containsExactly("template", "seed", "stem", "type", "answer", "unit", "tolerance");
            return;
        }
        assertThat(line.propertyNames()).containsExactly("template", "seed", "stem", "type", "options");
        assertThat(line.get("options"))
                .filteredOn(option -> option.get("correct").asBoolean())
                .singleElement()
                .satisfies(option ->
                        assertThat(option.get("misconception").isNull()).isTrue());
        assertThat(line.get("options"))
                .filteredOn(option -> !option.get("correct").asBoolean())
                .hasSize(3)
                .allSatisfy(option -> assertThat(option.propertyNames())
                        .containsExactly("text", "correct", "misconception", "feedback"));
    }

    @Test
    void aPolicyCaseIsDecidedWithItsExit() throws IOException {
        String allowed = """
            {"principal": "arn:aws:iam::111122223333:user/carlos", "action": "s3:GetObject",
             "identity": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}\
            """;
        String denied = "{\"action\": \"s3:GetObject\"}";
        assertThat(policy(allowed)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .startsWith("{\"decision\":\"allow\",\"kind\":\"explicit\",\"decidedBy\":\"identity\",\"trace\":[");
        assertThat(policy(denied)).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("\"decision\":\"deny\"");
        assertThat(policy("{}")).isEqualTo(ExitCode.INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).endsWith("case.json: a case lacks the field action.\n");
        assertThat(policy("[" + allowed + "," + denied + "]")).isEqualTo(ExitCode.DONE);
        assertThat(policy("[" + allowed + ",{}," + denied + "]")).isEqualTo(ExitCode.INPUT);
        assertThat(out.toString().lines())
                .hasSize(3)
                .element(1)
                .isEqualTo("{\"error\":\"a case lacks the field action.\"}");
    }

    private int policy(String text) throws IOException {
        return run(
                "policy", Files.writeString(folder.resolve("case.json"), text).toString());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Machine machine = new Machine(
                "Linux",
                folder,
                environment,
                InstantSource.fixed(Instant.parse("2026-03-18T09:30:00Z")),
                ZoneOffset.UTC,
                new PrintWriter(out),
                new PrintWriter(err, true));
        return new CommandLineRunner(machine, desktop).run(arguments);
    }

    /// Stands in for JavaFX.
    private static final class RecordingDesktop implements Desktop {
        private final List<Path> opened = new ArrayList<>();
        private final List<Path> rehearsed = new ArrayList<>();
        private final List<Path> toured = new ArrayList<>();
        private List<String> faults = List.of();
        private @Nullable RuntimeException failure;

        @Override
        public void open(DataDirectory home) {
            if (failure != null) {
                throw failure;
            }
            opened.add(home.root());
        }

        @Override
        public void rehearse(DataDirectory home) {
            rehearsed.add(home.root());
        }

        @Override
        public List<String> tour(Path target, String only, Consumer<Path> progress) {
            toured.add(target);
            progress.accept(target.resolve("today.png"));
            return faults;
        }
    }
}
