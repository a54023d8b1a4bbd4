package dev.rockpool.simulators.bleu;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.DescribedLab;
import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.Pace;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference.Kind;
import dev.rockpool.simulators.Resampling;
import dev.rockpool.simulators.ScenarioCodec;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// The lab *bleu*: what does a translation score see?
public final class BleuLab extends DescribedLab<BleuScenario, BleuResult, BleuSnapshot> {
    static final String SCORE = "score";
    static final String RESAMPLED = "resampled";
    static final String MEAN = "mean-of-sentences";
    static final String PENALTY = "brevity-penalty";
    static final String CORPUS = "corpus-score";
    private static final String SACREBLEU = "https://github.com/mjpost/sacrebleu";
    private static final String NLTK = "https://www.nltk.org/api/nltk.translate.bleu_score.html";
    private static final String PAPER = "https://aclanthology.org/P02-1040/";
    private static final String READ = "2026-11";
    private static final double PERCENT = 100;
    private static final int ORDER = 4;

    private final BleuCodec codec = new BleuCodec(readme());

    public BleuLab() {
        super("bleu", BleuLab.class);
    }

    /// The example of sacreBLEU's README.
    private static BleuScenario readme() {
        return scenario(
                List.of("The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."),
                List.of(
                        List.of("The dog bit the man.", "The dog had bit the man."),
                        List.of("It was not unexpected.", "No one was surprised."),
                        List.of("The man bit him first.", "The man had bitten the dog.")));
    }

    private static BleuScenario scenario(List<String> hypotheses, List<List<String>> references) {
        return new BleuScenario(
                hypotheses,
                references,
                Tokenizer.V13A,
                Smoothing.EXP,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                ORDER);
    }

    /// Two sentences of the documentation of NLTK.
    private static BleuScenario military() {
        return scenario(
                        List.of(
                                "It is a guide to action which ensures that the military always obeys the commands of"
                                        + " the party",
                                "he read the book because he was interested in world history"),
                        List.of(
                                List.of(
                                        "It is a guide to action that ensures that the military will forever heed Party"
                                                + " commands",
                                        "It is the guiding principle which guarantees the military forces always being"
                                                + " under the command of the Party",
                                        "It is the practical guide for the army always to heed the directions of the"
                                                + " party"),
                                List.of("he was interested in world history because he read the book")))
                .withTokenizer(Tokenizer.NONE)
                .withSmoothing(Smoothing.NONE, Optional.empty());
    }

    private static BleuScenario sugar() {
        return scenario(
                        List.of("Producția de zahăr primă va fi exprimată în ceea ce privește zahărul alb;"),
                        List.of(List.of("producţia de zahăr brut se exprimă în zahăr alb;")))
                .withSentence(true);
    }

    private static BleuScenario clipped() {
        return scenario(
                        List.of("the the the the the the the"),
                        List.of(List.of("The cat is on the mat", "There is a cat on the mat")))
                .withLowercase(true)
                .withMaxOrder(1);
    }

    private static BleuScenario opposite() {
        return scenario(
                List.of("The patient should not take the drug before meals."),
                List.of(List.of("The patient should now take the drug before meals.")));
    }

    /// The example of a brevity penalty: 8 tokens against 10.
    private static BleuScenario shortened() {
        return scenario(
                List.of("the cat sat on the mat all day"),
                List.of(List.of("the cat sat on the mat all day and night")));
    }

    /// Two translations of one sentence, one right and one dangerous.
    private static BleuScenario same() {
        String reference = "The patient should now take the drug before meals.";
        return scenario(
                        List.of(
                                "The patient should immediately take the drug before meals.",
                                "The patient should not take the drug before meals."),
                        List.of(List.of(reference), List.of(reference)))
                .withSentence(true);
    }

    @Override
    public BleuScenario standard() {
        return readme();
    }

