package dev.rockpool.app;

import dev.rockpool.app.command.CommandLineRunner;
import dev.rockpool.app.command.Machine;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

/// The composition root: the one place that reads the wall clock, the environment and unguessable numbers.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // pictures are written with ImageIO; windows are JavaFX's
        Machine machine = new Machine(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv(),
                InstantSource.system(),
                ZoneId.systemDefault(),
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
        System.exit(new CommandLineRunner(machine, new Window(machine)).run(arguments));
    }
}
