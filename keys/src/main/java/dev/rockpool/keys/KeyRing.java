package dev.rockpool.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// All keys, aliases and grants at one moment; never changed, only replaced.
///
/// @param keys by id
/// @param aliases by account and name
/// @param grants by id
record KeyRing(Map<UUID, StoredKey> keys, Map<Alias, UUID> aliases, Map<String, Grant> grants) {
    static final KeyRing EMPTY = new KeyRing(Map.of(), Map.of(), Map.of());

    KeyRing {
        keys = Map.copyOf(keys);
        aliases = Map.copyOf(aliases);
        grants = Map.copyOf(grants);
    }

    /// A name that an account gave to one of its keys.
    ///
    /// @param name begins with `alias/`
    record Alias(String account, String name) {}

    Optional<StoredKey> key(UUID id) {
        return Optional.ofNullable(keys.get(id));
    }

    Optional<StoredKey> key(Alias alias) {
        return Optional.ofNullable(aliases.get(alias)).flatMap(this::key);
    }

    Stream<Grant> grantsOf(UUID key) {
        return grants.values().stream().filter(grant -> grant.key().equals(key));
    }

    KeyRing with(StoredKey key) {
        Map<UUID, StoredKey> changed = new TreeMap<>(keys);
        changed.put(key.id(), key);
        return new KeyRing(changed, aliases, grants);
    }

    /// Without a key, and without what names it.
    KeyRing without(UUID key) {
        Map<UUID, StoredKey> fewer = new TreeMap<>(keys);
        fewer.remove(key);
        Map<Alias, UUID> named = new HashMap<>(aliases);
        named.values().removeIf(key::equals);
        Map<String, Grant> granted = new TreeMap<>(grants);
        granted.values().removeIf(grant -> grant.key().equals(key));
        return new KeyRing(fewer, named, granted);
    }

    KeyRing with(Alias alias, UUID key) {
        Map<Alias, UUID> changed = new HashMap<>(aliases);
        changed.put(alias, key);
        return new KeyRing(keys, changed, grants);
    }

    KeyRing without(Alias alias) {
        Map<Alias, UUID> fewer = new HashMap<>(aliases);
        fewer.remove(alias);
        return new KeyRing(keys, fewer, grants);
    }

    KeyRing with(Grant grant) {
        Map<String, Grant> changed = new TreeMap<>(grants);
        changed.put(grant.id(), grant);
        return new KeyRing(keys, aliases, changed);
    }

    KeyRing withoutGrant(String id) {
        Map<String, Grant> fewer = new TreeMap<>(grants);
        fewer.remove(id);
        return new KeyRing(keys, aliases, fewer);
    }
}
