package dev.rockpool.app;

import dev.rockpool.app.command.Desktop;
import dev.rockpool.app.command.Machine;
import dev.rockpool.app.desktop.DesktopOptions;
import dev.rockpool.app.desktop.DesktopTour;
import dev.rockpool.app.desktop.RockpoolApplication;
import dev.rockpool.app.tour.TourReport;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Seed;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Leads from the command line to JavaFX, which nothing loads before it is asked for.
final class Window implements Desktop {
    /// What JavaFX opens its windows with on Linux.
    private static final String GTK = "libgtk-3.so.0";

    private final Machine machine;

    Window(Machine machine) {
        this.machine = machine;
    }

    @Override
    public void open(DataDirectory home) {
        if (machine.operatingSystem().startsWith("Linux")) {
            checkGtk();
        }
        RockpoolApplication.run(options(home));
    }

    @Override
    public void rehearse(DataDirectory home) {
        drawInMemory();
        RockpoolApplication.rehearse(options(home));
    }

    private DesktopOptions options(DataDirectory home) {
        SecureRandom secrets = new SecureRandom();
        return new DesktopOptions(
                home, machine.clock(), machine.zone(), new Seed(secrets.nextLong()), secrets, Locale.getDefault());
    }

    private static void drawInMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    @Override
    public List<String> tour(Path folder, String only, Consumer<Path> progress) {
        drawInMemory();
        TourReport report = DesktopTour.run(folder, only, progress);
        return report.faults().stream().map(Object::toString).toList();
    }

    @SuppressWarnings("restricted") // looks a library up and calls nothing in it
    private static void checkGtk() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(GTK, arena);
        } catch (IllegalArgumentException missing) {
            throw new EnvironmentException(
                    "app-gtk-missing",
                    "GTK 3 (" + GTK + ") is not installed, and no window can be opened without it: install it"
                            + " (Debian: apt-get install libgtk-3-0), or run ./rockpool tour to draw every screen to"
                            + " pictures.",
                    missing);
        }
    }
}
