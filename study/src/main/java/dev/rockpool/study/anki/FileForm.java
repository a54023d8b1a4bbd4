package dev.rockpool.study.anki;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a file is: by its ending, or as it is told.
public enum FileForm {
    /// `.apkg`, `.colpkg`: an Anki package.
    PACKAGE("apkg"),
    /// `.txt`, `.tsv`: Anki's text format, fields separated by tabs.
    TEXT("text"),
    /// `.csv`: notes, fields separated by commas. A file whose head is that of [#QUIZ_CSV] is read as such.
    CSV("csv"),
    /// `.gift`: questions in Moodle's GIFT. Moodle itself calls such files `.txt`.
    GIFT("gift"),
    /// Questions, a line each, fields separated by commas.
    QUIZ_CSV("quiz-csv");

    private final String word;

    FileForm(String word) {
        this.word = word;
    }

    /// What it is called, such as `quiz-csv`.
    public String word() {
        return word;
    }

    /// Whether it holds questions that mark themselves, and nothing else.
    public boolean isOfQuestions() {
        return this == GIFT || this == QUIZ_CSV;
    }

    /// The form of that name.
    ///
    /// @throws InputException if there is none (`exchange-form`)
    public static FileForm named(String word) {
        return Arrays.stream(values())
                .filter(form -> form.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "exchange-form",
                        "--format " + Quote.of(word) + " is not known; use one of "
                                + Arrays.stream(values()).map(FileForm::word).collect(Collectors.joining(", "))
                                + "."));
    }

    /// The form that the ending of a file names.
    ///
    /// @throws InputException if it names none (`exchange-form`)
    public static FileForm of(Path file) {
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        return switch (MediaName.ending(name)) {
            case "apkg", "colpkg" -> PACKAGE;
            case "txt", "tsv" -> TEXT;
            case "csv" -> CSV;
            case "gift" -> GIFT;
            default ->
                throw new InputException(
                        "exchange-form",
                        "The ending of " + Quote.of(name)
                                + " names no format that is known: use .apkg, .colpkg, .txt, .tsv, .csv or .gift.");
        };
    }
}
