package dev.rockpool.simulators.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference;
import dev.rockpool.streamengine.StreamMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ShardsLabTest {
    private final ShardsLab lab = new ShardsLab();

    @Test
    void everyPresetShowsItsNumber() {
        assertThat(lab.presets()).hasSizeGreaterThanOrEqualTo(6);
        for (Preset<ShardsScenario> preset : lab.presets()) {
            ShardsResult result = lab.run(preset.scenario());
            assertThat(preset.expected().isMetBy(lab.figures(result)))
                    .as(
                            "%s expects %s %s, shows %s",
                            preset.id(),
                            preset.expected().figure(),
                            preset.expected().shown(),
                            figure(result, preset.expected().figure()).shown())
                    .isTrue();
            assertThat(preset.prediction().figure()).isEqualTo(preset.expected().figure());
            assertThat(preset.expected().value())
                    .isBetween(preset.prediction().low(), preset.prediction().high());
            assertThat(figure(result, preset.expected().figure()).unit())
                    .isEqualTo(preset.expected().unit());
            assertThat(preset.cards()).isNotEmpty();
            assertThat(preset.reference().kind() != Reference.Kind.PRIMARY
                            || preset.reference().address().isPresent())
                    .isTrue();
        }
        assertThat(lab.presets()).extracting(Preset::id).doesNotHaveDuplicates();
    }

    @Test
    void theHotKeyShowsThePrintedDigits() {
        assertThat(shown("hot-key")).isEqualTo("75.5\u00A0%");
        assertThat(shown("hot-key-16")).isEqualTo("78.1\u00A0%");
        assertThat(shown("hot-key-20")).isEqualTo("79.0\u00A0%");
        Figure figure = figure(lab.run(lab.preset("hot-key").scenario()), ShardsFigures.ACCEPTED_FRACTION);
        assertThat(figure.worked())
                .isEqualTo("(min(1, 8 × 0.3 + 5.6 ÷ 10) + 9 × min(1, 5.6 ÷ 10)) ÷ 8 = 6.04 ÷ 8 = 75.5\u00A0%");
        assertThat(figure.closedForm()).hasValueCloseTo(0.755, within(0.0005));
        assertThat(figure.interval().orElseThrow().contains(figure.value())).isTrue();
    }

    @Test
    void twiceTheShardsCostTwiceTheShardHours() {
        ShardsResult ten = lab.run(lab.preset("hot-key").scenario());
        ShardsResult twenty = lab.run(lab.preset("hot-key-20").scenario());
        // 10 × 730 h × 0.015 USD and 20 × 730 h × 0.015 USD.
        assertThat(ten.monthlyProvisioned().lines().getFirst().amount().plain()).isEqualTo("109.5");
        assertThat(twenty.monthlyProvisioned().lines().getFirst().amount().plain())
                .isEqualTo("219");
        // 600 s of 10 shards: 1 2/3 shard-hours.
        assertThat(ten.bill().lines().getFirst().usage().quantity()).isEqualByComparingTo("1.666666666667");
        // Payload units are the records that were taken, one each.
        assertThat(ten.bill().lines().get(1).usage().quantity().movePointRight(6))
                .isEqualByComparingTo(Long.toString(ten.totals().accepted()));
    }

    @Test
    void onDemandIsBilledByTimeAndVolume() {
        ShardsResult result = lab.run(lab.standard()
                .withKeys(new KeyDistribution.Uniform(1_000))
                .withShards(4)
                .withRecordsPerSecond(1_024)
                .withRecordBytes(100)
                .withSeconds(3_600)
                .withMode(StreamMode.ON_DEMAND)
                .withConsumers(ShardsCodec.named(1, 1)));
        // An hour 0.04; 3,686,400 records as 1 KiB: 3.515625 GB × 0.08; read by each once, 0.343322… GB.
        assertThat(result.totals().acceptedFraction()).isEqualTo(1);
        assertThat(result.bill().lines().getFirst().amount().plain()).isEqualTo("0.04");
        assertThat(result.bill().lines().get(1).amount().plain()).isEqualTo("0.28125");
        assertThat(result.bill().lines()).hasSize(4);
        assertThat(result.bill().lines().get(2).usage().quantity().doubleValue())
                .isCloseTo(3_686_400 * 100.0 / (1 << 30), within(1e-9));
        assertThat(result.monthlyOnDemand().total().amount().doubleValue()).isGreaterThan(200);
    }

    @Test
    void challengesBeginUnsolvedAndCanBeSolved() {
        assertThat(lab.challenges()).hasSizeGreaterThanOrEqualTo(3);
        for (Challenge<ShardsScenario, ShardsResult> challenge : lab.challenges()) {
            assertThat(challenge.check().apply(challenge.start(), lab.run(challenge.start())))
                    .as(challenge.id())
                    .isPresent();
        }
        ShardsScenario salt = challenge("salt").start();
        assertUnsolved("salt", salt.withShards(40), "at most 12 are allowed");
        assertUnsolved("salt", salt.withRecordsPerSecond(10), "The load was changed");
        assertUnsolved("salt", salt.withMode(StreamMode.ON_DEMAND).withShards(13), "at most 12 are allowed");
        assertSolved("salt", salt.withShards(12).withKeys(new KeyDistribution.Hot(0.05, 50_000)));

        ShardsScenario small = challenge("small-records").start();
        assertUnsolved("small-records", small.withShards(12), "at most 11 are allowed");
        assertUnsolved("small-records", small.withKeys(new KeyDistribution.Uniform(5)), "The load was changed");
        assertUnsolved("small-records", small.withShards(8), "is wanted");
        assertSolved("small-records", small.withShards(11));

        ShardsScenario readers = challenge("fresh-readers").start();
        assertUnsolved("fresh-readers", readers.withConsumers(ShardsCodec.named(2, 0)), "There are 2 readers");
        assertUnsolved("fresh-readers", readers.withShards(2), "at most 1 are allowed");
        assertUnsolved("fresh-readers", readers.withSeconds(60), "The load was changed");
        assertSolved("fresh-readers", readers.withConsumers(ShardsCodec.named(2, 3)));
    }

    @Test
    void everyParameterIsReadAndSet() {
        for (Preset<ShardsScenario> preset : lab.presets()) {
            for (Parameter<ShardsScenario> parameter : lab.parameters()) {
                if (parameter.applies(preset.scenario())) {
                    exercise(parameter, preset.scenario());
                }
            }
        }
        assertThat(lab.parameters()).extracting(Parameter::id).doesNotHaveDuplicates();
        assertThat(lab.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.label()).isNotBlank();
            assertThat(parameter.help()).endsWith(".");
        });
    }

    private static void exercise(Parameter<ShardsScenario> parameter, ShardsScenario scenario) {
        switch (parameter) {
            case Parameter.Slider<ShardsScenario> slider -> {
                double value = slider.get().applyAsDouble(scenario);
                assertThat(slider.get().applyAsDouble(slider.with().apply(scenario, value)))
                        .isEqualTo(value);
                assertThat(slider.get().applyAsDouble(slider.with().apply(scenario, slider.low())))
                        .isEqualTo(slider.low());
                assertThat(slider.get().applyAsDouble(slider.with().apply(scenario, slider.high())))
                        .isEqualTo(slider.high());
            }
            case Parameter.Choice<ShardsScenario> choice -> {
                for (Parameter.Option option : choice.options()) {
                    assertThat(choice.get().apply(choice.with().apply(scenario, option.id())))
                            .isEqualTo(option.id());
                }
            }
        }
    }

    @Test
    void theGuideFillsFiveMinutes() {
        assertThat(lab.guide().stream().mapToInt(GuidedStep::seconds).sum()).isEqualTo(300);
        assertThat(lab.guide()).allSatisfy(step -> {
            assertThat(lab.preset(step.preset())).isNotNull();
            assertThat(step.text()).isNotBlank();
            assertThat(step.notes()).isNotBlank();
        });
    }

    @Test
    void whatIsFakedIsSaid() {
        assertThat(lab.fidelity())
                .extracting(Fidelity::level)
                .contains(Fidelity.Level.EXACT, Fidelity.Level.CALIBRATED, Fidelity.Level.ILLUSTRATIVE);
        assertThat(lab.question()).endsWith("?");
        assertThat(lab.name()).isEqualTo("Shards");
        assertThat(lab.explanation()).contains("partition key");
        assertThat(lab.model()).contains("## Formulas", "## Units and symbols", "Faked:");
    }

    @Test
    void theReportHasTheFieldsOfTheContract() {
        ShardsResult result = lab.run(lab.preset("three-consumers").scenario().withSeconds(30));
        JsonNode json = LabJson.parse("answer", LabJson.line(lab.report(result)));
        JsonNode shard = json.get("perShard").get(0);
        assertThat(json.get("acceptedFraction").intValue()).isEqualTo(1);
        assertThat(shard.get("shardId").stringValue()).isEqualTo("shardId-000000000000");
        assertThat(shard.get("range").get("start").stringValue()).isEqualTo("0");
        assertThat(shard.get("range").get("end").stringValue()).isEqualTo("340282366920938463463374607431768211455");
        for (String field : List.of("offered", "accepted", "throttledRecords", "throttledBytes")) {
            assertThat(shard.get(field).isIntegralNumber()).as(field).isTrue();
        }
        assertThat(json.get("perConsumer").size()).isEqualTo(3);
        assertThat(json.get("perConsumer").get(0).get("iteratorAgeMilliseconds").isIntegralNumber())
                .isTrue();
        assertThat(json.get("bill").get("total").stringValue()).isNotEmpty();
        assertThat(json.get("monthly").get("on-demand").get("total").stringValue())
                .isNotEmpty();
        assertThat(json.get("figures").size()).isEqualTo(result.figures().size());
    }

    @Test
    void theSeedIsPartOfTheScenario() {
        assertThat(lab.seed(lab.withSeed(lab.standard(), 42))).isEqualTo(42);
        assertThat(lab.id()).isEqualTo("shards");
    }

    private void assertSolved(String id, ShardsScenario scenario) {
        assertThat(challenge(id).check().apply(scenario, lab.run(scenario)))
                .as(id)
                .isEmpty();
    }

    private void assertUnsolved(String id, ShardsScenario scenario, String missing) {
        Optional<String> sentence = challenge(id).check().apply(scenario, lab.run(scenario));
        assertThat(sentence).as(id).hasValueSatisfying(text -> assertThat(text).contains(missing));
    }

    private Challenge<ShardsScenario, ShardsResult> challenge(String id) {
        return lab.challenges().stream()
                .filter(challenge -> challenge.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String shown(String preset) {
        return figure(lab.run(lab.preset(preset).scenario()), ShardsFigures.ACCEPTED_FRACTION)
                .shown();
    }

    private static Figure figure(ShardsResult result, String id) {
        return result.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
