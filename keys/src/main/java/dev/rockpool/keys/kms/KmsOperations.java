package dev.rockpool.keys.kms;

import dev.rockpool.kernel.Quote;
import dev.rockpool.keys.Envelope;
import dev.rockpool.keys.Grant;
import dev.rockpool.keys.Grants;
import dev.rockpool.keys.KeyAdministration;
import dev.rockpool.keys.KeyDescription;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.keys.KeyRotation;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.KeyState;
import dev.rockpool.keys.KeyUse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The operations of the API by name: each reads its fields, asks [KeyService], and writes its answer.
final class KmsOperations {
    static final int MOST_TAGS = 50;
    private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";
    private static final int MOST_POLICY = 131_072;
    private static final int MOST_NAME = 2_048;

    /// What the API has and symmetric keys of one region do not.
    private static final Set<String> UNSUPPORTED = Set.of(
            "ConnectCustomKeyStore",
            "CreateCustomKeyStore",
            "DeleteCustomKeyStore",
            "DeleteImportedKeyMaterial",
            "DeriveSharedSecret",
            "DescribeCustomKeyStores",
            "DisconnectCustomKeyStore",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "GenerateMac",
            "GetParametersForImport",
            "GetPublicKey",
            "ImportKeyMaterial",
            "ReplicateKey",
            "Sign",
            "UpdateCustomKeyStore",
            "UpdatePrimaryRegion",
            "Verify",
            "VerifyMac");

    private final JsonMapper json;
    private final KeyService keys;
    private final KeyAdministration administration;
    private final Grants grants;
    private final SecureRandom random;
    private final Map<String, Operation> operations = new HashMap<>();

    KmsOperations(JsonMapper json, KeyService keys, SecureRandom random) {
        this.json = json;
        this.keys = keys;
        this.administration = keys.administration();
        this.grants = keys.grants();
        this.random = random;
        use();
        describe();
        administer();
        rotate();
        grant();
    }

    /// Answers a request by its caller; empty answers have no body.
    @FunctionalInterface
    private interface Operation {
        Optional<ObjectNode> answer(KeyUse use, JsonFields request);
    }

    /// What the operation called `name` answers.
    ///
    /// @throws KeyRefusal as the service refuses; `UnsupportedOperationException` for what is not here
    Optional<ObjectNode> answer(String name, KeyUse use, JsonFields request) {
        Operation operation = operations.get(name);
        if (operation != null) {
            return operation.answer(use, request);
        }
        String sentence = UNSUPPORTED.contains(name)
                ? name + " is not supported: this key service has symmetric keys in one region"
                : "There is no operation " + Quote.of(name);
        throw new KeyRefusal(KeyRefusal.Code.UNSUPPORTED_OPERATION, sentence);
    }

    private void use() {
        operations.put("Encrypt", (use, request) -> {
            requireSymmetric(request, "EncryptionAlgorithm");
            Envelope made = keys.encrypt(use, key(request), request.bytes("Plaintext"), context(request));
            return Optional.of(wrapped(made, "CiphertextBlob").put("EncryptionAlgorithm", SYMMETRIC));
        });
        operations.put("Decrypt", (use, request) -> {
            requireSymmetric(request, "EncryptionAlgorithm");
            Envelope opened = keys.decrypt(
                    use,
                    request.optionalText("KeyId", MOST_NAME),
                    request.bytes("CiphertextBlob"),
                    context(request),
                    "Decrypt");
            return Optional.of(json.createObjectNode()
                    .put("KeyId", opened.keyArn())
                    .put("Plaintext", base64(opened.clear()))
                    .put("EncryptionAlgorithm", SYMMETRIC));
        });
        operations.put("ReEncrypt", (use, request) -> {
            Envelope opened = keys.decrypt(
                    use,
                    request.optionalText("SourceKeyId", MOST_NAME),
                    request.bytes("CiphertextBlob"),
                    request.texts("SourceEncryptionContext"),
                    "ReEncryptFrom");
            Envelope made = keys.encrypt(
                    use,
                    request.text("DestinationKeyId", MOST_NAME),
                    opened.clear(),
                    request.texts("DestinationEncryptionContext"),
                    "ReEncryptTo");
            return Optional.of(wrapped(made, "CiphertextBlob")
                    .put("SourceKeyId", opened.keyArn())
                    .put("SourceEncryptionAlgorithm", SYMMETRIC)
                    .put("DestinationEncryptionAlgorithm", SYMMETRIC));
        });
        operations.put("GenerateDataKey", (use, request) -> {
            Envelope made =
                    keys.generateDataKey(use, key(request), context(request), dataKeyBytes(request), "GenerateDataKey");
            return Optional.of(wrapped(made, "CiphertextBlob").put("Plaintext", base64(made.clear())));
        });
        operations.put("GenerateDataKeyWithoutPlaintext", (use, request) -> {
            Envelope made = keys.generateDataKey(
                    use, key(request), context(request), dataKeyBytes(request), "GenerateDataKeyWithoutPlaintext");
            return Optional.of(wrapped(made, "CiphertextBlob"));
        });
        operations.put("GenerateRandom", (use, request) -> {
            administration.requireRandom(use);
            byte[] bytes = new byte[request.number("NumberOfBytes", 1, 1_024).orElse(1)];
            random.nextBytes(bytes);
            return Optional.of(json.createObjectNode().put("Plaintext", base64(bytes)));
        });
    }

