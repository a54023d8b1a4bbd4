package dev.rockpool.study.items;

import java.util.List;

/// What a file brought.
///
/// @param exercises in the order of the file
/// @param unmarked questions that no machine can mark (essays), and texts that ask nothing
/// @param partial answers worth a part of the points, and second right numbers, which are left out
public record Incoming(List<Filed> exercises, int unmarked, int partial) {
    public Incoming {
        exercises = List.copyOf(exercises);
    }
}
