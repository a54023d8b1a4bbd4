package dev.rockpool.objectstore.access;

import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.policy.Comparison;
import dev.rockpool.identity.policy.Condition;
import dev.rockpool.identity.policy.Effect;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyVersion;
import dev.rockpool.identity.policy.PrincipalElement;
import dev.rockpool.identity.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An access control list as a policy of the resource, so that one evaluator decides over both.
///
/// A grant to an account allows its account, which hands it on by its own policies; a grant to everybody
/// allows everybody, one to authenticated users whoever signed.
final class AclStatements {
    private static final String LOG_DELIVERY = "logging.s3.amazonaws.com";

    private AclStatements() {}

    /// What the list allows of an action.
    ///
    /// @param name what traces call it, `bucket ACL` or `object ACL`
    /// @param ignorePublic whether grants to groups of everybody count for nothing
    static Policy of(
            String name,
            AccessControlList acl,
            String action,
            Permission needed,
            boolean ignorePublic,
            Accounts accounts) {
        List<Statement> statements = new ArrayList<>();
        for (Grant grant : acl.grants()) {
            if (!grant.permission().gives(needed)) {
                continue;
            }
            String sid = grant.permission().name() + " to " + shown(grant.grantee());
            switch (grant.grantee()) {
                case Grantee.Account account ->
                    accounts.byCanonicalId(account.canonicalId())
                            .ifPresent(known -> statements.add(allow(
                                    sid,
                                    action,
                                    new PrincipalElement(
                                            false, List.of(known.rootArn()), List.of(), List.of(), List.of()),
                                    List.of())));
                case Grantee.Group group -> {
                    if (group == Grantee.Group.LOG_DELIVERY) {
                        statements.add(allow(
                                sid,
                                action,
                                new PrincipalElement(false, List.of(), List.of(), List.of(LOG_DELIVERY), List.of()),
                                List.of()));
                    } else if (!ignorePublic) {
                        List<Condition> conditions = group == Grantee.Group.AUTHENTICATED_USERS
                                ? List.of(new Condition(
                                        Comparison.STRING_NOT_EQUALS,
                                        Condition.Set.NONE,
                                        false,
                                        "aws:PrincipalType",
                                        List.of("Anonymous")))
                                : List.of();
                        statements.add(allow(
                                sid,
                                action,
                                new PrincipalElement(true, List.of(), List.of(), List.of(), List.of()),
                                conditions));
                    }
                }
            }
        }
        return new Policy(name, PolicyVersion.V2012, statements);
    }

    private static Statement allow(String sid, String action, PrincipalElement principals, List<Condition> conditions) {
        return new Statement(
                sid,
                Effect.ALLOW,
                Optional.of(principals),
                false,
                List.of(action),
                false,
                Optional.empty(),
                false,
                conditions);
    }

    private static String shown(Grantee grantee) {
        return switch (grantee) {
            case Grantee.Group group -> group.name();
            case Grantee.Account account ->
                account.displayName().isEmpty() ? account.canonicalId() : account.displayName();
        };
    }
}
