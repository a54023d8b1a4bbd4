package dev.rockpool.simulators.encryption;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;

/// The challenges of the lab *encryption*. Each says what is still missing, and notices when the task was changed.
final class EncryptionChallenges {
    private static final long FEW_CALLS = 1_000;
    private static final double CHEAP = 2;

    private final LabTexts texts;

    private EncryptionChallenges(LabTexts texts) {
        this.texts = texts;
    }

    static List<Challenge<EncryptionScenario, EncryptionResult>> all(
            LabParts<EncryptionScenario, EncryptionResult> parts) {
        EncryptionChallenges made = new EncryptionChallenges(parts.texts());
        EncryptionScenario standard = EncryptionPresets.standard();
        EncryptionScenario busy = standard.withMode(EncryptionMode.SSE_KMS).withDownloads(1_000_000_000);
        EncryptionScenario scattered = standard.withMode(EncryptionMode.SSE_KMS_BUCKET_KEY)
                .withUploads(0)
                .withDownloads(1_000_000)
                .withRequesters(100_000)
                .withActiveMinutes(5);
        return List.of(
                parts.challenge(
                        "keep-out",
                        standard.withThreat(Threat.CLOUD_OPERATOR),
                        (scenario, _) -> made.keptOut(standard.withThreat(Threat.CLOUD_OPERATOR), scenario)),
                parts.challenge("cheaper", busy, (scenario, result) -> made.cheaper(busy, scenario, result)),
                parts.challenge(
                        "sessions", scattered, (scenario, result) -> made.fewCalls(scattered, scenario, result)));
    }

    /// A mode that keeps the provider's operator and stolen read permissions out, and that nobody can lose the key of.
    private Optional<String> keptOut(EncryptionScenario start, EncryptionScenario scenario) {
        if (!scenario.withMode(start.mode()).withThreat(start.threat()).equals(start)) {
            return Optional.of(texts.get("challenge.changed"));
        }
        for (Threat threat : List.of(Threat.CLOUD_OPERATOR, Threat.LEAKED_READ)) {
            if (outcome(scenario.mode(), threat) == Outcome.PLAINTEXT) {
                return missing(threat, Outcome.PLAINTEXT);
            }
        }
        Outcome lost = outcome(scenario.mode(), Threat.LOST_KEY);
        return lost == Outcome.PLAINTEXT ? Optional.empty() : missing(Threat.LOST_KEY, lost);
    }

    /// The same traffic under a customer managed key, for next to nothing.
    private Optional<String> cheaper(EncryptionScenario start, EncryptionScenario scenario, EncryptionResult result) {
        if (!scenario.withMode(start.mode()).equals(start)) {
            return Optional.of(texts.get("challenge.changed"));
        }
        if (outcome(scenario.mode(), Threat.LEAKED_READ) != Outcome.DENIED
                || !scenario.mode().usesKms()) {
            return Optional.of(texts.get("challenge.cheaper.key"));
        }
        double usd = EncryptionBills.ofKms(result.bill()).amount().doubleValue();
        return usd <= CHEAP
                ? Optional.empty()
                : Optional.of(texts.get("challenge.cheaper.usd", Unit.USD.format(usd), Unit.USD.format(CHEAP)));
    }

    /// As many downloads with fewer calls, by other sessions.
    private Optional<String> fewCalls(EncryptionScenario start, EncryptionScenario scenario, EncryptionResult result) {
        if (!scenario.withRequesters(start.requesters())
                .withActiveMinutes(start.activeMinutes())
                .equals(start)) {
            return Optional.of(texts.get("challenge.changed"));
        }
        long calls = result.calls().kms();
        return calls <= FEW_CALLS
                ? Optional.empty()
                : Optional.of(texts.get(
                        "challenge.sessions.calls", Unit.REQUESTS.format((double) calls), Unit.REQUESTS.format((double)
                                FEW_CALLS)));
    }

    private Outcome outcome(EncryptionMode mode, Threat threat) {
        return ObjectReading.of(mode, threat, KeyState.ENABLED, texts).outcome();
    }

    private Optional<String> missing(Threat threat, Outcome outcome) {
        return Optional.of(texts.get(
                "challenge.keep-out.missing",
                texts.get("parameter.threat." + threat.word()),
                texts.get("outcome." + outcome.word())));
    }
}
