package dev.rockpool.quiz;

import java.util.List;
import java.util.Optional;

/// One question, complete with its answer.
///
/// @param template the id of its template
/// @param seed with the template, all that it follows from
/// @param stem the question
/// @param form how it is answered
/// @param solution the way to the right answer, a step a line
/// @param show where the number can be seen
/// @param facts ids of cards and claims whose fact it asks for
public record Question(
        String template,
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

    /// The right answer as people write it, with its unit.
    public String key() {
        return switch (form) {
            case Form.Choice choice -> choice.options().get(choice.rankOfKey()).text();
            case Form.Numeric numeric ->
                numeric.unit().format(numeric.unit().stored(numeric.answer().doubleValue()));
        };
    }
}
