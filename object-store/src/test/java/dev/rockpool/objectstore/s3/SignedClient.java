package dev.rockpool.objectstore.s3;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.identity.signature.Signer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Requests written by hand, signed or not.
final class SignedClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final AccessKey key;

    SignedClient(ServedStore served, AccessKey key) {
        this.address = served.address();
        this.key = key;
    }

    /// The answer to a signed request.
    ///
    /// @param headers names and values in turn
    HttpResponse<String> signed(String method, String target, String body, String... headers) throws IOException {
        int question = target.indexOf('?');
        List<RequestHead.Header> fields = new ArrayList<>();
        fields.add(new RequestHead.Header("Host", address.getAuthority()));
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(new RequestHead.Header(headers[i], headers[i + 1]));
        }
        RequestHead head = new Signer(key, "us-east-1", "s3")
                .sign(
                        new RequestHead(
                                method,
                                question < 0 ? target : target.substring(0, question),
                                question < 0 ? "" : target.substring(question + 1),
                                fields),
                        Instant.now(),
                        new Payload.Unsigned());
        return send(method, target, body, head.headers());
    }

    /// The answer to a signed request whose body is held against its `Content-MD5`.
    HttpResponse<String> checked(String method, String target, String body) throws IOException {
        byte[] md5 = Digests.md5().digest(body.getBytes(StandardCharsets.ISO_8859_1));
        return signed(method, target, body, "Content-MD5", Base64.getEncoder().encodeToString(md5));
    }

    /// The answer to a request without a signature.
    HttpResponse<String> plain(String method, String target, String body, String... headers) throws IOException {
        List<RequestHead.Header> fields = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(new RequestHead.Header(headers[i], headers[i + 1]));
        }
        return send(method, target, body, fields);
    }

    private HttpResponse<String> send(String method, String target, String body, List<RequestHead.Header> fields)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + target))
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
        for (RequestHead.Header field : fields) {
            if (!field.name().equalsIgnoreCase("host")) {
                request.header(field.name(), field.value());
            }
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
