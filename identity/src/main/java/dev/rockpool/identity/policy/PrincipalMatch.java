package dev.rockpool.identity.policy;

import java.util.Optional;

/// How a statement of a resource's policy is about the principal who asks, which decides how far its Allow
/// reaches (IAM user guide, *How AWS enforcement code logic evaluates requests*, section *Resource-based
/// policies*).
enum PrincipalMatch {
    /// Not at all.
    NONE,
    /// It names the account, which hands the decision on to the account: a policy of the principal must
    /// allow as well.
    ACCOUNT,
    /// It names the role whose session asks, or the user whose federated session does: a boundary or
    /// session policy that does not allow limits it.
    ROLE,
    /// It names the principal itself, or everyone: an Allow needs nothing else within the account.
    DIRECT;

    /// The match of a statement; one without principals is about everyone.
    static PrincipalMatch of(Statement statement, Principal principal) {
        if (statement.principals().isEmpty()) {
            return DIRECT;
        }
        PrincipalElement element = statement.principals().get();
        PrincipalMatch named = named(element, principal);
        if (!statement.notPrincipals()) {
            return named;
        }
        // Listing the account spares its root user alone (IAM user guide, *NotPrincipal*: Bob is listed together with
        // his account, and all others of the account stay denied).
        return named == NONE || named == ACCOUNT ? DIRECT : NONE;
    }

    private static PrincipalMatch named(PrincipalElement element, Principal principal) {
        if (element.everyone()) {
            return DIRECT;
        }
        PrincipalMatch best = NONE;
        if (element.services().contains(principal.arn()) && principal instanceof Principal.Service) {
            best = DIRECT;
        }
        if (element.federated().contains(principal.arn()) && principal instanceof Principal.FederatedIdentity) {
            best = DIRECT;
        }
        for (String written : element.aws()) {
            PrincipalMatch match = aws(inPartition(written), principal);
            if (match.compareTo(best) > 0) {
                best = match;
            }
        }
        return best;
    }

    private static PrincipalMatch aws(String named, Principal principal) {
        Optional<String> account = principal.accountId();
        if (account.isEmpty()) {
            return NONE;
        }
        boolean isAccount = named.equals(account.get()) || named.equals("arn:aws:iam::" + account.get() + ":root");
        if (isAccount) {
            return principal instanceof Principal.Root ? DIRECT : ACCOUNT;
        }
        if (named.equals(principal.arn())) {
            return principal instanceof Principal.Role ? ROLE : DIRECT;
        }
        return switch (principal) {
            case Principal.RoleSession session -> isRoleOf(named, session) ? ROLE : NONE;
            case Principal.FederatedUser federated ->
                named.equals(federated
                                .user()
                                .orElse("arn:aws:iam::" + federated.account() + ":user/" + federated.name()))
                        ? ROLE
                        : NONE;
            case Principal.Anonymous _ -> NONE;
            case Principal.Root _ -> NONE;
            case Principal.User _ -> NONE;
            case Principal.Role _ -> NONE;
            case Principal.FederatedIdentity _ -> NONE;
            case Principal.Service _ -> NONE;
        };
    }

    /// A session's ARN lacks the path of its role: where it is not known, any path fits.
    private static boolean isRoleOf(String named, Principal.RoleSession session) {
        if (session.path().isPresent()) {
            return named.equals(session.roleArn());
        }
        return named.startsWith("arn:aws:iam::" + session.account() + ":role/") && named.endsWith("/" + session.role());
    }

    /// ARNs of other partitions (`aws-cn`, `aws-us-gov`) are compared as if they were of this one.
    private static String inPartition(String arn) {
        int colon = arn.startsWith("arn:aws-") ? arn.indexOf(':', 4) : -1;
        return colon < 0 ? arn : "arn:aws" + arn.substring(colon);
    }
}
