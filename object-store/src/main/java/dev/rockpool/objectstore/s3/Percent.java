package dev.rockpool.objectstore.s3;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Percent-encoding (RFC 3986) of UTF-8.
final class Percent {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    /// The text that was encoded.
    ///
    /// @param plusIsSpace as in queries
    /// @throws S3Error `InvalidURI` if an escape is broken or the bytes are no UTF-8
    static String decode(String text, boolean plusIsSpace) {
        int length = text.length();
        boolean plain = true;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '%' || c >= 0x80 || (plusIsSpace && c == '+')) {
                plain = false;
                break;
            }
        }
        if (plain) {
            return text;
        }
        byte[] bytes = new byte[length * 3];
        int count = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = digit(text, i + 1);
                int low = high < 0 ? -1 : digit(text, i + 2);
                if (low < 0) {
                    throw ErrorCode.InvalidURI.error();
                }
                bytes[count++] = (byte) ((high << 4) | low);
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                bytes[count++] = ' ';
            } else if (c < 0x80) {
                bytes[count++] = (byte) c;
            } else {
                for (byte b : new String(Character.toChars(text.codePointAt(i))).getBytes(StandardCharsets.UTF_8)) {
                    bytes[count++] = b;
                }
                if (Character.isHighSurrogate(c)) {
                    i++;
                }
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, count))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ErrorCode.InvalidURI.error();
        }
    }

    private static int digit(String text, int index) {
        return index < text.length() ? Character.digit(text.charAt(index), 16) : -1;
    }

    /// The text with all but unreserved characters and slashes escaped, as `encoding-type=url` asks.
    static String encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~'
                    || c == '/';
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return encoded.toString();
    }
}
