package dev.rockpool.clients;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.platform.serve.PlatformServer;
import dev.rockpool.platform.serve.ServeOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A platform of one account on real time, on free ports.
final class ServedPlatform implements AutoCloseable {
    static final String ACCESS_KEY = "AKIACLIENT0000000000";
    static final String SECRET_KEY = "client-secret";

    final List<String> failures = new CopyOnWriteArrayList<>();
    private final Platform platform;
    private final PlatformServer server;

    ServedPlatform(Path folder) throws IOException {
        Path accounts = Files.writeString(folder.resolve("accounts.json"), """
            {"accounts":[{"id":"111111111111","users":[
              {"name":"client","accessKey":"%s","secretKey":"%s","root":true}]}]}
            """.formatted(ACCESS_KEY, SECRET_KEY));
        InstantSource wall = InstantSource.system();
        SecureRandom random = new SecureRandom();
        PlatformOptions options = PlatformOptions.in(folder.resolve("platform")).withAccounts(Optional.of(accounts));
        platform = Platform.open(options, wall, random);
        server = PlatformServer.open(
                platform,
                ServeOptions.onFreePorts(),
                PriceBook.shipped(),
                wall,
                random,
                (id, method, path, failure) -> failures.add(method + " " + path + ": " + failure));
    }

    /// Where the object store answers.
    URI s3() {
        return Objects.requireNonNull(server.addresses().get("s3"));
    }

    /// Where the stream service answers.
    URI kinesis() {
        return Objects.requireNonNull(server.addresses().get("kinesis"));
    }

    @Override
    public void close() {
        server.close();
        platform.close();
    }
}
