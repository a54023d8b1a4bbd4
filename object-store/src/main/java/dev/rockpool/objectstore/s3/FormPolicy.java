package dev.rockpool.objectstore.s3;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The policy of a form: until when it holds, and what its fields must be (API reference, *Creating a POST
/// policy*).
final class FormPolicy {
    private static final JsonMapper JSON = new JsonMapper();

    /// Fields that need no condition.
    private static final Set<String> FREE = Set.of("policy", "signature", "x-amz-signature", "awsaccesskeyid", "file");

    private final Instant expiration;
    private final List<Condition> conditions;
    private final long atLeast;
    private final long atMost;

    /// @param exact whether the value must be the field's, or only begin it
    private record Condition(String field, String value, boolean exact) {}

    private FormPolicy(Instant expiration, List<Condition> conditions, long atLeast, long atMost) {
        this.expiration = expiration;
        this.conditions = conditions;
        this.atLeast = atLeast;
        this.atMost = atMost;
    }

    /// The policy of a form's field `policy`.
    ///
    /// @throws S3Error `InvalidPolicyDocument` (400) if it is none
    static FormPolicy parse(String base64) {
        JsonNode root;
        try {
            root = JSON.readTree(new String(Base64.getDecoder().decode(base64.trim()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException e) {
            throw malformed("Invalid JSON.");
        }
        JsonNode expiration = root.get("expiration");
        JsonNode conditions = root.get("conditions");
        if (expiration == null || !expiration.isString()) {
            throw malformed("Policy missing expiration.");
        }
        if (conditions == null || !conditions.isArray()) {
            throw malformed("Policy missing conditions.");
        }
        Instant until = instant(expiration.stringValue());
        List<Condition> read = new ArrayList<>();
        long[] range = {0, Long.MAX_VALUE};
        for (JsonNode condition : conditions) {
            if (condition.isObject() && condition.size() == 1) {
                Map.Entry<String, JsonNode> field =
                        condition.properties().iterator().next();
                read.add(new Condition(field.getKey().toLowerCase(Locale.ROOT), text(field.getValue()), true));
            } else if (condition.isArray() && condition.size() == 3) {
                list(condition, read, range);
            } else {
                throw malformed("Invalid Condition");
            }
        }
        return new FormPolicy(until, read, range[0], range[1]);
    }

    private static void list(JsonNode condition, List<Condition> read, long[] range) {
        String operator = text(condition.get(0)).toLowerCase(Locale.ROOT);
        if (operator.equals("content-length-range")) {
            range[0] = number(condition.get(1));
            range[1] = number(condition.get(2));
            if (range[0] < 0 || range[1] < range[0]) {
                throw malformed("Invalid content-length-range");
            }
            return;
        }
        boolean exact = operator.equals("eq");
        if (!exact && !operator.equals("starts-with")) {
            throw malformed("Invalid Condition operation");
        }
        String field = text(condition.get(1));
        if (!field.startsWith("$")) {
            throw malformed("Invalid Condition field");
        }
        read.add(new Condition(field.substring(1).toLowerCase(Locale.ROOT), text(condition.get(2)), exact));
    }

    private static Instant instant(String text) {
        if (text.indexOf('T') < 0 || !text.endsWith("Z")) {
            throw malformed("Invalid 'expiration' value: '" + text + "'");
        }
        return Times.parseIso(text).orElseThrow(() -> malformed("Invalid 'expiration' value: '" + text + "'"));
    }

    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        throw malformed("Invalid Condition");
    }

    private static long number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        try {
            return Long.parseLong(text(node));
        } catch (NumberFormatException e) {
            throw malformed("Invalid content-length-range");
        }
    }

    private static S3Error malformed(String why) {
        return ErrorCode.InvalidPolicyDocument.error("Invalid Policy: " + why);
    }

    /// Holds the form's fields against the policy.
    ///
    /// @param fields by name in lower case, with `bucket` and `key`
    /// @throws S3Error `AccessDenied` if it is over, or a field is not what it must be
    void check(Map<String, String> fields, Instant now) {
        if (now.isAfter(expiration)) {
            throw denied("Policy expired.");
        }
        Set<String> named = new HashSet<>();
        for (Condition condition : conditions) {
            named.add(condition.field());
            Optional<String> value = Optional.ofNullable(fields.get(condition.field()));
            boolean holds = condition.exact()
                    ? value.orElse("").equals(condition.value()) && value.isPresent()
                    : value.isPresent() && startsWith(value.get(), condition);
            if (!holds) {
                throw denied("Policy Condition failed: [\"" + (condition.exact() ? "eq" : "starts-with") + "\", \"$"
                        + condition.field() + "\", \"" + condition.value() + "\"]");
            }
        }
        for (String field : fields.keySet()) {
            if (!named.contains(field) && !FREE.contains(field) && !field.startsWith("x-ignore-")) {
                throw denied("Extra input fields: " + field);
            }
        }
    }

    /// Several content types may be listed with commas; each must begin so.
    private static boolean startsWith(String value, Condition condition) {
        if (!condition.field().equals("content-type")) {
            return value.startsWith(condition.value());
        }
        for (String type : value.split(",", -1)) {
            if (!type.trim().startsWith(condition.value())) {
                return false;
            }
        }
        return true;
    }

    private static S3Error denied(String why) {
        return ErrorCode.AccessDenied.error("Invalid according to Policy: " + why);
    }

    /// @throws S3Error `EntityTooLarge`
    void checkAtMost(long bytes) {
        if (bytes > atMost) {
            throw ErrorCode.EntityTooLarge.error()
                    .with("ProposedSize", Long.toString(bytes))
                    .with("MaxSizeAllowed", Long.toString(atMost));
        }
    }

    /// @throws S3Error `EntityTooSmall`
    void checkAtLeast(long bytes) {
        if (bytes < atLeast) {
            throw ErrorCode.EntityTooSmall.error()
                    .with("ProposedSize", Long.toString(bytes))
                    .with("MinSizeAllowed", Long.toString(atLeast));
        }
    }
}
