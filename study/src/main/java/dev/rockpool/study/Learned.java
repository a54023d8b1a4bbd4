package dev.rockpool.study;

import java.util.List;

/// What [Study#learnAbout] found different from what it knew.
///
/// @param added ids met for the first time
/// @param returned ids that had been missing and are back, with their progress
/// @param edited ids whose text changed since; their progress is kept
/// @param missing ids that no deck holds any more; kept with their progress, out of the queue
public record Learned(List<String> added, List<String> returned, List<String> edited, List<String> missing) {
    public Learned {
        added = List.copyOf(added);
        returned = List.copyOf(returned);
        edited = List.copyOf(edited);
        missing = List.copyOf(missing);
    }
}
