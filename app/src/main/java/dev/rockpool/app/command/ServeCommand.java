package dev.rockpool.app.command;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.gateway.Tls;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.objectstore.s3.S3Settings.BucketDefaults;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.ClockSetting;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformClock;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.platform.serve.PlatformServer;
import dev.rockpool.platform.serve.ServeOptions;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.Sync;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `serve`: the platform alone, on its ports, until it is told to stop.
@Command(
        name = "serve",
        description = {
            "Serves the platform without a window: the object store (S3), the stream engine (Kinesis), the key service"
                    + " (KMS) and sessions of roles (STS, on the key service's port), on 127.0.0.1 only.",
            "Prints a line a port once it answers, such as: ready s3 http://127.0.0.1:9700. Ctrl+C or SIGTERM closes"
                    + " it cleanly."
        })
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RockpoolCommand rockpool;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the platform is kept (default: platform/ of your" + " data).")
    private @Nullable Path data;

    @Option(
            names = "--s3-port",
            paramLabel = "PORT",
            description = "The object store's port; 0 for any free one" + " (default: ${DEFAULT-VALUE}).")
    private int s3Port = ServeOptions.S3_PORT;

    @Option(
            names = "--kinesis-port",
            paramLabel = "PORT",
            description = "The stream engine's port; 0 for any free one" + " (default: ${DEFAULT-VALUE}).")
    private int kinesisPort = ServeOptions.KINESIS_PORT;

    @Option(
            names = "--kms-port",
            paramLabel = "PORT",
            description = "The key service's port; 0 for any free one" + " (default: ${DEFAULT-VALUE}).")
    private int kmsPort = ServeOptions.KMS_PORT;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "The accounts, users and roles as JSON (default:" + " one account with a random key pair).")
    private @Nullable Path accounts;

    @Option(names = "--show-credentials", description = "Prints the access keys and ends.")
    private boolean showCredentials;

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            description = "What the routes below /_rockpool ask for"
                    + " (default: the one in the file admin-token of the data directory).")
    private @Nullable String adminToken;

    @Option(
            names = "--bucket-defaults",
            paramLabel = "current|2022",
            description =
                    "What new buckets have: today's settings (ACLs off, public access and customer keys blocked) or"
                            + " those of 2022 (default: current).")
    private String bucketDefaults = "current";

    @Option(
            names = "--clock",
            paramLabel = "real|INSTANT",
            description = "The time that the platform goes by: real, or"
                    + " its own from an instant on (default: the one it had; a new one: real).")
    private @Nullable String clock;

    @Option(
            names = "--clock-speed",
            paramLabel = "N",
            description = "Virtual seconds a second of a clock of its own, which begins now unless --clock says when;"
                    + " 0 stands (default: 0).")
    private @Nullable Long clockSpeed;

    @Option(
            names = "--sync",
            paramLabel = "on|off",
            description = "Whether what is acknowledged survives a loss of" + " power (default: on).")
    private String sync = "on";

    @Option(
            names = "--tls",
            paramLabel = "KEYSTORE",
            description = "Speaks HTTPS with this PKCS #12 key store; its"
                    + " password stands in the environment variable ROCKPOOL_TLS_PASSWORD.")
    private @Nullable Path tls;

    @Override
    public Integer call() throws InterruptedException {
        RockpoolCommand parent = Parent.of(rockpool);
        Machine machine = parent.machine();
        PrintWriter out = machine.out();
        boolean isSync = choice("--sync", sync, "on", "off");
        boolean isCurrent = choice("--bucket-defaults", bucketDefaults, "current", "2022");
        Path folder = data == null ? parent.home().platform() : data;
        PlatformOptions options = PlatformOptions.in(folder)
                .with(clock(machine.clock().instant()))
                .withAccounts(Optional.ofNullable(accounts))
                .with(ObjectStoreOptions.standard().sync(isSync).blockingCustomerKeys(isCurrent))
                .with(StreamEngineOptions.standard().with(isSync ? Sync.ON : Sync.OFF));
        SecureRandom random = new SecureRandom();
        if (showCredentials) {
            try (Platform platform = Platform.open(options, machine.clock(), random)) {
                platform.accounts().accessKeys().forEach(key -> show(key, out));
            }
            return ExitCode.DONE;
        }
        return serve(options, isCurrent, parent.prices(), machine, random);
    }

    private int serve(PlatformOptions kept, boolean isCurrent, PriceBook prices, Machine machine, SecureRandom random)
            throws InterruptedException {
        ServeOptions options = new ServeOptions(
                s3Port,
                kinesisPort,
                kmsPort,
                Optional.ofNullable(adminToken),
                isCurrent ? BucketDefaults.CURRENT : BucketDefaults.OF_2022,
                Optional.ofNullable(tls).map(store -> new Tls(store, password(machine))));
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread stopping = new Thread(() -> {
            stopped.countDown();
            try {
                closed.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        try (Branches branches = Branches.open(kept, machine.clock(), random);
                PlatformServer server = PlatformServer.open(
                        branches, options, prices, machine.clock(), random, (id, method, path, failure) -> {
                            machine.err().println("rockpool: request " + id + " failed: " + method + " " + path);
                            failure.printStackTrace(machine.err());
                        })) {
            Runtime.getRuntime().addShutdownHook(stopping);
            server.addresses().forEach((name, address) -> machine.out().println("ready " + name + " " + address));
            machine.out().flush();
            stopped.await();
        } finally {
            closed.countDown();
        }
        return ExitCode.DONE;
    }

    private ClockSetting clock(Instant now) {
        String start = clock;
        if (start == null && clockSpeed == null) {
            return new ClockSetting.Kept();
        }
        if (start != null && start.equals("real")) {
            if (clockSpeed != null && clockSpeed != 1) {
                throw new InputException(
                        "serve-option", "--clock-speed needs --clock INSTANT: a real clock runs as it does.");
            }
            return new ClockSetting.Real();
        }
        long speed = clockSpeed == null ? 0 : clockSpeed;
        if (speed < 0 || speed > PlatformClock.FASTEST) {
            throw new InputException(
                    "serve-option", "--clock-speed is 0 to " + PlatformClock.FASTEST + ", not " + speed + ".");
        }
        if (start == null) {
            return new ClockSetting.Virtual(now, speed);
        }
        try {
            return new ClockSetting.Virtual(Instant.parse(start), speed);
        } catch (DateTimeException fault) {
            throw new InputException(
                    "serve-option",
                    "--clock is real or an instant such as 2026-01-01T00:00:00Z, not " + Quote.of(start) + ".",
                    fault);
        }
    }

    private static boolean choice(String option, String value, String first, String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw new InputException(
                    "serve-option", option + " is " + first + " or " + second + ", not " + Quote.of(value) + ".");
        }
        return value.equals(first);
    }

    private static String password(Machine machine) {
        return machine.environment().getOrDefault("ROCKPOOL_TLS_PASSWORD", "");
    }

    private static void show(AccessKey key, PrintWriter out) {
        out.println(key.caller().arn());
        out.println("aws_access_key_id = " + key.id());
        out.println("aws_secret_access_key = " + key.secret());
    }
}
