package dev.rockpool.streamengine;

import java.util.Locale;

/// The engine's *no*, as the service says it: an error code and a sentence.
///
/// One exception for every operation rather than a sealed result: nothing that a caller does next depends on more than
/// the code, the endpoint hands code and message on unchanged, and records of a batch, which can fail one by one, have
/// a result type of their own ([PutResult]). It carries no stack trace, so that throttling a hot shard stays cheap.
///
/// Messages are the service's own where they were captured (mhart/kinesalite, `actions/`; issue threads of its
/// clients); others name the value and the bound.
public final class StreamRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// The service's error codes that the engine uses (service model 2013-12-02).
    public enum Code {
        RESOURCE_NOT_FOUND,
        RESOURCE_IN_USE,
        INVALID_ARGUMENT,
        LIMIT_EXCEEDED,
        PROVISIONED_THROUGHPUT_EXCEEDED,
        EXPIRED_ITERATOR,
        VALIDATION,
        INTERNAL_FAILURE;

        /// The code on the wire, such as `ResourceNotFoundException`.
        public String wireName() {
            StringBuilder wire = new StringBuilder();
            for (String word : name().split("_", -1)) {
                wire.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            return wire.append("Exception").toString();
        }
    }

    private final Code code;

    StreamRefusal(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /// Which refusal it is.
    public Code code() {
        return code;
    }

    /// The service's sentence.
    public String sentence() {
        String message = getMessage();
        return message == null ? code.wireName() : message;
    }
}
