package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.identity.signature.Signer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One connection, kept as long as the server keeps it, to a store or a stream; requests are signed with Signature
/// Version 4 and written in one piece.
final class StoreConnection implements Closeable {
    private static final byte[] NOTHING = new byte[0];

    private final URI address;
    private final String host;
    private final Signer signer;
    private final byte[] buffer = new byte[1 << 16];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    /// Whether the server said that this connection ends, as Tomcat does after a hundred requests.
    private boolean ends;

    StoreConnection(URI address, AccessKey key) throws IOException {
        this(address, key, "s3");
    }

    StoreConnection(URI address, AccessKey key, String service) throws IOException {
        this.address = address;
        host = address.getAuthority();
        signer = new Signer(key, "us-east-1", service);
        socket = connect(address);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    private static Socket connect(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private void connectAgain() throws IOException {
        socket.close();
        socket = connect(address);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        ends = false;
    }

    void put(String path, byte[] body) throws IOException {
        unsigned("PUT", path, "", List.of(), body);
    }

    void put(String path, byte[] body, RequestHead.Header header) throws IOException {
        unsigned("PUT", path, "", List.of(header), body);
    }

    /// Answers how many bytes came.
    long get(String path, String query) throws IOException {
        return unsigned("GET", path, query, List.of(), NOTHING);
    }

    /// Answers what came.
    ///
    /// @param payload of the body: its hash
    byte[] post(List<RequestHead.Header> headers, byte[] body, Payload payload) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long _ = send("POST", "/", "", headers, body, payload, answer);
        return answer.toByteArray();
    }

    private long unsigned(String method, String path, String query, List<RequestHead.Header> headers, byte[] body)
            throws IOException {
        return send(method, path, query, headers, body, new Payload.Unsigned(), OutputStream.nullOutputStream());
    }

    private long send(
            String method,
            String path,
            String query,
            List<RequestHead.Header> headers,
            byte[] body,
            Payload payload,
            OutputStream sink)
            throws IOException {
        if (ends) {
            connectAgain();
        }
        byte[] head = head(method, path, query, headers, body.length, payload);
        if (body.length <= 1 << 16) {
            out.write(whole(head, body));
        } else {
            out.write(head);
            out.write(body);
        }
        return answer(method + " " + path, sink);
    }

    /// A signed request that may be sent again and again while its signature holds, which costs the sender little.
    ///
    /// @param payload of the body: its hash
    byte[] signed(List<RequestHead.Header> headers, byte[] body, Payload payload) {
        return whole(head("POST", "/", "", headers, body.length, payload), body);
    }

    /// Sends what [#signed] made and reads past the answer.
    void sendAgain(byte[] request) throws IOException {
        if (ends) {
            connectAgain();
        }
        out.write(request);
        long _ = answer("POST /", OutputStream.nullOutputStream());
    }

    private byte[] head(
            String method, String path, String query, List<RequestHead.Header> headers, int length, Payload payload) {
        List<RequestHead.Header> all = new ArrayList<>(headers);
        all.add(new RequestHead.Header("Host", host));
        RequestHead signed = signer.sign(new RequestHead(method, path, query, all), Instant.now(), payload);
        StringBuilder head = new StringBuilder(600)
                .append(method)
                .append(' ')
                .append(path)
                .append(query.isEmpty() ? "" : "?" + query)
                .append(" HTTP/1.1\r\n");
        signed.headers()
                .forEach(header -> head.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] whole(byte[] head, byte[] body) {
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private long answer(String asked, OutputStream sink) throws IOException {
        String status = line();
        long length = 0;
        boolean isChunked = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
            ends |= lower.startsWith("connection:") && lower.contains("close");
            isChunked |= lower.startsWith("transfer-encoding:");
        }
        long read = isChunked ? chunks(sink) : copy(length, sink);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException(asked + " was answered " + status);
        }
        return read;
    }

    private long chunks(OutputStream sink) throws IOException {
        long all = 0;
        long size = Long.parseLong(line(), 16);
        while (size > 0) {
            all += copy(size, sink);
            line();
            size = Long.parseLong(line(), 16);
        }
        line();
        return all;
    }

    private long copy(long length, OutputStream sink) throws IOException {
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("the body ended early");
            }
            sink.write(buffer, 0, count);
            left -= count;
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
