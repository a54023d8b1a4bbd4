package dev.rockpool.objectstore.access;

import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.identity.policy.PolicyPattern;
import dev.rockpool.identity.policy.PrincipalElement;
import dev.rockpool.identity.policy.Statement;
import dev.rockpool.kernel.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Policies of buckets: what is wrong with one, in the service's words, and what one says.
///
/// What was read once is kept, so that a request does not read its bucket's policy again.
final class BucketPolicies {
    private static final String NAME = "bucket policy";
    private static final String PREFIX = "arn:aws:s3:::";
    private static final int MOST_KEPT = 1000;
    private static final Set<String> FIELDS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private final Accounts accounts;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String json, Policy policy) {}

    BucketPolicies(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The policy of a bucket, which was found faultless when it was put.
    Policy policy(String bucket, String json) {
        Kept known = kept.get(bucket);
        if (known != null && known.json().equals(json)) {
            return known.policy();
        }
        Policy policy = read(json);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(bucket, new Kept(json, policy));
        return policy;
    }

    /// A policy whose canonical ids became accounts, as the service turns them when it stores one.
    Policy read(String json) {
        Policy policy = PolicyJson.read(NAME, PolicyJson.Kind.RESOURCE, json);
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            statements.add(new Statement(
                    statement.sid(),
                    statement.effect(),
                    statement.principals().map(this::named),
                    statement.notPrincipals(),
                    statement.actions(),
                    statement.notActions(),
                    statement.resources(),
                    statement.notResources(),
                    statement.conditions()));
        }
        return new Policy(policy.name(), policy.version(), statements);
    }

    private PrincipalElement named(PrincipalElement element) {
        if (element.canonicalUsers().isEmpty()) {
            return element;
        }
        List<String> aws = new ArrayList<>(element.aws());
        for (String canonicalId : element.canonicalUsers()) {
            accounts.byCanonicalId(canonicalId).ifPresent(account -> aws.add(account.rootArn()));
        }
        return new PrincipalElement(
                element.everyone(), aws, element.federated(), element.services(), element.canonicalUsers());
    }

    // --- faults

    /// Why the service would not take a policy for `bucket`; empty if it would.
    Optional<String> fault(String bucket, String json) {
        JsonNode document;
        try {
            document = PolicyJson.parse(json);
        } catch (JacksonException e) {
            return Optional.of("Policies must be valid JSON and the first byte must be '{'");
        }
        if (!document.isObject()) {
            return Optional.of("Policies must be valid JSON and the first byte must be '{'");
        }
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            if (!List.of("Version", "Id", "Statement").contains(field.getKey())) {
                return Optional.of("Unknown field " + field.getKey());
            }
        }
        if (!document.has("Statement")) {
            return Optional.of("Missing required field Statement");
        }
        if (document.has("Version")
                && !List.of("2012-10-17", "2008-10-17")
                        .contains(document.path("Version").asString(""))) {
            return Optional.of("The policy must contain a valid version string");
        }
        JsonNode statements = document.path("Statement");
        if (statements.isArray() && statements.isEmpty()) {
            return Optional.of("Could not parse the policy: Statement is empty!");
        }
        for (JsonNode statement : statements.isArray() ? statements.values() : List.of(statements)) {
            Optional<String> fault = statementFault(statement);
            if (fault.isPresent()) {
                return fault;
            }
        }
        Policy policy;
        try {
            policy = read(json);
        } catch (InputException e) {
            return Optional.of(words(e.sentence()));
        }
        return policy.statements().stream()
                .map(statement -> reach(bucket, statement))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> statementFault(JsonNode statement) {
        if (!statement.isObject()) {
            return Optional.of("Policies must be valid JSON and the first byte must be '{'");
        }
        for (Map.Entry<String, JsonNode> field : statement.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                return Optional.of("Unknown field " + field.getKey());
            }
        }
        if (!statement.has("Effect")) {
            return Optional.of("Missing required field Effect");
        }
        String effect = statement.path("Effect").asString("");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            return Optional.of("Invalid effect: " + effect);
        }
        for (String field : List.of("Principal", "Action", "Resource")) {
            if (!statement.has(field) && !statement.has("Not" + field)) {
                return Optional.of("Missing required field " + field);
            }
        }
        if (effect.equals("Allow") && statement.has("NotPrincipal")) {
            return Optional.of("Allow with NotPrincipal is not allowed.");
        }
        return Optional.empty();
    }

    /// The service's words for a fault that the grammar found.
    private static String words(String sentence) {
        if (sentence.contains("Principal")) {
            return "Invalid principal in policy";
        }
        if (sentence.contains("Action")) {
            return "Policy has invalid action";
        }
        if (sentence.contains("Resource")) {
            return "Policy has invalid resource";
        }
        if (sentence.contains("has no operator")) {
            return "Invalid Condition type : "
                    + sentence.substring(sentence.indexOf('"') + 1, Math.max(1, sentence.lastIndexOf('"')));
        }
        return sentence;
    }

    /// Resources must lie in the bucket, and actions must be able to reach them.
    private static Optional<String> reach(String bucket, Statement statement) {
        boolean buckets = false;
        boolean objects = false;
        for (String resource : statement.resources().orElse(List.of())) {
            if (!resource.startsWith(PREFIX)) {
                return Optional.of("Policy has invalid resource");
            }
            String path = resource.substring(PREFIX.length());
            int slash = path.indexOf('/');
            String name = slash < 0 ? path : path.substring(0, slash);
            if (!PolicyPattern.matches(name, bucket)) {
                return Optional.of("Policy has invalid resource");
            }
            buckets = buckets || slash < 0;
            objects = objects || slash >= 0 || name.indexOf('*') >= 0;
        }
        if (statement.notResources()) {
            buckets = true;
            objects = true;
        }
        for (String action : statement.actions()) {
            if (action.equals("*")) {
                continue;
            }
            String pattern = action.toLowerCase(Locale.ROOT);
            boolean ofBuckets = S3Action.ofBuckets().stream().anyMatch(name -> PolicyPattern.matches(pattern, name));
            boolean ofObjects = S3Action.ofObjects().stream().anyMatch(name -> PolicyPattern.matches(pattern, name));
            if (!ofBuckets && !ofObjects) {
                return Optional.of("Policy has invalid action");
            }
            boolean reaches = (ofBuckets && buckets) || (ofObjects && objects);
            if (!reaches && !statement.notActions()) {
                return Optional.of("Action does not apply to any resource(s) in statement");
            }
        }
        return Optional.empty();
    }
}
