package dev.rockpool.simulators.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.fleet.FleetTerms;
import dev.rockpool.costmodel.fleet.Inventory;
import dev.rockpool.costmodel.fleet.Plan;
import dev.rockpool.costmodel.fleet.WhatIf;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageMeasure;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.LifecycleSettings;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.PutRequest;
import dev.rockpool.objectstore.PutResult;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.StoreEvent;
import dev.rockpool.objectstore.s3.KeyServiceDataKeys;
import dev.rockpool.objectstore.s3.S3Settings;
import dev.rockpool.platform.Branch;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.ClockSetting;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformBill;
import dev.rockpool.platform.PlatformOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Ten thousand small files, a branch and a year: what the store does and bills is what the lab and `whatif` foresee.
final class BranchBillTest {
    private static final int FILES = 10_000;
    private static final int BYTES = 10_000;
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");
    private static final Instant END = Instant.parse("2027-01-15T10:30:00Z");
    /// `whatif` plays whole months.
    private static final YearMonth FIRST_MONTH = YearMonth.of(2026, 2);

    private static final int MONTHS = 12;
    private static final String RULES = """
        {"Rules":[{"ID":"sink","Status":"Enabled","Filter":{"Prefix":""},
          "Transitions":[{"Days":30,"StorageClass":"GLACIER"},{"Days":180,"StorageClass":"DEEP_ARCHIVE"}],
          "Expiration":{"Days":300}}]}\
        """;

    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void theBranchAndTheLabAgreeOnEventsAndBill() throws IOException {
        try (Branches branches = open(START)) {
            PlatformBill bill = yearIn(branches, END);
            ObjectNode foreseen = foreseen(START, END);
            assertThat(bill.total().plain())
                    .isEqualTo(foreseen.path("bill").path("total").asString());
            assertThat(done(branches)).isEqualTo(foreseen.path("events").size()).isEqualTo(3L * FILES);
            assertThat(bill.notes("year")).anyMatch(note -> note.startsWith("Small files: in year, moving objects"));
        }
    }

    @Test
    void whatIfAgreesWithBothOnWholeMonths() throws IOException {
        Instant start = FIRST_MONTH.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = FIRST_MONTH
                .plusMonths(MONTHS)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        try (Branches branches = open(start)) {
            PlatformBill bill = yearIn(branches, end);
            ObjectNode foreseen = foreseen(start, end);
            Plan plan = whatIf(start);

            assertThat(bill.total().plain())
                    .isEqualTo(foreseen.path("bill").path("total").asString());
            // the branch left after the files were put; whatif counts their arrival
            Money puts = sum(plan.months(), StorageMeasure.Charge.PUT);
            assertThat(puts).isEqualTo(Money.usd("0.05"));
            assertThat(plan.total().minus(puts).rounded())
                    .isEqualTo(bill.total().rounded());
            // each move is a request, so that the same moves cost the same in the same months
            assertThat(months(plan.months())).isEqualTo(months(bill.storage())).hasSize(2);
            assertThat(done(branches)).isEqualTo(foreseen.path("events").size());
        }
    }

    private Branches open(Instant start) throws IOException {
        PlatformOptions options = PlatformOptions.in(folder.resolve("platform"))
                .with(new ClockSetting.Virtual(start, 0))
                .with(ObjectStoreOptions.standard().sync(false));
        Branches branches = Branches.open(options, InstantSource.system(), new SecureRandom());
        write(branches.origin());
        return branches;
    }

    /// The bill of a branch that plays until `end` under the rules.
    private static PlatformBill yearIn(Branches branches, Instant end) {
        Branch branch = branches.take("year", 0);
        branch.platform().objects().putLifecycle("data", rules(branch.from()));
        Instant _ = branch.platform().advanceTo(end);
        return branch.bill(PriceBook.shipped());
    }

    private static long done(Branches branches) {
        return branches.branch("year").platform().events().since(0, 100_000).stream()
                .filter(entry -> entry.event() instanceof StoreEvent.Transitioned
                        || entry.event() instanceof StoreEvent.VersionGone)
                .count();
    }

    private ObjectNode foreseen(Instant start, Instant end) {
        LifecycleLab lab = new LifecycleLab();
        return lab.report(lab.run(lab.codec().read(scenario(start, end))));
    }

    private Plan whatIf(Instant created) throws IOException {
        Path report = folder.resolve("report.csv");
        List<String> rows = IntStream.range(0, FILES)
                .mapToObj(file -> "data,file-" + file + "," + BYTES + "," + created + ",e,STANDARD")
                .toList();
        Files.write(report, rows);
        LifecycleConfiguration configuration = rules(created).configuration();
        Inventory inventory = Inventory.open(report, List.of(configuration), folder.resolve("temporary"));
        BillingCalendar calendar = BillingCalendar.of(FIRST_MONTH, MONTHS);
        FleetTerms terms = new FleetTerms(new StorageBilling(PriceBook.shipped(), "us-east-1"), calendar);
        return new WhatIf(terms, inventory, TransitionMinimum.VARIES_BY_STORAGE_CLASS)
                .compare(configuration)
                .rules();
    }

    /// What moving costs in each month that something moves in, by the month's name.
    private static Map<String, Money> months(List<StorageMonth> months) {
        Map<String, Money> moved = new TreeMap<>();
        for (StorageMonth month : months) {
            Money sum = sum(List.of(month), StorageMeasure.Charge.TRANSITION);
            if (sum.amount().signum() > 0) {
                moved.put(month.name(), sum);
            }
        }
        return moved;
    }

    private static Money sum(List<StorageMonth> months, StorageMeasure.Charge charge) {
        Money sum = Money.zero(Money.USD);
        for (StorageMonth month : months) {
            for (int line = 0; line < month.measures().size(); line++) {
                if (month.measures().get(line).charge() == charge) {
                    sum = sum.plus(month.bill().lines().get(line).amount());
                }
            }
        }
        return sum;
    }

    private static void write(Platform platform) throws IOException {
        AccessKey key = platform.accounts().accessKeys().getFirst();
        Requester requester = new Requester(
                new Owner("owner", "owner"),
                key.caller().arn(),
                new KeyServiceDataKeys(platform.keys(), key.caller(), S3Settings.standard(InstantSource.system())));
        Bucket _ = platform.objects().createBucket(requester, "data", "us-east-1", false, Map.of());
        byte[] body = new byte[BYTES];
        for (int file = 0; file < FILES; file++) {
            PutResult _ = platform.objects()
                    .putObject("data", "file-" + file, PutRequest.by(requester), new ByteArrayInputStream(body));
        }
    }

    private static LifecycleSettings rules(Instant since) {
        return switch (LifecycleJson.read("rules.json", RULES)) {
            case LifecycleReading.Accepted(var configuration) ->
                new LifecycleSettings(configuration, TransitionMinimum.VARIES_BY_STORAGE_CLASS, since);
            case LifecycleReading.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    private JsonNode scenario(Instant start, Instant end) {
        ObjectNode scenario = json.createObjectNode()
                .put("versioning", "Disabled")
                .put("transitionDefaultMinimumObjectSize", "varies_by_storage_class")
                .put("until", end.toString());
        scenario.set("rules", json.readTree(RULES));
        ArrayNode objects = scenario.putArray("objects");
        for (int file = 0; file < FILES; file++) {
            objects.addObject().put("key", "file-" + file).put("size", BYTES).put("created", start.toString());
        }
        return scenario;
    }
}
