package dev.rockpool.streamengine.kinesis;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.cbor.CBORFactory;

/// How bodies are written: bytes are Base64 in JSON and bytes in CBOR; an instant is a number of seconds in JSON, and
/// whole milliseconds with tag 1 in CBOR.
enum Wire {
    JSON("application/x-amz-json-1.1"),
    CBOR("application/x-amz-cbor-1.1");

    private static final TokenStreamFactory JSON_TOKENS = new JsonFactory();
    private static final TokenStreamFactory CBOR_TOKENS = new CBORFactory();

    private final String contentType;

    Wire(String contentType) {
        this.contentType = contentType;
    }

    /// The form of bodies with that content type, whatever its parameters.
    static Optional<Wire> of(String contentType) {
        return Arrays.stream(values())
                .filter(wire -> wire.contentType.equals(contentType))
                .findFirst();
    }

    String contentType() {
        return contentType;
    }

    TokenStreamFactory factory() {
        return switch (this) {
            case JSON -> JSON_TOKENS;
            case CBOR -> CBOR_TOKENS;
        };
    }
}
