package dev.rockpool.simulators.bleu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.LabProof;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Numbers of the test suites of sacreBLEU 2 and NLTK (November 2026).
class BleuLabTest {
    private static final BleuLab LAB = new BleuLab();
    private static final String SUGAR = "\"hypotheses\":[\"Producția de zahăr primă va fi exprimată în ceea ce"
            + " privește zahărul alb;\"],\"references\":[[\"producţia de zahăr brut se exprimă în zahăr alb;\"]],"
            + "\"level\":\"sentence\"";

    private static JsonNode run(String json) {
        return LAB.report(LAB.run(LAB.codec().parse(json)));
    }

    private static double score(String json) {
        return run(json).get("score").asDouble();
    }

    @Test
    void itKeepsWhatEveryLabKeeps() {
        BleuLab lab = LAB;
        LabProof.of(lab);
    }

    @Test
    void theReadmeCorpusByEveryTokenizer() {
        assertThat(score("{}")).isCloseTo(48.530827, within(1e-6));
        assertThat(score("{\"tokenizer\":\"none\"}")).isCloseTo(49.1919566, within(1e-6));
        assertThat(score("{\"tokenizer\":\"intl\"}")).isCloseTo(43.91623493, within(1e-7));
        assertThat(score("{\"smoothing\":\"none\"}")).isCloseTo(48.530827, within(1e-6));
    }

    @Test
    void aSentenceByEverySmoothing() {
        assertThat(score("{" + SUGAR + "}")).isCloseTo(8.493, within(1e-3));
        assertThat(score("{" + SUGAR + ",\"smoothing\":\"none\"}")).isZero();
        assertThat(score("{" + SUGAR + ",\"smoothing\":\"floor\"}")).isCloseTo(4.51688, within(1e-3));
        assertThat(score("{" + SUGAR + ",\"smoothing\":\"floor\",\"smoothingValue\":0.5}"))
                .isCloseTo(10.10, within(1e-2));
        assertThat(score("{" + SUGAR + ",\"smoothing\":\"add-k\"}")).isCloseTo(14.882, within(1e-3));
        assertThat(score("{" + SUGAR + ",\"smoothing\":\"add-k\",\"smoothingValue\":2}"))
                .isCloseTo(21.389, within(1e-3));
        assertThat(score("{" + SUGAR + ",\"tokenizer\":\"none\"}")).isCloseTo(7.347, within(1e-3));
        assertThat(score("{" + SUGAR + ",\"tokenizer\":\"intl\"}")).isCloseTo(8.493, within(1e-3));
        assertThat(score("{" + SUGAR + ",\"tokenizer\":\"char\"}")).isCloseTo(40.8759, within(1e-3));
        assertThat(score("{" + SUGAR + ",\"tokenizer\":\"char\",\"lowercase\":true}"))
                .isCloseTo(42.0267, within(1e-3));
    }

    @Test
    void withoutAMatchItIsZeroWhateverTheSmoothing() {
        for (String smoothing : Smoothing.words()) {
            JsonNode none = run("{\"hypotheses\":[\"this is a cat\"],\"references\":[[\"okay thanks\"]],"
                    + "\"smoothing\":\"" + smoothing + "\"}");
            assertThat(none.get("score").asDouble()).isZero();
        }
        assertThat(score("{\"hypotheses\":[\"\",\"\"],\"references\":[[\"a\",\"b\"]]}"))
                .isZero();
    }

    @Test
    void shortSentencesAreScoredByTheOrdersTheyHave() {
        // the test suite's case "test" against "a test", order effective: e^(1 - 2/1)
        assertThat(score("{\"hypotheses\":[\"test\"],\"references\":[[\"a test\"]],\"level\":\"sentence\"}"))
                .isCloseTo(100 * Math.exp(-1), within(1e-9));
        assertThat(score("{\"hypotheses\":[\"test\"],\"references\":[[\"a test\"]]}"))
                .isZero();
    }

    @Test
    void theExamplesOfNltk() {
        String first = "It is a guide to action that ensures that the military will forever heed Party commands";
        String second = "It is the guiding principle which guarantees the military forces always being under the"
                + " command of the Party";
        String third = "It is the practical guide for the army always to heed the directions of the party";
        String good = "It is a guide to action which ensures that the military always obeys the commands of the party";
        String bad = "It is to insure the troops forever hearing the activity guidebook that party direct";
        BleuScenario scenario = new BleuScenario(
                List.of(good),
                List.of(List.of(first, second, third)),
                Tokenizer.NONE,
                Smoothing.NONE,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                4);
        assertThat(LAB.run(scenario).score()).isCloseTo(50.45, within(0.01));
        BleuScenario worse = new BleuScenario(
                List.of(bad),
                List.of(List.of(first, second, third)),
                Tokenizer.NONE,
                Smoothing.FLOOR,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                4);
        assertThat(LAB.run(worse).score()).isCloseTo(3.70, within(0.01));
        BleuResult both = LAB.run(LAB.preset("corpus-or-mean").scenario());
        assertThat(both.corpus().score()).isCloseTo(59.20, within(0.01));
        assertThat(both.mean()).isCloseTo(62.23, within(0.01));
    }

