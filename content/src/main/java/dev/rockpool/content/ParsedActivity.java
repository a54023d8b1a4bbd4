package dev.rockpool.content;

import java.util.List;
import java.util.Optional;

/// What became of an activity's file.
///
/// @param file as it was named to the parser
/// @param activity the activity; empty if it has a fault
/// @param faults what is wrong, by line
public record ParsedActivity(String file, Optional<Activity> activity, List<Finding> faults) {
    public ParsedActivity {
        faults = List.copyOf(faults);
    }

    /// This activity without what it names that does not exist.
    ///
    /// @param more faults that were found by those who know labs; none leaves everything as it is
    public ParsedActivity with(List<Finding> more) {
        return more.isEmpty() ? this : new ParsedActivity(file, Optional.empty(), more);
    }
}
