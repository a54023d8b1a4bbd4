package dev.rockpool.app.command;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.platform.serve.PlatformServer;
import dev.rockpool.platform.serve.ServeOptions;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `rehearse`: does once what a start of the window or of `serve` does, so that the launcher can keep what was loaded
/// for it (JEP 514: one run makes the cache) and later starts are quick. Each has a cache of its own: a start loads the
/// whole of its cache.
@Command(name = "rehearse", hidden = true, description = "Does what a start does, for the launcher's cache.")
final class RehearseCommand implements Callable<Integer> {
    /// What starts.
    enum Start {
        WINDOW,
        SERVE
    }

    @Parameters(paramLabel = "START", description = "What starts: ${COMPLETION-CANDIDATES}.")
    private Start start = Start.WINDOW;

    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Override
    public Integer call() throws IOException {
        RockpoolCommand parent = Parent.of(rockpool);
        switch (start) {
            case WINDOW -> parent.desktop().rehearse(parent.home());
            case SERVE -> serve(parent.machine(), parent.home().platform());
        }
        return ExitCode.DONE;
    }

    private static void serve(Machine machine, Path folder) throws IOException {
        SecureRandom random = new SecureRandom();
        try (Platform platform = Platform.open(PlatformOptions.in(folder), machine.clock(), random);
                PlatformServer server = PlatformServer.open(
                        platform,
                        ServeOptions.onFreePorts(),
                        PriceBook.shipped(),
                        machine.clock(),
                        random,
                        (_, _, _, failure) -> failure.printStackTrace(machine.err()))) {
            for (URI address : server.addresses().values()) {
                ask(address);
            }
        }
    }

    /// One request without a signature; it is refused, and that is an answer.
    private static void ask(URI address) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET / HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            int first = socket.getInputStream().read();
            if (first < 0) {
                throw new EOFException(address + " did not answer");
            }
        }
    }
}
