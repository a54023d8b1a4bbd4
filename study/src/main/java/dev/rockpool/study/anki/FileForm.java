package dev.rockpool.study.anki;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.nio.file.Path;
import java.util.Optional;

/// What a file is, by its ending.
enum FileForm {
    /// `.apkg`, `.colpkg`
    PACKAGE,
    /// `.txt`, `.tsv`: Anki's text format, fields separated by tabs
    TEXT,
    /// `.csv`: fields separated by commas
    CSV;

    /// @throws InputException for any other ending (`exchange-form`)
    static FileForm of(Path file) {
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        return switch (MediaName.ending(name)) {
            case "apkg", "colpkg" -> PACKAGE;
            case "txt", "tsv" -> TEXT;
            case "csv" -> CSV;
            default ->
                throw new InputException(
                        "exchange-form",
                        "The ending of " + Quote.of(name)
                                + " names no format that is known: use .apkg, .colpkg, .txt, .tsv or .csv.");
        };
    }
}
