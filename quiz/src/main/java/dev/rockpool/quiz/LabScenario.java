package dev.rockpool.quiz;

import dev.rockpool.simulators.Lab;

/// A scenario of a lab in which a question's number can be seen.
///
/// @param lab the lab's id
/// @param text the scenario as its file has it
public record LabScenario(String lab, String text) {
    /// The scenario of a lab.
    public static <S> LabScenario of(Lab<S, ?, ?> lab, S scenario) {
        return new LabScenario(lab.id(), lab.codec().write(scenario).toString());
    }
}
