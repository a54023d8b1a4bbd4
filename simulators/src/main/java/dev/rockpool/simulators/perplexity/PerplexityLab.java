package dev.rockpool.simulators.perplexity;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.DescribedLab;
import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.Fidelity;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Pace;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference.Kind;
import dev.rockpool.simulators.Resampling;
import dev.rockpool.simulators.ScenarioCodec;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// The lab *perplexity*: how surprised is a language model?
public final class PerplexityLab extends DescribedLab<PerplexityScenario, PerplexityResult, PerplexitySnapshot> {
    static final String PERPLEXITY = "perplexity";
    static final String RESAMPLED = "resampled";
    static final String BITS = "bits";
    private static final String NLTK = "https://github.com/nltk/nltk/blob/develop/nltk/test/unit/lm/test_models.py";
    private static final String READ = "2026-11";
    private static final int SHOWN = 12;
    private static final int SLIDERS = 4;
    private static final double TWENTY = 20;

    private final PerplexityCodec codec = new PerplexityCodec(four());

    public PerplexityLab() {
        super("perplexity", PerplexityLab.class);
    }

    private static PerplexityScenario four() {
        return new PerplexityScenario(List.of(0.25, 0.5, 0.125, 0.25), Optional.empty());
    }

    /// The model of NLTK's test suite.
    private static PerplexityScenario letters(String test, int order, double addK) {
        return new PerplexityScenario(
                List.of(),
                Optional.of(new NgramModel(
                        List.of("a b c d", "e g a d b e"),
                        test,
                        order,
                        addK,
                        List.of("a", "b", "c", "d", "z", NgramModel.BEGIN, NgramModel.END))));
    }

    /// The unigrams of the same two sentences. In that test the marks at their ends are tokens like others.
    private static PerplexityScenario unigrams() {
        return new PerplexityScenario(
                List.of(),
                Optional.of(new NgramModel(
                        List.of("<s> a b c d </s>", "<s> e g a d b e </s>"),
                        "<s> a c - d c </s>",
                        1,
                        0,
                        List.of("a", "b", "c", "d", "z", NgramModel.BEGIN, NgramModel.END))));
    }

    @Override
    public PerplexityScenario standard() {
        return four();
    }

    @Override
    public List<Preset<PerplexityScenario>> presets() {
        return List.of(
                preset("four-tokens", four(), Kind.CLOSED_FORM, 4, "q27-q4", "q27-f5", "q27-f11"),
                preset(
                        "a-die",
                        new PerplexityScenario(Collections.nCopies(SLIDERS, 1 / 6.0), Optional.empty()),
                        Kind.CLOSED_FORM,
                        6,
                        "q27-f5"),
                preset("unigrams", unigrams(), Kind.PRIMARY, 8.0529, "q27-c2"),
                preset("seen-bigrams", letters("a b e a d", 2, 0), Kind.PRIMARY, 2.1398, "q27-c2", "q27-f10"),
                preset("add-one", letters("a c - d c", 2, 1), Kind.PRIMARY, 8.7393, "q27-c2"),
                preset("unseen", letters("a c a d", 2, 0), Kind.PRIMARY, Double.POSITIVE_INFINITY, "q27-f9"));
    }

    private Preset<PerplexityScenario> preset(
            String id, PerplexityScenario scenario, Kind kind, double value, String... cards) {
        return parts.preset(
                id,
                scenario,
                kind,
                kind == Kind.PRIMARY ? NLTK : "",
                kind == Kind.PRIMARY ? READ : "",
                new Expected(PERPLEXITY, Unit.PLAIN, value, 0.0001),
                parts.prediction(PERPLEXITY, PERPLEXITY, Unit.PLAIN, 1, TWENTY, 0.1),
                cards);
    }

    @Override
    public List<Challenge<PerplexityScenario, PerplexityResult>> challenges() {
        PerplexityScenario unseen = letters("a c a d", 2, 0);
        return List.of(
                parts.challenge(
                        "finite",
                        unseen,
                        (scenario, result) -> check(
                                scenario.mishap() == Mishap.NONE
                                        && scenario.model().isPresent()
                                        && scenario.model()
                                                .map(NgramModel::test)
                                                .equals(unseen.model().map(NgramModel::test)),
                                result.perplexity() < 10,
                                result)),
                parts.challenge(
                        "one-bad-token",
                        four(),
                        (scenario, result) -> check(
                                scenario.mishap() == Mishap.NONE && changed(scenario) <= 1,
                                Math.abs(result.perplexity() - 8) <= 0.2,
                                result)));
    }

    private static int changed(PerplexityScenario scenario) {
        int changed = 0;
        for (int at = 0; at < SLIDERS; at++) {
            boolean same = scenario.probabilities().size() == SLIDERS
                    && scenario.probabilities()
                            .get(at)
                            .equals(four().probabilities().get(at));
            changed += same ? 0 : 1;
        }
        return changed;
    }

    private Optional<String> check(boolean asAllowed, boolean reached, PerplexityResult result) {
        if (!asAllowed) {
            return Optional.of(parts.texts().get("challenge.changed"));
        }
        return reached
                ? Optional.empty()
                : Optional.of(parts.texts().get("challenge.short", Unit.PLAIN.number(result.perplexity())));
    }

