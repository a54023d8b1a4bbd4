package dev.rockpool.costmodel.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.StorageClass;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetFileTest {
    private static final String WHOLE = """
        {
          "region": "eu-west-1", "start": "2026-12", "seed": 42,
          "groups": [{
            "name": "logs", "prefix": "logs/", "tags": {"kind": "raw"}, "storageClass": "STANDARD_IA",
            "objects": 1000, "sizes": {"kind": "lognormal", "mean": 300000, "sigma": 1.5},
            "youngestDays": 1, "oldestDays": 365, "arrivalsPerDay": 12.5,
            "reads": [{"share": 0.2, "perMonth": 4, "halfLifeDays": 30}],
            "deletes": [{"share": 0.5, "afterDays": 90}]
          }]
        }
        """;

    @Test
    void everyFieldIsRead() {
        FleetFile file = FleetFile.parse("fleet.json", WHOLE);
        assertThat(file.region()).isEqualTo("eu-west-1");
        assertThat(file.start()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(file.fleet().seed()).isEqualTo(42);
        FleetGroup group = file.fleet().groups().getFirst();
        assertThat(group.name()).isEqualTo("logs");
        assertThat(group.prefix()).isEqualTo("logs/");
        assertThat(group.tags()).isEqualTo(Map.of("kind", "raw"));
        assertThat(group.storageClass()).isEqualTo(StorageClass.STANDARD_IA);
        assertThat(group.objects()).isEqualTo(1000);
        assertThat(group.sizes()).isEqualTo(new SizeDistribution.Lognormal(300_000, 1.5));
        assertThat(group.oldestDays()).isEqualTo(365);
        assertThat(group.arrivalsPerDay()).isEqualTo(12.5);
        assertThat(group.reads().getFirst().pattern().halfLifeDays()).hasValue(30);
        assertThat(group.deletes()).containsExactly(new FleetGroup.DeleteShare(0.5, 90));
    }

    @Test
    void whatIsLeftOutHasADefault() {
        FleetFile file =
                FleetFile.parse("f", "{\"groups\":[{\"objects\":3,\"sizes\":{\"kind\":\"fixed\",\"bytes\":10}}]}");
        assertThat(file.region()).isEqualTo("us-east-1");
        assertThat(file.start()).isEqualTo(FleetFile.DEFAULT_START);
        FleetGroup group = file.fleet().groups().getFirst();
        assertThat(group.storageClass()).isEqualTo(StorageClass.STANDARD);
        assertThat(group.youngestDays()).isEqualTo(1);
        assertThat(group.oldestDays()).isEqualTo(1);
        assertThat(group.reads()).isEmpty();
    }

    @Test
    void aListOfSizesHasWeights() {
        FleetFile file = FleetFile.parse(
                "f",
                "{\"groups\":[{\"sizes\":{\"kind\":\"list\",\"sizes\":[{\"bytes\":1},{\"bytes\":9,\"weight\":3}]}}]}");
        assertThat(file.fleet().groups().getFirst().sizes().band(0, 100).mean()).isEqualTo(7);
    }

    @Test
    void aFaultIsOneSentenceWithFileAndLine() {
        refused(WHOLE.replace("\"perMonth\": 4", "\"perMonth\": -4"), "fleet.json:7:", "perMonth is 0 to");
        refused(WHOLE.replace("\"objects\": 1000", "\"objects\": -1"), "fleet.json:3:", "objects is 0 to");
        refused(WHOLE.replace("\"objects\": 1000", "\"objects\": 1.5"), "fleet.json:5:", "not a whole number");
        refused(WHOLE.replace("\"share\": 0.2", "\"share\": 2"), "fleet.json:7:", "share is 0 to 1");
        refused(WHOLE.replace("\"sigma\": 1.5", "\"sigma\": 0"), "fleet.json:5:", "sigma");
        refused(WHOLE.replace("lognormal", "normal"), "fleet.json:5:", "known are fixed, lognormal, list");
        refused(WHOLE.replace("STANDARD_IA", "STANDARD_AI"), "fleet.json:4:", "\"STANDARD_IA\"");
        refused(
                WHOLE.replace("\"arrivalsPerDay\"", "\"arrivals\""),
                "fleet.json:6:",
                "near matches: \"arrivalsPerDay\"");
        refused(WHOLE.replace("2026-12", "2026-13"), "fleet.json:2:", "is not a month");
        refused(WHOLE.replace("\"oldestDays\": 365", "\"oldestDays\": 0"), "fleet.json:6:", "oldestDays is 1 to");
        refused(WHOLE.replace("\"tags\": {\"kind\": \"raw\"}", "\"tags\": 3"), "fleet.json:4:", "tags is an object");
        refused(WHOLE.replace("\"mean\": 300000, ", ""), "fleet.json:5:", "mean is missing");
        refused("{\"groups\": []}", "fleet.json:1:", "1 to 1000 groups");
        refused("[]", "fleet.json:1:", "a fleet is an object");
        refused("{", "fleet.json:1:", "not valid JSON");
    }

    private static void refused(String json, String at, String why) {
        assertThatThrownBy(() -> FleetFile.parse("fleet.json", json))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(at)
                .hasMessageContaining(why);
    }

    @Test
    void versionsAreReadAndWrittenBack() {
        FleetFile file = FleetFile.parse(
                "f.json",
                "{\"versioned\":true,\"groups\":[{\"objects\":3,\"sizes\":{\"kind\":\"fixed\",\"bytes\":9},"
                        + "\"deletes\":[{\"share\":0.5,\"afterDays\":4}],"
                        + "\"overwrites\":[{\"share\":0.25,\"afterDays\":7}]}]}");
        assertThat(file.fleet().isVersioned()).isTrue();
        assertThat(file.fleet().groups().getFirst().overwrites())
                .containsExactly(new FleetGroup.OverwriteShare(0.25, 7));
        assertThat(FleetFile.parse("f.json", FleetScenarioJson.fleetFile(file))).isEqualTo(file);
        assertThatThrownBy(() -> FleetFile.parse("f.json", "{\"versioned\":1,\"groups\":[]}"))
                .hasMessageContaining("f.json:1: versioned is true or false");
    }
}
