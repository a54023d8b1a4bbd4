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

    /// The presets, a JSON line each: `{"preset","title","expected":{"figure","value","unit","tolerance"},"source"}`.
    public void list(Consumer<String> answer) {
        for (Preset<S> preset : lab.presets()) {
            ObjectNode line = LabJson.object();
            line.put("preset", preset.id());
            line.put("title", preset.title());
            ObjectNode expected = line.putObject("expected");
            expected.put("figure", preset.expected().figure());
            expected.put("value", LabJson.decimal(preset.expected().value()));
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

    /// Runs a preset, or the default, and answers one line of JSON.
    ///
    /// @throws InputException if there is no such preset
    public String run(Optional<String> preset) {
        return answer(start(preset));
    }

    /// Runs every case of `file` and hands each answer, one line of JSON, to `answer` in the order of the file.
    ///
    /// Of an array, a case at fault answers `{"error": …}`.
    ///
    /// @return whether all cases ran
    /// @throws InputException if the only case is at fault
    public boolean run(CaseFile file, Consumer<String> answer) {
        boolean all = true;
        for (JsonNode scenario : file.cases()) {
            try {
                answer.accept(answer(seeded(lab.codec().read(scenario))));
            } catch (InputException e) {
                if (!file.many()) {
                    throw e;
                }
                answer.accept(LabJson.line(LabJson.object().put("error", e.sentence())));
                all = false;
            }
        }
        return all;
    }

    private S start(Optional<String> preset) {
        return seeded(preset.map(id -> lab.preset(id).scenario()).orElseGet(lab::standard));
    }

    private S seeded(S scenario) {
        return seed.isPresent() ? lab.withSeed(scenario, seed.getAsLong()) : scenario;
    }

    private String answer(S scenario) {
        return LabJson.line(lab.report(lab.run(scenario)));
    }

    private static <S, R> CaseRunner<S, R> captured(Lab<S, R, ?> lab, OptionalLong seed) {
        return new CaseRunner<>(lab, seed);
    }
}
