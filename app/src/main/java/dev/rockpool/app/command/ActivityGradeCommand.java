package dev.rockpool.app.command;

import dev.rockpool.content.Activities;
import dev.rockpool.content.Activity;
import dev.rockpool.content.ActivityParser;
import dev.rockpool.content.ParsedActivity;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.quiz.activity.GradeBook;
import dev.rockpool.quiz.activity.Grading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `activity grade FOLDER`: handed-in files to a table of marks.
@Command(
        name = "grade",
        description = {
            "Grades the handed-in files of a folder: every answer is judged by the model anew, and what was changed in"
                    + " a file is told in a sentence.",
            "Prints CSV, a file a row. The exit is 1 if anything was noticed."
        })
final class ActivityGradeCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ActivityCommand parent;

    @Parameters(paramLabel = "FOLDER", description = "The folder with the handed-in files.")
    private @Nullable Path folder;

    @Option(
            names = "--activity",
            paramLabel = "FILE",
            description = "The activity that was handed out. Without it, it is looked for by its name among the"
                    + " Markdown files of FOLDER, those of HOME/activities and the built-in ones.")
    private @Nullable Path activity;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The CSV file to write, instead of the standard output.")
    private @Nullable Path target;

    @Override
    public Integer call() {
        ActivityCommand command = Parent.of(parent);
        Path from = Parent.of(folder);
        PrintWriter out = command.machine().out();
        GradeBook book = GradeBook.of(from, known(from, command));
        if (target == null) {
            out.print(book.csv());
        } else {
            write(target, book.csv());
            book.marks().forEach(marks -> marks.notes().forEach(note -> out.println(marks.file() + ": " + note)));
        }
        out.flush();
        return book.marks().stream().map(Grading.Marks::notes).allMatch(List::isEmpty) ? ExitCode.DONE : ExitCode.NO;
    }

    /// The activities that may have been handed out, the surest first.
    private List<Activity> known(Path from, ActivityCommand command) {
        ActivityParser parser = new ActivityParser();
        if (activity != null) {
            ParsedActivity parsed = Activities.read(activity, parser);
            return List.of(parsed.activity()
                    .orElseThrow(() -> new InputException(
                            "activity-unreadable", parsed.faults().getFirst().toString())));
        }
        return Stream.of(
                        Activities.in(from, parser),
                        Activities.in(command.home().activities(), parser),
                        Activities.builtIn(parser))
                .flatMap(List::stream)
                .map(ParsedActivity::activity)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void write(Path file, String text) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "app-export-unwritable",
                    Quote.of(file.toString()) + " cannot be written: choose another folder.",
                    e);
        }
    }
}
