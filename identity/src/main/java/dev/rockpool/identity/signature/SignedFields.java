package dev.rockpool.identity.signature;

import java.time.Instant;
import java.util.List;

/// What a request says about its signature, from the header or the query.
///
/// @param accessKeyId whose key
/// @param scope what for
/// @param signedHeaders lower case, in the order given
/// @param signature as given
/// @param timestamp the time as it is signed
/// @param at the same as an instant
record SignedFields(
        String accessKeyId,
        CredentialScope scope,
        List<String> signedHeaders,
        String signature,
        String timestamp,
        Instant at) {}
