package dev.rockpool.costmodel;

import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A whole UTF-8 file as text.
public final class TextFile {
    private TextFile() {}

    /// The text of `file`.
    ///
    /// @throws InputException with `code` if there is no such file, it cannot be read, or it is not UTF-8
    public static String read(Path file, String code) {
        try {
            // A decoder of its own: the usual ones replace bad bytes without a word.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(code, file + ": the file is not UTF-8 text.", e);
        } catch (NoSuchFileException e) {
            throw new InputException(code, file + ": there is no such file.", e);
        } catch (IOException e) {
            throw new InputException(code, file + ": the file cannot be read.", e);
        }
    }

    /// The text of a file that ships beside this class.
    static String resource(String name) {
        try (InputStream bytes = TextFile.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("The resource " + name + " is missing.");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
