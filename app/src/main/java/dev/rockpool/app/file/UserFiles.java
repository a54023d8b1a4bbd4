package dev.rockpool.app.file;

import dev.rockpool.app.shell.AppContext;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads and writes, in the background, files that the user chose.
public final class UserFiles {
    /// What people write by hand, and what Rockpool exports to be read again, is shorter.
    private static final long LONGEST = 4L << 20;

    private final AppContext context;

    public UserFiles(AppContext context) {
        this.context = context;
    }

    /// Something that writes a file.
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }

    /// Writes text and says so.
    public void write(Path file, String text) {
        write(file, (Path target) -> Files.writeString(target, text, StandardCharsets.UTF_8));
    }

    /// Writes text and says so.
    ///
    /// @param then on success
    public void write(Path file, String text, Runnable then) {
        write(file, target -> Files.writeString(target, text, StandardCharsets.UTF_8), then);
    }

    /// Writes and says so.
    public void write(Path file, Writing writing) {
        write(file, writing, () -> {});
    }

    private void write(Path file, Writing writing, Runnable then) {
        context.tasks()
                .of(_ -> {
                    try {
                        writing.to(file);
                        return file;
                    } catch (IOException failure) {
                        throw new EnvironmentException(
                                "app-export-unwritable",
                                Quote.of(file.toString()) + " cannot be written: choose another folder.",
                                failure);
                    }
                })
                .onSuccess(written -> {
                    context.notices().show(context.texts().get("file.written", String.valueOf(written.getFileName())));
                    then.run();
                })
                .start();
    }

    /// Reads a text file whole.
    public void read(Path file, Consumer<String> then) {
        context.tasks().of(_ -> text(file)).onSuccess(then).start();
    }

    private static String text(Path file) {
        String name = Quote.of(String.valueOf(file.getFileName()));
        try {
            if (Files.size(file) > LONGEST) {
                throw new InputException(
                        "app-file-long", name + " is longer than 4 MiB, which is more than is read here.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException failure) {
            throw new InputException("app-file-text", name + " is not UTF-8 text, so it cannot be read here.", failure);
        } catch (IOException failure) {
            throw new EnvironmentException("app-file-unreadable", name + " cannot be read.", failure);
        }
    }
}
