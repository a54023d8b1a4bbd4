package dev.rockpool.gateway;

import java.nio.file.Path;

/// A key store (PKCS #12 or JKS) with the certificate that the gateway shows.
///
/// @param password of the store and its key; empty if it has none
public record Tls(Path keyStore, String password) {
    /// Without the password.
    @Override
    public String toString() {
        return "Tls[" + keyStore + "]";
    }
}
