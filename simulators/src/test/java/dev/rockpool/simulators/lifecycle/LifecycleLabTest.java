package dev.rockpool.simulators.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class LifecycleLabTest {
    private final LifecycleLab lab = new LifecycleLab();

    private JsonNode answer(String scenario) {
        return lab.report(lab.run(lab.codec().parse(scenario.replace('\'', '"'))));
    }

    private static String line(JsonNode event) {
        return event.path("at").asString() + " " + event.path("key").asString() + " "
                + event.path("versionId").asString() + " "
                + event.path("action").asString()
                + (event.path("to").isNull() ? "" : " " + event.path("to").asString());
    }

    private static List<String> events(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        answer.path("events").forEach(event -> lines.add(line(event)));
        return lines;
    }

    private static Figure figure(List<Figure> figures, String id) {
        return figures.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void everyPresetShowsItsNumber() {
        assertThat(lab.presets()).hasSizeGreaterThanOrEqualTo(6);
        for (Preset<LifecycleScenario> preset : lab.presets()) {
            LifecycleResult result = lab.run(preset.scenario());
            Figure shown = figure(result.figures(), preset.expected().figure());
            assertThat(preset.expected().isMetBy(result.figures()))
                    .as(
                            "%s expects %s, shows %s",
                            preset.id(), preset.expected().shown(), shown.shown())
                    .isTrue();
            assertThat(preset.prediction().figure()).isEqualTo(preset.expected().figure());
            assertThat(preset.expected().value())
                    .isBetween(preset.prediction().low(), preset.prediction().high());
            assertThat(shown.unit()).isEqualTo(preset.expected().unit());
            assertThat(preset.cards()).isNotEmpty();
            assertThat(preset.reference().kind()).isEqualTo(Reference.Kind.PRIMARY);
            assertThat(preset.reference().address()).isPresent();
            assertThat(lab.refuses(result)).isEqualTo(preset.id().equals("uphill"));
        }
        assertThat(lab.presets()).extracting(Preset::id).doesNotHaveDuplicates();
    }

    @Test
    void theGuidesPhoto() {
        JsonNode answer = answer("{'versioning':'Enabled','rules':{'Rules':[{'ID':'old','Status':'Enabled','Filter':{},"
                + "'NoncurrentVersionExpiration':{'NoncurrentDays':5}}]},'objects':[{'key':'photo.gif','versions':["
                + "{'id':'111111','created':'2014-01-01T10:30:00Z','size':10},{'id':'4857693',"
                + "'created':'2014-01-02T11:30:00Z','deleteMarker':true}]}],'until':'2014-02-01T00:00:00Z'}");
        assertThat(events(answer)).containsExactly("2014-01-08T00:00:00Z photo.gif 111111 permanently-delete");
        assertThat(answer.path("events").get(0).path("rule").asString()).isEqualTo("old");
        assertThat(answer.path("events").get(0).path("from").asString()).isEqualTo("STANDARD");
        assertThat(answer.path("rejected")).isEmpty();
    }

    @Test
    void theEndIsIncluded() {
        String scenario = "{'rules':{'Rules':[{'Status':'Enabled','Filter':{},'Expiration':{'Days':1}}]},"
                + "'objects':[{'key':'a','size':1,'created':'2026-01-01T10:00:00Z'}],'until':'%s'}";
        assertThat(events(answer(scenario.formatted("2026-01-03T00:00:00Z"))))
                .containsExactly("2026-01-03T00:00:00Z a null expire");
        assertThat(events(answer(scenario.formatted("2026-01-02T23:59:59Z")))).isEmpty();
    }

    @Test
    void uploadsMarkersAndSuspendedVersioning() {
        JsonNode answer = answer("{'versioning':'Suspended','rules':{'Rules':[{'ID':'r','Status':'Enabled','Filter':{},"
                + "'Expiration':{'Days':10},'AbortIncompleteMultipartUpload':{'DaysAfterInitiation':2}}]},"
                + "'objects':[{'key':'a','size':5,'created':'2026-01-01T10:00:00Z'}],"
                + "'uploads':[{'key':'b','initiated':'2026-01-01T10:00:00Z'},{'key':'c','created':'2026-01-02'}],"
                + "'until':'2026-03-01'}");
        assertThat(events(answer))
                .containsExactly(
                        "2026-01-04T00:00:00Z b upload-1 abort-upload",
                        "2026-01-05T00:00:00Z c upload-2 abort-upload",
                        "2026-01-12T00:00:00Z a null delete-marker",
                        "2026-01-23T00:00:00Z a null remove-expired-delete-marker");
        assertThat(answer.path("events").get(2).path("marker").asString()).isEqualTo("null");
    }

    @Test
    void refusedRulesSayWhyAndDoNothing() {
        JsonNode answer = answer("{'rules':{'Rules':[{'ID':'r','Status':'Enabled','Filter':{},'Transitions':["
                + "{'Days':10,'StorageClass':'STANDARD_IA'}]}]},"
                + "'objects':[{'key':'a','size':1000000,'created':'2026-01-01T10:00:00Z'}],'until':'2027-01-01'}");
        assertThat(answer.path("events")).isEmpty();
        JsonNode fault = answer.path("rejected").get(0);
        assertThat(fault.path("rule").asString()).isEqualTo("r");
        assertThat(fault.path("field").asString()).isEqualTo("Transitions[0].Days");
        assertThat(fault.path("code").asString()).isEqualTo(LifecycleFault.Code.InvalidArgument.name());
        assertThat(fault.path("message").asString())
                .isEqualTo("'Days' in Transition action must be greater than or equal to 30 for storageClass"
                        + " 'STANDARD_IA'");
        assertThat(answer.path("bill").path("total").asString())
                .isEqualTo(answer.path("doingNothing").path("total").asString());
    }

    /// 1,000 objects of 1 GiB in Standard from 1 January to 1 March: 1,000 GB-months a month at 0.023.
    @Test
    void doingNothingCostsWhatStandardCosts() {
        JsonNode answer = answer("{'rules':{'Rules':[{'Status':'Disabled','Filter':{},'Expiration':{'Days':1}}]},"
                + "'objects':[{'key':'a','size':1073741824,'created':'2026-01-01T00:00:00Z','count':1000}],"
                + "'until':'2026-03-01T00:00:00Z'}");
        assertThat(answer.path("bill").path("total").asString()).isEqualTo("46");
        assertThat(answer.path("bill").path("lines")).hasSize(1);
        assertThat(answer.path("bill").path("currency").asString()).isEqualTo("USD");
    }

    /// A month in Standard, then 28 days in Standard-IA (February): 23 + 12.5, and 1,000 transitions at 0.01.
    @Test
    void movingIsBilledByTheMidnight() {
        JsonNode answer = answer("{'rules':{'Rules':[{'Status':'Enabled','Filter':{},'Transitions':["
                + "{'Days':30,'StorageClass':'STANDARD_IA'}]}]},"
                + "'objects':[{'key':'a','size':1073741824,'created':'2026-01-01T00:00:00Z','count':1000}],"
                + "'until':'2026-03-01T00:00:00Z'}");
        assertThat(answer.path("bill").path("total").asString()).isEqualTo("35.51");
    }

    /// Deep Archive for 60 of 180 days: 120 days of 1,000 × (256 MiB + 32 KB) are charged on leaving.
    @Test
    void leavingEarlyIsChargedToTheEnd() {
        List<Figure> figures = lab.run(lab.preset("leave-early").scenario()).figures();
        assertThat(figure(figures, LifecycleFigures.EARLY_DAYS).value()).isEqualTo(120);
        double gibEach = 0.25 + 32.0 / (1 << 20);
        // 30 files leave on 3 March to 1 April: 29 in March (31 days), 1 in April (30 days).
        double expected = 1_000 * gibEach * 0.00099 * 120 * (29 / 31.0 + 1 / 30.0);
        assertThat(figure(figures, LifecycleFigures.EARLY_FEES).value()).isCloseTo(expected, within(0.002));
    }

    @Test
    void aBillOfDaysEndsAsTheBillOfTheRun() {
        LifecycleScenario scenario = lab.preset("small-files-anyway").scenario();
        LifecycleResult result = lab.run(scenario);
        LifecycleSimulation simulation = lab.open(scenario);
        double before = 0;
        while (!simulation.done()) {
            simulation.step();
            double cost = simulation.snapshot().monthlyBill().total().amount().doubleValue();
            assertThat(cost).isGreaterThanOrEqualTo(before);
            before = cost;
        }
        assertThat(simulation.snapshot().monthlyBill().total())
                .isEqualTo(result.bill().total());
        assertThat(simulation.snapshot().figures()).isEqualTo(result.figures());
        assertThat(figure(result.figures(), LifecycleFigures.SAVED).value()).isNegative();
    }

    @Test
    void theFieldShowsWhereEverythingIs() {
        LifecycleSimulation simulation = lab.open(lab.standard());
        for (int day = 0; day < 31; day++) {
            simulation.step();
        }
        LifecycleSnapshot snapshot = simulation.snapshot();
        assertThat(snapshot.date()).hasToString("2026-02-01");
        assertThat(snapshot.dots().getFirst().storageClass()).hasToString("STANDARD_IA");
        assertThat(snapshot.dots().getFirst().hasMoved()).isTrue();
        assertThat(snapshot.dots().getFirst().next().orElseThrow().second()).isEqualTo(91);
        assertThat(snapshot.events()).extracting(LabEvent::key).containsExactly("transition");
        assertThat(snapshot.layers().stream()
                        .mapToLong(LifecycleSnapshot.Layer::objects)
                        .sum())
                .isEqualTo(snapshot.dots().stream()
                        .mapToLong(LifecycleSnapshot.Dot::count)
                        .sum());
        assertThat(snapshot.plan().getFirst().second()).isEqualTo(31);
        assertThat(snapshot.measures().stream().map(each -> each.id()))
                .contains("bytes.STANDARD", "bytes.GLACIER", "cost", "cost-nothing");
    }

    @Test
    void conflictsAreTold() {
        LifecycleSimulation simulation = lab.open(lab.preset("conflict-expire").scenario());
        List<LabEvent> told = new ArrayList<>();
        while (!simulation.done()) {
            simulation.step();
            told.addAll(simulation.snapshot().events());
        }
        assertThat(told.getFirst().sentence())
                .isEqualTo("logs/2026-01-01: expired and deleted, by rule “Rule 1”. Rule “Rule 2” asked for Standard-IA"
                        + " on the same day; deleting comes before moving.");
    }

    /// The rules are switched off on the day before the first move and on again ten days later: all that was due moves
    /// at the next midnight. The scenario that comes out runs alike from the start.
    @Test
    void rulesCanBeSwitchedOffAndOn() {
        LifecycleSimulation simulation = lab.open(lab.standard());
        for (int day = 0; day < 30; day++) {
            simulation.step();
        }
        simulation.disturb(LifecycleSimulation.RULES);
        assertThat(simulation.disturbances().getFirst().broken()).isTrue();
        for (int day = 0; day < 10; day++) {
            simulation.step();
            assertThat(simulation.snapshot().isPaused()).isTrue();
            assertThat(simulation.snapshot().events()).isEmpty();
        }
        simulation.disturb(LifecycleSimulation.RULES);
        simulation.step();
        assertThat(simulation.snapshot().dots().stream()
                        .filter(LifecycleSnapshot.Dot::hasMoved)
                        .count())
                .isEqualTo(11);
        LifecycleResult again = lab.run(lab.codec().parse(lab.codec().text(simulation.scenario())));
        while (!simulation.done()) {
            simulation.step();
        }
        assertThat(again.figures()).isEqualTo(simulation.snapshot().figures());
    }

    @Test
    void challengesBeginUnsolvedAndCanBeSolved() {
        for (Challenge<LifecycleScenario, LifecycleResult> challenge : lab.challenges()) {
            assertThat(check(challenge, challenge.start())).as(challenge.id()).isPresent();
        }
        Challenge<LifecycleScenario, LifecycleResult> half = lab.challenges().getFirst();
        assertThat(check(half, set(set(half.start(), "rules.infrequent", 0), "rules.archive", 30)))
                .hasValueSatisfying(lacks -> assertThat(lacks).contains("must be restored"));
        assertThat(check(half, set(half.start(), "rules.expire", 200)))
                .hasValueSatisfying(lacks -> assertThat(lacks).contains("deleted"));
        assertThat(check(half, set(half.start(), "rules.infrequent", 5)))
                .hasValueSatisfying(lacks -> assertThat(lacks).contains("refuses"));
        assertThat(check(half, set(half.start(), "objects.size", 1)))
                .hasValueSatisfying(lacks -> assertThat(lacks).contains("changed"));
        LifecycleScenario instant = choose(
                set(set(half.start(), "rules.infrequent", 0), "rules.archive", 1), "rules.archiveClass", "GLACIER_IR");
        assertThat(check(half, instant)).isEmpty();

        Challenge<LifecycleScenario, LifecycleResult> history = lab.challenges().get(1);
        assertThat(check(history, set(history.start(), "rules.expire", 5)))
                .hasValueSatisfying(lacks -> assertThat(lacks).contains("delete markers"));
        assertThat(check(history, set(history.start(), "rules.noncurrent", 10)))
                .hasValueSatisfying(lacks -> assertThat(lacks).contains("30 days"));
        assertThat(check(history, set(history.start(), "rules.noncurrent", 45))).isEmpty();
    }

    private Optional<String> check(
            Challenge<LifecycleScenario, LifecycleResult> challenge, LifecycleScenario scenario) {
        return challenge.check().apply(scenario, lab.run(scenario));
    }

    private LifecycleScenario set(LifecycleScenario scenario, String id, double value) {
        return lab.parameters().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> ((Parameter.Slider<LifecycleScenario>) each).with().apply(scenario, value))
                .orElseThrow();
    }

    private LifecycleScenario choose(LifecycleScenario scenario, String id, String word) {
        return lab.parameters().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> ((Parameter.Choice<LifecycleScenario>) each).with().apply(scenario, word))
                .orElseThrow();
    }

    /// What a slider or a choice sets, it shows.
    @Test
    void parametersShowWhatTheySet() {
        for (Parameter<LifecycleScenario> parameter : lab.parameters()) {
            LifecycleScenario start = lab.standard().withVersioning(Versioning.ENABLED);
            assertThat(parameter.applies(start)).as(parameter.id()).isTrue();
            switch (parameter) {
                case Parameter.Slider<LifecycleScenario> slider -> {
                    double value = slider.at(0.5);
                    assertThat(slider.get().applyAsDouble(slider.with().apply(start, value)))
                            .as(slider.id())
                            .isEqualTo(value);
                }
                case Parameter.Choice<LifecycleScenario> choice -> {
                    String word = choice.options().getLast().id();
                    assertThat(choice.get().apply(choice.with().apply(start, word)))
                            .isEqualTo(word);
                }
            }
        }
    }

    @Test
    void theGuideOpensPresets() {
        assertThat(lab.guide()).hasSize(5);
        for (GuidedStep step : lab.guide()) {
            assertThat(lab.preset(step.preset()).id()).isEqualTo(step.preset());
        }
        assertThat(lab.fidelity()).hasSizeGreaterThan(5);
        assertThat(lab.explanation()).contains("midnight");
        assertThat(lab.model()).contains("Sources");
        assertThat(lab.withSeed(lab.standard(), 5)).isEqualTo(lab.standard());
        assertThat(lab.seed(lab.standard())).isZero();
    }

    @Test
    void scenariosReadBack() {
        for (Preset<LifecycleScenario> preset : lab.presets()) {
            assertThat(lab.codec().parse(lab.codec().text(preset.scenario()))).isEqualTo(preset.scenario());
        }
        String text = "{'versioning':'Suspended','rules':{'Rules':[]},'objects':[{'key':'a','size':5,'count':3,"
                + "'created':'2026-01-01T10:00:00+02:00','tags':{'k':'v'},'storageClass':'GLACIER'},{'key':'b','size':7,"
                + "'versions':[{'created':'2026-01-01'},{'created':'2026-01-02','id':'x','size':1,"
                + "'storageClass':'STANDARD_IA'}]}],'uploads':[{'key':'u','initiated':'2026-01-01','size':9}],"
                + "'until':'2026-02-01','transitionDefaultMinimumObjectSize':'varies_by_storage_class',"
                + "'disabled':[{'from':'2026-01-05','until':'2026-01-06'}]}";
        LifecycleScenario read = lab.codec().parse(text.replace('\'', '"'));
        assertThat(lab.codec().parse(lab.codec().text(read))).isEqualTo(read);
        assertThat(read.objects().get(1).versions().getFirst().bytes()).isEqualTo(7);
        assertThat(read.objects().get(1).versions().getFirst().id()).isEqualTo("v1");
        assertThat(LabJson.line(lab.codec().write(read))).contains("\"2026-01-01T08:00:00Z\"");
    }

    @Test
    void faultsNameTheirField() {
        refused("{'object':[]}", "There is no field \"object\"");
        refused("{'objects':[{'key':'a'}]}", "objects[0].created is missing.");
        refused("{'objects':[{'key':'a','created':'yesterday'}]}", "objects[0].created is \"yesterday\"");
        refused("{'objects':[{'key':'','created':'2026-01-01'}]}", "objects[0].key has 0 bytes");
        refused("{'objects':[{'key':'a','created':'2026-01-01','size':-1}]}", "objects[0].size is -1");
        refused(
                "{'objects':[{'key':'a','created':'2026-01-01','storageClass':'GLACIR'}]}",
                "objects[0].storageClass is \"GLACIR\"");
        refused("{'objects':[{'key':'a','created':'2026-01-01','tags':{'k':1}}]}", "objects[0].tags.k is a string");
        refused("{'objects':[{'key':'a','versions':[]}]}", "objects[0].versions has no items");
        refused(
                "{'objects':[{'key':'a','versions':[{'created':'2026-01-02'},{'created':'2026-01-01'}]}],"
                        + "'versioning':'Enabled'}",
                "objects[0].versions[1].created is 2026-01-01T00:00:00Z, before that of the version before");
        refused(
                "{'objects':[{'key':'a','versions':[{'created':'2026-01-01'},{'created':'2026-01-02'}]}]}",
                "objects[0].versions has 2 items, without versioning it may have 1.");
        refused(
                "{'versioning':'Enabled','objects':[{'key':'a','versions':[{'id':'x','created':'2026-01-01'},{'id':'x',"
                        + "'created':'2026-01-02'}]}]}",
                "objects[0].versions[1].id is \"x\", which is taken.");
        refused("{'rules':[]}", "rules is an object with a field Rules, not an array.");
        refused("{'until':'2300-01-01'}", "until is ");
        refused("{'versioning':'On'}", "versioning is \"On\", it must be one of Disabled, Enabled, Suspended");
        refused("{'disabled':[{'from':'2026-01-02','until':'2026-01-01'}]}", "disabled[0] is from");
    }

    private void refused(String scenario, String sentence) {
        assertThatThrownBy(() -> lab.codec().parse(scenario.replace('\'', '"')))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(sentence);
    }
}
