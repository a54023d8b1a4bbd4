package dev.rockpool.trials;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Java process of the tests' class path that says in lines what it has done, and is killed with SIGKILL in the
/// middle of it.
public final class KilledJvm {
    private KilledJvm() {}

    /// Runs `main` until it has said so many lines, and a little longer; answers all that it said. The last line may be
    /// torn.
    ///
    /// @param folder for what it writes to standard error
    /// @param lines  how many it says before it is killed
    /// @param millis how long it lives on after them
    /// @throws AssertionError if it ended by itself before
    public static List<String> live(Path folder, Class<?> main, List<String> arguments, int lines, int millis)
            throws IOException {
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    boolean _ = process.waitFor(millis, TimeUnit.MILLISECONDS);
                    process.toHandle().destroyForcibly(); // the pipe stays, with what is still in it
                }
            }
            int _ = process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        if (said.size() < lines) {
            throw new AssertionError("the process ended by itself; it said: " + Files.readString(errors));
        }
        return said;
    }
}
