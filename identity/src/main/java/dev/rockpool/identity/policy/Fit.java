package dev.rockpool.identity.policy;

import java.util.List;
import java.util.Optional;

/// Whether a statement is about a request, element by element.
final class Fit {
    private Fit() {}

    /// Actions are compared without regard to case.
    static boolean action(Statement statement, String action) {
        boolean named = statement.actions().stream()
                .anyMatch(pattern -> pattern.equals("*")
                        || PolicyText.resolve(pattern, PolicyVersion.V2008, RequestContext.EMPTY)
                                .filter(text -> text.matchesIgnoringCase(action))
                                .isPresent());
        return named != statement.notActions();
    }

    /// Resources are compared with regard to case. A statement without any is about what its policy is
    /// attached to.
    static boolean resource(Statement statement, PolicyVersion version, String resource, RequestContext context) {
        Optional<List<String>> patterns = statement.resources();
        if (patterns.isEmpty()) {
            return true;
        }
        boolean named = false;
        for (String pattern : patterns.get()) {
            Optional<PolicyText> text = PolicyText.resolve(pattern, version, context);
            if (text.isEmpty() && statement.notResources()) {
                // An exception nobody can name must not widen what the statement is about when it allows, and must
                // not narrow it when it denies.
                return statement.effect() == Effect.DENY;
            }
            named = named || text.filter(each -> each.matches(resource)).isPresent();
        }
        return named != statement.notResources();
    }

    /// The first condition that does not hold.
    static Optional<Condition> failingCondition(Statement statement, PolicyVersion version, RequestContext context) {
        return statement.conditions().stream()
                .filter(condition -> !condition.holds(version, context))
                .findFirst();
    }
}
