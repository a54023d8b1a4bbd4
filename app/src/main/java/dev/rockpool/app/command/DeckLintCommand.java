package dev.rockpool.app.command;

import dev.rockpool.content.Finding;
import dev.rockpool.content.Linter;
import dev.rockpool.quiz.task.LabTasks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `deck lint`: what is wrong in decks, and where.
@Command(
        name = "lint",
        description = {
            "Checks decks and prints each finding as file:line: rule: sentence.",
            "Without a file, Rockpool's own decks are checked."
        })
final class DeckLintCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable DeckCommand deck;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Deck files, or folders of them.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON object a finding instead of a line of text.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Parent.of(deck).machine().out();
        Linter linter = new Linter(LabTasks::fault);
        List<Finding> findings = files.isEmpty() ? linter.lintBuiltIn() : linter.lintFiles(files);
        if (json) {
            try (JsonLines lines = new JsonLines(out)) {
                for (Finding finding : findings) {
                    lines.line(fields -> {
                        fields.writeStringProperty("file", finding.file());
                        fields.writeNumberProperty("line", finding.line());
                        fields.writeStringProperty("rule", finding.rule());
                        fields.writeStringProperty("sentence", finding.sentence());
                    });
                }
            }
        } else {
            findings.forEach(out::println);
            out.flush();
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }
}
