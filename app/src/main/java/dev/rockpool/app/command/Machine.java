package dev.rockpool.app.command;

import dev.rockpool.kernel.DataDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/// What the command line knows of the machine it runs on; the composition root reads it once.
///
/// @param operatingSystem the system property `os.name`
/// @param userHome the user's home directory
/// @param environment the process's environment variables
/// @param clock wall time
/// @param zone the user's time zone
/// @param out where results go
/// @param err where progress and failures go
public record Machine(
        String operatingSystem,
        Path userHome,
        Map<String, String> environment,
        InstantSource clock,
        ZoneId zone,
        PrintWriter out,
        PrintWriter err) {

    /// Where this user's data lives unless `--home` says otherwise.
    DataDirectory standardHome() {
        return DataDirectory.standard(operatingSystem, userHome, environment);
    }

    /// Whether a window can be shown: outside Linux always, there with an X11 or Wayland display.
    boolean hasDisplay() {
        return !operatingSystem.startsWith("Linux")
                || isSet(environment.getOrDefault("DISPLAY", ""))
                || isSet(environment.getOrDefault("WAYLAND_DISPLAY", ""));
    }

    private static boolean isSet(String value) {
        return !value.isBlank();
    }
}
