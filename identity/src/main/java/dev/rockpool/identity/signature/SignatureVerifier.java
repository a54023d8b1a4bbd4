package dev.rockpool.identity.signature;

import dev.rockpool.identity.Accounts;
import java.time.InstantSource;

/// Verifies the signature of a request.
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"}) // bodies follow
public final class SignatureVerifier {
    private final Accounts accounts;
    private final InstantSource wall;

    /// A verifier of requests by those in `accounts`.
    ///
    /// @param wall wall time, whatever the platform's clock says
    public SignatureVerifier(Accounts accounts, InstantSource wall) {
        this.accounts = accounts;
        this.wall = wall;
    }

    /// What comes of the request's signature.
    ///
    /// @param service the service that the scope must name, such as `s3` or `kms`
    public Verification verify(RequestHead head, String service) {
        throw new UnsupportedOperationException(accounts + " " + wall + " " + head + " " + service);
    }
}