    @Override
    public List<Parameter<PerplexityScenario>> parameters() {
        List<Parameter<PerplexityScenario>> parameters = new ArrayList<>();
        for (int token = 0; token < SLIDERS; token++) {
            int at = token;
            parameters.add(parts.slider(
                    "token." + (token + 1),
                    Unit.CHANCE,
                    0.0001,
                    1,
                    Scale.LOGARITHMIC,
                    0.0001,
                    scenario -> scenario.probabilities().get(at),
                    (scenario, value) -> scenario.withProbability(at, value),
                    scenario -> scenario.model().isEmpty()
                            && at < scenario.probabilities().size()));
        }
        parameters.add(parts.slider(
                "order",
                Unit.COUNT,
                1,
                SLIDERS,
                Scale.LINEAR,
                1,
                scenario -> scenario.model().map(NgramModel::order).orElse(1),
                (scenario, value) -> with(scenario, Math.toIntExact(Math.round(value)), Double.NaN),
                scenario -> scenario.model().isPresent()));
        parameters.add(parts.slider(
                "addK",
                Unit.PLAIN,
                0,
                SLIDERS,
                Scale.LINEAR,
                0.1,
                scenario -> scenario.model().map(NgramModel::addK).orElse(0.0),
                (scenario, value) -> with(scenario, 0, value),
                scenario -> scenario.model().isPresent()));
        parameters.add(parts.choice(
                "mishap",
                Mishap.words(),
                scenario -> scenario.mishap().word(),
                (scenario, word) -> scenario.withMishap(Mishap.of(word).orElse(scenario.mishap())),
                _ -> true));
        return List.copyOf(parameters);
    }

    /// The scenario with another order, or with another count added.
    private static PerplexityScenario with(PerplexityScenario scenario, int order, double addK) {
        return scenario.model()
                .map(model -> scenario.withModel(new NgramModel(
                        model.training(),
                        model.test(),
                        order == 0 ? model.order() : order,
                        Double.isNaN(addK) ? model.addK() : addK,
                        model.vocabulary())))
                .orElse(scenario);
    }

    @Override
    public List<GuidedStep> guide() {
        return List.of(
                parts.guided("choices", "a-die"),
                parts.guided("mean", "four-tokens"),
                parts.guided("model", "seen-bigrams"),
                parts.guided("unseen", "unseen"),
                parts.guided("smoothed", "add-one"));
    }

    @Override
    public List<Fidelity> fidelity() {
        return List.of(
                parts.fidelity(Fidelity.Level.EXACT, "perplexity"),
                parts.fidelity(Fidelity.Level.EXACT, "counts"),
                parts.fidelity(Fidelity.Level.ILLUSTRATIVE, "model"));
    }

    @Override
    public ScenarioCodec<PerplexityScenario> codec() {
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
    public long seed(PerplexityScenario scenario) {
        return scenario.seed();
    }

    @Override
    public PerplexityScenario withSeed(PerplexityScenario scenario, long seed) {
        return scenario.withSeed(seed);
    }

    @Override
    public Pace pace() {
        return Pace.STEPS;
    }

    @Override
    public PerplexityResult run(PerplexityScenario scenario) {
        List<Double> given = scenario.given();
        return new PerplexityResult(
                scenario,
                given,
                PerplexityResult.bits(given),
                PerplexityResult.perplexity(given),
                numbers(given, scenario.seed(), parts));
    }

    static List<Figure> numbers(List<Double> given, long seed, LabParts<PerplexityScenario, PerplexityResult> parts) {
        double bits = PerplexityResult.bits(given);
        String shown = given.stream().limit(SHOWN).map(Unit.CHANCE::number).collect(Collectors.joining(" × "))
                + (given.size() > SHOWN ? " × …" : "");
        double perplexity = PerplexityResult.perplexity(given);
        List<Figure> figures = new ArrayList<>();
        figures.add(parts.figure(
                PERPLEXITY,
                Unit.PLAIN,
                perplexity,
                parts.texts().get("figure.perplexity.worked", shown, given.size())));
        figures.add(parts.figure(BITS, Unit.BITS, bits, parts.texts().get("figure.bits.worked", shown, given.size())));
        PerplexityResult.resampled(given, seed)
                .ifPresent(resampling -> figures.add(parts.figure(
                        RESAMPLED,
                        Unit.PLAIN,
                        resampling.mean(),
                        OptionalDouble.of(perplexity),
                        Optional.of(resampling.interval()),
                        parts.texts()
                                .get(
                                        "figure.resampled.worked",
                                        Resampling.SAMPLES,
                                        given.size(),
                                        Long.toString(seed)))));
        return List.copyOf(figures);
    }

    @Override
    public List<Figure> figures(PerplexityResult result) {
        return result.figures();
    }

    @Override
    public ObjectNode report(PerplexityResult result) {
        return PerplexityReport.of(result);
    }

    @Override
    public PerplexitySimulation open(PerplexityScenario scenario) {
        return new PerplexitySimulation(scenario, parts);
    }
}
