package dev.rockpool.objectstore.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The endpoint's *no*: a code, a sentence, and what else the document and the header of the answer say.
final class S3Error extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient SequencedMap<String, String> details = new LinkedHashMap<>();
    private final transient SequencedMap<String, String> headers = new LinkedHashMap<>();
    private String wireCode;
    private int status;

    S3Error(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
        this.wireCode = code.wireName();
        this.status = code.status();
    }

    /// The same with one more element in the document.
    S3Error with(String element, String value) {
        details.put(element, value);
        return this;
    }

    /// The same with one more header field.
    S3Error header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /// The same under a code that no [ErrorCode] has.
    S3Error named(String code, int withStatus) {
        wireCode = code;
        status = withStatus;
        return this;
    }

    ErrorCode code() {
        return code;
    }

    String wireCode() {
        return wireCode;
    }

    int status() {
        return status;
    }

    String sentence() {
        String message = getMessage();
        return message == null ? code.sentence() : message;
    }

    Map<String, String> details() {
        return details;
    }

    Map<String, String> headers() {
        return headers;
    }
}
