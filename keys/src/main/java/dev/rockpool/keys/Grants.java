package dev.rockpool.keys;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes and withdraws grants.
///
/// Every method needs the caller's leave for the operation of the same name in the API and throws [KeyRefusal] without
/// it, or if the key is not there.
public final class Grants {
    /// What a grant can let somebody do with a symmetric key (KMS API, *CreateGrant*).
    public static final Set<String> OPERATIONS = Set.of(
            "CreateGrant",
            "Decrypt",
            "DescribeKey",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyWithoutPlaintext",
            "ReEncryptFrom",
            "ReEncryptTo",
            "RetireGrant");

    private static final int MOST_GRANTS_A_KEY = 50_000;
    private static final int ID_BYTES = 32;

    private final KeyService keys;

    Grants(KeyService keys) {
        this.keys = keys;
    }

    /// What a new grant is to let whom do.
    ///
    /// @param name the maker's name for it
    /// @param grantee the ARN of who may
    /// @param retiring the ARN of who else may retire it
    /// @param operations of [#OPERATIONS], at least one
    /// @param contextEquals the exact encryption context under which it may be done
    /// @param contextSubset what the encryption context must hold
    public record Wish(
            Optional<String> name,
            String grantee,
            Optional<String> retiring,
            Set<String> operations,
            Optional<Map<String, String>> contextEquals,
            Optional<Map<String, String>> contextSubset) {
        public Wish {
            operations = Set.copyOf(operations);
            contextEquals = contextEquals.map(Map::copyOf);
            contextSubset = contextSubset.map(Map::copyOf);
        }
    }

    /// Makes a grant; an equal wish with a name answers the grant that is there.
    public Grant create(KeyUse use, String key, Wish wish) {
        if (wish.operations().isEmpty() || !OPERATIONS.containsAll(wish.operations())) {
            throw new KeyRefusal(
                    KeyRefusal.Code.VALIDATION,
                    "Operations " + wish.operations() + " are not of those that a grant can allow: "
                            + OPERATIONS.stream().sorted().toList());
        }
        StoredKey found = keys.allowed(use, key, "CreateGrant");
        KeyService.requireEnabled(found);
        Grant made = new Grant(
                randomHex(),
                randomHex(),
                found.id(),
                wish.name(),
                wish.grantee(),
                wish.retiring(),
                wish.operations(),
                wish.contextEquals(),
                wish.contextSubset(),
                keys.now(),
                use.caller().arn());
        KeyRing after = keys.change(ring -> {
            if (ring.grantsOf(found.id()).count() >= MOST_GRANTS_A_KEY) {
                throw new KeyRefusal(
                        KeyRefusal.Code.LIMIT_EXCEEDED, "The key has " + MOST_GRANTS_A_KEY + " grants already");
            }
            return same(ring, made).isPresent() ? ring : ring.with(made);
        });
        return same(after, made).orElse(made);
    }

    private static Optional<Grant> same(KeyRing ring, Grant made) {
        return made.name()
                .flatMap(_ -> ring.grantsOf(made.key())
                        .filter(grant -> grant.name().equals(made.name())
                                && grant.grantee().equals(made.grantee())
                                && grant.retiring().equals(made.retiring())
                                && grant.operations().equals(made.operations())
                                && grant.contextEquals().equals(made.contextEquals())
                                && grant.contextSubset().equals(made.contextSubset()))
                        .findFirst());
    }

    /// The grants of a key, oldest first.
    public List<Grant> list(KeyUse use, String key) {
        StoredKey found = keys.allowed(use, key, "ListGrants");
        return keys.ring()
                .grantsOf(found.id())
                .sorted(Comparator.comparing(Grant::created).thenComparing(Grant::id))
                .toList();
    }

    /// The grants that `principal` may retire, oldest first.
    public List<Grant> retirableBy(KeyUse use, String principal) {
        KeyAccess.require(use, "kms:ListRetirableGrants");
        return keys.ring().grants().values().stream()
                .filter(grant -> grant.retiring().filter(principal::equals).isPresent())
                .sorted(Comparator.comparing(Grant::created).thenComparing(Grant::id))
                .toList();
    }

    /// Takes a grant back.
    public void revoke(KeyUse use, String key, String grantId) {
        StoredKey found = keys.allowed(use, key, "RevokeGrant");
        requireGrant(found, grantId);
        keys.change(ring -> ring.withoutGrant(grantId));
    }

    /// Ends a grant that is no longer needed, named by its token or by key and id; its retiring principal, its grantee
    /// (if it lets them) and the key's account may.
    public void retire(KeyUse use, Optional<String> token, Optional<String> key, Optional<String> grantId) {
        Grant grant = token.map(this::byToken).orElseGet(() -> {
            StoredKey found = keys.resolve(use, key.orElse(""));
            return requireGrant(found, grantId.orElse(""));
        });
        String caller = use.caller().arn();
        boolean isRetiring = grant.retiring().filter(caller::equals).isPresent();
        boolean isGrantee = grant.grantee().equals(caller) && grant.operations().contains("RetireGrant");
        if (!isRetiring && !isGrantee) {
            keys.allowed(use, grant.key().toString(), "RetireGrant");
        }
        keys.change(ring -> ring.withoutGrant(grant.id()));
    }

    private Grant byToken(String token) {
        return keys.ring().grants().values().stream()
                .filter(grant -> grant.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new KeyRefusal(KeyRefusal.Code.INVALID_GRANT_TOKEN, "Invalid grant token"));
    }

    private Grant requireGrant(StoredKey key, String grantId) {
        return Optional.ofNullable(keys.ring().grants().get(grantId))
                .filter(grant -> grant.key().equals(key.id()))
                .orElseThrow(() -> new KeyRefusal(KeyRefusal.Code.NOT_FOUND, "Grant " + grantId + " is not found"));
    }

    private String randomHex() {
        byte[] bytes = new byte[ID_BYTES];
        keys.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
