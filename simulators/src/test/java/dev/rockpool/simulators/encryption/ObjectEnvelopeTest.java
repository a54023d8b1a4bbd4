package dev.rockpool.simulators.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.objectstore.cipher.FrameCipher;
import dev.rockpool.objectstore.cipher.ObjectKey;
import dev.rockpool.objectstore.cipher.TamperedException;
import dev.rockpool.simulators.encryption.ReadAttempt.Right;
import dev.rockpool.simulators.encryption.ReadAttempt.Way;
import dev.rockpool.simulators.encryption.ReadStep.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bytes in the picture are what the store's cipher makes, and the policies say what the readers' rights say.
class ObjectEnvelopeTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] opened(EnvelopeLayer layer, String sealedHex) throws TamperedException {
        byte[] sealed = bytes(sealedHex);
        FrameCipher cipher = ObjectKey.of(bytes(layer.clear())).body(new byte[0]);
        byte[] plain = new byte[sealed.length - cipher.overhead()];
        cipher.open(0, true, sealed, 0, sealed.length, plain, 0);
        return plain;
    }

    @Test
    void everyLayerOpensWithItsKeyAndTheLastIsTheText() throws TamperedException {
        for (EncryptionMode mode : EncryptionMode.values()) {
            ObjectEnvelope envelope = ObjectEnvelope.of(mode, Threat.STOLEN_DISK);
            assertThat(envelope.layers().stream().map(EnvelopeLayer::holder)).isEqualTo(mode.layers());
            for (int layer = 0; layer < envelope.layers().size(); layer++) {
                assertThat(opened(envelope.layers().get(layer), envelope.bytes().get(layer)))
                        .isEqualTo(bytes(envelope.bytes().get(layer + 1)));
            }
            assertThat(new String(bytes(envelope.bytes().getLast()), StandardCharsets.UTF_8))
                    .isEqualTo(envelope.text())
                    .isEqualTo("High tide at 06:12");
        }
    }

    @Test
    void aFlippedBitClosesEveryLayerAndChangesWhatHasNone() {
        for (EncryptionMode mode : EncryptionMode.values()) {
            ObjectEnvelope whole = ObjectEnvelope.of(mode, Threat.STOLEN_DISK);
            ObjectEnvelope flipped = ObjectEnvelope.of(mode, Threat.FLIPPED_BIT);
            assertThat(flipped.bytes().getFirst()).isNotEqualTo(whole.bytes().getFirst());
            if (mode.layers().isEmpty()) {
                assertThat(flipped.text()).isEqualTo("Iigh tide at 06:12");
            } else {
                assertThatThrownBy(() -> opened(
                                flipped.layers().getFirst(), flipped.bytes().getFirst()))
                        .isInstanceOf(TamperedException.class);
            }
        }
    }

    @Test
    void aBucketKeyStandsBetweenAndIsBoundToTheBucket() {
        EnvelopeLayer with = ObjectEnvelope.of(EncryptionMode.SSE_KMS_BUCKET_KEY, Threat.STOLEN_DISK)
                .layers()
                .getFirst();
        EnvelopeLayer without = ObjectEnvelope.of(EncryptionMode.SSE_KMS, Threat.STOLEN_DISK)
                .layers()
                .getFirst();
        assertThat(with.bucketKey()).hasSize(2 * (12 + 32 + 16));
        assertThat(with.boundTo()).isEqualTo("arn:aws:s3:::reef");
        assertThat(without.bucketKey()).isEmpty();
        assertThat(without.boundTo()).isEqualTo("arn:aws:s3:::reef/tide.txt");
    }

    @Test
    void theEvaluatorAllowsExactlyWhatTheReaderHas() {
        for (Threat threat : Threat.values()) {
            for (EncryptionMode mode : EncryptionMode.values()) {
                ReadAttempt attempt = threat.attempt();
                List<PolicyAnswer> answers = ReaderPolicies.answers(mode, attempt);
                if (attempt.way() == Way.MEDIA) {
                    assertThat(answers).isEmpty();
                    continue;
                }
                assertThat(answers.getFirst().decision().allowed())
                        .as(threat + " " + mode)
                        .isEqualTo(attempt.has(Right.READ_OBJECT));
                answers.stream()
                        .filter(answer -> answer.place() == Place.KMS)
                        .forEach(answer -> assertThat(answer.decision().allowed())
                                .as(threat + " " + mode)
                                .isEqualTo(attempt.has(Right.DECRYPT)
                                        || mode.layers().contains(KeyHolder.KMS_MANAGED)));
            }
        }
        assertThat(ReaderPolicies.answers(EncryptionMode.SSE_KMS, Threat.PUBLIC_BUCKET.attempt()))
                .hasSize(1);
        assertThat(Arrays.stream(EncryptionMode.values()).filter(EncryptionMode::usesKms))
                .allSatisfy(mode -> assertThat(ReaderPolicies.answers(mode, Threat.LEAKED_READ.attempt()))
                        .hasSize(2));
    }
}
