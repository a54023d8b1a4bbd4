package dev.rockpool.app.desktop;

import dev.rockpool.app.shell.Outside;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Opens web pages and folders with the desktop's own opener: `xdg-open`, `open`, or Windows' URL handler. The address
/// is one argument, never a line for a command interpreter.
final class OutsideWorld implements Outside {
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private final TaskRunner tasks;
    private final String operatingSystem;

    /// @param operatingSystem the value of the system property `os.name`
    OutsideWorld(TaskRunner tasks, String operatingSystem) {
        this.tasks = tasks;
        this.operatingSystem = operatingSystem.toLowerCase(Locale.ROOT);
    }

    @Override
    public void open(URI address) {
        tasks.of(_ -> start(address)).start();
    }

    private Process start(URI address) {
        String scheme = address.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw new InputException(
                    "app-address",
                    Quote.of(address.toString()) + " is neither a web page nor a folder, and is not opened.");
        }
        try {
            return new ProcessBuilder(command(address.toASCIIString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "app-no-opener",
                    "This desktop has no program to open " + Quote.of(address.toString()) + ".",
                    failure);
        }
    }

    private List<String> command(String address) {
        if (operatingSystem.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(operatingSystem.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
