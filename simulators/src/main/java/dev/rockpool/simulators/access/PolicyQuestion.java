package dev.rockpool.simulators.access;

import dev.rockpool.identity.policy.Decision;
import dev.rockpool.identity.policy.Effect;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyEvaluator;
import dev.rockpool.identity.policy.PolicyRequest;
import dev.rockpool.identity.policy.Principal;
import dev.rockpool.identity.policy.PublicPolicy;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.objectstore.access.StoreAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the policies are asked about a request, and what the evaluator of the platform's endpoints answers.
///
/// The keys that a way sets (IAM user guide, *Global condition context keys*, read 2026-11-27): through an
/// endpoint `aws:SourceVpce`, `aws:SourceVpc` and `aws:VpcSourceIp`, and no `aws:SourceIp`; otherwise
/// `aws:SourceIp`, the public address that the service sees, and none of the others. `s3:ExistingObjectTag`
/// reaches who reads, not who writes or lists.
public final class PolicyQuestion {
    /// The account that owns the bucket.
    public static final String OWNER = "111122223333";

    static final String PARTNER = "444455556666";
    static final String OFFICE_ADDRESS = "203.0.113.10";
    static final String INSTANCE_ADDRESS = "198.51.100.20";
    static final String NAT_ADDRESS = "198.51.100.30";
    static final String PRIVATE_ADDRESS = "10.0.1.25";
    static final String VPC = "vpc-111bbb22";
    static final String BUCKET = "arn:aws:s3:::reef";

    private final AccessScenario scenario;
    private final RequestContext context;

    PolicyQuestion(AccessScenario scenario) {
        this.scenario = scenario;
        context = context(scenario);
    }

    /// What the endpoint's policy says.
    Decision atEndpoint() {
        return PolicyEvaluator.atEndpoint(
                request(List.of(), List.of(), Optional.empty(), Optional.empty()),
                List.of(PolicyShelf.endpoint(scenario.rules().endpoint())));
    }

    /// What the service says.
    Decision atService() {
        Asking asking = scenario.asking();
        Rules rules = scenario.rules();
        boolean own = asking.asker().hasPolicies();
        if (asking.asker() == Asker.ROOT && asking.target().isBucket() && StoreAccess.isNeverLocked(action())) {
            return new Decision(
                    true,
                    false,
                    "root",
                    List.of(new Decision.Step(
                            "identity",
                            "not applicable",
                            "",
                            "The root user of the bucket's account may always mend its policy.")));
        }
        return PolicyEvaluator.decide(request(
                own ? PolicyShelf.identity(rules.identity()) : List.of(),
                asking.target().isBucket() ? ofBucket() : List.of(),
                own ? PolicyShelf.limit(rules.boundary(), "boundary") : Optional.empty(),
                own ? PolicyShelf.limit(rules.session(), "session policy") : Optional.empty()));
    }

    /// Where public access is blocked, what a public policy allows counts for the owner's account only (S3
    /// user guide, *Blocking public access*, RestrictPublicBuckets).
    private List<Policy> ofBucket() {
        List<Policy> policies = PolicyShelf.bucket(scenario.rules().bucket());
        if (!scenario.rules().publicBlocked() || scenario.asking().asker().isOfOwner()) {
            return policies;
        }
        return policies.stream()
                .map(policy -> PublicPolicy.isPublic(policy)
                        ? new Policy(
                                policy.name(),
                                policy.version(),
                                policy.statements().stream()
                                        .filter(statement -> statement.effect() == Effect.DENY)
                                        .toList())
                        : policy)
                .toList();
    }

    private PolicyRequest request(
            List<Policy> identity,
            List<Policy> ofResource,
            Optional<List<Policy>> boundary,
            Optional<List<Policy>> session) {
        return new PolicyRequest(
                principal(scenario.asking().asker()),
                action(),
                resource(),
                Optional.of(OWNER),
                context,
                identity,
                ofResource,
                boundary,
                session,
                List.of(),
                List.of());
    }

    static Principal principal(Asker asker) {
        return switch (asker) {
            case ROLE -> new Principal.RoleSession(OWNER, Optional.of("/"), "Reader", "job");
            case PARTNER -> new Principal.RoleSession(PARTNER, Optional.of("/"), "Visitor", "job");
            case ANYBODY -> new Principal.Anonymous();
            case ROOT -> new Principal.Root(OWNER);
        };
    }

