package dev.rockpool.simulators.perplexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.LabProof;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Numbers of the test suite of NLTK's `nltk.lm` (November 2026).
class PerplexityLabTest {
    private static final PerplexityLab LAB = new PerplexityLab();
    private static final String LETTERS = "\"training\":[\"a b c d\",\"e g a d b e\"],"
            + "\"vocabulary\":[\"a\",\"b\",\"c\",\"d\",\"z\",\"<s>\",\"</s>\"]";

    private static JsonNode run(String json) {
        return LAB.report(LAB.run(LAB.codec().parse(json)));
    }

    private static double model(String fields) {
        return run("{\"model\":{" + LETTERS + "," + fields + "}}")
                .get("perplexity")
                .asDouble();
    }

    @Test
    void itKeepsWhatEveryLabKeeps() {
        LabProof.of(LAB);
    }

    @Test
    void itIsTheInverseOfTheGeometricMean() {
        assertThat(run("{\"probabilities\":[0.25,0.5,0.125,0.25]}")
                        .get("perplexity")
                        .asDouble())
                .isCloseTo(4, within(1e-12));
        assertThat(run("{\"probabilities\":[0.5,0.3333333333333333]}")
                        .get("perplexity")
                        .asDouble())
                .isCloseTo(Math.sqrt(6), within(1e-12));
        assertThat(run("{\"probabilities\":[1,1]}").get("perplexity").asDouble())
                .isEqualTo(1);
        assertThat(run("{\"probabilities\":[1,1]}").get("crossEntropyBits").asDouble())
                .isZero();
        JsonNode impossible = run("{\"probabilities\":[0.5,0]}");
        assertThat(impossible.get("perplexity").asString()).isEqualTo("Infinity");
    }

    @Test
    void theModelsOfNltkComeOut() {
        assertThat(model("\"test\":\"a b e a d\",\"order\":2")).isCloseTo(2.1398, within(1e-4));
        assertThat(model("\"test\":\"a c - d c\",\"order\":2,\"addK\":1")).isCloseTo(8.7393, within(1e-4));
        assertThat(model("\"test\":\"a c - d c\",\"order\":2,\"addK\":0.1")).isCloseTo(17.0504, within(1e-4));
        assertThat(run("{\"model\":{" + LETTERS + ",\"test\":\"a c\",\"order\":2}}")
                        .get("perplexity")
                        .asString())
                .isEqualTo("Infinity");
    }

    @Test
    void unigramsAreSharesOfAllWords() {
        // a: 2 of 10, d: 2 of 10
        assertThat(model("\"test\":\"a d\",\"order\":1")).isCloseTo(5, within(1e-12));
    }

    @Test
    void whatWasNeverSeenIsImpossibleUntilACountIsAdded() {
        String unseen = "{\"mishap\":\"unseen\",\"model\":{" + LETTERS + ",\"test\":\"a b\",\"order\":2";
        assertThat(run(unseen + "}}").get("perplexity").asString()).isEqualTo("Infinity");
        // 2/10, 1/10 and 2/11 with V = 8: a after <s>, something unknown after a, an end after something unknown
        assertThat(run(unseen + ",\"addK\":1}}").get("perplexity").asDouble())
                .isCloseTo(Math.cbrt(5 * 10 * 5.5), within(1e-9));
        assertThat(run("{\"mishap\":\"unseen\"}").get("perplexity").asString()).isEqualTo("Infinity");
        // a b c d alone: every token follows the one before it
        assertThat(run("{\"mishap\":\"forgotten\",\"model\":{" + LETTERS + ",\"test\":\"a b c d\",\"order\":2}}")
                        .get("perplexity")
                        .asDouble())
                .isEqualTo(1);
        LabProof.refuses(LAB, "{\"mishap\":1}", "mishap is a string");
    }

    @Test
    void everyChallengeCanBeDone() {
        PerplexityScenario unseen = LAB.challenges().get(0).start();
        PerplexityScenario smooth = unseen.withModel(unseen.model()
                .map(model -> new NgramModel(model.training(), model.test(), 2, 1, model.vocabulary()))
                .orElseThrow());
        assertThat(LAB.challenges().get(0).check().apply(smooth, LAB.run(smooth)))
                .isEmpty();
        PerplexityScenario bad = new PerplexityScenario(List.of(0.25, 0.5, 0.125, 0.25 / 16), Optional.empty());
        assertThat(LAB.challenges().get(1).check().apply(bad, LAB.run(bad))).isEmpty();
        assertThat(LAB.challenges().get(1).check().apply(smooth, LAB.run(smooth)))
                .isPresent();
        assertThat(LAB.challenges().get(0).check().apply(bad, LAB.run(bad))).isPresent();
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        LabProof.refuses(LAB, "{\"probabilities\":[]}", "probabilities is empty");
        LabProof.refuses(LAB, "{\"probabilities\":[0.5,1.5]}", "probabilities[1] is 1.5, it must be 0 to 1.");
        LabProof.refuses(LAB, "{\"probabilities\":[0.5],\"model\":{}}", "probabilities cannot stand beside model.");
        LabProof.refuses(LAB, "{\"model\":{\"training\":[],\"test\":\"a\"}}", "model.training is empty");
        LabProof.refuses(LAB, "{\"model\":{\"training\":[\"a\"],\"test\":\" \"}}", "model.test is empty");
        LabProof.refuses(LAB, "{\"model\":{\"training\":[\"a\"],\"test\":\"a\",\"order\":9}}", "model.order is 9");
        LabProof.refuses(LAB, "{\"tokens\":3}", "There is no field \"tokens\"");
    }
}
