package dev.rockpool.identity.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a policy of a bucket is public (S3 user guide, *Blocking public access to your Amazon S3
/// storage*, *The meaning of "public"*, read 2026-11-26).
///
/// A policy is public unless every statement that allows does so for named principals, or for fixed values
/// of a key that says where requests come from. A fixed value has neither wildcard nor variable; a range of
/// addresses is not fixed if it is wider than a /8 of IPv4 or a /32 of IPv6. Statements that deny count for
/// nothing.
public final class PublicPolicy {
    private static final Set<String> LIMITING = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalservicename",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpcarn",
            "aws:sourcevpce",
            "aws:userid",
            "aws:vpceaccount",
            "aws:vpceorgid",
            "aws:vpceorgpaths",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn",
            "s3:x-amz-server-side-encryption-aws-kms-key-id");
    private static final Pattern ROLE_SESSIONS = Pattern.compile("[A-Z0-9]+:\\*");
    private static final Pattern ACCESS_POINT = Pattern.compile("arn:aws[a-z-]*:s3:[^:*?$]*:[0-9]{12}:[^$]*");

    private PublicPolicy() {}

    /// Whether a policy is public.
    public static boolean isPublic(Policy policy) {
        return policy.statements().stream().anyMatch(PublicPolicy::isPublic);
    }

    /// Whether a statement makes its policy public.
    public static boolean isPublic(Statement statement) {
        if (statement.effect() == Effect.DENY) {
            return false;
        }
        boolean toAll = statement.notPrincipals()
                || statement.principals().map(PrincipalElement::everyone).orElse(true);
        return toAll && statement.conditions().stream().noneMatch(PublicPolicy::limits);
    }

    private static boolean limits(Condition condition) {
        if (condition.ifExists()
                || condition.set() == Condition.Set.FOR_ALL_VALUES
                || condition.values().isEmpty()) {
            return false;
        }
        String key = condition.key().toLowerCase(Locale.ROOT);
        return switch (condition.comparison().type()) {
            case ADDRESS ->
                !condition.comparison().isNegated()
                        && key.equals("aws:sourceip")
                        && condition.values().stream().noneMatch(PublicPolicy::isBroad);
            case STRING, STRING_IGNORE_CASE, STRING_LIKE, ARN ->
                !condition.comparison().isNegated() && LIMITING.contains(key) && areFixed(key, condition.values());
            case NUMBER, DATE, BOOL, BINARY, NULL -> false;
        };
    }

    private static boolean isBroad(String range) {
        return AddressRange.parse(range).map(AddressRange::isBroad).orElse(true);
    }

    private static boolean areFixed(String key, List<String> values) {
        return switch (key) {
            case "aws:userid" ->
                values.stream()
                        .allMatch(value ->
                                isFixed(value) || ROLE_SESSIONS.matcher(value).matches());
            case "s3:dataaccesspointarn" ->
                values.stream()
                        .allMatch(value ->
                                isFixed(value) || ACCESS_POINT.matcher(value).matches());
            default -> values.stream().allMatch(PublicPolicy::isFixed);
        };
    }

    private static boolean isFixed(String value) {
        return value.indexOf('*') < 0 && value.indexOf('?') < 0 && !value.contains("${");
    }
}
