package dev.rockpool.identity.policy;

import dev.rockpool.identity.policy.Decision.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides requests and says why.
///
/// The order is that of the service: an explicit deny anywhere; RCPs; SCPs; the resource's policy; the
/// principal's policies; its boundary; its session policies. Sources: IAM user guide, (1) *How AWS
/// enforcement code logic evaluates requests*, (2) *Policy evaluation for requests within a single
/// account*, (3) *Cross-account policy evaluation logic*, (4) *NotPrincipal*; Organizations user guide, (5)
/// *SCPs: tasks and entities not restricted*, (6) *RCPs*; KMS developer guide, (7) *Key policies*. All read
/// 2026-11-26. What of them decides:
///
/// - Within an account the policy of the resource or of the principal must allow; across accounts both must
/// (3).
/// - A resource's policy that names the very user or session is not limited by a boundary or session policy
/// that lacks an Allow; one that names the role is; one that names the account only hands the decision on
/// (1).
/// - A key policy, and the trust policy of a role, must itself allow: by naming the principal, or by naming
/// the account, and then the principal's policies must allow too (1, 7).
/// - `NotPrincipal` with Deny denies everyone who has a permissions boundary (4).
/// - The root user needs no policy of its own, but SCPs bind it (5). Neither SCPs nor RCPs bind
/// service-linked roles (5, 6); the management account is not bound either, and a case says so by leaving
/// them out.
/// - `sts:GetCallerIdentity` needs no permission and cannot be denied (STS API reference).
/// - Every level of SCPs must allow. An RCP can only deny, since `RCPFullAWSAccess` cannot be detached (6):
/// a level without any Allow statement is read as having it. RCPs bind the resources of some services only.
public final class PolicyEvaluator {
    /// The services whose resources RCPs bind (Organizations user guide, *List of services that support
    /// RCPs*).
    private static final Set<String> BOUND_BY_RCPS = Set.of(
            "s3",
            "sts",
            "kms",
            "sqs",
            "secretsmanager",
            "cognito-idp",
            "cognito-identity",
            "logs",
            "dynamodb",
            "ecr",
            "aoss");

    private static final String ALLOW = "allow";
    private static final String DENY = "deny";
    private static final String NO_MATCH = "no match";
    private static final String NOT_APPLICABLE = "not applicable";

    private final PolicyRequest request;
    private final RequestContext context;
    private final List<Step> trace = new ArrayList<>();
    private final Map<Part, Finding> findings = new EnumMap<>(Part.class);

    private PolicyEvaluator(PolicyRequest request) {
        this.request = request;
        this.context = PrincipalKeys.added(request);
    }

    /// What comes of a request.
    public static Decision decide(PolicyRequest request) {
        return new PolicyEvaluator(request).decide();
    }

    /// Whether an endpoint of a VPC lets a request through to its service. Its policy takes nothing from
    /// the others and adds nothing to them: it must allow, for this principal, and must not deny (AWS
    /// PrivateLink guide, *Control access to VPC endpoints using endpoint policies*, read 2026-11-27).
    /// There an account stands for its root user only, as the guide says of gateway endpoints.
    ///
    /// @param policies of the endpoint; what they do not allow goes no further
    public static Decision atEndpoint(PolicyRequest request, List<Policy> policies) {
        PolicyEvaluator asked = new PolicyEvaluator(request);
        Finding finding = asked.find(Part.ENDPOINT, policies);
        asked.findings.put(Part.ENDPOINT, finding);
        if (finding.deny() != null) {
            return asked.denied(Part.ENDPOINT, finding.deny());
        }
        boolean isNamed = finding.reach() != PrincipalMatch.NONE
                && (finding.reach() != PrincipalMatch.ACCOUNT || request.principal() instanceof Principal.Root);
        return isNamed
                ? asked.allowedBy(Part.ENDPOINT, "The endpoint lets it through to the service.")
                : asked.missing(Part.ENDPOINT, "The policy of the endpoint does not allow " + asked.what());
    }

