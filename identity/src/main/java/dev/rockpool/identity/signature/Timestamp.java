package dev.rockpool.identity.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as signatures write them: `20130524T000000Z`, ISO 8601 without separators.
final class Timestamp {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss zzz", Locale.ENGLISH);
    /// What HTTP writes before the day of the month; it says nothing that the rest does not.
    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3}, *");
    /// UTC as e-mail writes it (RFC 5322, section 3.3), which Python's and Go's clients send as a `Date`.
    private static final Pattern ZERO_OFFSET = Pattern.compile("[+-]0000$");

    private Timestamp() {}

    static String of(Instant instant) {
        return BASIC.format(instant);
    }

    /// With separators, to the second, as error elements have it.
    static String shown(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static Optional<Instant> parse(String text) {
        if (text.length() != 16 || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
            return Optional.empty();
        }
        for (int at = 0; at < 15; at++) {
            if (at != 8 && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 4, 6),
                            number(text, 6, 8),
                            number(text, 9, 11),
                            number(text, 11, 13),
                            number(text, 13, 15))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The `Date` header: the form of HTTP or of e-mail, whatever weekday they name, or that of signatures.
    static Optional<Instant> parseDate(String text) {
        Optional<Instant> basic = parse(text);
        if (basic.isPresent()) {
            return basic;
        }
        try {
            String dated = WEEKDAY.matcher(text).replaceFirst("");
            return Optional.of(
                    Instant.from(HTTP.parse(ZERO_OFFSET.matcher(dated).replaceFirst("GMT"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Whether the text is a day such as `20130524`.
    static boolean isDay(String text) {
        if (text.length() != 8 || !text.chars().allMatch(ch -> ch >= '0' && ch <= '9')) {
            return false;
        }
        try {
            LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
