package dev.rockpool.identity.signature;

import java.util.List;
import java.util.Optional;

/// The head of a request exactly as it came over the wire.
///
/// @param method such as `GET`
/// @param rawPath the path, still percent-encoded, beginning with a slash
/// @param rawQuery what stands after the `?`, still percent-encoded; empty if there is none
/// @param headers in order, names as sent
public record RequestHead(String method, String rawPath, String rawQuery, List<Header> headers) {
    public RequestHead {
        headers = List.copyOf(headers);
    }

    /// A header field.
    ///
    /// @param name in any case
    /// @param value as sent
    public record Header(String name, String value) {}

    /// The first value of a header, whatever the case of its name.
    public Optional<String> header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /// All values of a header in the order sent.
    public List<String> headerValues(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }
}