    /// A statement and where it stands.
    private record Place(String policy, int at, Statement statement, PrincipalMatch match) {
        String shown() {
            String sid = statement.sid().isEmpty() ? "" : " \"" + statement.sid() + "\"";
            return policy + " statement " + (at + 1) + sid;
        }
    }

    /// What the statements of a part say.
    ///
    /// @param deny the first that denies
    /// @param allow the one that allows furthest
    /// @param nearest the first that fits but for its principal or a condition
    /// @param missed what of it did not fit
    private record Finding(
            @Nullable Place deny,
            @Nullable Place allow,
            @Nullable Place nearest,
            String missed) {
        PrincipalMatch reach() {
            return allow == null ? PrincipalMatch.NONE : allow.match();
        }
    }

    private Decision decide() {
        if (request.action().equalsIgnoreCase("sts:GetCallerIdentity")
                && request.principal().accountId().isPresent()) {
            step(Part.IDENTITY, NOT_APPLICABLE, "", "Who one is may be asked without permission, and despite a deny.");
            return new Decision(true, false, Part.IDENTITY.field(), trace);
        }
        boolean rcps = rcpsApply();
        boolean scps = scpsApply();
        for (Part part : Part.values()) {
            List<Policy> policies = switch (part) {
                case ENDPOINT -> List.of();
                case RCPS -> rcps ? flat(request.rcps()) : List.of();
                case SCPS -> scps ? flat(request.scps()) : List.of();
                case RESOURCE -> request.resourcePolicies();
                case IDENTITY -> request.identity();
                case BOUNDARY -> request.boundary().orElse(List.of());
                case SESSION -> request.session().orElse(List.of());
            };
            Finding finding = find(part, policies);
            findings.put(part, finding);
            if (finding.deny() != null) {
                return denied(part, finding.deny());
            }
        }
        Optional<Decision> organisation = levels(Part.RCPS, request.rcps(), rcps);
        if (organisation.isEmpty()) {
            organisation = levels(Part.SCPS, request.scps(), scps);
        }
        return organisation.orElseGet(this::granted);
    }

    private Decision denied(Part part, Place place) {
        step(part, DENY, place.shown(), "An explicit deny decides: " + place.shown() + " denies " + what() + ".");
        return new Decision(false, true, part.field(), trace);
    }

    // --- who is asked

    private boolean rcpsApply() {
        if (request.rcps().isEmpty()) {
            return false;
        }
        if (isServiceLinked()) {
            step(Part.RCPS, NOT_APPLICABLE, "", "RCPs do not bind service-linked roles.");
            return false;
        }
        if (!BOUND_BY_RCPS.contains(service())) {
            step(Part.RCPS, NOT_APPLICABLE, "", "RCPs do not bind resources of the service " + service() + ".");
            return false;
        }
        return true;
    }

    private boolean scpsApply() {
        if (request.scps().isEmpty()) {
            return false;
        }
        if (isServiceLinked()) {
            step(Part.SCPS, NOT_APPLICABLE, "", "SCPs do not bind service-linked roles.");
            return false;
        }
        if (request.principal().accountId().isEmpty()) {
            step(Part.SCPS, NOT_APPLICABLE, "", "SCPs bind principals of accounts, which this one is not.");
            return false;
        }
        return true;
    }

    private boolean isServiceLinked() {
        return switch (request.principal()) {
            case Principal.Role role -> role.path().startsWith("/aws-service-role/");
            case Principal.RoleSession session ->
                session.path().orElse("/").startsWith("/aws-service-role/")
                        || session.role().startsWith("AWSServiceRoleFor");
            case Principal.Anonymous other -> false;
            case Principal.Root other -> false;
            case Principal.User other -> false;
            case Principal.FederatedUser other -> false;
            case Principal.FederatedIdentity other -> false;
            case Principal.Service other -> false;
        };
    }

    private String service() {
        int colon = request.action().indexOf(':');
        return request.action().substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    }

