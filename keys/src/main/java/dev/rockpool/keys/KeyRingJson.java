package dev.rockpool.keys;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keys, aliases and grants as the JSON of their file.
final class KeyRingJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int VERSION = 1;
    private static final String CREATED = "created";

    private KeyRingJson() {}

    static byte[] write(KeyRing ring) {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ArrayNode keys = root.putArray("keys");
        ring.keys().values().stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(key -> write(key, keys));
        ArrayNode aliases = root.putArray("aliases");
        ring.aliases()
                .forEach((alias, key) -> aliases.addObject()
                        .put("account", alias.account())
                        .put("name", alias.name())
                        .put("key", key.toString()));
        ArrayNode grants = root.putArray("grants");
        ring.grants().values().forEach(grant -> write(grant, grants));
        return JSON.writeValueAsBytes(root);
    }

    private static void write(StoredKey key, ArrayNode keys) {
        ObjectNode node = keys.addObject()
                .put("id", key.id().toString())
                .put("account", key.account())
                .put("region", key.region())
                .put("description", key.description())
                .put(CREATED, key.created().toString())
                .put("state", key.state().name())
                .put("policy", key.policy().json());
        key.deletion().ifPresent(at -> node.put("deletion", at.toString()));
        key.managedBy().ifPresent(service -> node.put("managedBy", service));
        key.rotation()
                .ifPresent(rotation -> node.putObject("rotation")
                        .put("periodDays", rotation.periodDays())
                        .put("next", rotation.next().toString()));
        put(node.putObject("tags"), key.tags());
        ArrayNode materials = node.putArray("materials");
        for (StoredKey.Material material : key.materials()) {
            materials
                    .addObject()
                    .put(
                            "secret",
                            Base64.getEncoder().encodeToString(material.secret().getEncoded()))
                    .put("since", material.since().toString())
                    .put("automatic", material.automatic());
        }
    }

    private static void write(Grant grant, ArrayNode grants) {
        ObjectNode node = grants.addObject()
                .put("id", grant.id())
                .put("token", grant.token())
                .put("key", grant.key().toString())
                .put("grantee", grant.grantee())
                .put(CREATED, grant.created().toString())
                .put("issuer", grant.issuer());
        grant.name().ifPresent(name -> node.put("name", name));
        grant.retiring().ifPresent(principal -> node.put("retiring", principal));
        ArrayNode operations = node.putArray("operations");
        grant.operations().stream().sorted().forEach(operations::add);
        grant.contextEquals().ifPresent(context -> put(node.putObject("contextEquals"), context));
        grant.contextSubset().ifPresent(context -> put(node.putObject("contextSubset"), context));
    }

    private static void put(ObjectNode node, Map<String, String> values) {
        values.forEach(node::put);
    }

    /// @throws IllegalArgumentException if it was written by a newer Rockpool or lacks a part
    static KeyRing read(byte[] bytes) {
        JsonNode root = JSON.readTree(bytes);
        if (root.path("version").asInt(0) != VERSION) {
            throw new IllegalArgumentException(
                    "version " + root.path("version") + " of the keys file is not " + VERSION);
        }
        Map<UUID, StoredKey> keys = new HashMap<>();
        for (JsonNode node : root.path("keys")) {
            StoredKey key = key(node);
            keys.put(key.id(), key);
        }
        Map<KeyRing.Alias, UUID> aliases = new HashMap<>();
        for (JsonNode node : root.path("aliases")) {
            aliases.put(
                    new KeyRing.Alias(text(node, "account"), text(node, "name")), UUID.fromString(text(node, "key")));
        }
        Map<String, Grant> grants = new HashMap<>();
        for (JsonNode node : root.path("grants")) {
            Grant grant = grant(node);
            grants.put(grant.id(), grant);
        }
        return new KeyRing(keys, aliases, grants);
    }

    private static StoredKey key(JsonNode node) {
        List<StoredKey.Material> materials = node.path("materials")
                .valueStream()
                .map(material -> new StoredKey.Material(
                        new SecretKeySpec(Base64.getDecoder().decode(text(material, "secret")), "AES"),
                        Instant.parse(text(material, "since")),
                        material.path("automatic").asBoolean(false)))
                .toList();
        return new StoredKey(
                UUID.fromString(text(node, "id")),
                text(node, "account"),
                text(node, "region"),
                text(node, "description"),
                Instant.parse(text(node, CREATED)),
                KeyState.valueOf(text(node, "state")),
                optional(node, "deletion", Instant::parse),
                optional(node, "managedBy", Function.identity()),
                KeyPolicy.of(text(node, "policy")),
                Optional.of(node.path("rotation"))
                        .filter(JsonNode::isObject)
                        .map(rotation -> new KeyRotation(
                                rotation.path("periodDays").asInt(), Instant.parse(text(rotation, "next")))),
                texts(node.path("tags")),
                materials);
    }

    private static Grant grant(JsonNode node) {
        Set<String> operations = new HashSet<>();
        node.path("operations").forEach(operation -> operations.add(operation.asString()));
        return new Grant(
                text(node, "id"),
                text(node, "token"),
                UUID.fromString(text(node, "key")),
                optional(node, "name", Function.identity()),
                text(node, "grantee"),
                optional(node, "retiring", Function.identity()),
                operations,
                Optional.of(node.path("contextEquals"))
                        .filter(JsonNode::isObject)
                        .map(KeyRingJson::texts),
                Optional.of(node.path("contextSubset"))
                        .filter(JsonNode::isObject)
                        .map(KeyRingJson::texts),
                Instant.parse(text(node, CREATED)),
                text(node, "issuer"));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("the keys file lacks " + field);
        }
        return value.asString();
    }

    private static <T> Optional<T> optional(JsonNode node, String field, Function<String, T> read) {
        return Optional.of(node.path(field)).filter(JsonNode::isString).map(value -> read.apply(value.asString()));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        return texts;
    }
}