    @Test
    void ofTwoEquallyCloseReferencesTheShorterCounts() {
        JsonNode tie = run("{\"hypotheses\":[\"a b c\"],\"references\":[[\"a b c d\"],[\"a b\"]]}");
        assertThat(tie.get("referenceLength").asInt()).isEqualTo(2);
        assertThat(tie.get("brevityPenalty").asDouble()).isEqualTo(1);
    }

    @Test
    void theTokenizersCutAsTheirRulesSay() {
        assertThat(Tokenizer.V13A.tokens("It costs 1,000.50 (or so), \"well-known\" in 1990-2000."))
                .containsExactly(
                        "It",
                        "costs",
                        "1,000.50",
                        "(",
                        "or",
                        "so",
                        ")",
                        ",",
                        "\"",
                        "well-known",
                        "\"",
                        "in",
                        "1990",
                        "-",
                        "2000",
                        ".");
        assertThat(Tokenizer.V13A.tokens("a &amp; b &lt;c&gt; <skipped>"))
                .containsExactly("a", "&", "b", "<", "c", ">");
        assertThat(Tokenizer.INTL.tokens("It wasn't 1,000 €."))
                .containsExactly("It", "wasn", "'", "t", "1,000", "€", ".");
        assertThat(Tokenizer.INTL.tokens("in 1990.")).containsExactly("in", "1990.");
        assertThat(Tokenizer.NONE.tokens("  a\u00a0b\u2003c. ")).containsExactly("a", "b", "c.");
        assertThat(Tokenizer.CHAR.tokens("añ 𝄞")).containsExactly("a", "ñ", "𝄞");
    }

    @Test
    void referencesAreReadByStreamOrByHypothesis() {
        double streams = score("{\"hypotheses\":[\"a b c d\",\"e f g h\"],"
                + "\"references\":[[\"a b c d\",\"x\"],[\"y\",\"e f g h\"],[null,\"z\"]]}");
        double lists = score("{\"hypotheses\":[\"a b c d\",\"e f g h\"],"
                + "\"references\":[[\"a b c d\",\"y\"],[\"x\",\"e f g h\",\"z\"]]}");
        assertThat(streams).isEqualTo(100);
        assertThat(lists).isEqualTo(100);
        assertThat(score("{\"hypotheses\":[\"a b c d\",\"e f g h\"],\"referencesBy\":\"hypothesis\","
                        + "\"references\":[[\"a b c d\",\"y\"],[\"x\",\"e f g h\"]]}"))
                .isEqualTo(100);
    }

    /// As sacreBLEU 2.6 scores the changed texts.
    @Test
    void aMishapChangesTheScoreWithoutAWord() {
        assertThat(score("{\"mishap\":\"slipped\"}")).isCloseTo(4.336917667836, within(1e-9));
        assertThat(score("{\"mishap\":\"swapped\"}")).isCloseTo(45.067506321061, within(1e-9));
        assertThat(score("{\"mishap\":\"cut\"}")).isZero();
        assertThat(run("{\"mishap\":\"cut\"}").get("hypothesisLength").asInt()).isEqualTo(8);
        LabProof.refuses(LAB, "{\"mishap\":\"late\"}", "mishap is \"late\", it must be one of none, slipped, swapped");
    }

    @Test
    void everyChallengeCanBeDone() {
        BleuScenario first = LAB.challenges().get(0).start().withTokenizer(Tokenizer.CHAR);
        assertThat(LAB.challenges().get(0).check().apply(first, LAB.run(first))).isEmpty();
        BleuScenario second = LAB.challenges().get(1).start().withTokenizer(Tokenizer.INTL);
        assertThat(LAB.challenges().get(1).check().apply(second, LAB.run(second)))
                .isEmpty();
        BleuScenario other = second.withMaxOrder(2);
        assertThat(LAB.challenges().get(1).check().apply(other, LAB.run(other))).isPresent();
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        LabProof.refuses(LAB, "{\"hypotheses\":[],\"references\":[]}", "hypotheses is empty");
        LabProof.refuses(LAB, "{\"hypotheses\":[\"a\"]}", "references is missing beside hypotheses.");
        LabProof.refuses(
                LAB,
                "{\"hypotheses\":[\"a\",\"b\",\"c\"],\"references\":[[\"a\",\"b\"]]}",
                "references has 1 lists, it must have streams of 3 lines");
        LabProof.refuses(
                LAB,
                "{\"hypotheses\":[\"a\"],\"references\":[[\"a\",\"b\"]],\"referencesBy\":\"stream\"}",
                "references[0] has 2 lines");
        LabProof.refuses(LAB, "{\"hypotheses\":[\"a\"],\"references\":[[null]]}", "references has no line for");
        LabProof.refuses(LAB, "{\"tokenizer\":\"zh\"}", "tokenizer is \"zh\", it must be one of");
        LabProof.refuses(LAB, "{\"hypotheses\":[1],\"references\":[[\"a\"]]}", "hypotheses[0] is a string");
        LabProof.refuses(LAB, "{\"maxOrder\":0}", "maxOrder is 0, it must be 1 to 9.");
    }
}
