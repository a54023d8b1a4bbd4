package dev.rockpool.study.planning;

/// What a desired retention costs and brings, as means over the days ahead.
///
/// @param desiredRetention 0 to 1
/// @param answersPerDay all answers, steps included
/// @param secondsPerDay the time they take
/// @param remembered how many cards would be recalled at the end
public record Workload(double desiredRetention, double answersPerDay, double secondsPerDay, double remembered) {
    /// Minutes a study day.
    public double minutesPerDay() {
        return secondsPerDay / 60;
    }
}
