package dev.rockpool.content;

import java.util.Optional;

/// What of a lab is in sight in a step.
///
/// @param lab the lab's id
/// @param preset the preset's id
/// @param beside another preset of the lab, which stands on the left
/// @param at the second, or day, of the run that is shown at first
/// @param line of the field that names it, from 1
public record LessonScene(String lab, String preset, Optional<String> beside, int at, int line) {}
