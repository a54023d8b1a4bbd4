package dev.rockpool.study;

import java.time.LocalDate;

/// What was done on one study day.
///
/// @param answers answers that count, those of the same card each
/// @param recalled answers of them that were not Again
public record StudyDay(LocalDate date, int answers, int recalled) {}
