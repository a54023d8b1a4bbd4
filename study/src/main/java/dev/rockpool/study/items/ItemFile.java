package dev.rockpool.study.items;

import dev.rockpool.content.DeckParser;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A text file that is read as a whole.
final class ItemFile {
    /// The most characters of a question: what a section of a deck may have.
    static final int LONGEST_QUESTION = DeckParser.LARGEST_SECTION;

    /// The most questions of a file: what a deck may have.
    static final int MOST_QUESTIONS = DeckParser.MOST_SECTIONS;

    private static final long LARGEST = 16L << 20;
    private static final int LONGEST_BEGINNING = 1 << 16;

    private ItemFile() {}

    /// Its text without a byte order mark, lines separated by LF.
    ///
    /// @throws InputException if it cannot be read (`exchange-unreadable`), is too large or no UTF-8
    ///     (`exchange-text`)
    static String read(Path file) {
        String name = name(file);
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(
                        "exchange-text",
                        "The file " + Quote.of(name) + " has more than " + (LARGEST >> 20) + " MiB; split it.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(
                    "exchange-unreadable",
                    "The file " + Quote.of(file.toString()) + " cannot be read: check its name and rights.",
                    e);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer target = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(source, target, true);
        if (result.isError()) {
            int line = 1;
            for (int at = 0; at < source.position(); at++) {
                line += bytes[at] == '\n' ? 1 : 0;
            }
            throw new InputException(
                    "exchange-text", name + ":" + line + ": This line is not UTF-8; save the file in that encoding.");
        }
        String text = target.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Its first characters, for a look at what it may be; nothing where it cannot be read.
    static String beginning(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            String text = new String(stream.readNBytes(LONGEST_BEGINNING), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException _) {
            return "";
        }
    }

    static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file).toString();
    }
}
