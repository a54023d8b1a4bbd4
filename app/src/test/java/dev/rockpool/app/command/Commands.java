package dev.rockpool.app.command;

import dev.rockpool.kernel.DataDirectory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The command line as a test uses it, without a window.
///
/// @param home where data lives
record Commands(Path home) {
    /// What a command answered.
    ///
    /// @param out lines of standard output
    /// @param err lines of standard error
    record Answer(int exit, List<String> out, List<String> err) {}

    Answer run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Machine machine = new Machine(
                "Linux",
                home,
                Map.of(),
                InstantSource.fixed(Instant.parse("2026-03-18T09:30:00Z")),
                ZoneOffset.UTC,
                new PrintWriter(out),
                new PrintWriter(err, true));
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        int exit = new CommandLineRunner(machine, new NoDesktop()).run(words);
        return new Answer(
                exit, out.toString().lines().toList(), err.toString().lines().toList());
    }

    /// No command here opens a window.
    static final class NoDesktop implements Desktop {
        @Override
        public void open(DataDirectory home) {
            throw new AssertionError("no window was asked for");
        }

        @Override
        public void rehearse(DataDirectory home) {
            throw new AssertionError("no window was asked for");
        }

        @Override
        public List<String> tour(Path target, String only, Consumer<Path> progress) {
            throw new AssertionError("no tour was asked for");
        }
    }
}
