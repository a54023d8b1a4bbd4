package dev.rockpool.quiz;

import dev.rockpool.content.LabSetup;
import dev.rockpool.quiz.task.LabTasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One question, complete with its answer. All texts are Markdown; those of templates are plain sentences, which are
/// Markdown too.
///
/// @param item the id of what asks: a template, a quiz item of a deck, a card or a claim
/// @param seed with the item, all that it follows from
/// @param stem the question
/// @param form how it is answered
/// @param solution the way to the right answer, a step a line; what explains it
/// @param show where the number can be seen
/// @param facts ids of cards and claims whose fact it asks for
public record Question(
        String item,
        long seed,
        String stem,
        Form form,
        List<String> solution,
        Optional<LabScenario> show,
        List<String> facts) {
    public Question {
        solution = List.copyOf(solution);
        facts = List.copyOf(facts);
    }

    /// The right answer as people write it, with its unit; of a task in a lab one of many, or nothing.
    public String key() {
        return switch (form) {
            case Form.Options asked ->
                asked.options().stream()
                        .filter(Option::correct)
                        .map(Option::text)
                        .collect(Collectors.joining("; "));
            case Form.Numeric numeric -> numeric.unit().format(numeric.answer());
            case Form.Typed typed -> typed.accepted().getFirst();
            case Form.InLab(LabSetup setup) ->
                setup.solution().isEmpty() ? "" : LabTasks.bind(setup).words(setup.solution());
            case Form.Matching matching ->
                IntStream.range(0, matching.left().size())
                        .mapToObj(left -> matching.left().get(left) + " → "
                                + matching.right().get(matching.key().get(left)))
                        .collect(Collectors.joining("; "));
            case Form.Ordering ordering ->
                ordering.key().stream().map(ordering.items()::get).collect(Collectors.joining(" → "));
        };
    }
}
