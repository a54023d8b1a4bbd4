package dev.rockpool.identity.policy;

import java.util.List;
import java.util.Optional;

/// One condition of a statement: a key held against values.
///
/// Sources (IAM user guide, read 2026-11-26): *Condition operators*, *Set operators for multivalued context
/// keys*, *Null condition operator*.
///
/// A key that the request lacks makes a condition false; a negated operator and `…IfExists` make it true,
/// `ForAllValues` true and `ForAnyValue` false whatever the comparison. A key with an empty text counts as
/// lacking for both set operators, and for nothing else. A key with several values without a set operator
/// matches if one of them does (and a negated operator holds if none does).
///
/// @param comparison what is asked of two values
/// @param set how several values of the request are taken together
/// @param ifExists whether it holds if the request lacks the key
/// @param key such as `aws:SourceIp`
/// @param values of which one must fit (none, if the operator negates)
public record Condition(Comparison comparison, Set set, boolean ifExists, String key, List<String> values) {
    private static final String IF_EXISTS = "IfExists";

    public Condition {
        values = List.copyOf(values);
    }

    /// How several values of a request are taken together.
    public enum Set {
        /// As one.
        NONE(""),
        /// Each must fit.
        FOR_ALL_VALUES("ForAllValues:"),
        /// One must fit.
        FOR_ANY_VALUE("ForAnyValue:");

        private final String prefix;

        Set(String prefix) {
            this.prefix = prefix;
        }
    }

    /// The operator as policies write it, such as `ForAllValues:StringLikeIfExists`.
    public String operator() {
        return set.prefix + comparison.written() + (ifExists ? IF_EXISTS : "");
    }

    /// The condition of an operator as written, in whatever case; empty if there is no such operator.
    static Optional<Condition> of(String operator, String key, List<String> values) {
        Set set = Set.NONE;
        String rest = operator;
        for (Set each : List.of(Set.FOR_ALL_VALUES, Set.FOR_ANY_VALUE)) {
            if (operator.regionMatches(true, 0, each.prefix, 0, each.prefix.length())) {
                set = each;
                rest = operator.substring(each.prefix.length());
            }
        }
        int stem = rest.length() - IF_EXISTS.length();
        boolean ifExists = stem > 0 && rest.regionMatches(true, stem, IF_EXISTS, 0, IF_EXISTS.length());
        String name = ifExists ? rest.substring(0, stem) : rest;
        Set found = set;
        return Comparison.named(name)
                .filter(comparison -> comparison != Comparison.NULL || (!ifExists && found == Set.NONE))
                .map(comparison -> new Condition(comparison, found, ifExists, key, values));
    }

    /// Whether it holds for a request.
    boolean holds(PolicyVersion version, RequestContext context) {
        List<String> present = context.values(key);
        if (comparison == Comparison.NULL) {
            return values.stream().anyMatch(value -> Boolean.parseBoolean(value) == present.isEmpty());
        }
        if (present.isEmpty()) {
            return switch (set) {
                case FOR_ALL_VALUES -> true;
                case FOR_ANY_VALUE -> ifExists;
                case NONE -> ifExists || comparison.isNegated();
            };
        }
        return switch (set) {
            case NONE -> present.stream().anyMatch(value -> matches(value, version, context)) != comparison.isNegated();
            case FOR_ALL_VALUES ->
                present.equals(List.of(""))
                        || present.stream()
                                .allMatch(value -> matches(value, version, context) != comparison.isNegated());
            case FOR_ANY_VALUE ->
                !present.equals(List.of(""))
                        && present.stream()
                                .anyMatch(value -> matches(value, version, context) != comparison.isNegated());
        };
    }

    private boolean matches(String request, PolicyVersion version, RequestContext context) {
        PolicyVersion taken = comparison.type().takesVariables() ? version : PolicyVersion.V2008;
        for (String value : values) {
            if (PolicyText.resolve(value, taken, context)
                    .filter(text -> comparison.matches(request, text))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
