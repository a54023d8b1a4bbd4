package dev.rockpool.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as exact as its source: a year, a month or a day, and whether it is only about that time.
///
/// @param about whether the date comes from a secondary source only
/// @param text the date as it is read, such as `about December 2025`
record SinceDate(boolean about, String text) {
    private static final Pattern FORM = Pattern.compile("(about )?((?:19|20)\\d\\d)(?:-(\\d\\d)(?:-(\\d\\d))?)?");

    /// The date that `value` writes, or empty if it writes none.
    static Optional<SinceDate> parse(String value) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean about = form.group(1) != null;
        String prefix = about ? "about " : "";
        String year = form.group(2);
        String month = form.group(3);
        String day = form.group(4);
        try {
            if (month == null) {
                return Optional.of(new SinceDate(about, prefix + year));
            }
            Month named = Month.of(Integer.parseInt(month));
            String monthAndYear = named.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year;
            if (day == null) {
                return Optional.of(new SinceDate(about, prefix + monthAndYear));
            }
            LocalDate date = LocalDate.of(Integer.parseInt(year), named, Integer.parseInt(day));
            return Optional.of(new SinceDate(about, prefix + date.getDayOfMonth() + " " + monthAndYear));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
