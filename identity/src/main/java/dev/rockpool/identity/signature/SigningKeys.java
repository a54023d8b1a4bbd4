package dev.rockpool.identity.signature;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Signing keys that were derived before: one a secret, day, region and service.
///
/// Deriving takes four HMACs, and a client uses one key for a day. There are at most [#MOST]; when full,
/// all go, which a guesser of regions can bring about and which costs the others one derivation.
final class SigningKeys {
    private static final int MOST = 1024;

    private final Map<Use, SigningKey> derived = new ConcurrentHashMap<>();

    private record Use(String secret, CredentialScope scope) {}

    SigningKey key(String secret, CredentialScope scope) {
        Use use = new Use(secret, scope);
        SigningKey known = derived.get(use);
        if (known != null) {
            return known;
        }
        SigningKey key = SigningKey.derive(secret, scope);
        if (derived.size() >= MOST) {
            derived.clear();
        }
        derived.put(use, key);
        return key;
    }
}
