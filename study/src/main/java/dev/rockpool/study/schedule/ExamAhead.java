package dev.rockpool.study.schedule;

/// An exam as one card sees it on one day.
///
/// @param days study days until it; at least 1
/// @param target the least chance of recall on its day
/// @param daysToShowing days until the card's last showing before it; at least 1
public record ExamAhead(int days, double target, int daysToShowing) {}