    @Override
    public List<Preset<BleuScenario>> presets() {
        return List.of(
                preset("readme", readme(), SACREBLEU, SCORE, 48.530827009929865, "q27-f1"),
                preset("clipped", clipped(), PAPER, SCORE, PERCENT * 2 / 7, "q27-f2", "q27-q1"),
                preset("nothing-cut", readme().withTokenizer(Tokenizer.NONE), SACREBLEU, SCORE, 49.1919566, "q27-c1"),
                preset("smoothed", sugar(), SACREBLEU, SCORE, 8.493, "q27-f12"),
                preset(
                        "not-smoothed",
                        sugar().withSmoothing(Smoothing.NONE, Optional.empty()),
                        SACREBLEU,
                        SCORE,
                        0,
                        "q27-f12"),
                preset("corpus-or-mean", military(), NLTK, CORPUS, 59.2078, "q27-f8"),
                preset("too-short", shortened(), PAPER, PENALTY, 0.7788, "q27-f3", "q27-q2"),
                preset("opposite-meaning", opposite(), "", SCORE, 65.8037, "q27-f7", "q27-c1"),
                preset("same-score", same(), "", SCORE, 65.8037, "q27-c1"));
    }

    private Preset<BleuScenario> preset(
            String id, BleuScenario scenario, String address, String figure, double value, String... cards) {
        return parts.preset(
                id,
                scenario,
                address.isEmpty() ? Kind.CLOSED_FORM : Kind.PRIMARY,
                address,
                address.isEmpty() ? "" : READ,
                new Expected(figure, Unit.PLAIN, value, 0.005),
                figure.equals(PENALTY)
                        ? parts.prediction("penalty", figure, Unit.PLAIN, 0, 1, 0.01)
                        : parts.prediction("score", figure, Unit.PLAIN, 0, PERCENT, 0.5),
                cards);
    }

    @Override
    public List<Challenge<BleuScenario, BleuResult>> challenges() {
        BleuScenario sugar = sugar().withSmoothing(Smoothing.NONE, Optional.empty());
        return List.of(
                parts.challenge(
                        "settings",
                        sugar,
                        (scenario, result) -> check(
                                scenario.mishap() == Mishap.NONE
                                        && scenario.hypotheses().equals(sugar.hypotheses())
                                        && scenario.references().equals(sugar.references()),
                                result.score() >= 40,
                                result)),
                parts.challenge(
                        "same-text",
                        readme(),
                        (scenario, result) -> check(
                                scenario.withTokenizer(Tokenizer.V13A).equals(readme()), result.score() < 45, result)));
    }

    private Optional<String> check(boolean asAllowed, boolean reached, BleuResult result) {
        if (!asAllowed) {
            return Optional.of(parts.texts().get("challenge.changed"));
        }
        return reached
                ? Optional.empty()
                : Optional.of(parts.texts().get("challenge.short", Unit.PLAIN.number(result.score())));
    }

    @Override
    public List<Parameter<BleuScenario>> parameters() {
        return List.of(
                parts.choice(
                        "tokenizer",
                        Tokenizer.words(),
                        scenario -> scenario.tokenizer().word(),
                        (scenario, word) ->
                                scenario.withTokenizer(Tokenizer.of(word).orElse(scenario.tokenizer())),
                        _ -> true),
                parts.choice(
                        "smoothing",
                        Smoothing.words(),
                        scenario -> scenario.smoothing().word(),
                        (scenario, word) -> scenario.withSmoothing(
                                Smoothing.of(word).orElse(scenario.smoothing()), Optional.empty()),
                        _ -> true),
                parts.slider(
                        "smoothingValue",
                        Unit.PLAIN,
                        0.01,
                        10,
                        Scale.LOGARITHMIC,
                        0.01,
                        BleuScenario::value,
                        (scenario, value) -> scenario.withSmoothing(scenario.smoothing(), Optional.of(value)),
                        scenario -> scenario.smoothing().takesValue()),
                parts.slider(
                        "maxOrder",
                        Unit.COUNT,
                        1,
                        BleuCodec.MOST_ORDER,
                        Scale.LINEAR,
                        1,
                        BleuScenario::maxOrder,
                        (scenario, value) -> scenario.withMaxOrder(Math.toIntExact(Math.round(value))),
                        _ -> true),
                parts.choice(
                        "level",
                        List.of("corpus", "sentence"),
                        scenario -> scenario.isSentence() ? "sentence" : "corpus",
                        (scenario, word) -> scenario.withSentence(word.equals("sentence")),
                        _ -> true),
                parts.choice(
                        "lowercase",
                        List.of("kept", "ignored"),
                        scenario -> scenario.lowercase() ? "ignored" : "kept",
                        (scenario, word) -> scenario.withLowercase(word.equals("ignored")),
                        _ -> true),
                parts.choice(
                        "mishap",
                        Mishap.words(),
                        scenario -> scenario.mishap().word(),
                        (scenario, word) -> scenario.withMishap(Mishap.of(word).orElse(scenario.mishap())),
                        _ -> true));
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                parts.guided("match", "readme"),
                parts.guided("clip", "clipped"),
                parts.guided("zero", "not-smoothed"),
                parts.guided("mean", "corpus-or-mean"),
                parts.guided("short", "too-short"),
                parts.guided("meaning", "same-score"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                parts.fidelity(Fidelity.Level.EXACT, "score"),
                parts.fidelity(Fidelity.Level.EXACT, "tokenizers"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "mishaps"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "texts"));
    }