    private void describe() {
        operations.put("DescribeKey", (use, request) -> Optional.of(metadata(keys.describe(use, key(request)))));
        operations.put(
                "ListKeys",
                (use, request) -> Optional.of(Page.write(
                        json.createObjectNode(),
                        "Keys",
                        request,
                        administration.listKeys(use),
                        (key, array) -> array.addObject()
                                .put("KeyId", key.id().toString())
                                .put("KeyArn", key.arn()))));
        operations.put(
                "ListAliases",
                (use, request) -> Optional.of(Page.write(
                        json.createObjectNode(),
                        "Aliases",
                        request,
                        administration.listAliases(use, request.optionalText("KeyId", MOST_NAME)),
                        (alias, array) -> array.addObject()
                                .put("AliasName", alias.name())
                                .put("AliasArn", alias.arn())
                                .put("TargetKeyId", alias.key().toString()))));
        operations.put(
                "ListResourceTags",
                (use, request) -> Optional.of(Page.write(
                        json.createObjectNode(),
                        "Tags",
                        request,
                        administration.tags(use, key(request)).entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList(),
                        (tag, array) ->
                                array.addObject().put("TagKey", tag.getKey()).put("TagValue", tag.getValue()))));
        operations.put("ListKeyPolicies", (use, request) -> {
            administration.requirePolicyList(use, key(request));
            return Optional.of(Page.write(
                    json.createObjectNode(),
                    "PolicyNames",
                    request,
                    List.of("default"),
                    (name, array) -> array.add(name)));
        });
        operations.put(
                "GetKeyPolicy",
                (use, request) -> Optional.of(json.createObjectNode()
                        .put("Policy", administration.policy(use, key(request)))
                        .put("PolicyName", "default")));
    }

    private void administer() {
        operations.put("CreateKey", (use, request) -> {
            requireSymmetric(request, "KeySpec");
            requireSymmetric(request, "CustomerMasterKeySpec");
            require(request, "KeyUsage", "ENCRYPT_DECRYPT");
            require(request, "Origin", "AWS_KMS");
            if (request.flag("MultiRegion")) {
                throw new KeyRefusal(
                        KeyRefusal.Code.UNSUPPORTED_OPERATION, "Keys of several regions are not supported");
            }
            return Optional.of(metadata(administration.createKey(
                    use,
                    request.optionalText("Description", 8_192).orElse(""),
                    request.optionalText("Policy", MOST_POLICY),
                    request.flag("BypassPolicyLockoutSafetyCheck"),
                    request.tags("Tags"))));
        });
        operations.put("CreateAlias", (use, request) -> {
            administration.createAlias(use, alias(request), request.text("TargetKeyId", MOST_NAME));
            return Optional.empty();
        });
        operations.put("UpdateAlias", (use, request) -> {
            administration.updateAlias(use, alias(request), request.text("TargetKeyId", MOST_NAME));
            return Optional.empty();
        });
        operations.put("DeleteAlias", (use, request) -> {
            administration.deleteAlias(use, alias(request));
            return Optional.empty();
        });
        operations.put("EnableKey", (use, request) -> {
            administration.enable(use, key(request));
            return Optional.empty();
        });
        operations.put("DisableKey", (use, request) -> {
            administration.disable(use, key(request));
            return Optional.empty();
        });
        operations.put("ScheduleKeyDeletion", (use, request) -> {
            int days = request.number(
                            "PendingWindowInDays",
                            KeyAdministration.LEAST_WAITING_DAYS,
                            KeyAdministration.MOST_WAITING_DAYS)
                    .orElse(KeyAdministration.MOST_WAITING_DAYS);
            String arn = keys.find(use, key(request)).arn();
            Instant at = administration.scheduleDeletion(use, key(request), days);
            return Optional.of(json.createObjectNode()
                    .put("KeyId", arn)
                    .put("DeletionDate", seconds(at))
                    .put("KeyState", "PendingDeletion")
                    .put("PendingWindowInDays", days));
        });
        operations.put(
                "CancelKeyDeletion",
                (use, request) -> Optional.of(json.createObjectNode()
                        .put(
                                "KeyId",
                                administration.cancelDeletion(use, key(request)).arn())));
        operations.put("PutKeyPolicy", (use, request) -> {
            administration.putPolicy(
                    use,
                    key(request),
                    request.text("Policy", MOST_POLICY),
                    request.flag("BypassPolicyLockoutSafetyCheck"));
            return Optional.empty();
        });
        operations.put("UpdateKeyDescription", (use, request) -> {
            administration.describe(use, key(request), request.text("Description", 8_192));
            return Optional.empty();
        });
        operations.put("TagResource", (use, request) -> {
            administration.tag(use, key(request), request.tags("Tags"));
            return Optional.empty();
        });
        operations.put("UntagResource", (use, request) -> {
            administration.untag(use, key(request), request.list("TagKeys", MOST_TAGS));
            return Optional.empty();
        });
    }

