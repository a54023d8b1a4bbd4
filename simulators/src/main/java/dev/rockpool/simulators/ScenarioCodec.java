package dev.rockpool.simulators;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes one lab's scenarios, in the one form that files, the command line and the app's export share.
///
/// @param <S> the scenario
public interface ScenarioCodec<S> {
    /// `scenario` with every field.
    ObjectNode write(S scenario);

    /// The scenario that `json` describes; fields left out take the default.
    ///
    /// @throws dev.rockpool.kernel.InputException naming the field, its value and its bound; for an
    ///     unknown field, near matches
    S read(JsonNode json);

    /// `scenario` as the text of a file, ending with a line break.
    default String text(S scenario) {
        return LabJson.pretty(write(scenario)) + "\n";
    }

    /// The scenario in the text of a file.
    ///
    /// @throws dev.rockpool.kernel.InputException as [#read], or if `text` is no JSON
    default S parse(String text) {
        return read(LabJson.parse("scenario", text));
    }
}
