package dev.rockpool.simulators;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Builds what a lab shows from ids and numbers; the sentences come from its texts, under the id of each part.
///
/// @param texts of the lab
public record LabParts<S, R>(LabTexts texts) {
    private static final int STEP_SECONDS = 60;

    /// A number with its formula, worded by `figure.ID.label`, `.formula` and `.explanation`.
    ///
    /// @param worked the formula with today's values
    public Figure figure(String id, Unit unit, double value, String worked) {
        return figure(id, unit, value, OptionalDouble.empty(), Optional.empty(), worked);
    }

    /// A simulated number beside what the formula foresees.
    public Figure figure(
            String id,
            Unit unit,
            double value,
            OptionalDouble closedForm,
            Optional<Figure.Interval> interval,
            String worked) {
        return new Figure(
                id,
                texts.get("figure." + id + ".label"),
                unit,
                value,
                closedForm,
                interval,
                texts.get("figure." + id + ".formula"),
                worked,
                texts.get("figure." + id + ".explanation"));
    }

    /// A slider, worded by `parameter.ID.label` and `.help`.
    public Parameter<S> slider(
            String id,
            Unit unit,
            double low,
            double high,
            Parameter.Scale scale,
            double step,
            ToDoubleFunction<S> get,
            BiFunction<S, Double, S> with,
            Predicate<S> applies) {
        return new Parameter.Slider<>(
                id,
                word("parameter", id, "label"),
                word("parameter", id, "help"),
                unit,
                low,
                high,
                scale,
                step,
                get,
                with,
                applies);
    }

    /// A choice, worded by `parameter.ID.label`, `.help` and, for each word, `parameter.ID.WORD`.
    public Parameter<S> choice(
            String id,
            List<String> words,
            Function<S, String> get,
            BiFunction<S, String, S> with,
            Predicate<S> applies) {
        return new Parameter.Choice<>(
                id,
                word("parameter", id, "label"),
                word("parameter", id, "help"),
                words.stream()
                        .map(option -> new Parameter.Option(option, word("parameter", id, option)))
                        .toList(),
                get,
                with,
                applies);
    }

    /// A preset, worded by `preset.ID.title`, `.summary` and `.source`, with the question `prediction.QUESTION`.
    ///
    /// @param address of the source, empty for a closed form
    /// @param readOn when the source was read, such as `2026-11`
    public Preset<S> preset(
            String id,
            S scenario,
            Reference.Kind kind,
            String address,
            String readOn,
            Expected expected,
            Prediction prediction,
            String... cards) {
        return new Preset<>(
                id,
                word("preset", id, "title"),
                word("preset", id, "summary"),
                scenario,
                new Reference(
                        word("preset", id, "source"),
                        address.isEmpty() ? Optional.empty() : Optional.of(address),
                        kind,
                        readOn),
                expected,
                prediction,
                List.of(cards));
    }

    /// A question asked before a run, worded by `prediction.QUESTION`.
    public Prediction prediction(String question, String figure, Unit unit, double low, double high, double step) {
        return new Prediction(texts.get("prediction." + question), figure, unit, low, high, step);
    }

    /// A challenge, worded by `challenge.ID.title`, `.task` and `.hint`.
    public Challenge<S, R> challenge(String id, S start, BiFunction<S, R, Optional<String>> check) {
        return new Challenge<>(
                id,
                word("challenge", id, "title"),
                word("challenge", id, "task"),
                word("challenge", id, "hint"),
                start,
                check);
    }

    /// A step of the guide, worded by `guide.ID.title`, `.text` and `.notes`.
    public GuidedStep guided(String id, String preset) {
        return new GuidedStep(
                id,
                word("guide", id, "title"),
                word("guide", id, "text"),
                word("guide", id, "notes"),
                preset,
                STEP_SECONDS);
    }

    /// How true a part is, worded by `fidelity.ID.what` and `.why`.
    public Fidelity fidelity(Fidelity.Level level, String id) {
        return new Fidelity(level, word("fidelity", id, "what"), word("fidelity", id, "why"));
    }

    private String word(String kind, String id, String what) {
        return texts.get(kind + "." + id + "." + what);
    }
}
