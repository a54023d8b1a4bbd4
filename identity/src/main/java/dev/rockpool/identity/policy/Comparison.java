package dev.rockpool.identity.policy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a condition holds one value of the request against one of the policy (IAM user guide, *Condition
/// operators*, read 2026-11-26). A negated one has the comparison of its opposite.
public enum Comparison {
    STRING_EQUALS("StringEquals", Type.STRING, false),
    STRING_NOT_EQUALS("StringNotEquals", Type.STRING, true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Type.STRING_IGNORE_CASE, false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Type.STRING_IGNORE_CASE, true),
    STRING_LIKE("StringLike", Type.STRING_LIKE, false),
    STRING_NOT_LIKE("StringNotLike", Type.STRING_LIKE, true),
    NUMERIC_EQUALS("NumericEquals", Type.NUMBER, false),
    NUMERIC_NOT_EQUALS("NumericNotEquals", Type.NUMBER, true),
    NUMERIC_LESS_THAN("NumericLessThan", Type.NUMBER, false),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Type.NUMBER, false),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Type.NUMBER, false),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Type.NUMBER, false),
    DATE_EQUALS("DateEquals", Type.DATE, false),
    DATE_NOT_EQUALS("DateNotEquals", Type.DATE, true),
    DATE_LESS_THAN("DateLessThan", Type.DATE, false),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Type.DATE, false),
    DATE_GREATER_THAN("DateGreaterThan", Type.DATE, false),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Type.DATE, false),
    BOOL("Bool", Type.BOOL, false),
    BINARY_EQUALS("BinaryEquals", Type.BINARY, false),
    IP_ADDRESS("IpAddress", Type.ADDRESS, false),
    NOT_IP_ADDRESS("NotIpAddress", Type.ADDRESS, true),
    /// The same as [#ARN_LIKE].
    ARN_EQUALS("ArnEquals", Type.ARN, false),
    ARN_LIKE("ArnLike", Type.ARN, false),
    ARN_NOT_EQUALS("ArnNotEquals", Type.ARN, true),
    ARN_NOT_LIKE("ArnNotLike", Type.ARN, true),
    /// Whether the request lacks the key.
    NULL("Null", Type.NULL, false);

    /// What is compared.
    enum Type {
        STRING(true),
        STRING_IGNORE_CASE(true),
        STRING_LIKE(true),
        NUMBER(false),
        DATE(false),
        BOOL(true),
        BINARY(false),
        ADDRESS(false),
        ARN(true),
        NULL(false);

        private final boolean variables;

        Type(boolean variables) {
            this.variables = variables;
        }

        /// Whether `${…}` may stand in a value.
        boolean takesVariables() {
            return variables;
        }
    }

    private static final Pattern EPOCH = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private final String written;
    private final Type type;
    private final boolean negated;

    Comparison(String written, Type type, boolean negated) {
        this.written = written;
        this.type = type;
        this.negated = negated;
    }

    /// As policies write it.
    public String written() {
        return written;
    }

    /// Whether it holds where nothing matches, and so where the request lacks the key.
    public boolean isNegated() {
        return negated;
    }

    Type type() {
        return type;
    }

    static Optional<Comparison> named(String written) {
        return Arrays.stream(values())
                .filter(each -> each.written.equalsIgnoreCase(written))
                .findFirst();
    }

    /// What a value of a policy must be, if `value` is not.
    Optional<String> refuses(String value) {
        if (type.takesVariables() && value.contains("${")) {
            return Optional.empty();
        }
        return switch (type) {
            case STRING, STRING_IGNORE_CASE, STRING_LIKE, ARN -> Optional.empty();
            case NUMBER -> number(value).isPresent() ? Optional.empty() : Optional.of("a number");
            case DATE ->
                date(value).isPresent() ? Optional.empty() : Optional.of("a date as ISO 8601 or in seconds since 1970");
            case BOOL, NULL -> bool(value).isPresent() ? Optional.empty() : Optional.of("true or false");
            case BINARY -> binary(value).isPresent() ? Optional.empty() : Optional.of("base64");
            case ADDRESS ->
                AddressRange.parse(value).isPresent()
                        ? Optional.empty()
                        : Optional.of("an IP address or a range such as 203.0.113.0/24");
        };
    }

    /// Whether a value of the request matches one of the policy, whose variables are resolved; a negated
    /// comparison asks that none does.
    boolean matches(String request, PolicyText policy) {
        return switch (type) {
            case STRING -> policy.equalTo(request);
            case STRING_IGNORE_CASE -> policy.equalIgnoringCase(request);
            case STRING_LIKE -> policy.matches(request);
            case ARN -> policy.matchesArn(request);
            case NUMBER ->
                number(request)
                        .flatMap(left -> number(policy.literal()).map(right -> ordered(left.compareTo(right))))
                        .orElse(false);
            case DATE ->
                date(request)
                        .flatMap(left -> date(policy.literal()).map(right -> ordered(left.compareTo(right))))
                        .orElse(false);
            case BOOL ->
                bool(request)
                        .flatMap(left -> bool(policy.literal()).map(left::equals))
                        .orElse(false);
            case BINARY ->
                binary(request)
                        .flatMap(left -> binary(policy.literal()).map(right -> Arrays.equals(left, right)))
                        .orElse(false);
            case ADDRESS ->
                AddressRange.parse(policy.literal())
                        .map(range -> range.contains(request))
                        .orElse(false);
            case NULL -> false;
        };
    }

    private boolean ordered(int compared) {
        return switch (this) {
            case NUMERIC_LESS_THAN, DATE_LESS_THAN -> compared < 0;
            case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> compared <= 0;
            case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> compared > 0;
            case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> compared >= 0;
            default -> compared == 0;
        };
    }

    static Optional<Boolean> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<byte[]> binary(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String text) {
        try {
            if (EPOCH.matcher(text).matches()) {
                BigDecimal seconds = new BigDecimal(text);
                long whole = seconds.longValue();
                return Optional.of(Instant.ofEpochSecond(
                        whole,
                        seconds.subtract(BigDecimal.valueOf(whole))
                                .movePointRight(9)
                                .longValue()));
            }
            int time = text.indexOf('T');
            if (time < 0) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean offset = text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
