package dev.rockpool.content;

import java.util.List;
import java.util.Optional;

/// A task in a lab, as it is written: names of the lab that nobody has looked up yet.
///
/// @param lab the lab's id
/// @param preset the preset that it starts from; empty for the lab's own default
/// @param start what is set before the learner comes
/// @param free the controls that the learner may set, in any order; all others are locked
/// @param goals what must be reached, one at least
/// @param hints sentences that help, the gentlest first
/// @param solution one answer that reaches every goal; empty where the author keeps it
public record LabSetup(
        String lab,
        Optional<String> preset,
        List<LabSetting> start,
        List<String> free,
        List<LabGoal> goals,
        List<String> hints,
        List<LabSetting> solution) {
    /// The most lines of each kind.
    public static final int MOST_LINES = 20;

    public LabSetup {
        start = List.copyOf(start);
        free = List.copyOf(free);
        goals = List.copyOf(goals);
        hints = List.copyOf(hints);
        solution = List.copyOf(solution);
    }
}
