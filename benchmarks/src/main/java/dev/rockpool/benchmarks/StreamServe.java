package dev.rockpool.benchmarks;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.platform.serve.PlatformServer;
import dev.rockpool.platform.serve.ServeOptions;
import dev.rockpool.streamengine.StreamEngineOptions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A whole platform whose shards throttle or do not, which no command of the app offers: the engine's own speed cannot
/// be seen through limits.
final class StreamServe {
    private StreamServe() {}

    /// Serves until it is killed.
    ///
    /// @param arguments a folder, the stream engine's port, a file of accounts, `ENFORCED` or `OFF`
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StreamEngineOptions streams = StreamEngineOptions.standard()
                .with(StreamEngineOptions.Limits.valueOf(arguments[3].toUpperCase(Locale.ROOT)));
        PlatformOptions options = PlatformOptions.in(Path.of(arguments[0]))
                .withAccounts(Optional.of(Path.of(arguments[2])))
                .with(streams);
        ServeOptions free = ServeOptions.onFreePorts();
        ServeOptions ports =
                new ServeOptions(0, Integer.parseInt(arguments[1]), 0, free.token(), free.defaults(), free.tls());
        InstantSource wall = InstantSource.system();
        SecureRandom random = new SecureRandom();
        PlatformServer server = PlatformServer.open(
                Platform.open(options, wall, random),
                ports,
                PriceBook.shipped(),
                wall,
                random,
                (id, method, path, failure) -> out.println(method + " " + path + ": " + failure));
        out.println("ready " + server.addresses());
        new CountDownLatch(1).await();
    }
}
