package dev.rockpool.identity.policy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads policies from JSON and holds them to the grammar (IAM user guide, *Grammar of the IAM JSON policy
/// language*).
public final class PolicyJson {
    /// The code of a document that is no policy.
    public static final String CODE = "policy-document";

    private static final int DEEPEST = 20;
    private static final int MOST_STATEMENTS = 10_000;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Set<String> DOCUMENT = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PolicyJson() {}

    /// What a policy is attached to.
    public enum Kind {
        /// A principal, or an organisation: statements name resources, and no principals.
        IDENTITY,
        /// A resource: statements name principals, and may leave the resource out.
        RESOURCE,
        /// An organisation, for its resources: statements name resources, and as principal only `*`.
        RESOURCE_CONTROL
    }

    /// The JSON of a text, which may hold no field twice.
    ///
    /// @throws JacksonException if it is none
    public static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    /// The policy of a document `{"Version","Statement"}`.
    ///
    /// @param name what it is called in traces and faults
    /// @param kind what it is attached to
    /// @throws InputException with code [#CODE] if it is none
    public static Policy read(String name, Kind kind, String json) {
        JsonNode document;
        try {
            document = parse(json);
        } catch (JacksonException e) {
            throw new InputException(CODE, name + ": the text is not valid JSON.", e);
        }
        if (!document.isObject() || !document.has("Statement")) {
            throw fault(name, "must be an object with a field Statement");
        }
        return read(name, kind, document);
    }

    /// The policy of a document, or of statements alone (an object or an array), which are then in the
    /// newest version of the language.
    ///
    /// @throws InputException with code [#CODE] if it is none
    public static Policy read(String name, Kind kind, JsonNode json) {
        if (!json.isObject() || !json.has("Statement")) {
            return new Policy(name, PolicyVersion.V2012, statements(name, kind, json));
        }
        known(name, json, DOCUMENT);
        JsonNode version = json.path("Version");
        PolicyVersion written = PolicyVersion.V2008;
        if (!version.isMissingNode()) {
            String date = text(name + ".Version", version);
            written = switch (date) {
                case "2012-10-17" -> PolicyVersion.V2012;
                case "2008-10-17" -> PolicyVersion.V2008;
                default -> throw fault(name + ".Version", "must be 2012-10-17 or 2008-10-17, not " + Quote.of(date));
            };
        }
        if (json.has("Id")) {
            text(name + ".Id", json.path("Id"));
        }
        return new Policy(name, written, statements(name + ".Statement", kind, json.path("Statement")));
    }

    /// The policies of a part that a file gives as statements, as a document, or as an array of either.
    ///
    /// @throws InputException with code [#CODE] if one of them is none
    public static List<Policy> readAll(String name, Kind kind, JsonNode json) {
        if (!json.isArray()) {
            return List.of(read(name, kind, json));
        }
        List<Policy> policies = new ArrayList<>();
        int at = 0;
        for (JsonNode each : json) {
            policies.add(read(name + "[" + at++ + "]", kind, each));
        }
        return policies;
    }

    private static List<Statement> statements(String place, Kind kind, JsonNode json) {
        if (json.isObject()) {
            return List.of(statement(place, kind, json));
        }
        if (!json.isArray()) {
            throw fault(place, "must be a statement or an array of statements");
        }
        if (json.size() > MOST_STATEMENTS) {
            throw fault(place, "holds " + json.size() + " statements, and at most " + MOST_STATEMENTS + " fit");
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonNode each : json) {
            String at = place + "[" + statements.size() + "]";
            if (!each.isObject()) {
                throw fault(at, "must be a statement, which is an object");
            }
            statements.add(statement(at, kind, each));
        }
        return statements;
    }

    private static Statement statement(String place, Kind kind, JsonNode json) {
        known(place, json, STATEMENT);
        String effect = text(place + ".Effect", required(place, json, "Effect"));
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw fault(place + ".Effect", "must be Allow or Deny, not " + Quote.of(effect));
        }
        boolean notPrincipals = json.has("NotPrincipal");
        Optional<PrincipalElement> principals = Optional.empty();
        if (one(place, json, "Principal", "NotPrincipal", kind == Kind.RESOURCE)) {
            String field = notPrincipals ? "NotPrincipal" : "Principal";
            if (kind == Kind.IDENTITY) {
                throw fault(place + "." + field, "belongs only in policies of resources");
            }
            principals = Optional.of(principals(place + "." + field, json.path(field)));
        }
        one(place, json, "Action", "NotAction", true);
        boolean notActions = json.has("NotAction");
        String actionField = notActions ? "NotAction" : "Action";
        List<String> actions = texts(place + "." + actionField, json.path(actionField));
        for (String action : actions) {
            if (!ACTION.matcher(action).matches()) {
                throw fault(place + "." + actionField, "must be * or like s3:GetObject, not " + Quote.of(action));
            }
        }
        boolean notResources = json.has("NotResource");
        Optional<List<String>> resources = Optional.empty();
        if (one(place, json, "Resource", "NotResource", kind != Kind.RESOURCE)) {
            String field = notResources ? "NotResource" : "Resource";
            List<String> patterns = texts(place + "." + field, json.path(field));
            for (String pattern : patterns) {
                if (!pattern.equals("*") && !pattern.startsWith("arn:")) {
                    throw fault(place + "." + field, "must be * or an ARN, not " + Quote.of(pattern));
                }
            }
            resources = Optional.of(patterns);
        }
        return new Statement(
                json.has("Sid") ? text(place + ".Sid", json.path("Sid")) : "",
                effect.equals("Allow") ? Effect.ALLOW : Effect.DENY,
                principals,
                notPrincipals,
                actions,
                notActions,
                resources,
                notResources,
                json.has("Condition") ? conditions(place + ".Condition", json.path("Condition")) : List.of());
    }

    private static PrincipalElement principals(String place, JsonNode json) {
        if (json.isString()) {
            if (json.stringValue().equals("*")) {
                return new PrincipalElement(true, List.of(), List.of(), List.of(), List.of());
            }
            throw fault(place, "must be * or an object such as {\"AWS\": …}, not " + Quote.of(json.stringValue()));
        }
        if (!json.isObject() || json.isEmpty()) {
            throw fault(place, "must be * or an object such as {\"AWS\": …}");
        }
        known(place, json, Set.of("AWS", "Federated", "Service", "CanonicalUser"));
        boolean everyone = false;
        List<String> aws = new ArrayList<>();
        for (String each : json.has("AWS") ? texts(place + ".AWS", json.path("AWS")) : List.<String>of()) {
            if (each.equals("*")) {
                everyone = true;
            } else if ((each.startsWith("arn:") && each.indexOf('*') < 0 && each.indexOf('?') < 0)
                    || ACCOUNT.matcher(each).matches()
                    || each.matches("A(IDA|ROA)[A-Z0-9]+")) {
                aws.add(each);
            } else {
                throw fault(
                        place + ".AWS",
                        "must be *, the twelve digits of an account or an ARN without wildcards, not "
                                + Quote.of(each));
            }
        }
        return new PrincipalElement(
                everyone,
                aws,
                json.has("Federated") ? texts(place + ".Federated", json.path("Federated")) : List.of(),
                json.has("Service") ? texts(place + ".Service", json.path("Service")) : List.of(),
                json.has("CanonicalUser") ? texts(place + ".CanonicalUser", json.path("CanonicalUser")) : List.of());
    }

    private static List<Condition> conditions(String place, JsonNode json) {
        if (!json.isObject()) {
            throw fault(place, "must be an object of operators");
        }
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operator : json.properties()) {
            String name = operator.getKey();
            String at = place + "." + shown(name);
            if (Condition.of(name, "", List.of()).isEmpty()) {
                throw fault(place, "has no operator " + Quote.of(name));
            }
            if (!operator.getValue().isObject()) {
                throw fault(at, "must be an object of keys and values");
            }
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                String under = at + "." + shown(key.getKey());
                List<String> values = scalars(under, key.getValue());
                Condition condition = Condition.of(name, key.getKey(), values).orElseThrow();
                for (String value : values) {
                    condition.comparison().refuses(value).ifPresent(bound -> {
                        throw fault(under, "must be " + bound + ", not " + Quote.of(value));
                    });
                }
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private static String shown(String name) {
        String quoted = Quote.of(name);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static boolean one(String place, JsonNode json, String field, String opposite, boolean needed) {
        if (json.has(field) && json.has(opposite)) {
            throw fault(place, "has both " + field + " and " + opposite + ", of which one fits");
        }
        boolean has = json.has(field) || json.has(opposite);
        if (needed && !has) {
            throw fault(place, "lacks the field " + field + " (or " + opposite + ")");
        }
        return has;
    }

    private static JsonNode required(String place, JsonNode json, String field) {
        if (!json.has(field)) {
            throw fault(place, "lacks the field " + field);
        }
        return json.path(field);
    }

    private static void known(String place, JsonNode json, Set<String> fields) {
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!fields.contains(field.getKey())) {
                throw fault(place, "has no field " + Quote.of(field.getKey()));
            }
        }
    }

    private static String text(String place, JsonNode json) {
        if (!json.isString()) {
            throw fault(place, "must be a text");
        }
        return json.stringValue();
    }

    private static List<String> texts(String place, JsonNode json) {
        if (json.isString()) {
            return List.of(json.stringValue());
        }
        if (!json.isArray() || json.isEmpty()) {
            throw fault(place, "must be a text or an array of at least one");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : json) {
            texts.add(text(place, each));
        }
        return texts;
    }

    /// Texts, numbers and truth values, as texts.
    static List<String> scalars(String place, JsonNode json) {
        List<String> texts = new ArrayList<>();
        if (json.isArray()) {
            for (JsonNode each : json) {
                texts.add(scalar(place, each));
            }
        } else {
            texts.add(scalar(place, json));
        }
        return texts;
    }

    private static String scalar(String place, JsonNode json) {
        if (json.isString()) {
            return json.stringValue();
        }
        if (json.isNumber()) {
            BigDecimal number = json.decimalValue();
            if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
                throw fault(place, "must be a number of at most " + LONGEST_NUMBER + " digits");
            }
            return number.toPlainString();
        }
        if (json.isBoolean()) {
            return Boolean.toString(json.booleanValue());
        }
        throw fault(place, "must be a text, a number, true or false, or an array of these");
    }

    private static InputException fault(String place, String what) {
        return new InputException(CODE, place + " " + what + ".");
    }
}
