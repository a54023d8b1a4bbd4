package dev.rockpool.keys.sts;

import dev.rockpool.gateway.Exchange;
import dev.rockpool.gateway.SignedBody;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.Role;
import dev.rockpool.identity.policy.Decision;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyEvaluator;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.identity.policy.PolicyRequest;
import dev.rockpool.identity.policy.Principal;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.identity.signature.SignatureFault;
import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Answers the token service's requests: *AssumeRole* and *GetCallerIdentity*; others are refused by name.
public final class StsEndpoint {
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final int LEAST_SECONDS = 900;
    private static final int MOST_SECONDS = 43_200;
    private static final int DEFAULT_SECONDS = 3_600;
    private static final int MOST_TAGS = 50;

    private final Accounts accounts;
    private final SignedBody signatures;

    /// @param signatures verifies for the service `sts`
    public StsEndpoint(Accounts accounts, SignedBody signatures) {
        this.accounts = accounts;
        this.signatures = signatures;
    }

    /// Answers a request whose body was read.
    public void handle(Exchange exchange, byte[] body) throws IOException {
        exchange.set("x-amzn-RequestId", exchange.requestId()).set("Content-Type", "text/xml");
        Map<String, String> form = Form.read(exchange.query(), body);
        try {
            Caller caller = switch (signatures.verify(exchange, body)) {
                case SignedBody.By(Caller signer) -> signer;
                case SignedBody.Unsigned _ ->
                    throw new StsRefusal("MissingAuthenticationToken", 403, "Request is missing Authentication Token");
                case SignedBody.Refused(SignatureFault fault) -> throw StsRefusal.of(fault);
            };
            byte[] answer = switch (form.getOrDefault("Action", "")) {
                case "AssumeRole" -> assumeRole(exchange, caller, form);
                case "GetCallerIdentity" -> callerIdentity(exchange, caller);
                case String other ->
                    throw new StsRefusal(
                            "InvalidAction", 400, "Could not find operation " + other + " for version 2011-06-15");
            };
            exchange.respond(200, answer);
        } catch (StsRefusal refusal) {
            exchange.respond(refusal.status(), StsXml.error(refusal.code(), refusal.sentence(), exchange.requestId()));
        }
    }

    private byte[] assumeRole(Exchange exchange, Caller caller, Map<String, String> form) {
        String arn = required(form, "RoleArn");
        String session = required(form, "RoleSessionName");
        if (!SESSION_NAME.matcher(session).matches()) {
            throw invalid("roleSessionName", "must satisfy regular expression pattern: [\\w+=,.@-]{2,64}");
        }
        int seconds = seconds(form);
        Map<String, String> tags = tags(form);
        Optional<List<Policy>> policies =
                Optional.ofNullable(form.get("Policy")).map(StsEndpoint::sessionPolicy);
        RequestContext.Builder context = RequestContext.builder()
                .put("sts:RoleSessionName", session)
                .put("aws:SourceIp", exchange.remoteAddress());
        Optional.ofNullable(form.get("ExternalId")).ifPresent(id -> context.put("sts:ExternalId", id));
        tags.forEach((name, value) -> context.put("aws:RequestTag/" + name, value));
        Role role = accounts.role(arn)
                .filter(found -> mayAssume(caller, found, context.build()))
                .orElseThrow(() -> new StsRefusal(
                        "AccessDenied",
                        403,
                        "User: " + caller.arn() + " is not authorized to perform: sts:AssumeRole on resource: " + arn));
        AccessKey made = accounts.assume(role, session, policies, tags, Duration.ofSeconds(seconds));
        AccessKey.Session credentials = made.session().orElseThrow();
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("AccessKeyId", made.id());
        shown.put("SecretAccessKey", made.secret());
        shown.put("SessionToken", credentials.token());
        shown.put(
                "Expiration",
                credentials.expires().truncatedTo(ChronoUnit.SECONDS).toString());
        Map<String, String> user = new LinkedHashMap<>();
        user.put("AssumedRoleId", made.id() + ":" + session);
        user.put("Arn", made.caller().arn());
        Map<String, Map<String, String>> result = new LinkedHashMap<>();
        result.put("Credentials", shown);
        result.put("AssumedRoleUser", user);
        return StsXml.result("AssumeRole", result, Map.of(), exchange.requestId());
    }

    private static byte[] callerIdentity(Exchange exchange, Caller caller) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Arn", caller.arn());
        fields.put(
                "UserId",
                switch (caller.principal()) {
                    case Principal.Root root -> root.account();
                    case Principal.User user -> user.name();
                    case Principal.RoleSession session -> session.role() + ":" + session.session();
                    case Principal.Role role -> role.name();
                    case Principal.FederatedUser user -> user.account() + ":" + user.name();
                    case Principal.FederatedIdentity identity -> identity.provider();
                    case Principal.Service service -> service.name();
                    case Principal.Anonymous anonymous -> anonymous.arn();
                });
        fields.put("Account", caller.accountId().orElse(""));
        return StsXml.result("GetCallerIdentity", Map.of(), fields, exchange.requestId());
    }

    /// A role's trust policy must allow it, by naming the caller, or the caller's account together with the caller's
    /// own policies.
    private static boolean mayAssume(Caller caller, Role role, RequestContext context) {
        Decision decision = PolicyEvaluator.decide(new PolicyRequest(
                caller.principal(),
                "sts:AssumeRole",
                role.arn(),
                Optional.of(role.account().id()),
                context,
                caller.identity(),
                role.trust(),
                caller.boundary(),
                caller.session(),
                List.of(),
                List.of()));
        return decision.allowed() && !(caller.principal() instanceof Principal.Root);
    }

    private static List<Policy> sessionPolicy(String json) {
        try {
            return List.of(PolicyJson.read("session", PolicyJson.Kind.IDENTITY, json));
        } catch (InputException fault) {
            throw new StsRefusal("MalformedPolicyDocument", 400, fault.sentence());
        }
    }

    private static Map<String, String> tags(Map<String, String> form) {
        Map<String, String> tags = new TreeMap<>();
        for (int at = 1; form.containsKey("Tags.member." + at + ".Key"); at++) {
            if (at > MOST_TAGS) {
                throw invalid("tags", "must have length less than or equal to " + MOST_TAGS);
            }
            tags.put(
                    form.getOrDefault("Tags.member." + at + ".Key", ""),
                    form.getOrDefault("Tags.member." + at + ".Value", ""));
        }
        return tags;
    }

    private static int seconds(Map<String, String> form) {
        String text = form.get("DurationSeconds");
        if (text == null) {
            return DEFAULT_SECONDS;
        }
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw invalid("durationSeconds", "must be from " + LEAST_SECONDS + " to " + MOST_SECONDS);
    }

    private static String required(Map<String, String> form, String field) {
        String value = form.get(field);
        if (value == null || value.isEmpty()) {
            throw invalid(Character.toLowerCase(field.charAt(0)) + field.substring(1), "must not be null");
        }
        return value;
    }

    private static StsRefusal invalid(String field, String constraint) {
        return new StsRefusal(
                "ValidationError",
                400,
                "1 validation error detected: Value at '" + field + "' failed to satisfy constraint: Member "
                        + constraint);
    }
}