    @Override
    public ScenarioCodec<BleuScenario> codec() {
        return codec;
    }

    @Override
    public boolean isTimeless() {
        return true;
    }

    /// The picture draws what each step measures.
    @Override
    public boolean isPlotted() {
        return false;
    }

    @Override
    public boolean isBilled() {
        return false;
    }

    @Override
    public long seed(BleuScenario scenario) {
        return scenario.seed();
    }

    @Override
    public BleuScenario withSeed(BleuScenario scenario, long seed) {
        return scenario.withSeed(seed);
    }

    @Override
    public Pace pace() {
        return Pace.STEPS;
    }

    @Override
    public BleuResult run(BleuScenario scenario) {
        BleuResult result = BleuResult.of(scenario);
        return result.withFigures(numbers(result));
    }

    private List<Figure> numbers(BleuResult result) {
        BleuScore corpus = result.corpus();
        String precisions = corpus.precisions().stream().map(Unit.PLAIN::number).collect(Collectors.joining(", "));
        List<Figure> figures = new ArrayList<>();
        figures.add(parts.figure(
                SCORE,
                Unit.PLAIN,
                result.score(),
                parts.texts().get("figure.score.worked", Unit.PLAIN.number(corpus.brevityPenalty()), precisions)));
        result.resampled()
                .ifPresent(resampling -> figures.add(parts.figure(
                        RESAMPLED,
                        Unit.PLAIN,
                        resampling.mean(),
                        OptionalDouble.of(result.score()),
                        Optional.of(resampling.interval()),
                        parts.texts()
                                .get(
                                        "figure.resampled.worked",
                                        Resampling.SAMPLES,
                                        result.sentences().size(),
                                        Long.toString(result.scenario().seed())))));
        figures.add(parts.figure(
                CORPUS,
                Unit.PLAIN,
                corpus.score(),
                parts.texts().get("figure.score.worked", Unit.PLAIN.number(corpus.brevityPenalty()), precisions)));
        figures.add(parts.figure(
                MEAN,
                Unit.PLAIN,
                result.mean(),
                result.sentences().stream()
                        .limit(10)
                        .map(each -> Unit.PLAIN.number(each.score()))
                        .collect(Collectors.joining(", "))));
        figures.add(parts.figure(
                PENALTY,
                Unit.PLAIN,
                corpus.brevityPenalty(),
                parts.texts()
                        .get(
                                "figure.brevity-penalty.worked",
                                corpus.counts().hypothesisLength(),
                                corpus.counts().referenceLength())));
        for (int order = 1; order <= corpus.precisions().size(); order++) {
            figures.add(new Figure(
                    "precision." + order,
                    parts.texts().get("figure.precision.label", order),
                    Unit.PLAIN,
                    corpus.precisions().get(order - 1),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    parts.texts().get("figure.precision.formula"),
                    corpus.counts().correct().get(order - 1) + " ÷ "
                            + corpus.counts().total().get(order - 1),
                    parts.texts().get("figure.precision.explanation")));
        }
        return List.copyOf(figures);
    }

    @Override
    public List<Figure> figures(BleuResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(BleuResult result) {
        return BleuReport.of(result);
    }

    @Override
    public BleuSimulation open(BleuScenario scenario) {
        return new BleuSimulation(scenario, this::run, parts);
    }
}