    /// Whether the resource's own policy must allow: keys, and roles that are assumed (where a case gives
    /// no trust policy, that part does not apply; a key without a policy there is not).
    private boolean mustAllowItself() {
        String[] arn = request.resource().split(":", 6);
        boolean isKey = arn.length == 6 && arn[2].equals("kms") && arn[5].startsWith("key/");
        boolean isKeyAction =
                service().equals("kms") && !request.resourcePolicies().isEmpty();
        boolean isAssumed = request.action().toLowerCase(Locale.ROOT).startsWith("sts:assumerole")
                && !request.resourcePolicies().isEmpty();
        return isKey || isKeyAction || isAssumed;
    }

    // --- statements

    private Finding find(Part part, List<Policy> policies) {
        Place allow = null;
        Place nearest = null;
        String missed = "";
        for (Policy policy : policies) {
            for (int at = 0; at < policy.statements().size(); at++) {
                Statement statement = policy.statements().get(at);
                if (!Fit.action(statement, request.action())
                        || !Fit.resource(statement, policy.version(), request.resource(), context)) {
                    continue;
                }
                PrincipalMatch match = match(part, statement);
                Place place = new Place(policy.name(), at, statement, match);
                Optional<Condition> failing = match == PrincipalMatch.NONE
                        ? Optional.empty()
                        : Fit.failingCondition(statement, policy.version(), context);
                if (match == PrincipalMatch.NONE || failing.isPresent()) {
                    if (nearest == null && statement.effect() == Effect.ALLOW) {
                        nearest = place;
                        missed = failing.map(condition -> "its condition " + condition.operator() + " on "
                                        + condition.key() + " does not hold")
                                .orElse("it names other principals");
                    }
                    continue;
                }
                if (statement.effect() == Effect.DENY) {
                    return new Finding(place, null, null, "");
                }
                if (allow == null || allow.match().compareTo(match) < 0) {
                    allow = place;
                }
            }
        }
        return new Finding(null, allow, nearest, missed);
    }

    private PrincipalMatch match(Part part, Statement statement) {
        if (part != Part.RESOURCE && part != Part.RCPS && part != Part.ENDPOINT) {
            return PrincipalMatch.DIRECT;
        }
        boolean hitsBoundary = part == Part.RESOURCE
                && statement.notPrincipals()
                && statement.effect() == Effect.DENY
                && request.boundary().isPresent();
        return hitsBoundary ? PrincipalMatch.DIRECT : PrincipalMatch.of(statement, request.principal());
    }

    // --- organisations

    /// Each level must allow. The first that does not decides.
    private Optional<Decision> levels(Part part, List<List<Policy>> levels, boolean apply) {
        if (!apply) {
            return Optional.empty();
        }
        String allowing = "";
        for (int at = 0; at < levels.size(); at++) {
            boolean onlyDenies = part == Part.RCPS
                    && levels.get(at).stream()
                            .flatMap(policy -> policy.statements().stream())
                            .noneMatch(statement -> statement.effect() == Effect.ALLOW);
            Finding finding = find(part, levels.get(at));
            if (finding.allow() == null && !onlyDenies) {
                return Optional.of(missing(
                        part, finding, "Level " + (at + 1) + " of the " + part.field() + " does not allow " + what()));
            }
            allowing = finding.allow() == null ? allowing : finding.allow().shown();
        }
        step(part, ALLOW, allowing, "Every level of the " + part.field() + " lets " + what() + " through.");
        return Optional.empty();
    }

    // --- grants

