package dev.rockpool.simulators.lifecycle;

import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The challenges of the lifecycle lab. Each says what is still missing, and notices when the task itself was
/// changed.
final class LifecycleChallenges {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_OLD_DAYS = 30;

    private final LabTexts texts;

    private LifecycleChallenges(LabTexts texts) {
        this.texts = texts;
    }

    static List<Challenge<LifecycleScenario, LifecycleResult>> all(LabTexts texts) {
        LifecycleChallenges challenges = new LifecycleChallenges(texts);
        LifecycleScenario half = LifecyclePresets.tieringDown()
                .withRules(
                        "{\"Rules\":[{\"ID\":\"logs\",\"Status\":\"Enabled\",\"Filter\":{},\"Transitions\":[{\"Days\":180,"
                                + "\"StorageClass\":\"STANDARD_IA\"}]}]}");
        LifecycleScenario history = history();
        return List.of(
                challenges.challenge("half", half, (scenario, result) -> challenges.half(half, scenario, result)),
                challenges.challenge(
                        "history", history, (scenario, result) -> challenges.cleaned(history, scenario, result)));
    }

    /// Forty documents, saved five times each.
    private static LifecycleScenario history() {
        List<StoredKey> objects = new ArrayList<>();
        Instant start = Instant.parse("2026-01-01T09:00:00Z");
        for (int key = 0; key < 40; key++) {
            List<ObjectVersion> versions = new ArrayList<>();
            for (int version = 0; version < 5; version++) {
                Instant saved = start.plus(Duration.ofDays(version * 7L)).plus(Duration.ofHours(key * 5L));
                versions.add(LifecyclePresets.version("v" + (version + 1), saved.toString(), 1L << 24));
            }
            objects.add(new StoredKey("docs/" + (key + 1), 1_000, versions));
        }
        return LifecyclePresets.scenario(
                        "{\"Rules\":[{\"ID\":\"docs\",\"Status\":\"Enabled\",\"Filter\":{},\"NoncurrentVersionExpiration\":"
                                + "{\"NoncurrentDays\":365}}]}",
                        "2026-06-01T00:00:00Z")
                .withVersioning(Versioning.ENABLED)
                .withObjects(objects);
    }

    private Optional<String> half(LifecycleScenario start, LifecycleScenario scenario, LifecycleResult result) {
        if (!scenario.objects().equals(start.objects()) || scenario.until().isBefore(start.until())) {
            return Optional.of(texts.get("challenge.objects"));
        }
        if (!result.rejected().isEmpty()) {
            return Optional.of(
                    texts.get("challenge.rejected", result.rejected().getFirst().sentence()));
        }
        if (result.events().stream().anyMatch(event -> event.action() != LifecycleAction.TRANSITION)) {
            return Optional.of(texts.get("challenge.half.deleted"));
        }
        if (result.events().stream()
                .anyMatch(event -> event.to().filter(to -> to.isArchive()).isPresent())) {
            return Optional.of(texts.get("challenge.half.archived"));
        }
        Money cost = result.bill().total();
        Money wanted = result.untouched().total().times(HALF);
        return cost.compareTo(wanted) <= 0
                ? Optional.empty()
                : Optional.of(texts.get("challenge.half.cost", cost.display(), wanted.display()));
    }

    private Optional<String> cleaned(LifecycleScenario start, LifecycleScenario scenario, LifecycleResult result) {
        if (!scenario.objects().equals(start.objects())
                || scenario.until().isBefore(start.until())
                || scenario.versioning() != start.versioning()) {
            return Optional.of(texts.get("challenge.objects"));
        }
        if (!result.rejected().isEmpty()) {
            return Optional.of(
                    texts.get("challenge.rejected", result.rejected().getFirst().sentence()));
        }
        if (result.events().stream().anyMatch(event -> event.action() == LifecycleAction.DELETE_MARKER)) {
            return Optional.of(texts.get("challenge.history.current"));
        }
        long left = result.last().dots().stream()
                .filter(dot -> !dot.isGone() && dot.kind() == LifecycleSnapshot.Kind.NONCURRENT)
                .count();
        if (left > 0) {
            return Optional.of(texts.get("challenge.history.left", Unit.COUNT.number(left)));
        }
        boolean tooEarly = new FirstRule(scenario).noncurrentAfter() < MOST_OLD_DAYS;
        return tooEarly ? Optional.of(texts.get("challenge.history.early", MOST_OLD_DAYS)) : Optional.empty();
    }

    private Challenge<LifecycleScenario, LifecycleResult> challenge(
            String id,
            LifecycleScenario start,
            java.util.function.BiFunction<LifecycleScenario, LifecycleResult, Optional<String>> check) {
        return new Challenge<>(
                id,
                texts.get("challenge." + id + ".title"),
                texts.get("challenge." + id + ".task"),
                texts.get("challenge." + id + ".hint"),
                start,
                check);
    }
}
