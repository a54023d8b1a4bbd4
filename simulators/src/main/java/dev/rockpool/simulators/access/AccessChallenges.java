package dev.rockpool.simulators.access;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The challenges of the lab *access*: its classic mistakes. Each says what is still missing, and notices
/// when the task was changed.
final class AccessChallenges {
    private static final String CHANGED = "challenge.changed";

    private final LabTexts texts;

    private AccessChallenges(LabTexts texts) {
        this.texts = texts;
    }

    static List<Challenge<AccessScenario, AccessResult>> all(LabParts<AccessScenario, AccessResult> parts) {
        AccessChallenges made = new AccessChallenges(parts.texts());
        AccessScenario standard = AccessPresets.standard();
        AccessScenario leaky = standard.by(Route.GATEWAY_ENDPOINT);
        AccessScenario shut = leaky.with(leaky.rules().withBucket(BucketPolicy.ENDPOINT_ONLY));
        AccessScenario locked = standard.by(Route.INTERNET)
                .with(standard.asking().withAct(Act.MEND))
                .with(standard.rules().withIdentity(IdentityPolicy.EVERYTHING).withBucket(BucketPolicy.PRIVATE_RANGE));
        AccessScenario partner = standard.with(standard.asking().withAsker(Asker.PARTNER))
                .with(standard.rules().withIdentity(IdentityPolicy.NONE));
        return List.of(
                parts.challenge("no-toll", standard, (scenario, result) -> made.noToll(standard, scenario, result)),
                parts.challenge(
                        "one-way",
                        leaky,
                        (scenario, result) -> made.ways(leaky, scenario, result, List.of(Route.GATEWAY_ENDPOINT))),
                parts.challenge(
                        "office-too",
                        shut,
                        (scenario, result) ->
                                made.ways(shut, scenario, result, List.of(Route.INTERNET, Route.GATEWAY_ENDPOINT))),
                parts.challenge("unlock", locked, (scenario, result) -> made.unlock(locked, scenario, result)),
                parts.challenge("partner", partner, (scenario, result) -> made.partner(partner, scenario, result)));
    }

    /// The same traffic without the toll.
    private Optional<String> noToll(AccessScenario start, AccessScenario scenario, AccessResult result) {
        if (!scenario.with(start.network()).equals(start)
                || !scenario.network().withRoute(start.network().route()).equals(start.network())) {
            return Optional.of(texts.get(CHANGED));
        }
        if (result.passage().outcome() != Outcome.ALLOWED) {
            return Optional.of(texts.get("challenge.no-toll.closed"));
        }
        double usd = result.way().total().amount().doubleValue();
        return usd == 0 ? Optional.empty() : Optional.of(texts.get("challenge.no-toll.usd", Unit.USD.format(usd)));
    }

    /// A bucket policy that leaves exactly these ways open.
    private Optional<String> ways(
            AccessScenario start, AccessScenario scenario, AccessResult result, List<Route> wanted) {
        if (!scenario.with(scenario.rules().withBucket(start.rules().bucket())).equals(start)) {
            return Optional.of(texts.get(CHANGED));
        }
        return result.open().equals(wanted)
                ? Optional.empty()
                : Optional.of(
                        result.open().isEmpty()
                                ? texts.get("challenge.ways.none")
                                : texts.get("challenge.ways.open", names(result.open())));
    }

    /// Somebody who may mend the policy that locks all out.
    private Optional<String> unlock(AccessScenario start, AccessScenario scenario, AccessResult result) {
        if (!scenario.with(scenario.asking().withAsker(start.asking().asker())).equals(start)) {
            return Optional.of(texts.get(CHANGED));
        }
        return result.passage().outcome() == Outcome.ALLOWED
                ? Optional.empty()
                : Optional.of(texts.get("challenge.unlock.locked"));
    }

    /// Both sides allow, and nobody else is let in.
    private Optional<String> partner(AccessScenario start, AccessScenario scenario, AccessResult result) {
        if (!scenario.with(scenario.rules()
                        .withIdentity(start.rules().identity())
                        .withBucket(start.rules().bucket()))
                .equals(start)) {
            return Optional.of(texts.get(CHANGED));
        }
        return result.passage().outcome() == Outcome.ALLOWED
                ? Optional.empty()
                : Optional.of(result.passage().steps().stream()
                        .filter(step -> !step.passes())
                        .findFirst()
                        .map(PassageStep::sentence)
                        .orElseGet(() -> texts.get("challenge.unlock.locked")));
    }

    private String names(List<Route> routes) {
        return routes.stream()
                .map(route -> texts.get("parameter.route." + Word.of(route)))
                .collect(Collectors.joining(", "));
    }
}
