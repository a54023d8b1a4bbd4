package dev.rockpool.study.schedule;

import java.time.Duration;
import java.util.List;

/// What a learner may set about when cards return. The defaults are Anki's.
///
/// @param desiredRetention the chance of recall at which a card is shown again, 0.70 to 0.99
/// @param learningSteps delays of a new card; may be empty
/// @param relearningSteps delays of a forgotten card; may be empty
/// @param maximumInterval the longest interval in days, 1 to 36,500
/// @param fuzz whether intervals are shifted a little so that cards learnt together do not stay together
/// @param leechThreshold lapses that make a leech, and again every half as many; 0 for never
public record SchedulerOptions(
        double desiredRetention,
        List<Duration> learningSteps,
        List<Duration> relearningSteps,
        int maximumInterval,
        boolean fuzz,
        int leechThreshold) {
    /// The bounds of the desired retention.
    public static final double LOWEST_RETENTION = 0.70;

    public static final double HIGHEST_RETENTION = 0.99;

    /// The bound of the maximum interval: a hundred years.
    public static final int LONGEST_INTERVAL = 36_500;

    /// 90 %, steps of 1 and 10 minutes, a relearning step of 10 minutes, leech at 8, fuzz on.
    public static final SchedulerOptions STANDARD = new SchedulerOptions(
            0.9,
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)),
            List.of(Duration.ofMinutes(10)),
            LONGEST_INTERVAL,
            true,
            8);

    public SchedulerOptions {
        learningSteps = List.copyOf(learningSteps);
        relearningSteps = List.copyOf(relearningSteps);
        if (!(desiredRetention >= LOWEST_RETENTION && desiredRetention <= HIGHEST_RETENTION)) {
            throw new IllegalArgumentException("desiredRetention " + desiredRetention + " is not within "
                    + LOWEST_RETENTION + " to " + HIGHEST_RETENTION);
        }
        checkSteps("learningSteps", learningSteps);
        checkSteps("relearningSteps", relearningSteps);
        if (maximumInterval < 1 || maximumInterval > LONGEST_INTERVAL) {
            throw new IllegalArgumentException(
                    "maximumInterval " + maximumInterval + " is not within 1 to " + LONGEST_INTERVAL);
        }
        if (leechThreshold < 0) {
            throw new IllegalArgumentException("leechThreshold " + leechThreshold + " is less than 0");
        }
    }

    /// The same with another desired retention.
    public SchedulerOptions withDesiredRetention(double retention) {
        return new SchedulerOptions(retention, learningSteps, relearningSteps, maximumInterval, fuzz, leechThreshold);
    }

    /// The same without the seeded shift of intervals.
    public SchedulerOptions withoutFuzz() {
        return new SchedulerOptions(
                desiredRetention, learningSteps, relearningSteps, maximumInterval, false, leechThreshold);
    }

    private static void checkSteps(String field, List<Duration> steps) {
        for (Duration step : steps) {
            if (step.compareTo(Duration.ofSeconds(1)) < 0 || step.compareTo(Duration.ofDays(LONGEST_INTERVAL)) > 0) {
                throw new IllegalArgumentException(
                        field + " holds " + step + ", which is not within 1 second to " + LONGEST_INTERVAL + " days");
            }
        }
    }
}
