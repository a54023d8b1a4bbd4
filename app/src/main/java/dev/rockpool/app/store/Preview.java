package dev.rockpool.app.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The first bytes of an object as a person can look at them.
public sealed interface Preview {
    /// Bytes that are read of an object, at the most; of an image, [#MOST_OF_IMAGE].
    int MOST = 64 * 1024;

    int MOST_OF_IMAGE = 4 * 1024 * 1024;

    /// Nothing is read yet.
    record Unread() implements Preview {}

    /// There are no bytes.
    record Nothing() implements Preview {}

    /// It must be restored first.
    record OutOfReach() implements Preview {}

    /// UTF-8.
    ///
    /// @param cut whether there is more
    record Text(String text, boolean cut) implements Preview {}

    /// Something that the toolkit may be able to draw: PNG, JPEG, GIF, BMP.
    final class Image implements Preview {
        private final byte[] bytes;

        Image(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        InputStream stream() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /// Anything else, sixteen bytes a line.
    ///
    /// @param cut whether there is more
    record Hex(String lines, boolean cut) implements Preview {}

    /// Whether a key names an image.
    static boolean isImage(String key) {
        return key.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)");
    }

    /// How many bytes are read of `key`.
    static int most(String key) {
        return isImage(key) ? MOST_OF_IMAGE : MOST;
    }

    /// What the first bytes of an object show.
    ///
    /// @param size of the object
    static Preview of(String key, byte[] head, long size) {
        if (size == 0) {
            return new Nothing();
        }
        boolean cut = head.length < size;
        if (isImage(key) && !cut) {
            return new Image(head);
        }
        return text(head, cut)
                .map(text -> (Preview) new Text(pretty(key, text, cut), cut))
                .orElseGet(() -> hex(head, size));
    }

    private static Optional<String> text(byte[] head, boolean cut) {
        for (int spare = 0; spare <= (cut ? 3 : 0) && spare < head.length; spare++) { // a character may be cut in two
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(head, 0, head.length - spare))
                        .toString();
                boolean plain =
                        text.chars().noneMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t');
                return plain ? Optional.of(text) : Optional.empty();
            } catch (CharacterCodingException _) {
                // with one byte less, perhaps
            }
        }
        return Optional.empty();
    }

    private static String pretty(String key, String text, boolean cut) {
        String start = text.stripLeading();
        if (cut || !(key.endsWith(".json") || start.startsWith("{") || start.startsWith("["))) {
            return text;
        }
        try {
            JsonMapper json = JsonMapper.builder().build();
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(text));
        } catch (JacksonException _) {
            return text; // lines of JSON, say
        }
    }

    private static Hex hex(byte[] head, long size) {
        int shown = Math.min(head.length, 4_096);
        StringBuilder lines = new StringBuilder();
        HexFormat format = HexFormat.ofDelimiter(" ");
        for (int at = 0; at < shown; at += 16) {
            int end = Math.min(shown, at + 16);
            lines.append(String.format(Locale.ROOT, "%06x  %-47s  ", at, format.formatHex(head, at, end)));
            for (int each = at; each < end; each++) {
                lines.append(head[each] >= ' ' && head[each] < 127 ? (char) head[each] : '.');
            }
            lines.append('\n');
        }
        return new Hex(lines.toString(), shown < size);
    }
}
