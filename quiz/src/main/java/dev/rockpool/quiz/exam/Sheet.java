package dev.rockpool.quiz.exam;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was answered and flagged so far. Immutable.
///
/// @param lines responses by place, as `Response.line` writes them
/// @param flagged places to look at once more
public record Sheet(Map<Integer, String> lines, Set<Integer> flagged) {
    /// Nothing is answered.
    public static final Sheet EMPTY = new Sheet(Map.of(), Set.of());

    public Sheet {
        lines = Map.copyOf(lines);
        flagged = Set.copyOf(flagged);
    }

    /// The response at a place.
    public Optional<String> line(int place) {
        return Optional.ofNullable(lines.get(place));
    }

    /// With a response; an empty line takes it back.
    public Sheet with(int place, String line) {
        Map<Integer, String> changed = new HashMap<>(lines);
        if (line.isEmpty()) {
            changed.remove(place);
        } else {
            changed.put(place, line);
        }
        return new Sheet(changed, flagged);
    }

    /// With the flag of a place set or taken away.
    public Sheet flipped(int place) {
        Set<Integer> changed = new HashSet<>(flagged);
        if (!changed.add(place)) {
            changed.remove(place);
        }
        return new Sheet(lines, changed);
    }
}
