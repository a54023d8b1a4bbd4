package dev.rockpool.identity.signature;

import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.identity.signature.SignatureFault.Code;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a form that uploads from a browser may hold (S3 API reference, *Browser-based uploads using POST*,
/// *Creating a POST policy*, read 2026-11-26). Its base64 text is what the form's signature covers
/// ([SignatureVerifier#verifyForm]).
///
/// Names of form fields are compared without regard to case. Every field must be named by a condition, but
/// for `policy`, `x-amz-signature`, `file` and those that begin with `x-ignore-`.
public final class PostPolicy {
    private static final Set<String> FREE = Set.of("policy", "x-amz-signature", "file");

    private final Instant expiration;
    private final List<FieldCondition> conditions;
    private final long smallest;
    private final long largest;

    private PostPolicy(Instant expiration, List<FieldCondition> conditions, long smallest, long largest) {
        this.expiration = expiration;
        this.conditions = List.copyOf(conditions);
        this.smallest = smallest;
        this.largest = largest;
    }

    /// What came of reading a policy.
    public sealed interface Reading {
        /// It can be used.
        record Read(PostPolicy policy) implements Reading {}

        /// It cannot.
        record Refused(SignatureFault fault) implements Reading {}
    }

    /// A condition on a field.
    ///
    /// @param field lower case, without `$`
    /// @param value the whole value, or its beginning
    private record FieldCondition(String field, String value, boolean beginning) {
        boolean holds(String given) {
            if (!beginning) {
                return given.equals(value);
            }
            if (field.equals("content-type") && given.indexOf(',') >= 0) {
                for (String each : given.split(",", -1)) {
                    if (!each.startsWith(value)) {
                        return false;
                    }
                }
                return true;
            }
            return given.startsWith(value);
        }

        String shown() {
            return "[\"" + (beginning ? "starts-with" : "eq") + "\", \"$" + field + "\", \"" + value + "\"]";
        }
    }

    /// Reads the base64 text of a form's field `policy`.
    public static Reading read(String base64) {
        try {
            return new Reading.Read(policy(base64));
        } catch (SignatureRefusal refusal) {
            return new Reading.Refused(refusal.fault());
        }
    }

    private static PostPolicy policy(String base64) throws SignatureRefusal {
        JsonNode json;
        try {
            byte[] text = Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.UTF_8));
            json = PolicyJson.parse(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException e) {
            throw invalid("Invalid JSON.");
        }
        if (!json.path("expiration").isString()) {
            throw invalid("Policy missing expiration.");
        }
        Instant expiration;
        try {
            expiration =
                    OffsetDateTime.parse(json.path("expiration").stringValue()).toInstant();
        } catch (DateTimeException e) {
            throw invalid(
                    "Invalid 'expiration' value: '" + json.path("expiration").stringValue() + "'");
        }
        if (!json.path("conditions").isArray()) {
            throw invalid("Policy missing conditions.");
        }
        List<FieldCondition> conditions = new ArrayList<>();
        long smallest = 0;
        long largest = Long.MAX_VALUE;
        for (JsonNode condition : json.path("conditions")) {
            if (condition.isObject() && !condition.isEmpty()) {
                for (Map.Entry<String, JsonNode> field : condition.properties()) {
                    conditions.add(new FieldCondition(Canonical.lower(field.getKey()), text(field.getValue()), false));
                }
            } else if (condition.isArray() && condition.size() == 3) {
                String operator = Canonical.lower(text(condition.get(0)));
                switch (operator) {
                    case "content-length-range" -> {
                        smallest = Math.max(smallest, size(condition.get(1)));
                        largest = Math.min(largest, size(condition.get(2)));
                    }
                    case "eq", "starts-with" -> {
                        String field = text(condition.get(1));
                        if (!field.startsWith("$")) {
                            throw invalid("Invalid Condition: field must begin with $.");
                        }
                        conditions.add(new FieldCondition(
                                Canonical.lower(field.substring(1)),
                                text(condition.get(2)),
                                operator.equals("starts-with")));
                    }
                    default -> throw invalid("Invalid Condition operator: " + operator + ".");
                }
            } else {
                throw invalid("Invalid Condition: must be an object or an array of three.");
            }
        }
        return new PostPolicy(expiration, conditions, smallest, largest);
    }

    private static String text(JsonNode json) throws SignatureRefusal {
        if (json.isString()) {
            return json.stringValue();
        }
        if (json.isIntegralNumber() || json.isBoolean()) {
            return json.asString();
        }
        throw invalid("Invalid Condition: values must be strings.");
    }

    private static long size(JsonNode json) throws SignatureRefusal {
        try {
            long size = Long.parseLong(text(json));
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw invalid("Invalid content-length-range: must be whole numbers of bytes.");
        }
        throw invalid("Invalid content-length-range: must not be negative.");
    }

    private static SignatureRefusal invalid(String what) {
        return new SignatureRefusal(Code.INVALID_POLICY_DOCUMENT, "Invalid Policy: " + what);
    }

    /// Why the form may not be used; empty if it may.
    ///
    /// @param bucket that it is posted to
    /// @param fields of the form, names lower case, `${filename}` in the key replaced
    /// @param now wall time
    public Optional<SignatureFault> fault(String bucket, Map<String, String> fields, Instant now) {
        if (!now.isBefore(expiration)) {
            return denied("Policy expired.");
        }
        Map<String, String> given = new LinkedHashMap<>(fields);
        given.put("bucket", bucket);
        Set<String> named = new HashSet<>(FREE);
        for (FieldCondition condition : conditions) {
            named.add(condition.field());
            String value = given.get(condition.field());
            if (!condition.holds(value == null ? "" : value)) {
                return denied("Policy Condition failed: " + condition.shown());
            }
        }
        List<String> extra = given.keySet().stream()
                .filter(field -> !named.contains(field) && !field.startsWith("x-ignore-"))
                .toList();
        return extra.isEmpty() ? Optional.empty() : denied("Extra input fields: " + String.join(", ", extra));
    }

    private static Optional<SignatureFault> denied(String what) {
        return Optional.of(new SignatureFault(Code.ACCESS_DENIED, "Invalid according to Policy: " + what));
    }

    /// The most bytes that the file may have.
    public long largest() {
        return largest;
    }

    /// Why a file of so many bytes may not be uploaded; empty if it may.
    public Optional<SignatureFault> sizeFault(long bytes) {
        if (bytes < smallest) {
            return Optional.of(new SignatureRefusal(
                            Code.ENTITY_TOO_SMALL,
                            "Your proposed upload is smaller than the minimum allowed size",
                            "ProposedSize",
                            Long.toString(bytes),
                            "MinSizeAllowed",
                            Long.toString(smallest))
                    .fault());
        }
        if (bytes > largest) {
            return Optional.of(new SignatureRefusal(
                            Code.ENTITY_TOO_LARGE,
                            "Your proposed upload exceeds the maximum allowed size",
                            "ProposedSize",
                            Long.toString(bytes),
                            "MaxSizeAllowed",
                            Long.toString(largest))
                    .fault());
        }
        return Optional.empty();
    }
}