    /// The action, as policies call it.
    String action() {
        Asking asking = scenario.asking();
        return switch (asking.target()) {
            case BUCKET, BUCKET_ELSEWHERE ->
                switch (asking.act()) {
                    case READ -> "s3:GetObject";
                    case WRITE -> "s3:PutObject";
                    case LIST -> "s3:ListBucket";
                    case MEND -> "s3:DeleteBucketPolicy";
                };
            case TABLE ->
                switch (asking.act()) {
                    case READ -> "dynamodb:GetItem";
                    case WRITE -> "dynamodb:PutItem";
                    case LIST -> "dynamodb:Scan";
                    case MEND -> "dynamodb:DeleteResourcePolicy";
                };
            case STREAM ->
                switch (asking.act()) {
                    case READ -> "kinesis:GetRecords";
                    case WRITE -> "kinesis:PutRecord";
                    case LIST -> "kinesis:ListShards";
                    case MEND -> "kinesis:DeleteResourcePolicy";
                };
        };
    }

    /// The service that the action is one of: `s3`.
    String service() {
        return action().substring(0, action().indexOf(':'));
    }

    String resource() {
        Asking asking = scenario.asking();
        return switch (asking.target()) {
            case BUCKET, BUCKET_ELSEWHERE ->
                asking.act() == Act.READ || asking.act() == Act.WRITE ? BUCKET + "/tides.csv" : BUCKET;
            case TABLE -> "arn:aws:dynamodb:us-east-1:" + OWNER + ":table/reef";
            case STREAM -> "arn:aws:kinesis:us-east-1:" + OWNER + ":stream/reef";
        };
    }

    /// The id of the endpoint on a way; the policies name the first of the gateway endpoint.
    static String endpointId(Network network) {
        boolean gateway = network.route() == Route.GATEWAY_ENDPOINT;
        return network.recreated()
                ? gateway ? "vpce-9c0d1e2f" : "vpce-3a4b5c6d"
                : gateway ? "vpce-1a2b3c4d" : "vpce-5e6f7a8b";
    }

    /// The public address that the service sees; empty on the ways through endpoints.
    static Optional<String> address(Route route) {
        return switch (route) {
            case INTERNET -> Optional.of(OFFICE_ADDRESS);
            case INTERNET_GATEWAY -> Optional.of(INSTANCE_ADDRESS);
            case NAT_GATEWAY -> Optional.of(NAT_ADDRESS);
            case INTERFACE_ENDPOINT, GATEWAY_ENDPOINT, NONE -> Optional.empty();
        };
    }

    /// The way as the platform's object store is told it.
    static Map<String, String> headers(AccessScenario scenario) {
        Network network = scenario.network();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "x-rockpool-secure-transport",
                Boolean.toString(scenario.asking().tls()));
        headers.put("x-rockpool-source-ip", address(network.route()).orElse(PRIVATE_ADDRESS));
        if (network.route().isEndpoint()) {
            headers.put("x-rockpool-vpc", VPC);
            headers.put("x-rockpool-vpce", endpointId(network));
        }
        return headers;
    }

    private static RequestContext context(AccessScenario scenario) {
        RequestContext.Builder keys = RequestContext.builder();
        Asking asking = scenario.asking();
        Route route = scenario.network().route();
        keys.put("aws:SecureTransport", Boolean.toString(asking.tls()));
        address(route).ifPresent(address -> keys.put("aws:SourceIp", address));
        if (route.isEndpoint()) {
            keys.put("aws:SourceVpce", endpointId(scenario.network()));
            keys.put("aws:SourceVpc", VPC);
            keys.put("aws:VpcSourceIp", PRIVATE_ADDRESS);
        }
        if (asking.asker().hasPolicies() && asking.team() != Team.NONE) {
            keys.put("aws:PrincipalTag/team", Word.of(asking.team()));
        }
        if (asking.act() == Act.READ && asking.target().isBucket()) {
            switch (asking.objectTag()) {
                case NONE -> {}
                case TEAM_BLUE -> keys.put("s3:ExistingObjectTag/team", "blue");
                case TEAM_RED -> keys.put("s3:ExistingObjectTag/team", "red");
                case ACCESS_PUBLIC -> keys.put("s3:ExistingObjectTag/access", "public");
            }
        }
        return keys.build();
    }
}