    private void rotate() {
        operations.put("EnableKeyRotation", (use, request) -> {
            OptionalInt days = request.number("RotationPeriodInDays", 0, Integer.MAX_VALUE);
            administration.enableRotation(use, key(request), days.orElse(KeyRotation.DEFAULT_PERIOD_DAYS));
            return Optional.empty();
        });
        operations.put("DisableKeyRotation", (use, request) -> {
            administration.disableRotation(use, key(request));
            return Optional.empty();
        });
        operations.put("GetKeyRotationStatus", (use, request) -> {
            Optional<KeyRotation> rotation = administration.rotation(use, key(request));
            ObjectNode answer = json.createObjectNode()
                    .put("KeyId", keys.find(use, key(request)).id().toString())
                    .put("KeyRotationEnabled", rotation.isPresent());
            rotation.ifPresent(kept -> answer.put("RotationPeriodInDays", kept.periodDays())
                    .put("NextRotationDate", seconds(kept.next())));
            return Optional.of(answer);
        });
        operations.put(
                "ListKeyRotations",
                (use, request) -> Optional.of(Page.write(
                        json.createObjectNode(),
                        "Rotations",
                        request,
                        administration.rotations(use, key(request)),
                        (entry, array) -> array.addObject()
                                .put("KeyId", keys.find(use, key(request)).id().toString())
                                .put("RotationDate", seconds(entry.since()))
                                .put("RotationType", entry.automatic() ? "AUTOMATIC" : "ON_DEMAND"))));
        operations.put(
                "RotateKeyOnDemand",
                (use, request) -> Optional.of(json.createObjectNode()
                        .put(
                                "KeyId",
                                administration.rotate(use, key(request)).id().toString())));
    }

    private void grant() {
        operations.put("CreateGrant", (use, request) -> {
            Optional<JsonFields> constraints = request.object("Constraints");
            Grant made = grants.create(
                    use,
                    key(request),
                    new Grants.Wish(
                            request.optionalText("Name", 256),
                            request.text("GranteePrincipal", 256),
                            request.optionalText("RetiringPrincipal", 256),
                            request.list("Operations", 32),
                            constraints.flatMap(fields -> fields.optionalTexts("EncryptionContextEquals")),
                            constraints.flatMap(fields -> fields.optionalTexts("EncryptionContextSubset"))));
            return Optional.of(json.createObjectNode().put("GrantId", made.id()).put("GrantToken", made.token()));
        });
        operations.put(
                "ListGrants",
                (use, request) -> Optional.of(Page.write(
                        json.createObjectNode(),
                        "Grants",
                        request,
                        grants.list(use, key(request)).stream()
                                .filter(grant -> matches(request, "GrantId", grant.id())
                                        && matches(request, "GranteePrincipal", grant.grantee()))
                                .toList(),
                        (grant, array) ->
                                write(grant, array, keys.find(use, key(request)).arn()))));
        operations.put(
                "ListRetirableGrants",
                (use, request) -> Optional.of(Page.write(
                        json.createObjectNode(),
                        "Grants",
                        request,
                        grants.retirableBy(use, request.text("RetiringPrincipal", 256)),
                        (grant, array) -> write(
                                grant,
                                array,
                                keys.find(use, grant.key().toString()).arn()))));
        operations.put("RevokeGrant", (use, request) -> {
            grants.revoke(use, key(request), request.text("GrantId", 128));
            return Optional.empty();
        });
        operations.put("RetireGrant", (use, request) -> {
            grants.retire(
                    use,
                    request.optionalText("GrantToken", 8_192),
                    request.optionalText("KeyId", MOST_NAME),
                    request.optionalText("GrantId", 128));
            return Optional.empty();
        });
    }

