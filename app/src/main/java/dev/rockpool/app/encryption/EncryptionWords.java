package dev.rockpool.app.encryption;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.encryption.EncryptionMode;
import dev.rockpool.simulators.encryption.EncryptionSnapshot;
import dev.rockpool.simulators.encryption.EnvelopeLayer;
import dev.rockpool.simulators.encryption.KeyHolder;
import dev.rockpool.simulators.encryption.ObjectEnvelope;
import dev.rockpool.simulators.encryption.Outcome;
import dev.rockpool.simulators.encryption.PolicyAnswer;
import dev.rockpool.simulators.encryption.ReadStep.Place;
import dev.rockpool.simulators.encryption.Threat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the picture shows, in sentences.
final class EncryptionWords {
    private final Texts texts;

    EncryptionWords(Texts texts) {
        this.texts = texts;
    }

    String legend() {
        return texts.get("encryption.legend");
    }

    String help() {
        return texts.get("encryption.help");
    }

    String station(Place place) {
        return texts.get("encryption.station." + place.name().toLowerCase(Locale.ROOT));
    }

    /// The step that was walked last.
    String told(EncryptionSnapshot now) {
        if (now.walked().isEmpty()) {
            return texts.get("encryption.begin");
        }
        return now.walked().getLast().sentence();
    }

    /// A station, and what the policies said there once they were asked.
    String station(EncryptionSnapshot now, Place place) {
        String words = texts.get("encryption.station.told." + place.name().toLowerCase(Locale.ROOT));
        return now.answers().stream()
                .filter(answer -> answer.place() == place && isAsked(now, answer))
                .findFirst()
                .map(answer -> texts.get(
                        "encryption.answer.why",
                        words,
                        answer.action(),
                        answer.decision().reason()))
                .orElse(words);
    }

    static boolean isAsked(EncryptionSnapshot now, PolicyAnswer answer) {
        return now.walked().stream().anyMatch(step -> step.place() == answer.place());
    }

    String answer(EncryptionSnapshot now, PolicyAnswer answer) {
        return texts.get(
                !isAsked(now, answer)
                        ? "encryption.answer.waiting"
                        : answer.decision().allowed() ? "encryption.answer.allowed" : "encryption.answer.denied",
                answer.action());
    }

    String noAnswer() {
        return texts.get("encryption.answer.none");
    }

    /// A layer's heading.
    String layer(ObjectEnvelope envelope, int at, boolean isOpen) {
        String holder =
                texts.get("encryption.holder." + envelope.layers().get(at).holder());
        String words = envelope.layers().size() == 1
                ? texts.get("encryption.layer.only", holder)
                : texts.get("encryption.layer", at + 1, holder);
        return isOpen ? texts.get("encryption.layer.open", words) : words;
    }

    /// Who holds its key, without more.
    String holder(EnvelopeLayer layer) {
        return texts.get("encryption.holder." + layer.holder());
    }

    String wrapped(EnvelopeLayer layer) {
        return texts.get(
                layer.holder() == KeyHolder.REQUESTER
                        ? "encryption.proof"
                        : layer.kept().isEmpty()
                                ? "encryption.kept.none"
                                : layer.bucketKey().isEmpty() ? "encryption.wrapped" : "encryption.wrapped.bucket");
    }

    String clear() {
        return texts.get("encryption.clear");
    }

    String bytes() {
        return texts.get("encryption.bytes");
    }

    String unencrypted() {
        return texts.get("encryption.none");
    }

    String text(String text) {
        return texts.get("encryption.text", text);
    }

    /// Where the path ended, or that it has not.
    String end(EncryptionSnapshot now) {
        return now.outcome()
                .map(outcome -> texts.get(
                        "encryption.end." + outcome.word(), now.envelope().text()))
                .orElseGet(() -> texts.get("encryption.way"));
    }

    /// What the column of the chosen mode says.
    String claim(EncryptionSnapshot now) {
        if (now.second() == 0) {
            return texts.get("encryption.claim.hidden");
        }
        EncryptionMode mode = now.scenario().mode();
        return texts.get(
                "encryption.claim",
                texts.get("encryption.named." + mode.word()),
                count(now, true, Outcome.PLAINTEXT),
                count(now, false, Outcome.UNAVAILABLE));
    }

    /// The claim in two lines, for a narrow picture.
    List<String> claimInTwo(EncryptionSnapshot now) {
        if (now.second() == 0) {
            return List.of(texts.get("encryption.claim.hidden.first"), texts.get("encryption.claim.hidden.then"));
        }
        EncryptionMode mode = now.scenario().mode();
        return List.of(
                texts.get("encryption.named." + mode.word()),
                texts.get(
                        "encryption.claim.counts",
                        count(now, true, Outcome.PLAINTEXT),
                        count(now, false, Outcome.UNAVAILABLE)));
    }

    private static long count(EncryptionSnapshot now, boolean byStranger, Outcome outcome) {
        return Arrays.stream(Threat.values())
                .filter(threat -> threat.isByStranger() == byStranger)
                .filter(threat -> now.table().of(now.scenario().mode(), threat) == outcome)
                .count();
    }

    String mode(EncryptionMode mode) {
        return texts.get("encryption.mode." + mode.word());
    }

    String threat(Threat threat) {
        return texts.get("encryption.threat." + threat.word());
    }

    String cell(Outcome outcome) {
        return texts.get("encryption.cell." + outcome.word());
    }

    /// A cell of the table.
    String cell(EncryptionSnapshot now, EncryptionMode mode, Threat threat) {
        return texts.get(
                "encryption.cell.told",
                texts.get("encryption.named." + mode.word()),
                threat(threat),
                texts.get("encryption.cell.outcome."
                        + now.table().of(mode, threat).word()));
    }

    /// Hexadecimal by bytes, as many as fit, with an ellipsis where more follow.
    static String hex(String hex, int fit) {
        int all = hex.length() / 2;
        int shown = Math.min(all, Math.max(1, fit));
        return IntStream.range(0, shown)
                        .mapToObj(at -> hex.substring(2 * at, 2 * at + 2))
                        .collect(Collectors.joining(" "))
                + (shown < all ? " …" : "");
    }
}
