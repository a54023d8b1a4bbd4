package dev.rockpool.objectstore.s3;

import dev.rockpool.identity.signature.ChunkVerifier;
import dev.rockpool.identity.signature.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The content of an `aws-chunked` body: chunks with their size, maybe signed, and maybe header fields
/// after the last.
///
/// ```text
/// body    = *( size [";chunk-signature=" signature] CRLF data CRLF ) "0" [";chunk-signature=" signature]
/// CRLF
///           *( name ":" value CRLF ) [ "x-amz-trailer-signature:" signature CRLF ] CRLF
/// ```
///
/// Source: API reference, *Signature Calculations for the Authorization Header: Transferring Payload in
/// Multiple Chunks*, with and without trailing headers. A signature is checked when its chunk has been
/// read, so a reader must not act before the end.
final class AwsChunkedStream extends InputStream {
    private static final int LONGEST_LINE = 1024;
    private static final int MOST_TRAILER_FIELDS = 16;

    private final InputStream body;
    private final Optional<ChunkVerifier> verifier;
    private final boolean hasTrailer;
    private final MessageDigest digest = Digests.sha256();
    private final byte[] buffer = new byte[4096];
    private final List<RequestHead.Header> trailer = new ArrayList<>();
    private int position;
    private int limit;
    private long left;
    private String signature = "";
    private boolean inChunk;
    private boolean ended;

    /// The content of `body`.
    ///
    /// @param verifier checks the chunks' signatures; empty if they have none
    /// @param hasTrailer whether header fields may follow the last chunk
    AwsChunkedStream(InputStream body, Optional<ChunkVerifier> verifier, boolean hasTrailer) {
        this.body = body;
        this.verifier = verifier;
        this.hasTrailer = hasTrailer;
    }

    /// The value of a field of the trailer; known once the content has been read to its end.
    Optional<String> trailer(String name) {
        for (RequestHead.Header field : trailer) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0) {
            if (ended) {
                return -1;
            }
            nextChunk();
        }
        int count = take(bytes, offset, (int) Math.min(length, left));
        if (verifier.isPresent()) {
            digest.update(bytes, offset, count);
        }
        left -= count;
        if (left == 0) {
            endChunk();
        }
        return count;
    }

    private void nextChunk() throws IOException {
        String line = line();
        int semicolon = line.indexOf(';');
        String size = (semicolon < 0 ? line : line.substring(0, semicolon)).trim();
        if (size.isEmpty() || size.length() > 15) {
            throw malformed();
        }
        try {
            left = Long.parseLong(size, 16);
        } catch (NumberFormatException e) {
            throw malformed();
        }
        if (left < 0) {
            throw malformed();
        }
        String extension = semicolon < 0 ? "" : line.substring(semicolon + 1).trim();
        signature = extension.startsWith("chunk-signature=") ? extension.substring("chunk-signature=".length()) : "";
        inChunk = true;
        if (left == 0) {
            verifyChunk();
            readTrailer();
            ended = true;
        }
    }

    private void endChunk() throws IOException {
        if (!line().isEmpty()) {
            throw malformed();
        }
        verifyChunk();
    }

    private void verifyChunk() {
        if (inChunk && verifier.isPresent() && !verifier.get().chunk(signature, digest.digest())) {
            throw ErrorCode.SignatureDoesNotMatch.error();
        }
        inChunk = false;
    }

    private void readTrailer() throws IOException {
        String given = "";
        for (String line = lineOrEnd(); !line.isEmpty(); line = lineOrEnd()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || trailer.size() >= MOST_TRAILER_FIELDS) {
                throw malformed();
            }
            String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).trim();
            if (name.equals("x-amz-trailer-signature")) {
                given = value;
            } else {
                trailer.add(new RequestHead.Header(name, value));
            }
        }
        if (!trailer.isEmpty() && !hasTrailer) {
            throw malformed();
        }
        if (hasTrailer && verifier.isPresent() && !verifier.get().trailer(given, trailer)) {
            throw ErrorCode.SignatureDoesNotMatch.error();
        }
        while (body.read(buffer) >= 0) {
            // what follows the end is nobody's
        }
    }

    private int take(byte[] bytes, int offset, int length) throws IOException {
        if (position < limit) {
            int count = Math.min(length, limit - position);
            System.arraycopy(buffer, position, bytes, offset, count);
            position += count;
            return count;
        }
        int count = body.read(bytes, offset, length);
        if (count < 0) {
            throw incomplete();
        }
        return count;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(96);
        while (true) {
            if (position == limit && !fill()) {
                throw incomplete();
            }
            byte next = buffer[position++];
            if (next == '\n') {
                int last = line.length() - 1;
                if (last < 0 || line.charAt(last) != '\r') {
                    throw malformed();
                }
                line.setLength(last);
                return line.toString();
            }
            if (line.length() >= LONGEST_LINE) {
                throw malformed();
            }
            line.append((char) (next & 0xff));
        }
    }

    /// Some clients leave out the empty line at the end.
    private String lineOrEnd() throws IOException {
        return position == limit && !fill() ? "" : line();
    }

    private boolean fill() throws IOException {
        limit = 0;
        position = 0;
        int count = body.read(buffer);
        if (count < 0) {
            return false;
        }
        limit = count;
        return true;
    }

    private static S3Error malformed() {
        return ErrorCode.InvalidRequest.error("The body is not in the form that aws-chunked bodies have.");
    }

    private static S3Error incomplete() {
        return ErrorCode.IncompleteBody.error();
    }
}