    private ObjectNode metadata(KeyDescription key) {
        ObjectNode answer = json.createObjectNode();
        ObjectNode metadata = answer.putObject("KeyMetadata")
                .put("AWSAccountId", key.account())
                .put("KeyId", key.id().toString())
                .put("Arn", key.arn())
                .put("CreationDate", seconds(key.created()))
                .put("Enabled", key.state() == KeyState.ENABLED)
                .put("Description", key.description())
                .put("KeyUsage", "ENCRYPT_DECRYPT")
                .put("KeyState", key.state().apiName())
                .put("Origin", "AWS_KMS")
                .put("KeyManager", key.managedBy().isPresent() ? "AWS" : "CUSTOMER")
                .put("CustomerMasterKeySpec", SYMMETRIC)
                .put("KeySpec", SYMMETRIC)
                .put("MultiRegion", false);
        metadata.putArray("EncryptionAlgorithms").add(SYMMETRIC);
        key.deletion().ifPresent(at -> metadata.put("DeletionDate", seconds(at)));
        return answer;
    }

    private static void write(Grant grant, ArrayNode array, String keyArn) {
        ObjectNode node = array.addObject()
                .put("KeyId", keyArn)
                .put("GrantId", grant.id())
                .put("CreationDate", seconds(grant.created()))
                .put("GranteePrincipal", grant.grantee())
                .put("IssuingAccount", grant.issuer());
        grant.name().ifPresent(name -> node.put("Name", name));
        grant.retiring().ifPresent(principal -> node.put("RetiringPrincipal", principal));
        ArrayNode operations = node.putArray("Operations");
        grant.operations().stream().sorted().forEach(operations::add);
        if (grant.contextEquals().isPresent() || grant.contextSubset().isPresent()) {
            ObjectNode constraints = node.putObject("Constraints");
            grant.contextEquals()
                    .ifPresent(context -> write(context, constraints.putObject("EncryptionContextEquals")));
            grant.contextSubset()
                    .ifPresent(context -> write(context, constraints.putObject("EncryptionContextSubset")));
        }
    }

    private static void write(Map<String, String> context, ObjectNode node) {
        context.forEach(node::put);
    }

    private ObjectNode wrapped(Envelope made, String field) {
        return json.createObjectNode().put("KeyId", made.keyArn()).put(field, base64(made.wrapped()));
    }

    private static int dataKeyBytes(JsonFields request) {
        Optional<String> spec = request.optionalText("KeySpec", 32);
        OptionalInt bytes = request.number("NumberOfBytes", 1, 1_024);
        if (spec.isPresent() == bytes.isPresent()) {
            throw new KeyRefusal(
                    KeyRefusal.Code.VALIDATION,
                    "Please specify either number of bytes or key spec, not both or neither.");
        }
        return bytes.orElseGet(() -> switch (spec.orElse("")) {
            case "AES_256" -> 32;
            case "AES_128" -> 16;
            default ->
                throw new KeyRefusal(
                        KeyRefusal.Code.VALIDATION,
                        "1 validation error detected: Value at 'keySpec' failed to satisfy constraint: Member must"
                                + " satisfy enum value set: [AES_256, AES_128]");
        });
    }

    private static void requireSymmetric(JsonFields request, String field) {
        require(request, field, SYMMETRIC);
    }

    private static void require(JsonFields request, String field, String only) {
        request.optionalText(field, 64).filter(value -> !value.equals(only)).ifPresent(value -> {
            throw new KeyRefusal(
                    KeyRefusal.Code.UNSUPPORTED_OPERATION,
                    field + " " + Quote.of(value) + " is not supported: only " + only + " is");
        });
    }

    private static boolean matches(JsonFields request, String field, String value) {
        return request.optionalText(field, MOST_NAME).map(value::equals).orElse(true);
    }

    private static Map<String, String> context(JsonFields request) {
        return request.texts("EncryptionContext");
    }

    private static String key(JsonFields request) {
        return request.text("KeyId", MOST_NAME);
    }

    private static String alias(JsonFields request) {
        return request.text("AliasName", 256);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Seconds since 1970 with milliseconds, as the protocol writes times.
    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1_000.0;
    }
}
