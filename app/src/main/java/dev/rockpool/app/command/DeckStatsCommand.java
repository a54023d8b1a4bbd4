package dev.rockpool.app.command;

import dev.rockpool.content.DeckStatistics;
import dev.rockpool.content.Library;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `deck stats`: how much the built-in decks hold.
@Command(name = "stats", description = "Counts what Rockpool's own decks hold.")
final class DeckStatsCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable DeckCommand deck;

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Parent.of(deck).machine().out();
        DeckStatistics statistics;
        try (Library library = Library.builtIn()) {
            statistics = DeckStatistics.of(library.snapshot().decks());
        }
        if (json) {
            try (JsonLines lines = new JsonLines(out)) {
                lines.line(fields -> {
                    fields.writeNumberProperty("questions", statistics.questions());
                    fields.writeNumberProperty("claims", statistics.claims());
                    fields.writeNumberProperty("corrections", statistics.corrections());
                    fields.writeNumberProperty("cards", statistics.cards());
                    fields.writeNumberProperty("quizItems", statistics.quizItems());
                });
            }
        } else {
            out.printf("questions   %5d%n", statistics.questions());
            out.printf("claims      %5d%n", statistics.claims());
            out.printf("corrections %5d%n", statistics.corrections());
            out.printf("cards       %5d%n", statistics.cards());
            out.printf("quizItems   %5d%n", statistics.quizItems());
        }
        return ExitCode.DONE;
    }
}
