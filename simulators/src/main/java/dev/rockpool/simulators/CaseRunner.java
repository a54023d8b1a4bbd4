package dev.rockpool.simulators;

import dev.rockpool.kernel.InputException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs a lab without a screen, for `simulate LAB`.
///
/// Answers hold no wall time: an equal scenario gives an equal line.
///
/// @param lab what runs
/// @param seed what replaces the scenarios' own seeds; empty to keep them
public record CaseRunner<S, R>(Lab<S, R, ?> lab, OptionalLong seed) {
    /// A runner for `lab`.
    public static CaseRunner<?, ?> of(Lab<?, ?, ?> lab, OptionalLong seed) {
        return captured(lab, seed);
    }

    /// The presets, a JSON line each:
    /// `{"preset","title","expected":{"figure","value","unit","tolerance"},"source"}`.
    public void list(Consumer<String> answer) {
        for (Preset<S> preset : lab.presets()) {
            ObjectNode line = LabJson.object();
            line.put("preset", preset.id());
            line.put("title", preset.title());
            ObjectNode expected = line.putObject("expected");
            expected.put("figure", preset.expected().figure());
            if (Double.isInfinite(preset.expected().value())) {
                expected.put("value", "Infinity");
            } else {
                expected.put("value", LabJson.decimal(preset.expected().value()));
            }
            expected.put("shown", preset.expected().shown().replace('\u00A0', ' '));
            expected.put("tolerance", LabJson.decimal(preset.expected().tolerance()));
            line.put("source", preset.reference().text());
            preset.reference().address().ifPresent(address -> line.put("address", address));
            answer.accept(LabJson.line(line));
        }
    }

    /// The text of a scenario file: of a preset, or of the default.
    ///
    /// @throws InputException if there is no such preset
    public String scenario(Optional<String> preset) {
        return lab.codec().text(start(preset));
    }

    /// How running went; the worst of several counts.
    public enum Outcome {
        DONE,
        /// A lab refused what it was asked for.
        REFUSED,
        /// A case was at fault.
        FAULTY
    }

    /// Runs a preset, or the default, and answers one line of JSON.
    ///
    /// @throws InputException if there is no such preset
    public Outcome run(Optional<String> preset, Consumer<String> answer) {
        return answer(start(preset), answer);
    }

    /// Runs every case of `file` and hands each answer, one line of JSON, to `answer` in the order of
    /// the file.
    ///
    /// Of an array, a case at fault answers `{"error": …}`.
    ///
    /// @throws InputException if the only case is at fault
    public Outcome run(CaseFile file, Consumer<String> answer) {
        Outcome worst = Outcome.DONE;
        for (JsonNode scenario : file.cases()) {
            try {
                Outcome outcome = answer(seeded(lab.codec().read(scenario)), answer);
                worst = outcome.compareTo(worst) > 0 ? outcome : worst;
            } catch (InputException e) {
                if (!file.many()) {
                    throw e;
                }
                answer.accept(LabJson.line(LabJson.object().put("error", e.sentence())));
                worst = Outcome.FAULTY;
            }
        }
        return worst;
    }

    private S start(Optional<String> preset) {
        return seeded(preset.map(id -> lab.preset(id).scenario()).orElseGet(lab::standard));
    }

    private S seeded(S scenario) {
        return seed.isPresent() ? lab.withSeed(scenario, seed.getAsLong()) : scenario;
    }

    private Outcome answer(S scenario, Consumer<String> answer) {
        R result = lab.run(scenario);
        answer.accept(LabJson.line(lab.report(result)));
        return lab.refuses(result) ? Outcome.REFUSED : Outcome.DONE;
    }

    private static <S, R> CaseRunner<S, R> captured(Lab<S, R, ?> lab, OptionalLong seed) {
        return new CaseRunner<>(lab, seed);
    }
}
