package dev.rockpool.objectstore.s3;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A `multipart/form-data` body (RFC 7578): fields, bounded, up to the file, whose content is then a
/// stream. What follows the file is ignored, as on the service.
final class FormReader {
    private static final int MOST_FIELD_BYTES = 20 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;

    private final InputStream body;
    private final byte[] delimiter;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String fileName = "";
    private boolean hasFile;
    private int budget = MOST_FIELD_BYTES;

    private FormReader(InputStream body, String boundary) {
        this.body = new BufferedInputStream(body, 16 * 1024);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Reads the fields before the file.
    ///
    /// @throws S3Error `MalformedPOSTRequest`, `MaxPostPreDataLengthExceededError`
    static FormReader read(InputStream body, String contentType) throws IOException {
        FormReader reader = new FormReader(body, boundary(contentType));
        reader.readFields();
        return reader;
    }

    private static String boundary(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || at < 0) {
            throw ErrorCode.MalformedPOSTRequest.error();
        }
        String boundary = contentType.substring(at + "boundary=".length());
        int semicolon = boundary.indexOf(';');
        boundary = Conditions.unquoted((semicolon < 0 ? boundary : boundary.substring(0, semicolon)).trim());
        if (boundary.isEmpty() || boundary.length() > 70) {
            throw ErrorCode.MalformedPOSTRequest.error();
        }
        return boundary;
    }

    /// The fields by name in lower case, in the order sent.
    Map<String, String> fields() {
        return fields;
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /// The name of the file on the client, without folders; empty if it has none.
    String fileName() {
        return fileName;
    }

    boolean hasFile() {
        return hasFile;
    }

    /// The content of the file.
    InputStream file() {
        return new PartStream();
    }

    private void readFields() throws IOException {
        String first = line();
        if (!first.equals(text(delimiter, 2))) {
            throw ErrorCode.MalformedPOSTRequest.error();
        }
        while (true) {
            String name = "";
            String file = "";
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "Content-Disposition:", 0, 20)) {
                    name = parameter(header, "name").orElse("");
                    file = parameter(header, "filename").orElse("");
                }
            }
            if (name.equalsIgnoreCase("file")) {
                fileName = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
                hasFile = true;
                return;
            }
            byte[] value = new PartStream().readNBytes(budget + 1);
            budget -= value.length + name.length();
            if (budget < 0) {
                throw ErrorCode.MaxPostPreDataLengthExceededError.error();
            }
            fields.putIfAbsent(name.toLowerCase(Locale.ROOT), new String(value, StandardCharsets.UTF_8));
            String rest = line();
            if (rest.equals("--")) {
                return;
            }
            if (!rest.isEmpty()) {
                throw ErrorCode.MalformedPOSTRequest.error();
            }
        }
    }

    private static Optional<String> parameter(String header, String name) {
        int from = 0;
        while (true) {
            int at = header.indexOf(name + "=\"", from);
            if (at < 0) {
                return Optional.empty();
            }
            if (header.charAt(at - 1) == ' ' || header.charAt(at - 1) == ';') {
                int start = at + name.length() + 2;
                int end = header.indexOf('"', start);
                return end < 0 ? Optional.empty() : Optional.of(header.substring(start, end));
            }
            from = at + 1;
        }
    }

    private String line() throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        int count = 0;
        while (true) {
            int next = body.read();
            if (next < 0 || count == LONGEST_LINE) {
                throw ErrorCode.MalformedPOSTRequest.error();
            }
            if (next == '\n') {
                int end = count > 0 && line[count - 1] == '\r' ? count - 1 : count;
                return new String(line, 0, end, StandardCharsets.UTF_8);
            }
            line[count++] = (byte) next;
        }
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    }

    /// The content of a part, up to the delimiter, which is read too.
    private final class PartStream extends InputStream {
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (ended) {
                return -1;
            }
            int count = 0;
            while (count < length) {
                int next = body.read();
                if (next < 0) {
                    throw ErrorCode.MalformedPOSTRequest.error();
                }
                if (next == '\r' && isDelimiter()) {
                    ended = true;
                    return count == 0 ? -1 : count;
                }
                bytes[offset + count++] = (byte) next;
            }
            return count;
        }

        /// Whether the delimiter follows, whose first byte was read; if so it is read to its end.
        private boolean isDelimiter() throws IOException {
            body.mark(delimiter.length);
            for (int i = 1; i < delimiter.length; i++) {
                if (body.read() != delimiter[i]) {
                    body.reset();
                    return false;
                }
            }
            return true;
        }
    }
}
