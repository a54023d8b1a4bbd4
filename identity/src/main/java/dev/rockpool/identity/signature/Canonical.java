package dev.rockpool.identity.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The canonical form of a request.
///
/// The object store encodes the path once and leaves it as it is, so that `a//../b` is a key of its own;
/// every other service normalises it (RFC 3986 §5.2.4, repeated slashes to one) and encodes it a second
/// time.
final class Canonical {
    private static final MessageDigest SHA_256 = sha256();
    private static final String HEX = "0123456789ABCDEF";

    private Canonical() {}

    /// The canonical request.
    ///
    /// @param signedHeaders lower case, sorted
    /// @param withoutParameter a query parameter that is left out, as a presigned request's own signature
    /// is
    /// @param payloadHash a digest, or one of the words that stand for one
    static String request(
            RequestHead head,
            boolean objectStore,
            List<String> signedHeaders,
            String withoutParameter,
            String payloadHash) {
        StringBuilder request = new StringBuilder(512);
        request.append(head.method()).append('\n');
        request.append(path(head.rawPath(), objectStore)).append('\n');
        query(request, head.rawQuery(), withoutParameter);
        request.append('\n');
        for (String name : signedHeaders) {
            request.append(name).append(':');
            boolean first = true;
            for (RequestHead.Header header : head.headers()) {
                if (header.name().equalsIgnoreCase(name)) {
                    request.append(first ? "" : ",").append(trimmed(header.value()));
                    first = false;
                }
            }
            request.append('\n');
        }
        request.append('\n');
        return request.append(String.join(";", signedHeaders))
                .append('\n')
                .append(payloadHash)
                .toString();
    }

    static String stringToSign(String timestamp, CredentialScope scope, String canonicalRequest) {
        return "AWS4-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + sha256Hex(canonicalRequest);
    }

    static String path(String rawPath, boolean objectStore) {
        String path = rawPath.isEmpty() ? "/" : rawPath;
        if (objectStore) {
            return encoded(decoded(path, false), true);
        }
        return encoded(encoded(decoded(normalised(path), false), true), true);
    }

    private static String normalised(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (String segment : segments) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> kept.pollLast();
                default -> kept.addLast(segment);
            }
        }
        String last = segments[segments.length - 1];
        boolean isFolder = !kept.isEmpty() && (last.isEmpty() || last.equals(".") || last.equals(".."));
        return "/" + String.join("/", kept) + (isFolder ? "/" : "");
    }

    private static void query(StringBuilder to, String rawQuery, String without) {
        if (rawQuery.isEmpty()) {
            return;
        }
        List<String> pairs = new ArrayList<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = encoded(decoded(equals < 0 ? pair : pair.substring(0, equals), true), false);
            if (!name.equals(without)) {
                // a character that sorts before all that a name or value may hold keeps `a=` before `a-b=`
                pairs.add(name + "\u0001"
                        + (equals < 0 ? "" : encoded(decoded(pair.substring(equals + 1), true), false)));
            }
        }
        Collections.sort(pairs);
        for (int at = 0; at < pairs.size(); at++) {
            to.append(at == 0 ? "" : "&").append(pairs.get(at).replace('\u0001', '='));
        }
    }

    /// Percent-decodes; what is no escape stays.
    ///
    /// @param plusIsSpace as forms have it
    static byte[] decoded(String text, boolean plusIsSpace) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            byte octet = bytes[at];
            if (octet == '%' && at + 2 < bytes.length) {
                int high = Character.digit(bytes[at + 1], 16);
                int low = Character.digit(bytes[at + 2], 16);
                if (high >= 0 && low >= 0) {
                    out.write(high << 4 | low);
                    at += 2;
                    continue;
                }
            }
            out.write(octet == '+' && plusIsSpace ? ' ' : octet);
        }
        return out.toByteArray();
    }

    static String encoded(String text, boolean keepSlash) {
        return encoded(text.getBytes(StandardCharsets.UTF_8), keepSlash);
    }

    /// Percent-encodes all but the unreserved characters of RFC 3986, in upper-case hexadecimal.
    static String encoded(byte[] bytes, boolean keepSlash) {
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (byte octet : bytes) {
            char ch = (char) (octet & 0xff);
            if (isUnreserved(ch) || (keepSlash && ch == '/')) {
                out.append(ch);
            } else {
                out.append('%').append(HEX.charAt(ch >> 4)).append(HEX.charAt(ch & 15));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(char ch) {
        return (ch >= 'a' && ch <= 'z')
                || (ch >= 'A' && ch <= 'Z')
                || (ch >= '0' && ch <= '9')
                || "-._~".indexOf(ch) >= 0;
    }

    /// Without spaces at its ends, and with runs of spaces as one.
    static String trimmed(String value) {
        String text = value.strip();
        if (text.indexOf("  ") < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char ch = text.charAt(at);
            if (ch != ' ' || text.charAt(at - 1) != ' ') {
                out.append(ch);
            }
        }
        return out.toString();
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String sha256Hex(String text) {
        return sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256Hex(byte[] bytes) {
        try {
            MessageDigest digest = (MessageDigest) SHA_256.clone();
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 cannot be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform lacks SHA-256", e);
        }
    }
}
