package dev.rockpool.simulators.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.trials.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EncryptionLabTest {
    private static final EncryptionLab LAB = new EncryptionLab();

    /// Columns: the modes in their order. p plaintext, c ciphertext, d denied, u unavailable; the reasons stand in
    /// docs/MODEL.md.
    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("stolen-disk", "p c c c c c c c"),
            Map.entry("leaked-read", "p p p d d d d c"),
            Map.entry("leaked-read-and-decrypt", "p p p p p p d c"),
            Map.entry("public-bucket", "p p d d d d d c"),
            Map.entry("cloud-operator", "p p c c c c c c"),
            Map.entry("lost-key", "p p p p p p u u"),
            Map.entry("key-deleted", "p p p u u u u u"),
            Map.entry("flipped-bit", "p u u u u u u u"),
            Map.entry("wrong-context", "p p d d d d p p"),
            Map.entry("plain-http", "p p d d d d d c"),
            Map.entry("new-bucket", "p p p p p p d p"));

    @Test
    void everyModeMeetsEveryThreatAsTheSourcesSay() {
        for (Threat threat : Threat.values()) {
            String met = Arrays.stream(EncryptionMode.values())
                    .map(mode -> LAB.reading(mode, threat).outcome().word().substring(0, 1))
                    .collect(Collectors.joining(" "));
            assertThat(met).as(threat.word()).isEqualTo(OUTCOMES.get(threat.word()));
        }
    }

    @Test
    void everyPathIsToldAndStopsOnce() {
        for (Threat threat : Threat.values()) {
            for (EncryptionMode mode : EncryptionMode.values()) {
                ObjectReading reading = LAB.reading(mode, threat);
                assertThat(reading.steps())
                        .hasSizeBetween(2, 8)
                        .allSatisfy(step ->
                                assertThat(step.sentence()).endsWith(".").doesNotContain("{"));
                assertThat(reading.steps().stream().filter(ReadStep::stops)).hasSize(1);
                assertThat(reading.steps().getLast().stops()).isTrue();
                if (reading.outcome() == Outcome.PLAINTEXT && threat != Threat.NEW_BUCKET) {
                    assertThat(reading.steps().stream().filter(ReadStep::opens))
                            .hasSize(mode.layers().size());
                }
            }
        }
    }

    @Test
    void everyPresetShowsItsExpectedNumber() {
        assertThat(LAB.presets()).hasSizeGreaterThanOrEqualTo(6);
        for (Preset<EncryptionScenario> preset : LAB.presets()) {
            EncryptionResult result = LAB.run(preset.scenario());
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
    void theResultHasOutcomeStepsCallsAndBill() {
        JsonNode report = LAB.report(LAB.run(LAB.codec()
                .parse("{\"mode\":\"sse-kms\",\"threat\":\"leaked-read\",\"uploads\":1000,\"downloads\":9000}")));
        assertThat(report.get("outcome").asString()).isEqualTo("denied");
        assertThat(report.get("steps")).hasSizeGreaterThan(2);
        assertThat(report.get("calls").get("kms:GenerateDataKey").asLong()).isEqualTo(1_000);
        assertThat(report.get("calls").get("kms:Decrypt").asLong()).isEqualTo(9_000);
        assertThat(report.get("calls").get("s3:GetObject").asLong()).isEqualTo(9_000);
        // 1 × 0.005 + 9 × 0.0004 + 1 + 1 × 0.03
        assertThat(report.get("bill").get("total").asString()).isEqualTo("1.0386");
        JsonNode managed = LAB.report(
                LAB.run(LAB.codec().parse("{\"mode\":\"sse-kms-managed\",\"uploads\":1000,\"downloads\":9000}")));
        assertThat(managed.get("bill").get("total").asString()).isEqualTo("0.0386");
        JsonNode client =
                LAB.report(LAB.run(LAB.codec().parse("{\"mode\":\"client\",\"uploads\":1000,\"downloads\":9000}")));
        assertThat(client.get("calls").get("kms:Decrypt").asLong()).isZero();
        assertThat(client.get("bill").get("total").asString()).isEqualTo("0.0086");
    }

    @Test
    void aKeyThatWaitsForItsDeletionRefusesUntilItIsCancelledAndEnabled() {
        EncryptionSimulation run = new EncryptionLab()
                .open(EncryptionPresets.standard()
                        .withMode(EncryptionMode.SSE_KMS)
                        .withThreat(Threat.NEW_BUCKET));
        List<String> met = new ArrayList<>();
        for (int act = 0; act < 3; act++) {
            run.disturb("schedule");
            while (!run.done()) {
                run.step();
            }
            met.add(run.scenario().keyState().word() + " "
                    + run.snapshot().outcome().orElseThrow().word());
        }
        assertThat(met).containsExactly("pending-deletion denied", "disabled denied", "enabled plaintext");
        for (KeyState state : List.of(KeyState.PENDING_DELETION, KeyState.DISABLED)) {
            EncryptionResult asked = LAB.run(EncryptionPresets.standard()
                    .withMode(EncryptionMode.SSE_KMS)
                    .withThreat(Threat.LEAKED_READ_AND_DECRYPT)
                    .withKeyState(state));
            assertThat(asked.reading().outcome()).isEqualTo(Outcome.DENIED);
            assertThat(LAB.run(asked.scenario().withMode(EncryptionMode.SSE_KMS_MANAGED))
                            .reading()
                            .outcome())
                    .isEqualTo(Outcome.PLAINTEXT);
        }
        assertThat(LAB.open(EncryptionPresets.standard()).disturbances())
                .noneMatch(each -> each.id().equals("schedule"));
    }

    /// The calls of sessions counted one request at a time, as the object store does.
    @Test
    void bucketKeysAreCountedAsIfEachRequestWasMade() {
        Trials.run(200, random -> {
            EncryptionScenario scenario = EncryptionPresets.standard()
                    .withMode(EncryptionMode.SSE_KMS_BUCKET_KEY)
                    .withUploads(random.nextLong(0, 2_000))
                    .withDownloads(0)
                    .withRequesters(random.nextLong(1, 20))
                    .withActiveMinutes(random.nextLong(1, 500));
            long counted = 0;
            for (long session = 0; session < scenario.requesters(); session++) {
                long requests = scenario.uploads() / scenario.requesters()
                        + (session < scenario.uploads() % scenario.requesters() ? 1 : 0);
                counted += asked(requests, scenario.activeMinutes());
            }
            assertThat(EncryptionCalls.of(scenario).kms()).as("%s", scenario).isEqualTo(counted);
            EncryptionScenario read = scenario.withDownloads(scenario.uploads()).withUploads(0);
            assertThat(EncryptionCalls.of(read).decrypted()).isEqualTo(counted);
        });
        EncryptionScenario spread = EncryptionPresets.standard()
                .withMode(EncryptionMode.SSE_KMS_BUCKET_KEY)
                .withUploads(0)
                .withDownloads(1_000)
                .withRequesters(2)
                .withActiveMinutes(5);
        assertThat(EncryptionCalls.of(spread.withBucketKeys(7)).kms()).isEqualTo(14);
        assertThat(EncryptionCalls.of(spread.withBucketKeys(10_000)).kms()).isEqualTo(1_000);
        assertThat(EncryptionCalls.of(spread.withMode(EncryptionMode.DSSE_KMS)).kms())
                .isEqualTo(1_000);
    }

    /// How often a session asks, in exact time: request `i` comes at `i × minutes / requests`.
    private static long asked(long requests, long minutes) {
        long life = Duration.ofMinutes(EncryptionCalls.BUCKET_KEY_MINUTES).toMinutes();
        long asked = 0;
        long from = -1;
        for (long at = 0; at < requests; at++) {
            if (from < 0 || (at - from) * minutes >= life * requests) {
                from = at;
                asked++;
            }
        }
        return asked;
    }

    @Test
    void faultsNameTheFieldAndItsBound() {
        for (Map.Entry<String, String> fault : Map.of(
                        "{\"mode\":\"sse-x\"}", "mode is",
                        "{\"threat\":\"fire\"}", "stolen-disk",
                        "{\"uploads\":-1}", "uploads is -1",
                        "{\"downloads\":1.5}", "whole number",
                        "{\"requesters\":0}", "requesters is 0, it must be 1",
                        "{\"activeMinutes\":50000}", "43800",
                        "{\"bucketkeys\":1}", "bucketKeys",
                        "{\"mode\":\"sse-kms\",\"region\":\"us-east-9\"}", "near matches")
                .entrySet()) {
            assertThatThrownBy(() -> LAB.codec().parse(fault.getKey()))
                    .as(fault.getKey())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(fault.getValue());
        }
    }

    @Test
    void aScenarioIsWrittenAndReadAgain() {
        for (Preset<EncryptionScenario> preset : LAB.presets()) {
            assertThat(LAB.codec().parse(LAB.codec().text(preset.scenario()))).isEqualTo(preset.scenario());
        }
        assertThat(LAB.codec().parse("{}")).isEqualTo(LAB.standard());
    }

    @Test
    void thePathIsWalkedAStepAtATimeAndCanBeBroken() {
        EncryptionSimulation simulation = LAB.open(EncryptionPresets.standard());
        List<LabEvent> events = new ArrayList<>();
        assertThat(simulation.snapshot().outcome()).isEmpty();
        while (!simulation.done()) {
            simulation.step();
            events.addAll(simulation.snapshot().events());
        }
        EncryptionSnapshot last = simulation.snapshot();
        assertThat(last.outcome()).contains(Outcome.PLAINTEXT);
        assertThat(last.figures()).isEqualTo(LAB.run(LAB.standard()).figures());
        assertThat(events)
                .as("each step is told, and where policies were asked, what they said")
                .zipSatisfy(
                        LAB.run(LAB.standard()).reading().steps(),
                        (event, step) -> assertThat(event.sentence()).startsWith(step.sentence()));
        assertThat(events)
                .extracting(LabEvent::sentence)
                .anyMatch(sentence -> sentence.endsWith("s3:GetObject: A policy of the principal allows it."));
        assertThat(last.measures()).hasSize(2);
        simulation.disturb("flipped-bit");
        assertThat(simulation.done()).isFalse();
        assertThat(simulation.scenario().threat()).isEqualTo(Threat.FLIPPED_BIT);
        while (!simulation.done()) {
            simulation.step();
        }
        assertThat(simulation.snapshot().outcome()).contains(Outcome.UNAVAILABLE);
        assertThat(simulation.snapshot().second())
                .isEqualTo(simulation.snapshot().seconds());
        simulation.disturb("flipped-bit");
        assertThat(simulation.scenario()).isEqualTo(LAB.standard());
    }

    @Test
    void theChallengesCanBeDoneAndNoticeWhatTheyForbid() {
        EncryptionScenario keepOut = start("keep-out");
        assertThat(check("keep-out", keepOut)).isNotEmpty();
        assertThat(check("keep-out", keepOut.withMode(EncryptionMode.SSE_C))).isNotEmpty();
        assertThat(check("keep-out", keepOut.withMode(EncryptionMode.SSE_KMS_MANAGED)))
                .isNotEmpty();
        assertThat(check("keep-out", keepOut.withMode(EncryptionMode.SSE_KMS))).isEmpty();
        EncryptionScenario cheaper = start("cheaper");
        assertThat(check("cheaper", cheaper)).contains("3,001");
        assertThat(check("cheaper", cheaper.withMode(EncryptionMode.SSE_C))).isNotEmpty();
        assertThat(check("cheaper", cheaper.withMode(EncryptionMode.SSE_KMS_BUCKET_KEY)))
                .isEmpty();
        assertThat(check(
                        "cheaper",
                        cheaper.withMode(EncryptionMode.SSE_KMS_BUCKET_KEY).withDownloads(1)))
                .isNotEmpty();
        EncryptionScenario sessions = start("sessions");
        assertThat(check("sessions", sessions)).contains("100,000");
        assertThat(check("sessions", sessions.withRequesters(1_000))).isEmpty();
        assertThat(check("sessions", sessions.withRequesters(100).withActiveMinutes(50)))
                .isEmpty();
        assertThat(check("sessions", sessions.withDownloads(1))).isNotEmpty();
    }

    @Test
    void everyParameterReadsAndSetsItsField() {
        for (Parameter<EncryptionScenario> parameter : LAB.parameters()) {
            EncryptionScenario scenario = LAB.standard();
            switch (parameter) {
                case Parameter.Slider<EncryptionScenario> slider ->
                    assertThat(slider.get().applyAsDouble(slider.with().apply(scenario, slider.low() + slider.step())))
                            .as(slider.id())
                            .isEqualTo(slider.low() + slider.step());
                case Parameter.Choice<EncryptionScenario> choice ->
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
        assertThat(LAB.explanation()).contains("who holds the last key");
        assertThat(LAB.word("mode", "sse-c")).isEqualTo("SSE-C");
        assertThat(LAB.word("outcome", "denied")).isEqualTo("denied");
        assertThat(LAB.seed(LAB.standard())).isZero();
    }

    private static EncryptionScenario start(String challenge) {
        return challenge(challenge).start();
    }

    private static String check(String challenge, EncryptionScenario scenario) {
        return challenge(challenge).check().apply(scenario, LAB.run(scenario)).orElse("");
    }

    private static Challenge<EncryptionScenario, EncryptionResult> challenge(String id) {
        return LAB.challenges().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
