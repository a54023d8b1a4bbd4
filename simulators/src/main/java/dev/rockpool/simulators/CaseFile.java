package dev.rockpool.simulators;

import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A file with one scenario, or an array of them.
///
/// @param cases the scenarios, not read yet: one may be at fault and the others not
/// @param many whether the file is an array
public record CaseFile(List<JsonNode> cases, boolean many) {
    public CaseFile {
        cases = List.copyOf(cases);
    }

    /// The scenarios in `file`.
    ///
    /// @throws InputException if it cannot be read or is no JSON
    public static CaseFile read(Path file) {
        String name = file.toString();
        try {
            // A decoder of its own: the usual ones replace bad bytes without a word.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return parse(name, text);
        } catch (CharacterCodingException e) {
            throw new InputException("lab-file", name + ": the file is not UTF-8 text.", e);
        } catch (NoSuchFileException e) {
            throw new InputException("lab-file", name + ": there is no such file.", e);
        } catch (IOException e) {
            throw new InputException("lab-file", name + ": the file cannot be read.", e);
        }
    }

    /// The scenarios in `text`.
    ///
    /// @param file the name that faults are reported under
    /// @throws InputException if it is no JSON
    public static CaseFile parse(String file, String text) {
        JsonNode json = LabJson.parse(file, text);
        return json.isArray() ? new CaseFile(List.copyOf(json.values()), true) : new CaseFile(List.of(json), false);
    }
}
