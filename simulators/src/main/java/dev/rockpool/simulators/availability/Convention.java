package dev.rockpool.simulators.availability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How long a year, a quarter and a month are. Published tables differ, and some mix two.
public enum Convention {
    /// Of *Site Reliability Engineering*, appendix A.
    YEAR_365_MONTH_30("year-365-month-30", 365, 90, 30),
    /// A twelfth of a year of 365 days: 43,800 minutes.
    YEAR_365_MONTH_730_HOURS("year-365-month-730h", 365, 91.25, 730 / 24.0),
    /// With leap years.
    YEAR_365_25("year-365.25", 365.25, 91.3125, 30.4375);

    private static final double DAY_SECONDS = 86_400;

    private final String word;
    private final double year;
    private final double quarter;
    private final double month;

    Convention(String word, double year, double quarter, double month) {
        this.word = word;
        this.year = year;
        this.quarter = quarter;
        this.month = month;
    }

    /// The word that scenario files have.
    public String word() {
        return word;
    }

    public double yearSeconds() {
        return year * DAY_SECONDS;
    }

    public double quarterSeconds() {
        return quarter * DAY_SECONDS;
    }

    public double monthSeconds() {
        return month * DAY_SECONDS;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Convention::word).toList();
    }

    static Optional<Convention> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
