package dev.rockpool.app.command;

import dev.rockpool.app.collection.OpenData;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.study.CardProgress;
import dev.rockpool.study.anki.AnkiExport;
import dev.rockpool.study.anki.FileForm;
import dev.rockpool.study.backup.CollectionBackup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `deck export FILE`: cards and progress for elsewhere.
@Command(
        name = "export",
        description = {
            "Exports decks as an Anki package (.apkg) with schedule, memory states and reviews, as Anki's text format"
                    + " (.txt, .tsv), or as CSV (.csv). Prints what was written.",
            "The questions alone (quiz items and typed cards) go out in Moodle's GIFT (.gift, or --format gift) and as"
                    + " CSV with --format quiz-csv; without FILE to the standard output.",
            "An ending .rockpool writes the whole collection, with your decks and settings, to be imported elsewhere.",
            "Without --deck, all decks are exported: Rockpool's own and yours."
        })
final class DeckExportCommand implements Callable<Integer> {
    private static final String LEVEL = "::";

    @ParentCommand
    private @Nullable DeckCommand deck;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write; its ending names the format, if --format does not.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "apkg, text, csv, gift or quiz-csv, whatever the ending.")
    private @Nullable String format;

    @Option(
            names = "--deck",
            paramLabel = "NAME",
            description = "A deck and those below it, such as \"Data engineering::Storage\"; may be repeated.")
    private List<String> names = List.of();

    @Option(names = "--no-progress", description = "Writes the notes alone, without reviews, schedules and marks.")
    private boolean noProgress;

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        DeckCommand parent = Parent.of(deck);
        Optional<FileForm> form = Optional.ofNullable(format).map(FileForm::named);
        Machine machine = parent.machine();
        if (file == null) {
            return print(form, parent);
        }
        Path target = file;
        try (OpenData data = parent.open()) {
            if (form.isEmpty() && DeckCommand.isCollection(target)) {
                backUp(target, data, parent);
                return ExitCode.DONE;
            }
            List<Deck> decks = chosen(data.library().snapshot().decks());
            List<CardProgress> progress = noProgress
                    ? List.of()
                    : data.study()
                            .progress(decks.stream()
                                    .flatMap(each -> each.cards().stream())
                                    .map(Card::id)
                                    .toList());
            AnkiExport.Exported exported = new AnkiExport(
                            data.library(), data.study(), machine.clock().instant())
                    .write(target, form.orElseGet(() -> FileForm.of(target)), decks, progress);
            write(exported, machine.out());
        }
        return ExitCode.DONE;
    }

    /// Questions to the standard output.
    private int print(Optional<FileForm> form, DeckCommand parent) {
        if (form.filter(FileForm::isOfQuestions).isEmpty()) {
            throw new InputException("exchange-form", "There is no FILE; without one --format is gift or quiz-csv.");
        }
        try (OpenData data = parent.open()) {
            PrintWriter out = parent.machine().out();
            out.print(AnkiExport.text(
                    form.orElseThrow(), chosen(data.library().snapshot().decks())));
            out.flush();
        }
        return ExitCode.DONE;
    }

    private void backUp(Path target, OpenData data, DeckCommand parent) {
        if (!names.isEmpty() || noProgress) {
            throw new InputException(
                    "backup-options", "A whole collection holds everything: leave --deck and --no-progress out.");
        }
        new CollectionBackup(
                        data.database(),
                        parent.home().decks(),
                        data.preferences().get(StudySettings.FOLDERS))
                .write(target, parent.machine().clock().instant());
    }

    private List<Deck> chosen(List<Deck> all) {
        if (names.isEmpty()) {
            return all;
        }
        for (String name : names) {
            if (all.stream().noneMatch(each -> isBelow(each, name))) {
                throw new InputException(
                        "deck-unknown",
                        "There is no deck " + Quote.of(name) + "; the decks are "
                                + Quote.of(String.join(
                                        ", ",
                                        all.stream().map(Deck::name).distinct().toList()))
                                + ".");
            }
        }
        return all.stream()
                .filter(each -> names.stream().anyMatch(name -> isBelow(each, name)))
                .toList();
    }

    private static boolean isBelow(Deck deck, String name) {
        return deck.name().equals(name) || deck.name().startsWith(name + LEVEL);
    }

    private void write(AnkiExport.Exported exported, PrintWriter out) {
        if (json) {
            try (JsonLines lines = new JsonLines(out)) {
                lines.line(fields -> {
                    fields.writeNumberProperty("notes", exported.notes());
                    fields.writeNumberProperty("cards", exported.cards());
                    fields.writeNumberProperty("reviews", exported.reviews());
                    fields.writeNumberProperty("pictures", exported.pictures());
                    fields.writeNumberProperty("left", exported.left());
                });
            }
            return;
        }
        out.printf("notes    %7d%n", exported.notes());
        out.printf("cards    %7d%n", exported.cards());
        out.printf("reviews  %7d%n", exported.reviews());
        out.printf("pictures %7d%n", exported.pictures());
        if (exported.left() > 0) {
            out.printf(
                    "left     %7d  cards that are recalled and tasks in labs, which the format cannot hold%n",
                    exported.left());
        }
        out.flush();
    }
}
