package dev.rockpool.identity.policy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A file of questions to the evaluator: one case, or an array of cases.
///
/// A case is an object with the fields `principal`, `principalKind`, `account`, `action`, `resource`,
/// `resourceAccount`, `context`, `identity`, `resource_policy`, `boundary`, `session`, `scps`, `rcps`, of
/// which only `action` is needed. Each part is an array of statements (in the language of 2012-10-17), a
/// policy document with its own version, or an array of documents; `scps` and `rcps` are arrays of such
/// parts, one a level.
public final class PolicyCases {
    /// The code of a case that cannot be read.
    public static final String CODE = "policy-case";

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");
    private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):(iam|sts)::([0-9]{12}):(.+)");
    private static final int LONGEST = 4096;
    private static final Set<String> FIELDS = Set.of(
            "principal",
            "principalKind",
            "account",
            "action",
            "resource",
            "resourceAccount",
            "context",
            "identity",
            "resource_policy",
            "boundary",
            "session",
            "scps",
            "rcps");
    private static final List<String> KINDS = List.of("user", "role", "role-session", "federated", "root", "anonymous");

    private final String file;
    private final List<JsonNode> cases;
    private final boolean many;

    private PolicyCases(String file, List<JsonNode> cases, boolean many) {
        this.file = file;
        this.cases = List.copyOf(cases);
        this.many = many;
    }

    /// The cases in `file`.
    ///
    /// @throws InputException if it cannot be read or is no JSON
    public static PolicyCases read(Path file) {
        String name = file.toString();
        try {
            // A decoder of its own: the usual ones replace bad bytes without a word.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return parse(name, text);
        } catch (CharacterCodingException e) {
            throw new InputException(CODE, name + ": the file is not UTF-8 text.", e);
        } catch (NoSuchFileException e) {
            throw new InputException(CODE, name + ": there is no such file.", e);
        } catch (IOException e) {
            throw new InputException(CODE, name + ": the file cannot be read.", e);
        }
    }

    /// The cases in the text `json`.
    ///
    /// @param file the name that faults are reported under
    /// @throws InputException if it is no JSON
    public static PolicyCases parse(String file, String json) {
        JsonNode root;
        try {
            root = PolicyJson.parse(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new InputException(CODE, file + ":" + line + ": the text is not valid JSON.", e);
        }
        return root.isArray()
                ? new PolicyCases(file, List.copyOf(root.values()), true)
                : new PolicyCases(file, List.of(root), false);
    }

    /// How answering went.
    public enum Outcome {
        /// All were answered, and if there was only one, it is allowed.
        DONE,
        /// The only case is denied.
        DENIED,
        /// Of several cases, one is at fault.
        FAULTY
    }

    /// Decides every case and hands each answer, one line of JSON, to `answer` in the order of the file. Of
    /// several cases, one that is at fault answers `{"error": …}`.
    ///
    /// @throws InputException if the only case is at fault
    public Outcome answer(Consumer<String> answer) {
        Outcome outcome = Outcome.DONE;
        for (JsonNode each : cases) {
            ObjectNode line;
            try {
                Decision decision = PolicyEvaluator.decide(request(each));
                line = json(decision);
                if (!many && !decision.allowed()) {
                    outcome = Outcome.DENIED;
                }
            } catch (InputException e) {
                if (!many) {
                    throw new InputException(e.code(), file + ": " + e.sentence(), e);
                }
                line = JsonNodeFactory.instance.objectNode().put("error", e.sentence());
                outcome = Outcome.FAULTY;
            }
            answer.accept(line.toString());
        }
        return outcome;
    }

    /// A decision as `policy` prints it.
    static ObjectNode json(Decision decision) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("decision", decision.allowed() ? "allow" : "deny");
        json.put("kind", decision.explicit() ? "explicit" : "implicit");
        json.put("decidedBy", decision.decidedBy());
        ArrayNode trace = json.putArray("trace");
        for (Decision.Step step : decision.trace()) {
            ObjectNode line = trace.addObject().put("part", step.part()).put("outcome", step.outcome());
            if (!step.statement().isEmpty()) {
                line.put("statement", step.statement());
            }
            line.put("sentence", step.sentence());
        }
        return json;
    }

    /// The question that a case asks.
    ///
    /// @throws InputException if the case is at fault, with one sentence that names the field and its bound
    static PolicyRequest request(JsonNode json) {
        if (!json.isObject()) {
            throw fault("a case must be an object with at least the field action");
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw fault("a case has no field " + Quote.of(field.getKey()));
            }
        }
        String action = text(json, "action").orElseThrow(() -> fault("a case lacks the field action"));
        if (!ACTION.matcher(action).matches()) {
            throw fault("action must be like s3:GetObject, without wildcards, not " + Quote.of(action));
        }
        String resource = text(json, "resource").orElse("*");
        if (!resource.equals("*") && !resource.startsWith("arn:")) {
            throw fault("resource must be * or an ARN, not " + Quote.of(resource));
        }
        Principal principal = principal(json);
        Optional<String> account = account(json, "account");
        if (account.isPresent() && principal.accountId().isPresent() && !account.equals(principal.accountId())) {
            throw fault("account must be that of the principal, "
                    + principal.accountId().get() + ", not " + Quote.of(account.get()));
        }
        RequestContext context = context(json, principal);
        return new PolicyRequest(
                principal,
                action,
                resource,
                account(json, "resourceAccount").or(() -> account).or(principal::accountId),
                context,
                part(json, Part.IDENTITY, PolicyJson.Kind.IDENTITY).orElse(List.of()),
                part(json, Part.RESOURCE, PolicyJson.Kind.RESOURCE).orElse(List.of()),
                part(json, Part.BOUNDARY, PolicyJson.Kind.IDENTITY),
                part(json, Part.SESSION, PolicyJson.Kind.IDENTITY),
                levels(json, Part.SCPS, PolicyJson.Kind.IDENTITY),
                levels(json, Part.RCPS, PolicyJson.Kind.RESOURCE_CONTROL));
    }

    private static Optional<List<Policy>> part(JsonNode json, Part part, PolicyJson.Kind kind) {
        JsonNode written = json.path(part.field());
        return written.isMissingNode() || written.isNull()
                ? Optional.empty()
                : Optional.of(policies(part.field(), kind, written));
    }

    private static List<List<Policy>> levels(JsonNode json, Part part, PolicyJson.Kind kind) {
        JsonNode written = json.path(part.field());
        if (written.isMissingNode() || written.isNull()) {
            return List.of();
        }
        if (!written.isArray()) {
            throw fault(part.field() + " must be an array with one array of statements a level");
        }
        List<List<Policy>> levels = new ArrayList<>();
        for (JsonNode level : written) {
            String place = part.field() + "[" + levels.size() + "]";
            if (!level.isArray() && !level.has("Statement")) {
                throw fault(place + " must be an array of statements, or a policy document");
            }
            levels.add(policies(place, kind, level));
        }
        return levels;
    }

    /// Statements of an array belong to one policy; documents stay each their own.
    private static List<Policy> policies(String place, PolicyJson.Kind kind, JsonNode json) {
        boolean documents =
                json.isArray() && json.values().stream().anyMatch(each -> each.isObject() && each.has("Statement"));
        return documents ? PolicyJson.readAll(place, kind, json) : List.of(PolicyJson.read(place, kind, json));
    }

    private static RequestContext context(JsonNode json, Principal principal) {
        RequestContext.Builder context = RequestContext.builder();
        JsonNode written = json.path("context");
        if (!written.isMissingNode() && !written.isNull() && !written.isObject()) {
            throw fault("context must be an object of keys and values");
        }
        for (Map.Entry<String, JsonNode> key : written.properties()) {
            if (!key.getValue().isNull()) {
                String name = Quote.of(key.getKey());
                context.put(
                        key.getKey(),
                        PolicyJson.scalars("context." + name.substring(1, name.length() - 1), key.getValue()));
            }
        }
        text(json, "principal").filter(arn -> arn.startsWith("arn:aws-")).ifPresent(arn -> {
            if (!(principal instanceof Principal.RoleSession)) {
                context.putIfAbsent("aws:PrincipalArn", arn);
            }
        });
        return context.build();
    }

    // --- who asks

    private static Principal principal(JsonNode json) {
        String arn = text(json, "principal").orElse("*");
        Optional<String> kind = text(json, "principalKind");
        if (kind.isPresent() && !KINDS.contains(kind.get())) {
            throw fault("principalKind must be one of " + String.join(", ", KINDS) + ", not " + Quote.of(kind.get()));
        }
        var parts = ARN.matcher(arn);
        Principal principal;
        if (arn.equals("*")) {
            principal = new Principal.Anonymous();
        } else if (parts.matches()) {
            principal = named(arn, parts.group(3), parts.group(4));
        } else if (ACCOUNT.matcher(arn).matches()) {
            principal = new Principal.Root(arn);
        } else if (arn.endsWith(".amazonaws.com") && !kind.equals(Optional.of("federated"))) {
            principal = new Principal.Service(arn);
        } else {
            principal = new Principal.FederatedIdentity(arn);
        }
        if (kind.isPresent() && !fits(kind.get(), principal)) {
            throw fault("principalKind " + Quote.of(kind.get()) + " does not fit the principal " + Quote.of(arn));
        }
        if (kind.isEmpty() && principal instanceof Principal.FederatedIdentity) {
            throw fault("principal must be an ARN of a user, role, session or root, or *, not " + Quote.of(arn));
        }
        return principal;
    }

    private static boolean fits(String kind, Principal principal) {
        return switch (principal) {
            case Principal.Anonymous anonymous -> kind.equals("anonymous");
            case Principal.Root root -> kind.equals("root");
            case Principal.User user -> kind.equals("user");
            case Principal.Role role -> kind.equals("role") || kind.equals("role-session");
            case Principal.RoleSession session ->
                kind.equals("role-session") || kind.equals("role") || kind.equals("federated");
            case Principal.FederatedUser federated -> kind.equals("federated");
            case Principal.FederatedIdentity identity -> kind.equals("federated");
            case Principal.Service service -> false;
        };
    }

    private static Principal named(String arn, String account, String rest) {
        String[] segments = rest.split("/", -1);
        String name = segments[segments.length - 1];
        String path = segments.length < 2 ? "/" : rest.substring(segments[0].length(), rest.length() - name.length());
        boolean empty = name.isEmpty() || segments.length < 2;
        return switch (segments[0]) {
            case "root" -> new Principal.Root(account);
            case "user" -> new Principal.User(account, path, nonEmpty(arn, name, empty));
            case "role" -> new Principal.Role(account, path, nonEmpty(arn, name, empty));
            case "assumed-role" -> {
                if (segments.length != 3 || segments[1].isEmpty() || name.isEmpty()) {
                    throw fault(
                            "principal must be arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION, not " + Quote.of(arn));
                }
                yield new Principal.RoleSession(account, Optional.empty(), segments[1], name);
            }
            case "federated-user" -> new Principal.FederatedUser(account, nonEmpty(arn, name, empty), Optional.empty());
            default -> new Principal.FederatedIdentity(arn);
        };
    }

    private static String nonEmpty(String arn, String name, boolean empty) {
        if (empty) {
            throw fault("principal must end with a name, not " + Quote.of(arn));
        }
        return name;
    }

    private static Optional<String> account(JsonNode json, String field) {
        Optional<String> account = text(json, field);
        if (account.isPresent() && !ACCOUNT.matcher(account.get()).matches()) {
            throw fault(field + " must be twelve digits, not " + Quote.of(account.get()));
        }
        return account;
    }

    private static Optional<String> text(JsonNode json, String field) {
        JsonNode written = json.path(field);
        if (written.isMissingNode() || written.isNull()) {
            return Optional.empty();
        }
        if (!written.isString()
                || written.stringValue().isEmpty()
                || written.stringValue().length() > LONGEST) {
            throw fault(field + " must be a text of 1 to " + LONGEST + " characters");
        }
        return Optional.of(written.stringValue());
    }

    private static InputException fault(String sentence) {
        return new InputException(CODE, sentence + ".");
    }
}
