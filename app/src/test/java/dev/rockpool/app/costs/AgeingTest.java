package dev.rockpool.app.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.fleet.FleetDesk;
import dev.rockpool.app.fleet.FleetFound;
import dev.rockpool.app.fleet.FleetOutcome;
import dev.rockpool.app.fleet.LabExcerpt;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.fleet.FleetPreset;
import dev.rockpool.costmodel.fleet.FleetPresets;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.lifecycle.LifecycleLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fleets on the screen of costs.
final class AgeingTest {
    private static final String INVENTORY = """
        "b","a/1","209715200","2026-10-01T10:00:00.000Z","STANDARD"
        "b","a/2","104857600","2026-11-03T10:00:00.000Z","STANDARD"
        """;
    private static final String TO_ARCHIVE = """
        {"Rules":[{"ID":"a","Status":"Enabled","Filter":{"Prefix":"a/"},\
        "Transitions":[{"Days":30,"StorageClass":"GLACIER_IR"}]}]}\
        """;

    private final Path folder;
    private final TestDesk desk;
    private final CostRepository repository;
    private final CostsViewModel model;

    AgeingTest(@TempDir Path folder) {
        this.folder = folder;
        desk = TestDesk.ofTides(folder);
        repository = new CostRepository(desk.database(), desk.clock());
        model = new CostsViewModel(
                repository,
                new OwnPrices(folder.resolve("prices")),
                new FleetDesk(folder.resolve("temporary")),
                TestDesk.atOnce());
        model.load();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theForecastsAreThePlansToTheLastDigit() {
        FleetDesk fleets = new FleetDesk(folder.resolve("temporary"));
        for (FleetPreset preset : FleetPresets.all()) {
            for (FleetScenario.Against against : FleetScenario.Against.values()) {
                FleetOutcome fleet = fleets.play(preset.scenario().over(2).against(against), PriceBook.shipped());
                Outcome outcome = Outcome.of(fleet, PriceBook.shipped());
                assertThat(outcome.forecast().total())
                        .isEqualTo(fleet.plans().rules().total());
                assertThat(outcome.comparison().orElseThrow().left().total())
                        .isEqualTo(
                                switch (against) {
                                    case NOTHING -> fleet.plans().nothing().total();
                                    case INTELLIGENT_TIERING ->
                                        fleet.plans().intelligentTiering().total();
                                });
            }
        }
    }

    @Test
    void rulesAreChangedTakenBackKeptAndOpenedAgain() {
        model.open(preset("ageing-short"));
        Money before = total();
        model.ageing().change(scenario -> scenario.under(FleetScenario.NO_RULES), "rules");
        assertThat(total()).isLessThan(before);
        model.undo();
        assertThat(total()).isEqualTo(before);
        model.ageing().change(scenario -> scenario.over(3), "months");
        FleetScenario changed = model.design().get().fleet().orElseThrow();
        List<String> kept = new ArrayList<>();
        model.save("mine", kept::add);
        model.clear();
        model.open(model.saved().get().getFirst());
        assertThat(kept).containsExactly("mine");
        assertThat(model.design().get().fleet()).contains(changed);
        model.ageing().change(scenario -> scenario.over(4), "months");
        model.reset();
        assertThat(model.design().get().fleet()).contains(changed);
    }

    @Test
    void theCheapestRulesAreNoDearerThanAnyPlanAndCanBeTaken() {
        model.open(preset("ageing-short"));
        model.ageing().change(scenario -> scenario.over(4), "months");
        model.search("search");
        FleetFound found = model.ageing().found().getValue().orElseThrow();
        FleetOutcome fleet = model.outcome().get().orElseThrow().fleet().orElseThrow();
        assertThat(found.plan().total())
                .isLessThanOrEqualTo(fleet.plans().nothing().total())
                .isLessThanOrEqualTo(fleet.plans().intelligentTiering().total())
                .isLessThan(fleet.plans().rules().total());
        assertThat(found.sensitivity()).hasSize(10);
        assertThat(found.band().orElseThrow().draws()).isEqualTo(7);
        String rules = LifecycleJson.write(found.plan().configuration()).toString();
        model.ageing().change(scenario -> scenario.under(rules), "");
        assertThat(model.ageing().found().getValue()).as("still holds").isPresent();
        assertThat(total()).isEqualTo(found.plan().total());
        model.ageing().change(scenario -> scenario.over(5), "");
        assertThat(model.ageing().found().getValue()).as("of other months").isEmpty();
    }

    @Test
    void aReportOpensFromTheMonthAfterItAndABrokenOneChangesNothing() throws IOException {
        Path report = Files.writeString(folder.resolve("report.csv"), INVENTORY);
        List<InputException> faults = new ArrayList<>();
        model.bringRules("brought", TO_ARCHIVE);
        model.openReport(report, "reading", () -> {}, faults::add);
        FleetScenario opened = model.design().get().fleet().orElseThrow();
        assertThat(opened.start()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(opened.rules()).isEqualTo(TO_ARCHIVE);
        FleetOutcome fleet = model.outcome().get().orElseThrow().fleet().orElseThrow();
        assertThat(fleet.objects()).isEqualTo(2);
        assertThat(fleet.plans().saved().amount()).isPositive();
        Files.writeString(folder.resolve("broken.csv"), INVENTORY + INVENTORY.replace("104857600", "1.5 GB"));
        model.openReport(folder.resolve("broken.csv"), "reading", () -> {}, faults::add);
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence())
                        .contains("broken.csv:4: Size")
                        .contains("1.5 GB"));
        assertThat(model.design().get().fleet()).contains(opened);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            empty.csv      | ``                                       | empty.csv
            cut.parquet    | PAR1 and no more                         | cut.parquet
            manifest.json  | {                                        | manifest.json:1
            manifest.json  | {"fileFormat":"ORC","files":[]}          | manifest.json
            negative.csv   | `"b","k","-1","2026-11-20T00:00:00.000Z","STANDARD"` | negative.csv
            gone.csv       | -                                        | gone.csv
            """)
    void aReportThatCannotBeReadIsToldInOneSentenceAndChangesNothing(String name, String text, String place)
            throws IOException {
        Path report = folder.resolve(name);
        if (!text.equals("-")) {
            Files.writeString(report, text);
        }
        model.bringRules("brought", TO_ARCHIVE);
        Design before = model.design().get();
        List<InputException> faults = new ArrayList<>();
        model.openReport(report, "reading", () -> faults.add(new InputException("opened", "It opened.")), faults::add);
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence())
                        .contains(place)
                        .doesNotContain("\n")
                        .endsWith("."));
        assertThat(model.design().get()).isEqualTo(before);
        assertThat(repository.all()).isEmpty();
    }

    @Test
    void theLifecycleLabPlaysWhatIsCarriedToIt() {
        for (FleetPreset preset : FleetPresets.all()) {
            String excerpt = LabExcerpt.of(preset.scenario());
            var lab = new LifecycleLab();
            var scenario = lab.codec().read(LabJson.parse("excerpt", excerpt));
            assertThat(scenario.objects()).hasSizeBetween(1, 8);
            assertThat(scenario.rules()).contains("Rules");
        }
    }

    private Money total() {
        return model.outcome().get().orElseThrow().forecast().total();
    }

    private static FleetPreset preset(String id) {
        return FleetPresets.find(id).orElseThrow();
    }
}
