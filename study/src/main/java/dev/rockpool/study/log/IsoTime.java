package dev.rockpool.study.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/// Reads times as ISO-8601 and RFC 3339 have them: `T` or a space between date and time, offset `Z`, `+01`, `+0100` or
/// `+01:00`.
///
/// Logs hold millions of times, nearly all in one form, `2026-11-23T20:15:00[.123456](Z|+01:00)`: that form is read by
/// hand, about ten times as fast; any other by the general formatter, which also says what is wrong.
final class IsoTime {
    private static final DateTimeFormatter GENERAL = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private static final int SECONDS_END = 19;
    private static final int MOST_FRACTION_DIGITS = 9;

    private IsoTime() {}

    /// @throws DateTimeException unless `text` is a time with an offset
    static Instant parse(String text) {
        return common(text).orElseGet(() -> OffsetDateTime.parse(text, GENERAL).toInstant());
    }

    /// The time of the common form; empty for any other text.
    private static Optional<Instant> common(String text) {
        if (text.length() <= SECONDS_END
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (text.charAt(10) != 'T' && text.charAt(10) != ' ')
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return Optional.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS_END);
        if (year < 0
                || month < 0
                || day < 0
                || hour < 0
                || minute < 0
                || second < 0
                || hour > 23
                || minute > 59
                || second > 59) {
            return Optional.empty();
        }
        int end = SECONDS_END;
        int nanos = 0;
        if (text.charAt(end) == '.') {
            int start = end + 1;
            end = start;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            int count = end - start;
            if (count == 0 || count > MOST_FRACTION_DIGITS) {
                return Optional.empty();
            }
            nanos = digits(text, start, end);
            for (int place = count; place < MOST_FRACTION_DIGITS; place++) {
                nanos *= 10;
            }
        }
        int offset = offsetSeconds(text, end);
        if (offset == Integer.MIN_VALUE) {
            return Optional.empty();
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second;
        return Optional.of(Instant.ofEpochSecond(seconds - offset, nanos));
    }

    /// Seconds of `Z` or `+01:00` at the end of `text`; [Integer#MIN_VALUE] for anything else.
    private static int offsetSeconds(String text, int start) {
        if (text.length() == start + 1 && text.charAt(start) == 'Z') {
            return 0;
        }
        if (text.length() != start + 6 || text.charAt(start + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = digits(text, start + 1, start + 3);
        int minutes = digits(text, start + 4, start + 6);
        char sign = text.charAt(start);
        if (hours < 0 || minutes < 0 || hours > 17 || minutes > 59 || (sign != '+' && sign != '-')) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return sign == '+' ? seconds : -seconds;
    }

    /// The number between two places; −1 where not all are digits.
    private static int digits(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
