package dev.rockpool.keys;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Lets one principal do named operations with one key.
///
/// @param id 64 hexadecimal digits
/// @param token what the grantee may show before the grant is known everywhere; here it is known at once
/// @param key the key
/// @param name the maker's name for it; equal requests with a name answer the same grant
/// @param grantee the ARN of who may
/// @param retiring the ARN of who else may retire it
/// @param operations what may be done, by the API's names
/// @param contextEquals the exact encryption context under which it may be done
/// @param contextSubset what the encryption context must hold
/// @param created when it was made
/// @param issuer the ARN of who made it
public record Grant(
        String id,
        String token,
        UUID key,
        Optional<String> name,
        String grantee,
        Optional<String> retiring,
        Set<String> operations,
        Optional<Map<String, String>> contextEquals,
        Optional<Map<String, String>> contextSubset,
        Instant created,
        String issuer) {
    public Grant {
        operations = Set.copyOf(operations);
        contextEquals = contextEquals.map(Map::copyOf);
        contextSubset = contextSubset.map(Map::copyOf);
    }

    /// Whether it lets `principal` do `operation` under `context`.
    boolean lets(String principal, Optional<String> roleArn, String operation, Map<String, String> context) {
        boolean isGrantee =
                grantee.equals(principal) || roleArn.filter(grantee::equals).isPresent();
        return isGrantee
                && operations.contains(operation)
                && contextEquals.map(context::equals).orElse(true)
                && contextSubset
                        .map(subset -> context.entrySet().containsAll(subset.entrySet()))
                        .orElse(true);
    }
}
