package dev.rockpool.keys.sts;

import dev.rockpool.identity.signature.SignatureFault;

/// The token service's *no*.
final class StsRefusal extends RuntimeException {
    private final String code;
    private final int status;

    StsRefusal(String code, int status, String sentence) {
        super(sentence);
        this.code = code;
        this.status = status;
    }

    static StsRefusal of(SignatureFault fault) {
        return new StsRefusal(
                switch (fault.code()) {
                    case INVALID_ACCESS_KEY_ID, INVALID_TOKEN -> "InvalidClientTokenId";
                    case SIGNATURE_DOES_NOT_MATCH, REQUEST_TIME_TOO_SKEWED, CONTENT_SHA256_MISMATCH ->
                        "SignatureDoesNotMatch";
                    case EXPIRED_TOKEN -> "ExpiredToken";
                    case ACCESS_DENIED,
                            AUTHORIZATION_HEADER_MALFORMED,
                            AUTHORIZATION_QUERY_PARAMETERS,
                            ENTITY_TOO_LARGE,
                            ENTITY_TOO_SMALL,
                            INVALID_POLICY_DOCUMENT,
                            INVALID_ARGUMENT,
                            INVALID_REQUEST,
                            MISSING_SECURITY_HEADER -> "IncompleteSignature";
                },
                403,
                fault.message());
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
