package dev.rockpool.identity.signature;

import dev.rockpool.identity.signature.SignatureFault.Code;
import java.util.LinkedHashMap;

/// Carries a fault out of the steps of a verification; it never leaves the package.
final class SignatureRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SignatureFault fault;

    SignatureRefusal(Code code, String message, String... details) {
        // no stack trace: refusals are answers, and cheap ones when somebody guesses keys
        super(message, null, false, false);
        LinkedHashMap<String, String> named = new LinkedHashMap<>();
        for (int at = 0; at < details.length; at += 2) {
            named.put(details[at], details[at + 1]);
        }
        this.fault = new SignatureFault(code, message, named);
    }

    SignatureFault fault() {
        return fault;
    }
}
