package dev.rockpool.content;

import java.util.List;
import java.util.Optional;

/// What became of a lesson's file.
///
/// @param file as it was named to the parser
/// @param lesson the lesson; empty if it has a fault
/// @param faults what is wrong, by line
public record ParsedLesson(String file, Optional<Lesson> lesson, List<Finding> faults) {
    public ParsedLesson {
        faults = List.copyOf(faults);
    }

    /// This lesson without what it names that does not exist.
    ///
    /// @param more faults that were found by those who know labs and templates; none leaves everything as it is
    public ParsedLesson with(List<Finding> more) {
        return more.isEmpty() ? this : new ParsedLesson(file, Optional.empty(), more);
    }
}
