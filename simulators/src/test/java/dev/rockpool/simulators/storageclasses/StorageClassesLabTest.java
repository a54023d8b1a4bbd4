package dev.rockpool.simulators.storageclasses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.trials.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StorageClassesLabTest {
    private static final StorageClassesLab LAB = new StorageClassesLab();

    @Test
    void everyPresetShowsItsExpectedNumber() {
        assertThat(LAB.presets()).hasSizeGreaterThanOrEqualTo(6);
        for (Preset<StorageClassesScenario> preset : LAB.presets()) {
            StorageClassesResult result = LAB.run(preset.scenario());
            assertThat(preset.expected().isMetBy(result.figures()))
                    .as(
                            "%s: %s",
                            preset.id(),
                            result.figures().stream()
                                    .filter(figure ->
                                            figure.id().equals(preset.expected().figure()))
                                    .map(figure -> figure.value() + " instead of "
                                            + preset.expected().value())
                                    .toList())
                    .isTrue();
            assertThat(result.figures())
                    .anyMatch(figure -> figure.id().equals(preset.prediction().figure()));
        }
    }

    @Test
    void theFormulaThatDrawsTheMapIsTheBill() {
        Trials.run(120, random -> {
            StorageClassesScenario scenario = new StorageClassesScenario(
                    random.nextLong(1, 10_000_000),
                    random.nextBoolean() ? random.nextLong(1, 300_000) : random.nextLong(1, 20L << 20),
                    random.nextInt(4) == 0 ? 0 : Math.exp(random.nextDouble(-5, 5)),
                    random.nextBoolean() ? random.nextInt(1, 40) : random.nextDouble(0.1, 20),
                    "us-east-1",
                    RestoreTier.STANDARD,
                    random.nextBoolean(),
                    random.nextBoolean());
            ClassRates rates = new ClassRates(scenario);
            List<ClassCost> costs = new StorageClassesModel(scenario).costs(StorageClassesModel.lifetime(scenario));
            assertThat(costs).hasSize(7);
            for (ClassCost cost : costs) {
                double exact = cost.total().amount().doubleValue();
                assertThat(rates.cost(cost.storageClass(), scenario, scenario.monthsKept()))
                        .as("%s in %s", scenario, cost.storageClass())
                        .isCloseTo(exact, within(1e-3 * exact + 1e-9));
            }
        });
    }

    @Test
    void theBreakEvensArePublishedOnes() {
        // facts/simulators.md section 3: 105 %, 63.3 % and 42.5 % of the stored bytes read a month
        StorageClassesScenario large = StorageClassesPresets.videos().withAverageBytes(1L << 30);
        ClassRates rates = new ClassRates(large);
        assertThat(rates.breakEven(StorageClass.STANDARD, StorageClass.STANDARD_IA, large))
                .hasValueCloseTo(1.05, org.assertj.core.data.Offset.offset(1e-3));
        assertThat(rates.breakEven(StorageClass.STANDARD, StorageClass.GLACIER_IR, large))
                .hasValueCloseTo(0.6333, org.assertj.core.data.Offset.offset(1e-3));
        assertThat(rates.breakEven(StorageClass.STANDARD_IA, StorageClass.GLACIER_IR, large))
                .hasValueCloseTo(0.425, org.assertj.core.data.Offset.offset(1e-3));
        assertThat(rates.leastSize(StorageClass.STANDARD_IA) / 1024).isCloseTo(69.6, within(0.05));
        assertThat(rates.leastSize(StorageClass.GLACIER_IR) / 1024).isCloseTo(22.3, within(0.05));
        assertThat(rates.leastSize(StorageClass.GLACIER) / 1024).isCloseTo(15.4, within(0.05));
        assertThat(rates.leastSize(StorageClass.DEEP_ARCHIVE) / 1024).isCloseTo(9.8, within(0.05));
        assertThat(rates.leastSize(StorageClass.INTELLIGENT_TIERING) / 1024).isCloseTo(250, within(0.5));
    }

    @Test
    void atABreakEvenBothClassesCostTheSame() {
        StorageClassesScenario scenario = StorageClassesPresets.videos();
        ClassRates rates = new ClassRates(scenario);
        List<ClassRates.Pair> pairs = rates.breakEvens(scenario);
        assertThat(pairs).isNotEmpty();
        for (ClassRates.Pair pair : pairs) {
            StorageClassesScenario at = scenario.withReads(pair.readsPerObjectMonth());
            assertThat(rates.cost(pair.below(), at, at.monthsKept()))
                    .isCloseTo(rates.cost(pair.above(), at, at.monthsKept()), within(1e-3));
            StorageClassesScenario fewer = scenario.withReads(pair.readsPerObjectMonth() * 0.9);
            assertThat(rates.cost(pair.below(), fewer, at.monthsKept()))
                    .isLessThan(rates.cost(pair.above(), fewer, at.monthsKept()));
        }
    }

    @Test
    void theResultHasABillAClassTheCheapestAndBreakEvens() {
        StorageClassesScenario scenario = LAB.codec()
                .parse("{\"objects\":1000,\"averageBytes\":1073741824,\"readsPerObjectMonth\":0,\"monthsKept\":12}");
        JsonNode report = LAB.report(LAB.run(scenario));
        assertThat(report.get("classes")).hasSize(7);
        JsonNode standard = report.get("classes").get(0);
        assertThat(standard.get("storageClass").asString()).isEqualTo("STANDARD");
        // 1,000 GB × 12 × 0.023 + 1,000 uploads
        assertThat(standard.get("total").asString()).isEqualTo("276.005");
        assertThat(standard.get("bill").get("total").asString()).isEqualTo("276.005");
        assertThat(report.get("unpriced")).isEmpty();
        assertThat(report.get("breakEvens").get(0).get("readsPerObjectMonth").isNumber())
                .isTrue();
        assertThat(report.get("cheapest").asString()).isEqualTo("DEEP_ARCHIVE");
        assertThat(LAB.run(scenario.withInstantReads(true)).cheapest()).isEqualTo(StorageClass.GLACIER_IR);
        StorageClassesScenario read = scenario.withInstantReads(true).withReads(0.45);
        assertThat(LAB.run(read).cheapest()).isEqualTo(StorageClass.ONEZONE_IA);
        assertThat(LAB.run(read.withOneZone(false)).cheapest()).isEqualTo(StorageClass.INTELLIGENT_TIERING);
    }

    @Test
    void classesWithoutAPriceInTheRegionAreNamedAndARegionWithoutStandardIsRefused() {
        StorageClassesResult frankfurt = LAB.run(StorageClassesPresets.videos().withRegion("eu-central-1"));
        assertThat(frankfurt.costs()).extracting(ClassCost::storageClass).contains(StorageClass.STANDARD);
        assertThat(frankfurt.unpriced()).containsKey(StorageClass.ONEZONE_IA);
        assertThatThrownBy(() -> LAB.codec().parse("{\"region\":\"us-east-9\"}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("near matches");
    }

    @Test
    void faultsNameTheFieldAndItsBound() {
        for (Map.Entry<String, String> fault : Map.of(
                        "{\"objects\":0}", "objects is 0, it must be 1",
                        "{\"objects\":-5}", "objects is -5",
                        "{\"averageBytes\":1.5}", "averageBytes is 1.5",
                        "{\"readsPerObjectMonth\":-1}", "readsPerObjectMonth is -1",
                        "{\"monthsKept\":0}", "monthsKept is 0",
                        "{\"reads\":1}", "readsPerObjectMonth",
                        "{\"restoreTier\":\"Fast\"}", "restoreTier",
                        "{\"instantReads\":1}", "true or false",
                        "{\"objects\":1000000000000,\"averageBytes\":50000000000}", "4 EiB")
                .entrySet()) {
            assertThatThrownBy(() -> LAB.codec().parse(fault.getKey()))
                    .as(fault.getKey())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(fault.getValue());
        }
    }

    @Test
    void aScenarioIsWrittenAndReadAgain() {
        for (Preset<StorageClassesScenario> preset : LAB.presets()) {
            assertThat(LAB.codec().parse(LAB.codec().text(preset.scenario()))).isEqualTo(preset.scenario());
        }
        assertThat(LAB.codec().parse("{}")).isEqualTo(LAB.standard());
        assertThat(LabJson.line(LAB.codec().write(LAB.standard()))).contains("\"region\":\"us-east-1\"");
    }

    @Test
    void theLastDayHasTheFiguresOfTheWholeRun() {
        StorageClassesScenario scenario =
                StorageClassesPresets.videos().withMonths(3).withInstantReads(false);
        StorageClassesSimulation simulation = LAB.open(scenario);
        List<LabEvent> events = new ArrayList<>();
        while (!simulation.done()) {
            simulation.step();
            events.addAll(simulation.snapshot().events());
        }
        StorageClassesSnapshot last = simulation.snapshot();
        assertThat(last.figures()).isEqualTo(LAB.run(scenario).figures());
        assertThat(last.second()).isEqualTo(last.seconds()).isEqualTo(92);
        assertThat(last.monthlyBill().total())
                .isEqualTo(LAB.run(scenario)
                        .cost(LAB.run(scenario).cheapest())
                        .orElseThrow()
                        .total());
        assertThat(events)
                .extracting(LabEvent::key)
                .contains("uploaded", "minimum", "infrequent", "left-early", "deleted");
        assertThat(last.measures()).hasSize(7);
        assertThat(last.classes().getFirst().finalUsd())
                .isLessThanOrEqualTo(last.classes().getLast().finalUsd());
    }

    @Test
    void tenTimesTheReadsIsOneClickAndBackAgain() {
        StorageClassesSimulation simulation = LAB.open(StorageClassesPresets.videos());
        simulation.disturb(StorageClassesSimulation.READS);
        assertThat(simulation.scenario().readsPerObjectMonth()).isEqualTo(10);
        assertThat(simulation.disturbances().getFirst().broken()).isTrue();
        simulation.disturb(StorageClassesSimulation.READS);
        assertThat(simulation.scenario()).isEqualTo(StorageClassesPresets.videos());
    }

    @Test
    void theMapNamesTheCheapestClassOfEachPlace() {
        StorageClassesScenario scenario = StorageClassesPresets.videos().withInstantReads(false);
        CheapestMap map = LAB.open(scenario).snapshot().map();
        assertThat(map.at(map.columns() - 1, 0)).isEqualTo(StorageClass.DEEP_ARCHIVE);
        assertThat(map.at(0, map.rows() - 1)).isEqualTo(StorageClass.STANDARD);
        CheapestMap instant =
                LAB.open(scenario.withInstantReads(true)).snapshot().map();
        assertThat(instant.cells()).noneMatch(StorageClass::isArchive);
        for (double place : new double[] {0, 0.25, 0.5, 1}) {
            assertThat(CheapestMap.placeOfBytes(CheapestMap.bytes(place))).isCloseTo(place, within(1e-9));
            assertThat(CheapestMap.placeOfReads(CheapestMap.reads(place))).isCloseTo(place, within(1e-9));
        }
    }

    @Test
    void theChallengesCanBeDoneAndNoticeWhatTheyForbid() {
        StorageClassesScenario bundle = start("bundle");
        assertThat(check("bundle", bundle)).isNotEmpty();
        assertThat(check("bundle", bundle.withObjects(100_000).withAverageBytes(1 << 20)))
                .isEmpty();
        assertThat(check("bundle", bundle.withAverageBytes(1 << 20))).isNotEmpty();
        assertThat(check(
                        "bundle",
                        bundle.withObjects(100_000).withAverageBytes(1 << 20).withReads(1)))
                .isNotEmpty();
        StorageClassesScenario infrequent = start("infrequent");
        assertThat(check("infrequent", infrequent)).isNotEmpty();
        assertThat(check("infrequent", infrequent.withAverageBytes(200 << 10).withReads(0.6)))
                .isEmpty();
        assertThat(check("infrequent", infrequent.withMonths(1))).isNotEmpty();
        StorageClassesScenario thaw = start("thaw");
        assertThat(check("thaw", thaw)).isNotEmpty();
        assertThat(check("thaw", thaw.withRestoreTier(RestoreTier.BULK))).isEmpty();
        assertThat(check("thaw", thaw.withRestoreTier(RestoreTier.BULK).withReads(0)))
                .isNotEmpty();
    }

    @Test
    void everyParameterReadsAndSetsItsField() {
        for (Parameter<StorageClassesScenario> parameter : LAB.parameters()) {
            StorageClassesScenario scenario = LAB.standard();
            switch (parameter) {
                case Parameter.Slider<StorageClassesScenario> slider ->
                    assertThat(slider.get().applyAsDouble(slider.with().apply(scenario, slider.low() + slider.step())))
                            .as(slider.id())
                            .isCloseTo(slider.low() + slider.step(), within(1e-9));
                case Parameter.Choice<StorageClassesScenario> choice ->
                    choice.options()
                            .forEach(option -> assertThat(
                                            choice.get().apply(choice.with().apply(scenario, option.id())))
                                    .isEqualTo(option.id()));
            }
        }
    }

    @Test
    void guideFidelityAndTextsAreThere() {
        assertThat(LAB.guide()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(step -> LAB.preset(step.preset()));
        assertThat(LAB.fidelity()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(LAB.model()).contains("## Sources");
        assertThat(LAB.explanation()).contains("storage class");
        assertThat(LAB.withSeed(LAB.standard(), 4)).isEqualTo(LAB.standard());
        assertThat(LAB.seed(LAB.standard())).isZero();
    }

    private static StorageClassesScenario start(String challenge) {
        return challenge(challenge).start();
    }

    private static String check(String challenge, StorageClassesScenario scenario) {
        return challenge(challenge).check().apply(scenario, LAB.run(scenario)).orElse("");
    }

    private static Challenge<StorageClassesScenario, StorageClassesResult> challenge(String id) {
        return LAB.challenges().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
