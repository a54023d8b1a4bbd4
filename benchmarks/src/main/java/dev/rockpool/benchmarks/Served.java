package dev.rockpool.benchmarks;

import dev.rockpool.streamengine.StreamEngineOptions;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A server in a process of its own, so that its processor time and memory are its own too.
record Served(String name, URI address, Process process) implements Closeable {
    /// What every store accepts that asks for a signature.
    static final String ACCESS_KEY = "bench";

    static final String SECRET = "benchbench";

    static final String FLOOR = "floor";
    static final String S3PROXY = "s3proxy";
    static final String S3MOCK = "S3Mock";
    static final String KINESALITE = "kinesalite";
    static final String KAFKA = "Kafka";

    /// The token of `/_rockpool`.
    static final String TOKEN = "bench-token";

    /// As the launcher starts `serve`.
    private static final List<String> ROCKPOOL_OPTIONS = List.of(
            "-Xmx352m",
            "-XX:MaxNewSize=64m",
            "-XX:+UseSerialGC",
            "-Djdk.nio.maxCachedBufferSize=1048576",
            "--enable-native-access=ALL-UNNAMED");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCOUNTS = """
        {"accounts": [{"id": "111111111111", "users": [{"name": "bench", "accessKey": "%s", "secretKey": "%s", \
        "root": true}]}]}
        """.formatted(ACCESS_KEY, SECRET);

    /// Rockpool's store.
    static Served rockpool(Path folder) throws IOException, InterruptedException {
        Path accounts = Files.writeString(folder.resolve("accounts.json"), ACCOUNTS);
        String port = freePort();
        return java(
                "Rockpool",
                port,
                System.getProperty("java.class.path"),
                ROCKPOOL_OPTIONS,
                List.of(
                        "dev.rockpool.app.Main",
                        "--home",
                        folder.resolve("rockpool").toString(),
                        "serve",
                        "--accounts",
                        accounts.toString(),
                        "--admin-token",
                        TOKEN,
                        "--s3-port",
                        port,
                        "--kinesis-port",
                        "0",
                        "--kms-port",
                        "0"));
    }

    /// Rockpool's streams, whose shards throttle or do not.
    static Served streams(Path folder, StreamEngineOptions.Limits limits) throws IOException, InterruptedException {
        Path accounts = Files.writeString(folder.resolve("accounts.json"), ACCOUNTS);
        String port = freePort();
        return java(
                "limits " + limits.name().toLowerCase(Locale.ROOT),
                port,
                System.getProperty("java.class.path"),
                ROCKPOOL_OPTIONS,
                List.of(
                        StreamServe.class.getName(),
                        folder.resolve("streams-" + limits).toString(),
                        port,
                        accounts.toString(),
                        limits.name()));
    }

    /// kinesalite, in memory, from its npm package.
    static Served kinesalite(Path node) throws IOException, InterruptedException {
        String port = freePort();
        Path program = node.resolve("node_modules").resolve(".bin").resolve("kinesalite");
        Process process = start(List.of(
                program.toString(),
                "--port",
                port,
                "--shardLimit",
                "1000",
                "--createStreamMs",
                "1",
                "--deleteStreamMs",
                "1"));
        return reached(new Served(KINESALITE, address(port), process));
    }

    /// A Kafka broker and a producer behind HTTP, from the source of the peer.
    static Served kafka(Path folder, String classPath, Path source) throws IOException, InterruptedException {
        String port = freePort();
        return java(
                KAFKA,
                port,
                classPath,
                List.of("-Xmx512m"),
                List.of(source.toString(), port, folder.resolve("kafka").toString()));
    }

    /// The app with its window and somebody who uses it; it has no address.
    static Served app(Path folder) throws IOException {
        List<String> command = command(
                System.getProperty("java.class.path"),
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Xss4m",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "--enable-native-access=ALL-UNNAMED"),
                List.of(
                        SoakedApp.class.getName(),
                        "--home",
                        folder.resolve("app").toString()));
        return new Served("app", URI.create("app:window"), start(command));
    }

