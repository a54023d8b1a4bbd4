package dev.rockpool.simulators.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.identity.AccessKey;
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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Ten thousand small files, a branch and a year: what the store does and bills is what the lab foresees.
final class BranchBillTest {
    private static final int FILES = 10_000;
    private static final int BYTES = 10_000;
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");
    private static final Instant END = Instant.parse("2027-01-15T10:30:00Z");
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
        PlatformOptions options = PlatformOptions.in(folder)
                .with(new ClockSetting.Virtual(START, 0))
                .with(ObjectStoreOptions.standard().sync(false));
        try (Branches branches = Branches.open(options, InstantSource.system(), new SecureRandom())) {
            write(branches.origin());
            Branch branch = branches.take("year", 0);
            branch.platform().objects().putLifecycle("data", rules(branch.from()));
            Instant _ = branch.platform().advanceTo(END);
            PlatformBill bill = branch.bill(PriceBook.shipped());

            LifecycleLab lab = new LifecycleLab();
            ObjectNode foreseen = lab.report(lab.run(lab.codec().read(scenario())));

            assertThat(bill.total().plain())
                    .isEqualTo(foreseen.path("bill").path("total").asString());
            long done = branch.platform().events().since(0, 100_000).stream()
                    .filter(entry -> entry.event() instanceof StoreEvent.Transitioned
                            || entry.event() instanceof StoreEvent.VersionGone)
                    .count();
            assertThat(done).isEqualTo(foreseen.path("events").size()).isEqualTo(3L * FILES);
            assertThat(bill.notes("year")).anyMatch(note -> note.startsWith("Small files: in year, moving objects"));
        }
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

    private JsonNode scenario() {
        ObjectNode scenario = json.createObjectNode()
                .put("versioning", "Disabled")
                .put("transitionDefaultMinimumObjectSize", "varies_by_storage_class")
                .put("until", END.toString());
        scenario.set("rules", json.readTree(RULES));
        ArrayNode objects = scenario.putArray("objects");
        for (int file = 0; file < FILES; file++) {
            objects.addObject().put("key", "file-" + file).put("size", BYTES).put("created", START.toString());
        }
        return scenario;
    }
}
