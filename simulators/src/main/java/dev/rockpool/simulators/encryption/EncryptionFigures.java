package dev.rockpool.simulators.encryption;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.encryption.ReadAttempt.Right;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The numbers of a run, each with its formula and today's values.
final class EncryptionFigures {
    static final String NEEDED = "rights-needed";
    static final String OPEN = "open-threats";
    static final String LOST = "lost-threats";
    static final String CALLS = "kms-calls";
    static final String SAVED = "kms-saved";
    static final String KMS_USD = "kms-usd";
    static final String DAY_USD = "kms-requests-a-day";
    static final String TOTAL = "total-usd";

    private static final double HOURS_A_DAY = 24;
    private static final double HOURS_A_MONTH = 730;
    private static final List<Right> RIGHTS = List.of(Right.READ_OBJECT, Right.DECRYPT, Right.OWN_KEY);

    private final LabParts<EncryptionScenario, EncryptionResult> parts;
    private final EncryptionScenario scenario;

    private EncryptionFigures(EncryptionScenario scenario, LabParts<EncryptionScenario, EncryptionResult> parts) {
        this.scenario = scenario;
        this.parts = parts;
    }

    static List<Figure> of(
            EncryptionScenario scenario,
            EncryptionCalls calls,
            Bill bill,
            LabParts<EncryptionScenario, EncryptionResult> parts) {
        EncryptionFigures made = new EncryptionFigures(scenario, parts);
        return List.of(
                made.needed(),
                made.open(),
                made.lost(),
                made.calls(calls),
                made.saved(calls),
                made.usd(
                        KMS_USD,
                        EncryptionBills.ofKms(bill).amount().doubleValue(),
                        bill,
                        line -> line.usage().service().equals(EncryptionBills.KMS)),
                made.aDay(EncryptionBills.ofRequests(bill).amount().doubleValue()),
                made.usd(TOTAL, bill.total().amount().doubleValue(), bill, _ -> true));
    }

    /// What the owner cannot do without.
    private Figure needed() {
        List<Right> needed = RIGHTS.stream()
                .filter(right -> ObjectReading.of(scenario.mode(), ReadAttempt.OWNER.without(right), parts.texts())
                                .outcome()
                        != Outcome.PLAINTEXT)
                .toList();
        return parts.figure(
                NEEDED,
                Unit.COUNT,
                needed.size(),
                needed.stream()
                        .map(right -> parts.texts().get("right." + right))
                        .collect(Collectors.joining(" + ")));
    }

    /// Under how many threats somebody else reads the plaintext.
    private Figure open() {
        return threats(OPEN, Threat::isByStranger, Outcome.PLAINTEXT);
    }

    /// After how many mishaps nobody ever reads it again.
    private Figure lost() {
        return threats(LOST, threat -> !threat.isByStranger(), Outcome.UNAVAILABLE);
    }

    private Figure threats(String id, Predicate<Threat> which, Outcome outcome) {
        List<Threat> met = Arrays.stream(Threat.values())
                .filter(which)
                .filter(threat -> ObjectReading.of(scenario.mode(), threat, scenario.keyState(), parts.texts())
                                .outcome()
                        == outcome)
                .toList();
        return parts.figure(
                id,
                Unit.COUNT,
                met.size(),
                met.isEmpty()
                        ? parts.texts().get("figure.none")
                        : met.stream()
                                .map(threat -> parts.texts().get("parameter.threat." + threat.word()))
                                .collect(Collectors.joining(", ")));
    }

    private Figure calls(EncryptionCalls calls) {
        String key = !scenario.mode().usesKms()
                ? "figure.kms-calls.none"
                : scenario.mode().hasBucketKey() ? "figure.kms-calls.bucket" : "figure.kms-calls.worked";
        return parts.figure(
                CALLS,
                Unit.REQUESTS,
                (double) calls.kms(),
                parts.texts()
                        .get(
                                key,
                                Unit.COUNT.number(calls.generated()),
                                Unit.COUNT.number(calls.decrypted()),
                                Unit.COUNT.number(scenario.requesters())));
    }

    private Figure saved(EncryptionCalls calls) {
        long without = scenario.mode().usesKms() ? calls.puts() + calls.gets() : 0;
        return parts.figure(
                SAVED,
                Unit.SHARE,
                without == 0 ? Double.NaN : 1 - (double) calls.kms() / (double) without,
                without == 0
                        ? parts.texts().get("figure.kms-calls.none")
                        : parts.texts()
                                .get(
                                        "figure.kms-saved.worked",
                                        Unit.COUNT.number(calls.kms()),
                                        Unit.COUNT.number(without)));
    }

    private Figure aDay(double usd) {
        return parts.figure(
                DAY_USD,
                Unit.USD,
                usd * HOURS_A_DAY / HOURS_A_MONTH,
                parts.texts().get("figure.kms-requests-a-day.worked", Unit.USD.format(usd)));
    }

    private Figure usd(String id, double usd, Bill bill, Predicate<BillLine> which) {
        String worked =
                bill.lines().stream().filter(which).map(BillLine::arithmetic).collect(Collectors.joining("; "));
        return parts.figure(id, Unit.USD, usd, worked.isEmpty() ? parts.texts().get("figure.none") : worked);
    }
}
