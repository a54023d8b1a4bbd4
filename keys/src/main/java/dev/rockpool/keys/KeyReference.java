package dev.rockpool.keys;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a request names a key: by id or alias, in an account.
sealed interface KeyReference {
    /// `alias/` and a name (KMS API, *CreateAlias*).
    Pattern ALIAS = Pattern.compile("alias/[a-zA-Z0-9/_-]{1,250}");

    /// The services whose managed key is made when its alias is first named.
    Pattern MANAGED = Pattern.compile("alias/aws/(s3|kinesis)");

    /// The key, if it is there.
    Optional<StoredKey> find(KeyService keys);

    /// By id.
    record Id(UUID id, Optional<String> account) implements KeyReference {
        @Override
        public Optional<StoredKey> find(KeyService keys) {
            return keys.ring()
                    .key(id)
                    .filter(key -> account.map(key.account()::equals).orElse(true));
        }
    }

    /// By alias.
    record Named(KeyRing.Alias alias) implements KeyReference {
        @Override
        public Optional<StoredKey> find(KeyService keys) {
            Matcher managed = MANAGED.matcher(alias.name());
            if (managed.matches()) {
                return keys.ring()
                        .key(keys.managedKey(alias.account(), managed.group(1)).id());
            }
            return keys.ring().key(alias);
        }
    }

    /// What a request means by `reference`.
    ///
    /// @param account the caller's, in which an id or alias without an ARN is looked for
    /// @throws KeyRefusal if it is no name of a key
    static KeyReference of(String reference, Optional<String> account) {
        String rest = reference;
        Optional<String> owner = account;
        if (reference.startsWith("arn:")) {
            String[] parts = reference.split(":", 6);
            if (parts.length != 6 || !parts[2].equals("kms") || parts[4].isEmpty()) {
                throw new KeyRefusal(KeyRefusal.Code.INVALID_ARN, "Invalid arn " + reference);
            }
            if (!parts[3].equals(KeyService.REGION)) {
                throw new KeyRefusal(KeyRefusal.Code.NOT_FOUND, "Invalid arn " + parts[3]);
            }
            owner = Optional.of(parts[4]);
            rest = parts[5].startsWith("key/") ? parts[5].substring("key/".length()) : parts[5];
        }
        if (ALIAS.matcher(rest).matches()) {
            String named = rest;
            return owner.<KeyReference>map(id -> new Named(new KeyRing.Alias(id, named)))
                    .orElseThrow(
                            () -> new KeyRefusal(KeyRefusal.Code.NOT_FOUND, "Alias " + reference + " is not found."));
        }
        try {
            UUID id = UUID.fromString(rest);
            if (rest.equalsIgnoreCase(id.toString())) {
                return new Id(id, owner);
            }
        } catch (IllegalArgumentException _) {
            // not an id; said below
        }
        throw new KeyRefusal(KeyRefusal.Code.NOT_FOUND, "Invalid keyId " + reference);
    }

    /// The sentence for a key that is not there.
    static String describe(String reference, Optional<String> account) {
        String prefix = "arn:aws:kms:" + KeyService.REGION + ":" + account.orElse("") + ":";
        if (reference.startsWith("alias/")) {
            return "Alias " + prefix + reference + " is not found.";
        }
        return "Key '" + (reference.startsWith("arn:") ? reference : prefix + "key/" + reference) + "' does not exist";
    }
}
