package dev.rockpool.identity.policy;

import java.util.Locale;
import java.util.Optional;

/// A text of a policy with its variables resolved and its wildcards told from plain characters.
///
/// `*` stands for any characters or none, `?` for one; `${*}`, `${?}` and `${$}` are the characters
/// themselves (IAM user guide, *Variables and tags*). What a variable resolves to is always plain: a value
/// with a `*` matches only itself.
final class PolicyText {
    // noncharacters of Unicode, which no text may hold
    private static final char ANY = '\uFDD0';
    private static final char ONE = '\uFDD1';

    private final String pattern;

    private PolicyText(String pattern) {
        this.pattern = pattern;
    }

    /// The text as a request sees it; empty if a variable has no value and no default, for then it matches
    /// nothing.
    static Optional<PolicyText> resolve(String text, PolicyVersion version, RequestContext context) {
        if (!version.hasVariables() || text.indexOf("${") < 0) {
            return Optional.of(new PolicyText(wild(text)));
        }
        StringBuilder pattern = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("${", at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                pattern.append(wild(text.substring(at)));
                break;
            }
            pattern.append(wild(text.substring(at, open)));
            String variable = text.substring(open + 2, close);
            Optional<String> value = value(variable, context);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            pattern.append(value.get());
            at = close + 1;
        }
        return Optional.of(new PolicyText(pattern.toString()));
    }

    private static Optional<String> value(String variable, RequestContext context) {
        if (variable.equals("*") || variable.equals("?") || variable.equals("$")) {
            return Optional.of(variable);
        }
        int comma = variable.indexOf(',');
        String key = (comma < 0 ? variable : variable.substring(0, comma)).strip();
        Optional<String> value = context.single(key).filter(text -> text.indexOf(ANY) < 0 && text.indexOf(ONE) < 0);
        if (value.isPresent() || comma < 0 || context.has(key)) {
            return value;
        }
        String given = variable.substring(comma + 1).strip();
        boolean quoted = given.length() >= 2 && given.startsWith("'") && given.endsWith("'");
        return quoted ? Optional.of(given.substring(1, given.length() - 1)) : Optional.empty();
    }

    private static String wild(String text) {
        return text.replace('*', ANY).replace('?', ONE);
    }

    /// As it reads without wildcards.
    String literal() {
        return pattern.replace(ANY, '*').replace(ONE, '?');
    }

    boolean equalTo(String text) {
        return literal().equals(text);
    }

    boolean equalIgnoringCase(String text) {
        return literal().equalsIgnoreCase(text);
    }

    /// Whether the whole of `text` fits the pattern.
    boolean matches(String text) {
        return matches(pattern, text);
    }

    boolean matchesIgnoringCase(String text) {
        return matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }

    /// Whether each of the six parts of an ARN fits its own pattern.
    boolean matchesArn(String arn) {
        if (pattern.length() == 1 && pattern.charAt(0) == ANY) {
            return true;
        }
        String[] patterns = pattern.split(":", 6);
        String[] parts = arn.split(":", 6);
        if (patterns.length != 6 || parts.length != 6) {
            return false;
        }
        for (int at = 0; at < 6; at++) {
            if (!matches(patterns[at], parts[at])) {
                return false;
            }
        }
        return true;
    }

    /// Greedy matching that goes back to the last `*` only, which is enough for patterns without
    /// alternatives: time grows with the product of both lengths at worst.
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == ANY) {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == ONE) {
                t += Character.charCount(text.codePointAt(t));
                p++;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                t++;
                p++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == ANY) {
            p++;
        }
        return p == pattern.length();
    }
}
