package dev.rockpool.identity;

import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.identity.policy.PolicyVersion;
import dev.rockpool.identity.policy.Principal;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads an accounts file:
///
/// ```json
/// {"accounts": [{
///   "id": "111122223333", "canonicalId": "…", "displayName": "…", "email": "…",
///   "users": [{"name": "…", "accessKey": "…", "secretKey": "…", "root": true, "policies": [], "boundary": [],
///              "tags": {"team": "…"}}],
///   "roles": [{"name": "…", "path": "/", "trust": [], "policies": [], "boundary": []}]
/// }]}
/// ```
///
/// `canonicalId` is the id where it is absent, `displayName` the canonical id, `email` none. A user with
/// `root` acts as the account's root user and needs no policies. `policies`, `trust` and `boundary` hold
/// statements or policy documents.
final class AccountsFile {
    private static final String CODE = "accounts-file";
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,128}");
    private static final Pattern PATH = Pattern.compile("/|/[!-~]{1,510}/");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
    private static final int LONGEST = 512;
    private static final Set<String> FILE = Set.of("accounts");
    private static final Set<String> OF_ACCOUNT = Set.of("id", "canonicalId", "displayName", "email", "users", "roles");
    private static final Set<String> OF_USER =
            Set.of("name", "path", "accessKey", "secretKey", "root", "policies", "boundary", "tags");
    private static final Set<String> OF_ROLE = Set.of("name", "path", "trust", "policies", "boundary");

    private final String file;
    private final List<Account> accounts = new ArrayList<>();
    private final List<AccessKey> keys = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private AccountsFile(String file) {
        this.file = file;
    }

    static Accounts read(Path path, RandomGenerator random, InstantSource wall) {
        String name = path.toString();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return parse(name, text, random, wall);
        } catch (CharacterCodingException e) {
            throw new InputException(CODE, name + ": the file is not UTF-8 text.", e);
        } catch (NoSuchFileException e) {
            throw new InputException(CODE, name + ": there is no such file.", e);
        } catch (IOException e) {
            throw new InputException(CODE, name + ": the file cannot be read.", e);
        }
    }

    static Accounts parse(String name, String json, RandomGenerator random, InstantSource wall) {
        AccountsFile reader = new AccountsFile(name);
        try {
            reader.file(PolicyJson.parse(json));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new InputException(CODE, name + ":" + line + ": the text is not valid JSON.", e);
        }
        return new Accounts(reader.accounts, reader.keys, reader.roles, random, wall);
    }

    private void file(JsonNode json) {
        if (!json.isObject()
                || !json.path("accounts").isArray()
                || json.path("accounts").isEmpty()) {
            throw fault("accounts", "must be an array of at least one account");
        }
        known("the file", json, FILE);
        int at = 0;
        for (JsonNode account : json.path("accounts")) {
            account("accounts[" + at++ + "]", account);
        }
    }

    private void account(String place, JsonNode json) {
        object(place, json, OF_ACCOUNT);
        String id = required(place, json, "id");
        matching(place + ".id", id, ACCOUNT, "twelve digits");
        String canonicalId = text(place, json, "canonicalId").orElse(id);
        String email = textOrNone(place, json, "email").orElse("");
        unique(place + ".id", "account ", id);
        unique(place + ".canonicalId", "canonical id ", canonicalId);
        if (!email.isEmpty()) {
            unique(place + ".email", "e-mail address ", email.toLowerCase(Locale.ROOT));
        }
        Account account = new Account(
                id, canonicalId, textOrNone(place, json, "displayName").orElse(canonicalId), email);
        accounts.add(account);
        int at = 0;
        for (JsonNode user : array(place, json, "users")) {
            user(place + ".users[" + at++ + "]", account, user);
        }
        at = 0;
        for (JsonNode role : array(place, json, "roles")) {
            role(place + ".roles[" + at++ + "]", account, role);
        }
    }

    private void user(String place, Account account, JsonNode json) {
        object(place, json, OF_USER);
        String name = name(place, json);
        String path = path(place, json);
        String accessKey = required(place, json, "accessKey");
        matching(place + ".accessKey", accessKey, KEY_ID, "1 to 128 letters, digits, _, . or -");
        unique(place + ".accessKey", "access key ", accessKey);
        String secretKey = required(place, json, "secretKey");
        JsonNode root = json.path("root");
        if (!root.isMissingNode() && !root.isBoolean()) {
            throw fault(place + ".root", "must be true or false");
        }
        boolean isRoot = root.asBoolean(false);
        if (!isRoot) {
            unique(place + ".name", "user of " + account.id() + " ", name);
        }
        Caller caller = new Caller(
                isRoot ? new Principal.Root(account.id()) : new Principal.User(account.id(), path, name),
                Optional.of(account),
                policies(place, json, "policies", PolicyJson.Kind.IDENTITY).orElse(List.of()),
                policies(place, json, "boundary", PolicyJson.Kind.IDENTITY),
                Optional.empty(),
                tags(place + ".tags", json.path("tags")),
                Optional.of(accessKey),
                Optional.empty());
        keys.add(new AccessKey(accessKey, secretKey, caller, Optional.empty()));
    }

    private void role(String place, Account account, JsonNode json) {
        object(place, json, OF_ROLE);
        String name = name(place, json);
        unique(place + ".name", "role of " + account.id() + " ", name);
        roles.add(new Role(
                account,
                path(place, json),
                name,
                policies(place, json, "trust", PolicyJson.Kind.RESOURCE)
                        .orElseGet(() -> List.of(new Policy(place + ".trust", PolicyVersion.V2012, List.of()))),
                policies(place, json, "policies", PolicyJson.Kind.IDENTITY).orElse(List.of()),
                policies(place, json, "boundary", PolicyJson.Kind.IDENTITY)));
    }

    private String name(String place, JsonNode json) {
        String name = required(place, json, "name");
        matching(place + ".name", name, NAME, "1 to 128 letters, digits or any of +=,.@_-");
        return name;
    }

    private String path(String place, JsonNode json) {
        String path = text(place, json, "path").orElse("/");
        matching(place + ".path", path, PATH, "/ or begin and end with one");
        return path;
    }

    private Optional<List<Policy>> policies(String place, JsonNode json, String field, PolicyJson.Kind kind) {
        JsonNode written = json.path(field);
        if (written.isMissingNode() || written.isNull()) {
            return Optional.empty();
        }
        boolean documents = written.isArray()
                && written.values().stream().anyMatch(each -> each.isObject() && each.has("Statement"));
        String at = place + "." + field;
        try {
            return Optional.of(
                    documents ? PolicyJson.readAll(at, kind, written) : List.of(PolicyJson.read(at, kind, written)));
        } catch (InputException e) {
            throw new InputException(CODE, file + ": " + e.sentence(), e);
        }
    }

    private Map<String, String> tags(String place, JsonNode json) {
        if (!json.isMissingNode() && !json.isObject()) {
            throw fault(place, "must be an object of texts");
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> tag : json.properties()) {
            if (!tag.getValue().isString()) {
                throw fault(place, "must be an object of texts");
            }
            tags.put(tag.getKey(), tag.getValue().stringValue());
        }
        return tags;
    }

    // --- fields

    private void object(String place, JsonNode json, Set<String> fields) {
        if (!json.isObject()) {
            throw fault(place, "must be an object");
        }
        known(place, json, fields);
    }

    private void known(String place, JsonNode json, Set<String> fields) {
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!fields.contains(field.getKey())) {
                throw fault(place, "has no field " + Quote.of(field.getKey()));
            }
        }
    }

    private JsonNode array(String place, JsonNode json, String field) {
        JsonNode written = json.path(field);
        if (!written.isMissingNode() && !written.isArray()) {
            throw fault(place + "." + field, "must be an array");
        }
        return written;
    }

    private String required(String place, JsonNode json, String field) {
        return text(place, json, field).orElseThrow(() -> fault(place, "lacks the field " + field));
    }

    /// An empty text is none.
    private Optional<String> textOrNone(String place, JsonNode json, String field) {
        return json.path(field).isString() && json.path(field).stringValue().isEmpty()
                ? Optional.empty()
                : text(place, json, field);
    }

    private Optional<String> text(String place, JsonNode json, String field) {
        JsonNode written = json.path(field);
        if (written.isMissingNode() || written.isNull()) {
            return Optional.empty();
        }
        if (!written.isString()
                || written.stringValue().isEmpty()
                || written.stringValue().length() > LONGEST) {
            throw fault(place + "." + field, "must be a text of 1 to " + LONGEST + " characters");
        }
        return Optional.of(written.stringValue());
    }

    private void matching(String place, String value, Pattern pattern, String bound) {
        if (!pattern.matcher(value).matches()) {
            throw fault(place, "must be " + bound + ", not " + Quote.of(value));
        }
    }

    private void unique(String place, String what, String value) {
        if (!taken.add(what + value)) {
            throw fault(place, "is there twice: " + Quote.of(value));
        }
    }

    private InputException fault(String place, String what) {
        return new InputException(CODE, file + ": " + place + " " + what + ".");
    }
}
