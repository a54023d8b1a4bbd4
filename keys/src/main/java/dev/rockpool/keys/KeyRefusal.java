package dev.rockpool.keys;

/// The service's *no*: its code and sentence.
public final class KeyRefusal extends RuntimeException {
    /// The refusals of the KMS API that a key service of symmetric keys gives.
    public enum Code {
        ACCESS_DENIED("AccessDeniedException"),
        ALREADY_EXISTS("AlreadyExistsException"),
        CONFLICT("ConflictException"),
        DISABLED("DisabledException"),
        INCORRECT_KEY("IncorrectKeyException"),
        INVALID_ALIAS_NAME("InvalidAliasNameException"),
        INVALID_ARN("InvalidArnException"),
        INVALID_CIPHERTEXT("InvalidCiphertextException"),
        INVALID_GRANT_ID("InvalidGrantIdException"),
        INVALID_GRANT_TOKEN("InvalidGrantTokenException"),
        INVALID_KEY_USAGE("InvalidKeyUsageException"),
        INVALID_MARKER("InvalidMarkerException"),
        INVALID_STATE("KMSInvalidStateException"),
        LIMIT_EXCEEDED("LimitExceededException"),
        MALFORMED_POLICY("MalformedPolicyDocumentException"),
        NOT_FOUND("NotFoundException"),
        TAG("TagException"),
        UNSUPPORTED_OPERATION("UnsupportedOperationException"),
        VALIDATION("ValidationException");

        private final String apiName;

        Code(String apiName) {
            this.apiName = apiName;
        }

        /// As the API names it.
        public String apiName() {
            return apiName;
        }
    }

    private final Code code;

    /// @param sentence what is refused and why
    public KeyRefusal(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /// Which refusal it is.
    public Code code() {
        return code;
    }

    /// What is refused and why.
    public String sentence() {
        String message = getMessage();
        return message == null ? code.apiName() : message;
    }

    /// A refusal is an answer, not a fault of the program: it needs no stack trace.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
