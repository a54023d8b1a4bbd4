package dev.rockpool.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A connection on which a test says byte by byte what it wants to say.
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream input;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /// What came back: the status, the fields by lower-case name, and the body.
    record Answer(int status, Map<String, String> fields, String body) {}

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    Answer answer() throws IOException {
        return answer(false);
    }

    Answer answer(boolean head) throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field = line(); !field.isEmpty(); field = line()) {
            int colon = field.indexOf(':');
            fields.put(
                    field.substring(0, colon).toLowerCase(Locale.ROOT),
                    field.substring(colon + 1).trim());
        }
        if (head || status < 200 || status == 204 || status == 304) {
            return new Answer(status, fields, "");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equals(fields.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(input.readNBytes(size));
                line();
            }
            line();
        } else if (fields.containsKey("content-length")) {
            body.write(input.readNBytes(Integer.parseInt(fields.get("content-length"))));
        } else {
            body.write(input.readAllBytes());
        }
        return new Answer(status, fields, body.toString(StandardCharsets.ISO_8859_1));
    }

    /// Whether the server ended the connection.
    boolean ended() throws IOException {
        try {
            return input.read() < 0;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new java.io.EOFException("after \"" + line + "\"");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
