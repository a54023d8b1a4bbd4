package dev.rockpool.simulators.storageclasses;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The challenges of the lab *storage-classes*. Each says what is still missing, and notices when the task was
/// changed.
final class StorageClassesChallenges {
    private static final double SAME_BYTES = 0.02;
    private static final double LITTLE_MORE_THAN_HALF = 0.6;
    private static final double HALF = 0.5;

    private final LabTexts texts;

    private StorageClassesChallenges(LabTexts texts) {
        this.texts = texts;
    }

    static List<Challenge<StorageClassesScenario, StorageClassesResult>> all(LabTexts texts) {
        StorageClassesChallenges made = new StorageClassesChallenges(texts);
        StorageClassesScenario small = StorageClassesPresets.videos()
                .withObjects(6_400_000)
                .withAverageBytes(16 << 10)
                .withReads(0);
        StorageClassesScenario often = StorageClassesPresets.videos().withReads(2);
        StorageClassesScenario archive = small.withObjects(2_000_000)
                .withAverageBytes(512 << 10)
                .withReads(0.5)
                .withInstantReads(false);
        return List.of(
                made.challenge("bundle", small, (scenario, result) -> made.bundled(small, scenario, result)),
                made.challenge("infrequent", often, (scenario, result) -> made.infrequent(often, scenario, result)),
                made.challenge("thaw", archive, (scenario, result) -> made.thawed(archive, scenario, result)));
    }

    private Challenge<StorageClassesScenario, StorageClassesResult> challenge(
            String id,
            StorageClassesScenario start,
            BiFunction<StorageClassesScenario, StorageClassesResult, Optional<String>> check) {
        return new Challenge<>(id, text(id, "title"), text(id, "task"), text(id, "hint"), start, check);
    }

    /// As many bytes in fewer, larger objects, so that infrequent access costs half of Standard.
    private Optional<String> bundled(
            StorageClassesScenario start, StorageClassesScenario scenario, StorageClassesResult result) {
        double bytes = (double) scenario.objects() * scenario.averageBytes();
        double wanted = (double) start.objects() * start.averageBytes();
        if (Math.abs(bytes / wanted - 1) > SAME_BYTES) {
            return Optional.of(texts.get("challenge.bytes", gigabytes(wanted), gigabytes(bytes)));
        }
        if (!scenario.withObjects(start.objects())
                .withAverageBytes(start.averageBytes())
                .equals(start)) {
            return Optional.of(texts.get("challenge.changed"));
        }
        double share = usd(result, StorageClass.STANDARD_IA) / usd(result, StorageClass.STANDARD);
        return share <= LITTLE_MORE_THAN_HALF
                ? Optional.empty()
                : Optional.of(texts.get(
                        "challenge.share", Unit.SHARE.format(share), Unit.SHARE.format(LITTLE_MORE_THAN_HALF)));
    }

    /// A size and reads at which infrequent access is the cheapest class of several zones that answers at once.
    private Optional<String> infrequent(
            StorageClassesScenario start, StorageClassesScenario scenario, StorageClassesResult result) {
        if (!scenario.withReads(start.readsPerObjectMonth())
                .withAverageBytes(start.averageBytes())
                .equals(start)) {
            return Optional.of(texts.get("challenge.changed"));
        }
        StorageClass best = result.costs().stream()
                .filter(cost -> scenario.allows(cost.storageClass()))
                .min((one, other) -> one.total().compareTo(other.total()))
                .map(ClassCost::storageClass)
                .orElse(StorageClass.STANDARD);
        return best == StorageClass.STANDARD_IA
                ? Optional.empty()
                : Optional.of(texts.get("challenge.best", texts.get("class." + best.name())));
    }

    /// A way to ask archived objects back that keeps Glacier Flexible Retrieval below half of Standard.
    private Optional<String> thawed(
            StorageClassesScenario start, StorageClassesScenario scenario, StorageClassesResult result) {
        if (!scenario.withRestoreTier(start.restoreTier()).equals(start)) {
            return Optional.of(texts.get("challenge.changed"));
        }
        double share = usd(result, StorageClass.GLACIER) / usd(result, StorageClass.STANDARD);
        return share <= HALF
                ? Optional.empty()
                : Optional.of(texts.get("challenge.share", Unit.SHARE.format(share), Unit.SHARE.format(HALF)));
    }

    private static double usd(StorageClassesResult result, StorageClass storageClass) {
        return result.cost(storageClass)
                .map(cost -> cost.total().amount().doubleValue())
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static String gigabytes(double bytes) {
        return Unit.GIB.format(bytes / (1L << 30));
    }

    private String text(String id, String what) {
        return texts.get("challenge." + id + "." + what);
    }
}
