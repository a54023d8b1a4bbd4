package dev.rockpool.app.command;

import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Questions;
import dev.rockpool.quiz.catalogue.Templates;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JsonGenerator;

/// `quiz generate`: questions as JSON lines.
@Command(
        name = "generate",
        description = {
            "Prints questions as JSON lines: template, seed, stem, type, and either options (text, correct,"
                    + " misconception, feedback; numbers ascending) or answer, unit and tolerance (the greatest"
                    + " difference that is still right, in the same unit).",
            "Equal seeds give equal bytes. The first line has the seed that is given, every later one a seed derived"
                    + " from it; so --seed with a line's seed gives that line again as its first, with or without its"
                    + " --template."
        })
final class QuizGenerateCommand implements Callable<Integer> {
    private static final long MOST = 1_000_000;

    @ParentCommand
    private @Nullable QuizCommand quiz;

    @picocli.CommandLine.Option(
            names = "--count",
            paramLabel = "N",
            description = "How many questions, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
    private long count = 10;

    @picocli.CommandLine.Option(
            names = "--seed",
            paramLabel = "N",
            description = "What all is derived from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @picocli.CommandLine.Option(
            names = "--template",
            paramLabel = "ID",
            description = "Ask from one template only: ${COMPLETION-CANDIDATES} (default: any).",
            completionCandidates = TemplateIds.class)
    private @Nullable String template;

    @SuppressWarnings("UnusedVariable") // accepted, for what it asks is always so
    @picocli.CommandLine.Option(names = "--json", description = "JSON lines, which they always are.")
    private boolean json;

    /// What the help names.
    static final class TemplateIds implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Templates.all().stream().<String>map(Template::id).iterator();
        }
    }

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw new InputException("quiz-count", "--count is 1 to " + MOST + ", not " + count + ".");
        }
        Questions questions = new Questions(seed, Optional.ofNullable(template).map(Templates::require));
        try (JsonLines lines = new JsonLines(Parent.of(quiz).machine().out())) {
            for (long index = 0; index < count; index++) {
                Question question = questions.get(index);
                lines.line(fields -> write(question, fields));
            }
        }
        return ExitCode.DONE;
    }

    private static void write(Question question, JsonGenerator json) {
        json.writeStringProperty("template", question.item());
        json.writeNumberProperty("seed", question.seed());
        json.writeStringProperty("stem", plain(question.stem()));
        json.writeStringProperty("type", question.form().kind().word());
        switch (question.form()) {
            case Form.Choice choice -> {
                json.writeArrayPropertyStart("options");
                choice.options().forEach(option -> write(option, json));
                json.writeEndArray();
            }
            case Form.Numeric numeric -> {
                json.writeNumberProperty("answer", numeric.answer());
                json.writeStringProperty("unit", numeric.unit().symbol());
                json.writeNumberProperty("tolerance", numeric.tolerance());
            }
            case Form other -> throw new IllegalStateException("A template asks by " + other.kind());
        }
    }

    private static void write(Option option, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("text", plain(option.text()));
        json.writeBooleanProperty("correct", option.correct());
        option.misconception()
                .ifPresentOrElse(mistake -> write(mistake, json), () -> json.writeNullProperty("misconception"));
        json.writeEndObject();
    }

    private static void write(Misconception mistake, JsonGenerator json) {
        json.writeStringProperty("misconception", mistake.id());
        json.writeStringProperty("feedback", plain(mistake.sentence()));
    }

    /// With spaces that every script takes for spaces.
    private static String plain(String text) {
        return text.replace('\u00A0', ' ');
    }
}
