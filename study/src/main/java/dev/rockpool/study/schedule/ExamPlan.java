package dev.rockpool.study.schedule;

import java.util.Set;

/// A date by which the cards of some topics are to be known.
///
/// @param day study day of the exam, as [StudyCalendar] numbers it
/// @param target the least chance of recall on that day, 0.70 to 0.99
/// @param topics whose cards are meant; none means all
public record ExamPlan(long day, double target, Set<String> topics) {
    /// The last showing of a card lies within so many days before the exam.
    public static final int LAST_DAYS = 7;

    public ExamPlan {
        if (!(target >= SchedulerOptions.LOWEST_RETENTION && target <= SchedulerOptions.HIGHEST_RETENTION)) {
            throw new IllegalArgumentException("target " + target + " is not within "
                    + SchedulerOptions.LOWEST_RETENTION + " to " + SchedulerOptions.HIGHEST_RETENTION);
        }
        topics = Set.copyOf(topics);
    }

    /// Whether a topic's cards are meant.
    public boolean covers(String topic) {
        return topics.isEmpty() || topics.contains(topic);
    }

    /// Study days until the exam; 0 on its day and after it.
    public int daysFrom(long today) {
        return Math.toIntExact(Math.clamp(day - today, 0, SchedulerOptions.LONGEST_INTERVAL));
    }

    /// The study day of a card's last showing, within the last days before the exam.
    ///
    /// @param position where within those days, from 0 to below 1
    public long lastShowing(double position) {
        return day - 1 - (long) Math.floor(position * LAST_DAYS);
    }

    /// What a card sees of it.
    ///
    /// @param today before its day
    /// @param position where the card's last showing lies, from 0 to below 1
    public ExamAhead ahead(long today, double position) {
        return new ExamAhead(daysFrom(today), target, daysToShowing(today, position));
    }

    /// Days from today to a last showing that is still to come; where its day is past, within the days that are left.
    /// 1 at least, which on the day before the exam is the exam's day.
    private int daysToShowing(long today, double position) {
        long showing = lastShowing(position);
        if (showing > today) {
            return Math.toIntExact(showing - today);
        }
        int left = daysFrom(today);
        return Math.max(1, left - 1 - (int) Math.floor(position * (left - 1)));
    }
}
