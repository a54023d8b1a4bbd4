package dev.rockpool.app.command;

import dev.rockpool.app.collection.OpenData;
import dev.rockpool.app.preference.SettingRepository;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.kernel.InputException;
import dev.rockpool.study.anki.AnkiImport;
import dev.rockpool.study.anki.Arrival;
import dev.rockpool.study.anki.FileForm;
import dev.rockpool.study.anki.Loss;
import dev.rockpool.study.backup.CollectionRestore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `deck import FILE`: cards and progress from elsewhere.
@Command(
        name = "import",
        description = {
            "Imports an Anki package (.apkg, .colpkg), Anki's text format (.txt, .tsv) or CSV (.csv): notes become"
                    + " decks in decks/anki of the data directory, reviews become progress. Prints what came and what"
                    + " could not.",
            "Questions in Moodle's GIFT (.gift, or --format gift) or in the CSV of an export become decks in"
                    + " decks/quiz.",
            "A whole collection (.rockpool) takes the place of the present one, which is kept in the backups.",
            "Everything is read first, then written, or nothing is. Importing again updates."
        })
final class DeckImportCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable DeckCommand deck;

    @Parameters(paramLabel = "FILE", description = "The package, text file or collection.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "apkg, text, csv, gift or quiz-csv, whatever the ending.")
    private @Nullable String format;

    @Option(names = "--deck", paramLabel = "NAME", description = "The deck that all notes go to.")
    private @Nullable String name;

    @Option(names = "--no-progress", description = "Takes the notes alone, without reviews, schedules and marks.")
    private boolean noProgress;

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        DeckCommand parent = Parent.of(deck);
        Path source = Parent.of(file);
        Optional<FileForm> form = Optional.ofNullable(format).map(FileForm::named);
        Machine machine = parent.machine();
        try (OpenData data = parent.open()) {
            if (form.isEmpty() && DeckCommand.isCollection(source)) {
                restore(source, data, parent);
                return ExitCode.DONE;
            }
            AnkiImport reader = new AnkiImport(
                    data.library(),
                    data.study(),
                    parent.home().decks(),
                    machine.clock().instant());
            AnkiImport.Wanted wanted = new AnkiImport.Wanted(Optional.ofNullable(name), !noProgress);
            try (Arrival arrival =
                    reader.prepare(source, form.orElseGet(() -> FileForm.of(source)), wanted, () -> {})) {
                Arrival.Summary summary = arrival.commit().summary();
                data.readAgain();
                write(summary, machine.out());
            }
        }
        return ExitCode.DONE;
    }

    /// Puts a whole collection in the place of the present one, and says where that is kept.
    private void restore(Path source, OpenData data, DeckCommand parent) {
        if (name != null || noProgress) {
            throw new InputException(
                    "backup-options", "A whole collection is restored as it is: leave --deck and --no-progress out.");
        }
        List<Path> added = data.preferences().get(StudySettings.FOLDERS);
        Path kept;
        try (CollectionRestore restore =
                CollectionRestore.prepare(source, parent.home().root())) {
            kept = restore.commit(
                    data.database(),
                    parent.home().decks(),
                    added,
                    parent.home().backups(),
                    parent.machine().clock().instant());
        }
        new SettingRepository(data.database())
                .put(Map.of(
                        StudySettings.FOLDERS.name(),
                        StudySettings.FOLDERS.write().apply(List.of())));
        data.readAgain();
        PrintWriter out = parent.machine().out();
        if (json) {
            try (JsonLines lines = new JsonLines(out)) {
                lines.line(fields -> fields.writeStringProperty("kept", kept.toString()));
            }
        } else {
            out.println("kept " + kept);
            out.flush();
        }
    }

    private void write(Arrival.Summary summary, PrintWriter out) {
        if (json) {
            try (JsonLines lines = new JsonLines(out)) {
                lines.line(fields -> {
                    fields.writeNumberProperty("added", summary.added());
                    fields.writeNumberProperty("updated", summary.updated());
                    fields.writeNumberProperty("kept", summary.kept());
                    fields.writeNumberProperty("cards", summary.cards());
                    fields.writeNumberProperty("reviews", summary.reviews());
                    fields.writeNumberProperty("known", summary.known());
                    fields.writeNumberProperty("pictures", summary.pictures());
                    fields.writeObjectPropertyStart("left");
                    summary.losses().forEach((loss, count) -> fields.writeNumberProperty(loss.key(), count));
                    fields.writeEndObject();
                });
            }
            return;
        }
        out.printf("added    %7d%n", summary.added());
        out.printf("updated  %7d%n", summary.updated());
        out.printf("kept     %7d%n", summary.kept());
        out.printf("cards    %7d%n", summary.cards());
        out.printf("reviews  %7d%n", summary.reviews());
        out.printf("known    %7d%n", summary.known());
        out.printf("pictures %7d%n", summary.pictures());
        summary.losses().forEach((loss, count) -> out.printf("left     %7d  %s%n", count, reason(loss)));
        out.flush();
    }

    private static String reason(Loss loss) {
        return switch (loss) {
            case NO_QUESTION -> "notes without a question";
            case NO_ANSWER -> "notes without an answer, or clozes without a deletion";
            case NOT_A_SECTION -> "notes that are too long, or cannot be written in a deck";
            case IMAGE_OCCLUSION -> "notes that hide parts of a picture";
            case NO_NOTE_TYPE -> "notes whose note type or cards are not in the package";
            case SHORT_LINE -> "lines with too few fields";
            case UNKNOWN_CARD -> "cards that the deck here does not make of their note";
            case PICTURE_MISSING -> "pictures that the package does not hold";
            case PICTURE_REMOTE -> "pictures that would be loaded from the network";
            case PICTURE_FORM -> "pictures that are too large or of a form that is not shown";
            case SOUND -> "sounds";
            case FLAG -> "flags in pink, turquoise or purple";
            case NO_HISTORY -> "schedules of cards without a history; the cards are new";
            case PREVIEW -> "previews, which reschedule nothing";
            case NO_ANSWER_GIVEN -> "log rows that are no answers";
            case OLDER_REVIEW -> "reviews older than the card's newest here";
            case UNMARKED -> "essays, and texts that ask nothing";
            case PART_OF_THE_POINTS -> "answers worth a part of the points, or second right numbers";
        };
    }
}