    /// The JDK's own server with objects in memory and no signatures: what HTTP itself costs.
    static Served floor() throws IOException, InterruptedException {
        String port = freePort();
        return java(
                FLOOR,
                port,
                System.getProperty("java.class.path"),
                List.of(),
                List.of(StoreFloor.class.getName(), port));
    }

    /// s3proxy over a folder; it writes a debug log, and is five times slower, unless it is told a level.
    static Served s3proxy(Path folder, String classPath) throws IOException, InterruptedException {
        String port = freePort();
        Path own = Files.createDirectories(folder.resolve("s3proxy"));
        Path files = Files.createDirectories(own.resolve("files"));
        Files.writeString(own.resolve("logback.xml"), """
            <configuration><root level="WARN"/></configuration>
            """);
        Path settings = Files.writeString(own.resolve("s3proxy.conf"), """
            s3proxy.endpoint=http://127.0.0.1:%s
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            jclouds.provider=filesystem-nio2
            jclouds.filesystem.basedir=%s
            """.formatted(port, ACCESS_KEY, SECRET, files));
        return java(
                S3PROXY,
                port,
                classPath,
                List.of("-Dlogback.configurationFile=" + own.resolve("logback.xml")),
                List.of("org.gaul.s3proxy.Main", "--properties", settings.toString()));
    }

    /// Adobe S3Mock over a folder; it takes bodies of 10 MB at most, unless it is told otherwise, and checks no
    /// signature.
    static Served s3mock(Path folder, String classPath) throws IOException, InterruptedException {
        String port = freePort();
        Path own = Files.createDirectories(folder.resolve("s3mock"));
        return java(
                S3MOCK,
                port,
                classPath,
                List.of("-Djava.io.tmpdir=" + own),
                List.of(
                        "com.adobe.testing.s3mock.S3MockApplication",
                        "--server.port=0",
                        "--http.port=" + port,
                        "--logging.level.root=WARN",
                        "--com.adobe.testing.s3mock.max-payload-size=100MB",
                        "--com.adobe.testing.s3mock.store.root=" + Files.createDirectories(own.resolve("files"))));
    }

    private static Served java(
            String name, String port, String classPath, List<String> options, List<String> mainAndArguments)
            throws IOException, InterruptedException {
        return reached(new Served(name, address(port), start(command(classPath, options, mainAndArguments))));
    }

    private static Served reached(Served served) throws IOException, InterruptedException {
        served.awaitConnection();
        return served;
    }

    private static URI address(String port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static List<String> command(String classPath, List<String> options, List<String> mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        command.addAll(mainAndArguments);
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putIfAbsent("DISPLAY", ":0"); // the app asks for one; JavaFX's headless platform does not
        return builder.start();
    }

    private void awaitConnection() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Socket _ = new Socket(address.getHost(), address.getPort())) {
                return;
            } catch (IOException refused) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    process.destroyForcibly();
                    throw new IOException(name + " did not start", refused);
                }
                Thread.sleep(20);
            }
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    /// Of all its threads, since it started.
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// What it holds of the machine's memory now, in MB; Linux only.
    double residentMegabytes() throws IOException {
        return status("VmRSS") * 1024 / 1e6;
    }

    /// The objects that are in use on its heap, in MB, after all others were collected.
    double liveMegabytes() throws IOException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = asked.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                            .filter(line -> line.startsWith("Total"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll(".*\\s", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1e6;
        }
    }

    /// Linux only.
    double threads() throws IOException {
        return status("Threads");
    }

    /// Linux only.
    double openFiles() throws IOException {
        try (Stream<Path> files = Files.list(proc().resolve("fd"))) {
            return files.count();
        }
    }

    private long status(String field) throws IOException {
        return Files.readAllLines(proc().resolve("status"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private Path proc() {
        return Path.of("/proc", String.valueOf(process.pid()));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
