package dev.rockpool.simulators.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.Preset;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShardsCodecTest {
    private static final String END = "340282366920938463463374607431768211455";
    private static final String MIDDLE = "170141183460469231731687303715884105728";
    private static final String BEFORE_MIDDLE = "170141183460469231731687303715884105727";

    private final ShardsLab lab = new ShardsLab();

    @Test
    void everyPresetAndChallengeReadsAsItWrites() {
        for (Preset<ShardsScenario> preset : lab.presets()) {
            String text = lab.codec().text(preset.scenario());
            assertThat(lab.codec().parse(text)).isEqualTo(preset.scenario());
            assertThat(lab.codec().text(lab.codec().parse(text))).isEqualTo(text);
        }
        lab.challenges()
                .forEach(challenge -> assertThat(lab.codec().parse(lab.codec().text(challenge.start())))
                        .isEqualTo(challenge.start()));
    }

    @Test
    void everyFieldIsRead() {
        ShardsScenario scenario = lab.codec().parse("""
                        {"shards": [{"start": "0", "end": "%s"}, {"start": %s, "end": "%s"}],
                         "keys": {"kind": "list", "keys": [{"key": "a", "weight": 2.5}, {"key": "b"}]},
                         "recordBytes": 100, "recordsPerSecond": 10, "seconds": 9,
                         "consumers": [{"name": "x"}, {"name": "y", "kind": "fan-out", "outages": [{"at": 1, "seconds": 2}]}],
                         "mode": "provisioned",
                         "reshard": [
                           {"at": 1, "kind": "split", "shard": "shardId-000000000000"},
                           {"at": 1, "kind": "split", "shard": "1", "newStartingHashKey": "%s"},
                           {"at": 2, "kind": "merge", "shard": "shardId-000000000002", "adjacentShard": "shardId-000000000003"},
                           {"at": 3, "kind": "update-shard-count", "target": 4}],
                         "seed": -5}
                        """.formatted(BEFORE_MIDDLE, MIDDLE, END, END));
        assertThat(scenario.shards()).isInstanceOf(ShardLayout.Ranges.class);
        assertThat(scenario.keys())
                .isEqualTo(new KeyDistribution.Listed(
                        List.of(new KeyDistribution.WeightedKey("a", 2.5), new KeyDistribution.WeightedKey("b", 1))));
        assertThat(scenario.consumers())
                .containsExactly(
                        new StreamConsumer("x", StreamConsumer.Kind.SHARED),
                        new StreamConsumer("y", StreamConsumer.Kind.FAN_OUT, List.of(new StreamConsumer.Outage(1, 2))));
        assertThat(scenario.reshard())
                .contains(
                        new Reshard.Split(1, new ShardId(1), Optional.of(HashKey.MAX)),
                        new Reshard.Merge(2, new ShardId(2), new ShardId(3)),
                        new Reshard.UpdateShardCount(3, 4));
        assertThat(scenario.seed()).isEqualTo(-5);
        assertThat(lab.codec().parse(lab.codec().text(scenario))).isEqualTo(scenario);
        assertThat(lab.run(scenario).perShard()).hasSizeGreaterThan(6);
    }

    @Test
    void fieldsLeftOutTakeTheDefault() {
        assertThat(lab.codec().parse("{}")).isEqualTo(lab.standard());
        assertThat(lab.codec().parse("{\"reshard\": null, \"keys\": null}")).isEqualTo(lab.standard());
        assertThat(lab.codec().parse("{\"mode\": \"on-demand\"}"))
                .isEqualTo(lab.standard().withMode(StreamMode.ON_DEMAND));
    }

    @Test
    void consumersMayBeCounted() {
        assertThat(lab.codec().parse("{\"consumers\": 2}").consumers()).isEqualTo(ShardsCodec.named(2, 0));
        assertThat(lab.codec()
                        .parse("{\"consumers\": {\"shared\": 1, \"fanOut\": 2}}")
                        .consumers())
                .isEqualTo(ShardsCodec.named(1, 2));
        assertThat(lab.codec().parse("{\"consumers\": {}}").consumers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"shardz": 3} | There is no field "shardz"; near matches: "shards"
                    {"shards": 0} | shards is 0, it must be 1 to 10000.
                    {"shards": "3"} | shards is a number from 1 to 10000, or an array of ranges, not the string "3".
                    {"shards": 2.5} | shards is 2.5, it must be a whole number.
                    {"shards": []} | shards has 0 ranges, it must have 1 to 10000.
                    {"shards": [{"start": "0"}]} | shards[0].end is missing.
                    {"shards": [{"start": "0", "end": "9"}]} | shards[0].end is 9, the last range must end at 340282366920938463463374607431768211455.
                    {"shards": [{"start": "1", "end": "9"}]} | shards[0].start is 1, it must be 0
                    {"shards": [{"start": "9", "end": "1"}]} | shards[0].start is 9, above its end 1.
                    {"shards": [{"start": "0", "end": "x"}]} | shards[0].end is "x", it must be a whole number from 0 to 340282366920938463463374607431768211455.
                    {"shards": [{"start": true, "end": "x"}]} | shards[0].start is a place on the ring as a decimal string, not true.
                    {"shards": [{"start": "0", "end": "340282366920938463463374607431768211455"}, {"start": "1", "end": "2"}]} | shards[0].end is the end of the ring, but ranges follow.
                    {"keys": 3} | keys is an object with a field kind, not the number 3.
                    {"keys": {"kind": "unifrom"}} | keys.kind is "unifrom", it must be one of uniform, zipf, hot, list; near matches: "uniform"
                    {"keys": {"kind": "uniform", "cuont": 3}} | There is no field "keys.cuont"; near matches: "count", "kind".
                    {"keys": {"kind": "uniform", "count": 1000001}} | keys.count is 1000001, it must be 1 to 1000000.
                    {"keys": {"kind": "uniform"}} | keys.count is missing.
                    {"keys": {"kind": "zipf", "count": 5, "exponent": 11}} | keys.exponent is 11, it must be 0 to 10.
                    {"keys": {"kind": "hot", "share": 1.5, "others": 4}} | keys.share is 1.5, it must be 0 to 1.
                    {"keys": {"kind": "hot", "share": 0.5, "others": 0}} | keys.others is 0, it must be 1 or more while keys.share is below 1.
                    {"keys": {"kind": "list", "keys": []}} | keys.keys has 0 items, it must have 1 to 10000.
                    {"keys": {"kind": "list", "keys": [{"key": ""}]}} | keys.keys[0].key is no partition key
                    {"keys": {"kind": "list", "keys": [{"key": "a"}, {"key": "a"}]}} | keys.keys[1].key is "a", which is there before.
                    {"keys": {"kind": "list", "keys": [{"key": "a", "weight": -1}]}} | keys.keys[0].weight is -1, it must be 0 to 1,000,000,000,000.
                    {"keys": {"kind": "list", "keys": [{"key": "a", "weight": 0}]}} | keys.keys has no weight above 0.
                    {"recordBytes": 0} | recordBytes is 0, it must be 1 to 10485760.
                    {"recordBytes": 2, "keys": {"kind": "list", "keys": [{"key": "abc"}]}} | recordBytes is 2, less than the 3 bytes of keys.keys[0].key alone.
                    {"recordsPerSecond": -1} | recordsPerSecond is -1, it must be 0 to 10000000.
                    {"recordsPerSecond": 10000000, "seconds": 1001} | recordsPerSecond × seconds is 10010000000, it must be at most 10000000000.
                    {"seconds": 86401} | seconds is 86401, it must be 1 to 86400.
                    {"seconds": "60"} | seconds is a whole number from 1 to 86400, not the string "60".
                    {"consumers": 51} | consumers is 51, it must be 0 to 50.
                    {"consumers": "x"} | consumers is an array, not the string "x".
                    {"consumers": [{}]} | consumers[0].name is missing.
                    {"consumers": [{"name": " "}]} | consumers[0].name is " ", it must be 1 to 64 characters.
                    {"consumers": [{"name": "a"}, {"name": "a"}]} | consumers[1].name is "a", which is there before.
                    {"consumers": [{"name": "a", "kind": "fanout"}]} | consumers[0].kind is "fanout", it must be one of shared, fan-out; near matches: "fan-out"
                    {"consumers": [{"name": "a", "outages": [{"at": 5, "seconds": 5}, {"at": 9, "seconds": 1}]}]} | consumers[0].outages[1].at is 9, it must be 10 or more, after the outage before.
                    {"mode": "on_demand"} | mode is "on_demand", it must be one of provisioned, on-demand; near matches: "on-demand"
                    {"mode": "on-demand", "reshard": [{"at": 1, "kind": "split", "shard": "0"}]} | reshard is not empty, it must be while mode is on-demand
                    {"reshard": [{"at": 1}]} | reshard[0].kind is missing.
                    {"reshard": [{"at": 1, "kind": "split", "shard": "x"}]} | reshard[0].shard is "x", it must be shardId- and twelve digits up to 2147483647.
                    {"reshard": [{"at": 1, "kind": "split", "shard": "77"}]} | reshard[0].shard is shardId-000000000077, which is not open then.
                    {"reshard": [{"at": 1, "kind": "split", "shard": "0", "newStartingHashKey": "0"}]} | reshard[0].newStartingHashKey is 0, it must be above 0
                    {"reshard": [{"at": 1, "kind": "merge", "shard": "0", "adjacentShard": "2"}]} | reshard[0].adjacentShard is shardId-000000000002, whose range does not touch that of shardId-000000000000.
                    {"reshard": [{"at": 1, "kind": "update-shard-count", "target": 21}]} | reshard[0].target is 21, it must be 5 to 20, half to double the 10 open shards.
                    {"reshard": [{"at": 9, "kind": "split", "shard": "0"}, {"at": 1, "kind": "split", "shard": "1"}]} | reshard[1].at is 1, it must be 9 or more, in order.
                    {"seed": 1.5} | seed is 1.5, it must be a whole number.
                    {"seed": 9223372036854775808} | seed is 9223372036854775808, it must be -9223372036854775808 to 9223372036854775807.
                    7 | A scenario is an object, not the number 7.
                    """)
    void faultsNameFieldValueAndBound(String json, String sentence) {
        assertThatThrownBy(() -> lab.codec().parse(json))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(sentence)
                .satisfies(fault -> assertThat(((InputException) fault).sentence())
                        .endsWith(".")
                        .doesNotContain("\n"));
    }

    @Test
    void aShardOfOnePlaceCannotBeSplit() {
        assertThatThrownBy(() -> lab.codec().parse("""
                                {"shards": [{"start": "0", "end": "0"}, {"start": "1", "end": "%s"}],
                                 "reshard": [{"at": 1, "kind": "split", "shard": "0"}]}
                                """.formatted(END)))
                .hasMessage("reshard[0].shard is shardId-000000000000, whose range is a single place.");
    }

    @Test
    void theEleventhUpdateOfADayIsRefused() {
        StringBuilder changes = new StringBuilder();
        for (int at = 0; at < 11; at++) {
            changes.append(at == 0 ? "" : ",")
                    .append("{\"at\": ")
                    .append(at)
                    .append(", \"kind\": \"update-shard-count\", \"target\": 10}");
        }
        assertThatThrownBy(() -> lab.codec().parse("{\"reshard\": [" + changes + "]}"))
                .hasMessage("reshard[10] is the 11th update of the shard count, a stream takes 10 in 24 hours.");
    }

    @Test
    void tooManyShardsAreRefused() {
        assertThatThrownBy(
                        () -> lab.codec()
                                .parse(
                                        "{\"shards\": 10000, \"reshard\": [{\"at\": 1, \"kind\": \"split\", \"shard\": \"0\"}]}"))
                .hasMessage("reshard[0] makes 10001 shards, the lab has at most 10000.");
    }
}
