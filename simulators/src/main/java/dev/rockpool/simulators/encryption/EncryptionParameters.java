package dev.rockpool.simulators.encryption;

import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.function.Predicate;

/// What a learner sets in the lab *encryption*.
final class EncryptionParameters {
    private static final double MOST_CALLS = 1e11;
    private static final double MIB = 1L << 20;
    private static final double MOST_MIB = 5L << 20;

    private EncryptionParameters() {}

    static List<Parameter<EncryptionScenario>> all(LabParts<EncryptionScenario, EncryptionResult> parts) {
        Predicate<EncryptionScenario> always = _ -> true;
        Predicate<EncryptionScenario> withBucketKey =
                scenario -> scenario.mode().hasBucketKey();
        return List.of(
                parts.choice(
                        "mode",
                        EncryptionMode.words(),
                        scenario -> scenario.mode().word(),
                        (scenario, word) -> scenario.withMode(EncryptionMode.of(word)),
                        always),
                parts.choice(
                        "threat",
                        Threat.words(),
                        scenario -> scenario.threat().word(),
                        (scenario, word) -> scenario.withThreat(Threat.of(word)),
                        always),
                parts.choice(
                        "keyState",
                        KeyState.words(),
                        scenario -> scenario.keyState().word(),
                        (scenario, word) -> scenario.withKeyState(KeyState.of(word)),
                        scenario -> scenario.mode().layers().contains(KeyHolder.KMS_CUSTOMER)),
                parts.slider(
                        "uploads",
                        Unit.COUNT,
                        0,
                        MOST_CALLS,
                        Scale.LOGARITHMIC_FROM_ZERO,
                        1,
                        scenario -> (double) scenario.uploads(),
                        (scenario, value) -> scenario.withUploads(Math.round(value)),
                        always),
                parts.slider(
                        "downloads",
                        Unit.COUNT,
                        0,
                        MOST_CALLS,
                        Scale.LOGARITHMIC_FROM_ZERO,
                        1,
                        scenario -> (double) scenario.downloads(),
                        (scenario, value) -> scenario.withDownloads(Math.round(value)),
                        always),
                parts.slider(
                        "requesters",
                        Unit.COUNT,
                        1,
                        (double) EncryptionCodec.MOST_REQUESTERS,
                        Scale.LOGARITHMIC,
                        1,
                        scenario -> (double) scenario.requesters(),
                        (scenario, value) -> scenario.withRequesters(Math.round(value)),
                        withBucketKey),
                parts.slider(
                        "activeMinutes",
                        Unit.MINUTES,
                        1,
                        (double) EncryptionCodec.MONTH_MINUTES,
                        Scale.LOGARITHMIC,
                        1,
                        scenario -> (double) scenario.activeMinutes(),
                        (scenario, value) -> scenario.withActiveMinutes(Math.round(value)),
                        withBucketKey),
                parts.slider(
                        "bucketKeys",
                        Unit.COUNT,
                        1,
                        (double) EncryptionCodec.MOST_BUCKET_KEYS,
                        Scale.LOGARITHMIC,
                        1,
                        scenario -> (double) scenario.bucketKeys(),
                        (scenario, value) -> scenario.withBucketKeys(Math.round(value)),
                        withBucketKey),
                parts.slider(
                        "objectBytes",
                        Unit.MIB,
                        1,
                        MOST_MIB,
                        Scale.LOGARITHMIC,
                        1,
                        scenario -> scenario.objectBytes() / MIB,
                        (scenario, value) -> scenario.withObjectBytes(Math.round(value * MIB)),
                        scenario -> scenario.mode() == EncryptionMode.DSSE_KMS));
    }
}
