package dev.rockpool.simulators;

import java.util.Optional;
import java.util.function.BiFunction;

/// A task that checks itself.
///
/// @param id unique in its lab
/// @param title for people
/// @param task what to reach, and what must not be changed
/// @param hint one sentence
/// @param start where the learner begins
/// @param check what a scenario and its result still lack, as a sentence; empty when the task is done
public record Challenge<S, R>(
        String id, String title, String task, String hint, S start, BiFunction<S, R, Optional<String>> check) {}
