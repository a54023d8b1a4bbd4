package dev.rockpool.objectstore.s3;

import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.SignatureVerifier;
import dev.rockpool.objectstore.DataKeys;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.access.AccessControl;
import java.util.function.Function;

/// What the endpoint stands on.
///
/// @param keys the key service as a caller may use it
/// @param requests hears of what was done
public record S3Services(
        ObjectStore store,
        Accounts accounts,
        SignatureVerifier signatures,
        AccessControl access,
        Function<Caller, DataKeys> keys,
        S3Settings settings,
        RequestListener requests) {
    /// Services whose requests nobody counts.
    public S3Services(
            ObjectStore store,
            Accounts accounts,
            SignatureVerifier signatures,
            AccessControl access,
            Function<Caller, DataKeys> keys,
            S3Settings settings) {
        this(store, accounts, signatures, access, keys, settings, RequestListener.NONE);
    }
}
