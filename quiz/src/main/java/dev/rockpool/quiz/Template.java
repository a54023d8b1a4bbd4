package dev.rockpool.quiz;

import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A family of questions. Templates have no state; all methods may be called by any thread.
///
/// Values are in the stored unit of [#unit] (a share is 0 to 1), exact until they are printed.
///
/// @param <P> the parameters of one question, a record
public interface Template<P> {
    /// The name that the command line and the attempts use: `shards-needed`. Never changes.
    String id();

    /// What it asks about, for people; a few words.
    String title();

    /// Whether the answer is chosen or typed.
    Form.Kind kind();

    /// The unit of the answer.
    Unit unit();

    /// Parameters of a question; those that [#isFair] refuses are drawn again.
    P draw(RandomGenerator random);

    /// Whether the parameters make a question with one indisputable answer.
    boolean isFair(P parameters);

    /// The right answer, by the real model.
    BigDecimal answer(P parameters);

    /// How far from `answer` a typed number is still right.
    BigDecimal tolerance(BigDecimal answer);

    /// The mistakes, most telling first; enough of them on either side of the right answer where it is chosen.
    List<WrongRule<P>> wrongRules();

    /// The question.
    String stem(P parameters);

    /// The way to the right answer with these values, a step a line.
    List<String> solution(P parameters);

    /// Where the number can be seen, if a lab shows it.
    Optional<LabScenario> show(P parameters);

    /// Ids of cards and claims whose fact it asks for; sources stand there.
    List<String> facts();
}
