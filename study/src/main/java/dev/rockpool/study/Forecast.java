package dev.rockpool.study;

import java.time.LocalDate;
import java.util.List;

/// How many graduated cards fall due on each study day from today, overdue ones counted today.
public record Forecast(List<Day> days) {
    /// One study day.
    public record Day(LocalDate date, int due) {}

    public Forecast {
        days = List.copyOf(days);
    }
}
