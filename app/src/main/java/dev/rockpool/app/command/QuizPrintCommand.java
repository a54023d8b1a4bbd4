package dev.rockpool.app.command;

import dev.rockpool.app.paper.ExamPaper;
import dev.rockpool.app.paper.PaperQuestion;
import dev.rockpool.content.Library;
import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.catalogue.Questions;
import dev.rockpool.quiz.catalogue.Templates;
import dev.rockpool.quiz.exam.Blueprint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quiz print`: an exam on paper.
@Command(
        name = "print",
        description = {
            "Writes an exam as a PDF (A4): the questions of `quiz generate` with the same options, or with --mock a"
                    + " mock exam, then on pages of their own the key, with the name of the mistake behind each wrong"
                    + " answer.",
            "Equal seeds give equal bytes. Prints the file, its pages, and the page on which the key begins."
        })
final class QuizPrintCommand implements Callable<Integer> {
    private static final long MOST = 500;

    @ParentCommand
    private @Nullable QuizCommand quiz;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many questions, 1 to 500 (default: ${DEFAULT-VALUE}).")
    private long count = 20;

    @Option(names = "--seed", paramLabel = "N", description = "What all is derived from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--template",
            paramLabel = "ID",
            description = "Ask from one template only (default: any).",
            completionCandidates = QuizGenerateCommand.TemplateIds.class)
    private @Nullable String template;

    @Option(
            names = "--mock",
            description = "A mock exam in the shape of the certification: 65 questions of every form, from the decks"
                    + " and the models, by domain.")
    private boolean mock;

    @Option(names = "--out", paramLabel = "FILE.pdf", required = true, description = "The file to write.")
    private @Nullable Path out;

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw new InputException("quiz-count", "--count is 1 to " + MOST + ", not " + count + ".");
        }
        if (mock && template != null) {
            throw new InputException("quiz-mock", "--mock asks of everything, so leave --template out.");
        }
        PrintWriter lines = Parent.of(quiz).machine().out();
        Path file = Parent.of(out);
        ExamPaper paper = new ExamPaper(
                (mock ? mock() : generated()).map(PaperQuestion::of).toList(), seed);
        ExamPaper.Printed printed = paper.write(file);
        if (json) {
            try (JsonLines object = new JsonLines(lines)) {
                object.line(fields -> {
                    fields.writeStringProperty("file", file.toString());
                    fields.writeNumberProperty("pages", printed.pages());
                    fields.writeNumberProperty("keyFrom", printed.keyFrom());
                });
            }
        } else {
            lines.printf("%s%npages    %7d%nkey from %7d%n", file, printed.pages(), printed.keyFrom());
            lines.flush();
        }
        return ExitCode.DONE;
    }

    private Stream<Question> generated() {
        Questions questions = new Questions(seed, Optional.ofNullable(template).map(Templates::require));
        return LongStream.range(0, count).mapToObj(questions::get);
    }

    private Stream<Question> mock() {
        try (Library library = Library.builtIn()) {
            Bank bank = new Bank(library.snapshot());
            return Blueprint.CERTIFICATION.draw(bank, seed).stream()
                    .flatMap(place -> bank.item(place.item()).orElseThrow().find(place.seed()).stream());
        }
    }
}