    private Decision granted() {
        Finding resource = findings.get(Part.RESOURCE);
        PrincipalMatch reach = resource == null ? PrincipalMatch.NONE : resource.reach();
        Principal principal = request.principal();
        if (principal.accountId().isEmpty()) {
            return reach == PrincipalMatch.NONE
                    ? missing(
                            Part.RESOURCE,
                            "Only the resource's policy can allow " + principal.arn() + ", and it does not")
                    : allowedBy(Part.RESOURCE, "The resource's policy allows it.");
        }
        boolean sameAccount = request.resourceAccount()
                .orElse(principal.accountId().get())
                .equals(principal.accountId().get());
        boolean both = !sameAccount || mustAllowItself();
        if (both && reach == PrincipalMatch.NONE) {
            return missing(
                    Part.RESOURCE,
                    sameAccount
                            ? "The policy of a key or role must itself allow, and it does not allow " + what()
                            : "Account " + request.resourceAccount().orElse("") + " owns the resource, whose policy"
                                    + " does not allow " + what());
        }
        if (sameAccount && reach == PrincipalMatch.DIRECT) {
            return allowedBy(
                    Part.RESOURCE,
                    "The resource's policy names the principal itself, or everyone: nothing else needs to allow.");
        }
        boolean byRole = sameAccount && reach == PrincipalMatch.ROLE;
        traceResource(sameAccount, reach);
        if (principal instanceof Principal.Root) {
            step(Part.IDENTITY, NOT_APPLICABLE, "", "The root user may do all that its account may.");
            return new Decision(true, false, "root", trace);
        }
        if (!byRole && noAllow(Part.IDENTITY)) {
            return missing(
                    Part.IDENTITY,
                    sameAccount
                            ? "No policy of the principal allows " + what()
                            : "Across accounts both sides must allow, and no policy of the principal allows " + what());
        }
        if (!byRole) {
            allow(Part.IDENTITY, "A policy of the principal allows it.");
        }
        for (Part limit : List.of(Part.BOUNDARY, Part.SESSION)) {
            if (limit == Part.BOUNDARY
                    ? request.boundary().isEmpty()
                    : request.session().isEmpty()) {
                continue;
            }
            if (noAllow(limit)) {
                return missing(
                        limit,
                        (limit == Part.BOUNDARY ? "The permissions boundary" : "The session policy")
                                + " does not allow " + what());
            }
            allow(limit, "It is within what the " + limit.field() + " allows.");
        }
        return new Decision(true, true, (byRole ? Part.RESOURCE : Part.IDENTITY).field(), trace);
    }

    private void traceResource(boolean sameAccount, PrincipalMatch reach) {
        if (request.resourcePolicies().isEmpty()) {
            return;
        }
        Finding finding = findings.get(Part.RESOURCE);
        String shown = finding == null || finding.allow() == null
                ? ""
                : finding.allow().shown();
        switch (reach) {
            case NONE ->
                step(Part.RESOURCE, NO_MATCH, "", "The resource's policy says nothing about it." + near(finding));
            case ACCOUNT ->
                step(
                        Part.RESOURCE,
                        "delegates",
                        shown,
                        shown + " names the account, which leaves it to the policies of the principal.");
            case ROLE ->
                step(
                        Part.RESOURCE,
                        ALLOW,
                        shown,
                        shown + " names the role (or user) behind the session, within boundary and session policy.");
            case DIRECT ->
                step(
                        Part.RESOURCE,
                        ALLOW,
                        shown,
                        sameAccount ? shown + " allows it." : shown + " allows it from another account.");
        }
    }

    private boolean noAllow(Part part) {
        Finding finding = findings.get(part);
        return finding == null || finding.allow() == null;
    }

    private void allow(Part part, String sentence) {
        Finding finding = findings.get(part);
        step(
                part,
                ALLOW,
                finding == null || finding.allow() == null
                        ? ""
                        : finding.allow().shown(),
                sentence);
    }

    private Decision allowedBy(Part part, String sentence) {
        allow(part, sentence);
        return new Decision(true, true, part.field(), trace);
    }

    private Decision missing(Part part, String sentence) {
        return missing(part, findings.get(part), sentence);
    }

    private Decision missing(Part part, @Nullable Finding finding, String sentence) {
        step(part, NO_MATCH, "", sentence + "." + near(finding));
        return new Decision(false, false, part.field(), trace);
    }

    private static String near(@Nullable Finding finding) {
        return finding == null || finding.nearest() == null
                ? ""
                : " Nearest is " + finding.nearest().shown() + ", but " + finding.missed() + ".";
    }

    private String what() {
        return request.action() + " on " + request.resource();
    }

    private void step(Part part, String outcome, String statement, String sentence) {
        trace.add(new Step(part.field(), outcome, statement, sentence));
    }

    private static List<Policy> flat(List<List<Policy>> levels) {
        return levels.stream().flatMap(List::stream).toList();
    }
}
