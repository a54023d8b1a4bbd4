package dev.rockpool.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Published worked examples through `price` and `whatif`, within the rounding that they state.
final class PublishedExamplesCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    /// Name; what was published, and by how much its rounding may be off; whether free tiers count; usage as
    /// `service | item | quantity | region`.
    private static final String PRICED = """
        AWS, Firehose pricing: 100 records a second of 3 KB, 30 days; 35.84; 0.01; no
          Firehose | ingest direct_PUT/KDS | 1235.9619140625 | us-east-1
        AWS, KMS pricing: a key, 2,010,000 requests, free tier off; 6.97; 0.005; yes
          KMS | customer_managed_key | 1 | us-east-1
          KMS | requests symmetric | 201 | us-east-1
        AWS, Lambda pricing: 3 million requests of 120 ms with 1,536 MB, free tier off; 2.73; 0.01; yes
          Lambda | requests | 3 | us-east-1
          Lambda | duration x86 | 540000 | us-east-1
        AWS, Glue pricing: 15 minutes on 6 DPU; 0.66; 0.005; no
          Glue | ETL/Spark/interactive | 1.5 | us-east-1
        AWS, Fargate pricing: 5 tasks of 1 vCPU and 2 GB, 10 minutes a day, 30 days; 1.23; 0.01; no
          Fargate | x86 vCPU | 25 | us-east-1
          Fargate | x86 memory | 50 | us-east-1
        AWS, Athena pricing: 1 TB scanned; 5.00; 0.005; no
          Athena | sql.data_scanned | 1 | us-east-1
        Athena, 8 TB a query; 40; 0.005; no
          Athena | sql.data_scanned | 8 | us-east-1
        Athena, 8 TB 50 times a day, a month; 60000; 0.005; no
          Athena | sql.data_scanned | 12000 | us-east-1
        Athena, 10 TB as text; 50; 0.005; no
          Athena | sql.data_scanned | 10 | us-east-1
        Athena, the same partitioned, 200 GB; 1; 0.03; no
          Athena | sql.data_scanned | 0.1953125 | us-east-1
        S3, a million objects into Standard-IA; 10.00; 0; no
          S3 | request.LIFECYCLE_TRANSITION_INTO.STANDARD_IA | 1000 | us-east-1
        NixOS issue 1056, transitions into Intelligent-Tiering; 623.89; 0; no
          S3 | request.LIFECYCLE_TRANSITION_INTO.INTELLIGENT_TIERING | 62389 | us-east-1
        NixOS issue 1056, monitoring of 22.068 million objects; 55.17; 0; no
          S3 | monitoring.INTELLIGENT_TIERING | 22068 | us-east-1
        NAT, 500 GB a day from S3; 675; 0; no
          VPC | nat_gateway.data_processed | 15000 | us-east-1
        The same through a gateway endpoint; 0; 0; no
          VPC | gateway_endpoint S3/DynamoDB | 15000 | us-east-1
        Four interface endpoints in two zones, eu-west-1; 64.24; 0; no
          VPC | interface_endpoint.hour_per_AZ | 5840 | eu-west-1
        One NAT gateway, eu-west-1; 35.04; 0; no
          VPC | nat_gateway.hour | 730 | eu-west-1
        KMS, a storm of 1,500 USD a day; 1500; 0; no
          KMS | requests symmetric | 50000 | us-east-1
        The same with bucket keys, a fifth of the requests; 300; 0; no
          KMS | requests symmetric | 10000 | us-east-1
        """;

    /// A row of the table.
    record Example(String name, BigDecimal published, BigDecimal rounding, boolean freeTier, List<String> usage) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    private Path folder;

    static Stream<Example> priced() {
        List<Example> examples = new ArrayList<>();
        for (String line : PRICED.lines().toList()) {
            if (line.startsWith("  ")) {
                examples.getLast().usage().add(line.strip());
            } else {
                String[] cells = line.split("; ", -1);
                examples.add(new Example(
                        cells[0],
                        new BigDecimal(cells[1]),
                        new BigDecimal(cells[2]),
                        cells[3].equals("yes"),
                        new ArrayList<>()));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("priced")
    void priceAnswersWhatWasPublished(Example example) throws IOException {
        ArrayNode usage = JSON.createArrayNode();
        for (String line : example.usage()) {
            String[] cells = line.split(" \\| ", -1);
            usage.addObject()
                    .put("service", cells[0])
                    .put("item", cells[1])
                    .put("quantity", cells[2])
                    .put("region", cells[3]);
        }
        Path file = Files.writeString(folder.resolve("usage.json"), usage.toString());
        Commands commands = new Commands(folder);
        Commands.Answer answer =
                example.freeTier() ? commands.run("price", file, "--free-tier") : commands.run("price", file);
        assertThat(answer.err()).isEmpty();
        JsonNode bill = JSON.readTree(answer.out().getFirst());
        assertThat(new BigDecimal(bill.get("total").asString()))
                .isCloseTo(example.published(), within(example.rounding()));
    }

    /// What is told of fleets: a million transitions are 10.00 whatever their size (AWS users); 10 KB objects in Deep
    /// Archive carry 32 KB more of it (AWS user guide, *storage-class-intro*); what leaves Glacier Instant
    /// Retrieval after a day is billed for 90 (the same).
    @ParameterizedTest(name = "{0}")
    @MethodSource("played")
    void whatIfAnswersWhatWasPublished(Played example) throws IOException {
        Path fleet = Files.writeString(folder.resolve("fleet.json"), example.fleet());
        Path rules = Files.writeString(folder.resolve("rules.json"), example.rules());
        Commands.Answer answer =
                new Commands(folder).run("whatif", fleet, rules, "--months", example.months(), "--month-730", "--json");
        assertThat(answer.err()).isEmpty();
        BigDecimal amount = BigDecimal.ZERO;
        for (JsonNode month :
                JSON.readTree(answer.out().getFirst()).get("rules").get("months")) {
            for (JsonNode line : month.get("bill").get("lines")) {
                if (line.get("item").asString().equals(example.item())
                        && new BigDecimal(line.get("quantity").asString()).signum() > 0) {
                    amount = amount.add(new BigDecimal(line.get("amount").asString()));
                }
            }
        }
        assertThat(amount).isCloseTo(example.published(), within(example.rounding()));
    }

    /// What is played and what the lines of one item are together.
    record Played(
            String name,
            String fleet,
            String rules,
            int months,
            String item,
            BigDecimal published,
            BigDecimal rounding) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Played> played() {
        return Stream.of(
                new Played(
                        "a million objects into Standard-IA are 10.00",
                        fleet(1_000_000, 1 << 20, ""),
                        moving(30, "STANDARD_IA"),
                        1,
                        "request.LIFECYCLE_TRANSITION_INTO.STANDARD_IA",
                        BigDecimal.TEN,
                        BigDecimal.ZERO),
                new Played(
                        "10 KB objects in Deep Archive are billed as 42 KB of it",
                        fleet(1 << 20, 10 << 10, ",\"storageClass\":\"DEEP_ARCHIVE\""),
                        moving(365, "GLACIER"),
                        1,
                        "storage.DEEP_ARCHIVE",
                        new BigDecimal("0.0415800"),
                        BigDecimal.ZERO),
                new Played(
                        "1 GB that leaves Glacier Instant Retrieval after a day pays 90 days",
                        fleet(1, 1 << 30, ",\"deletes\":[{\"share\":1,\"afterDays\":101}]"),
                        moving(100, "GLACIER_IR"),
                        1,
                        "storage.GLACIER_IR",
                        new BigDecimal("0.01183561644"),
                        new BigDecimal("0.0001")));
    }

    private static String fleet(long objects, long bytes, String more) {
        return "{\"groups\":[{\"objects\":" + objects + ",\"youngestDays\":100,\"sizes\":{\"kind\":\"fixed\",\"bytes\":"
                + bytes + "}" + more + "}]}";
    }

    private static String moving(int days, String storageClass) {
        return "{\"Rules\":[{\"ID\":\"r\",\"Status\":\"Enabled\",\"Filter\":{\"Prefix\":\"\"},\"Transitions\":[{\"Days\":"
                + days + ",\"StorageClass\":\"" + storageClass + "\"}]}]}";
    }
}
