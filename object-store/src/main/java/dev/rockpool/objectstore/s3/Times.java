package dev.rockpool.objectstore.s3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Times as documents and headers have them.
final class Times {
    private static final DateTimeFormatter RFC_850 =
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ROOT);
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private Times() {}

    /// Such as `2026-11-26T17:24:00.000Z`, with milliseconds always.
    static String iso(Instant at) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24);
        pad(text, time.getYear(), 4).append('-');
        pad(text, time.getMonthValue(), 2).append('-');
        pad(text, time.getDayOfMonth(), 2).append('T');
        pad(text, time.getHour(), 2).append(':');
        pad(text, time.getMinute(), 2).append(':');
        pad(text, time.getSecond(), 2).append('.');
        return pad(text, at.getNano() / 1_000_000, 3).append('Z').toString();
    }

    /// Such as `Thu, 26 Nov 2026 17:24:00 GMT`.
    static String http(Instant at) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(29);
        text.append(DAYS.get(time.getDayOfWeek().getValue() - 1)).append(", ");
        pad(text, time.getDayOfMonth(), 2)
                .append(' ')
                .append(MONTHS.get(time.getMonthValue() - 1))
                .append(' ');
        pad(text, time.getYear(), 4).append(' ');
        pad(text, time.getHour(), 2).append(':');
        pad(text, time.getMinute(), 2).append(':');
        return pad(text, time.getSecond(), 2).append(" GMT").toString();
    }

    /// The time of a header in one of HTTP's three forms (RFC 9110, section 5.6.7); empty if it has none of
    /// them.
    static Optional<Instant> parseHttp(String text) {
        String trimmed = text.trim();
        for (DateTimeFormatter form : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, RFC_850, ASCTIME)) {
            try {
                return Optional.of(LocalDateTime.parse(trimmed, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException e) {
                // the next form, or none
            }
        }
        return Optional.empty();
    }

    /// The time of a document, as ISO 8601 with or without a time of day; empty if it has none of these
    /// forms.
    static Optional<Instant> parseIso(String text) {
        String trimmed = text.trim();
        try {
            return Optional.of(java.time.OffsetDateTime.parse(trimmed).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(java.time.LocalDate.parse(trimmed)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    private static StringBuilder pad(StringBuilder text, int number, int digits) {
        String plain = Integer.toString(number);
        for (int i = plain.length(); i < digits; i++) {
            text.append('0');
        }
        return text.append(plain);
    }
}
