package dev.rockpool.platform.serve;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.gateway.FailureListener;
import dev.rockpool.gateway.Gateway;
import dev.rockpool.gateway.GatewayOptions;
import dev.rockpool.gateway.HttpHandler;
import dev.rockpool.identity.signature.SignatureVerifier;
import dev.rockpool.keys.KeyService;
import dev.rockpool.keys.kms.KmsEndpoint;
import dev.rockpool.objectstore.access.StoreAccess;
import dev.rockpool.objectstore.s3.KeyServiceDataKeys;
import dev.rockpool.objectstore.s3.S3Endpoint;
import dev.rockpool.objectstore.s3.S3Services;
import dev.rockpool.objectstore.s3.S3Settings;
import dev.rockpool.platform.Branch;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.Platform;
import dev.rockpool.streamengine.kinesis.KinesisEndpoint;
import dev.rockpool.streamengine.kinesis.KinesisServices;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A platform that answers on its ports, and does what is due as its clock goes on.
///
/// Closing it closes the ports, not the platform. Where branches are served, each has a server of its own.
public final class PlatformServer implements AutoCloseable {
    private static final long SETTLE_MILLIS = 200;

    private final SequencedMap<String, Gateway> gateways = new LinkedHashMap<>();
    private final ScheduledExecutorService settling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("settling").factory());

    private volatile @Nullable KinesisEndpoint subscriptions;
    private final Doorway doorway;
    private Optional<BranchServers> branches = Optional.empty();

    private PlatformServer(Platform platform) {
        doorway = new Doorway(platform);
    }

    /// Binds the ports of a platform and, on any free ports, of its branches, and begins to answer.
    ///
    /// @param prices what bills are made with
    /// @param wall wall time: signatures and sessions go by it, whatever the platform's clock says
    /// @param failures hears of requests that failed for no fault of theirs
    /// @throws dev.rockpool.kernel.EnvironmentException if a port is taken
    public static PlatformServer open(
            Branches branches,
            ServeOptions options,
            PriceBook prices,
            InstantSource wall,
            SecureRandom random,
            FailureListener failures) {
        PlatformServer server = new PlatformServer(branches.origin());
        BranchServers servers = new BranchServers(
                branches, server.doorway, server::endSubscriptions, options, prices, wall, random, failures);
        server.branches = Optional.of(servers);
        server.begin(options, prices, wall, random, failures);
        branches.hear(servers);
        return server;
    }

    /// Binds the ports and begins to answer.
    ///
    /// @param prices what bills are made with
    /// @param wall wall time: signatures and sessions go by it, whatever the platform's clock says
    /// @param failures hears of requests that failed for no fault of theirs
    /// @throws dev.rockpool.kernel.EnvironmentException if a port is taken
    public static PlatformServer open(
            Platform platform,
            ServeOptions options,
            PriceBook prices,
            InstantSource wall,
            SecureRandom random,
            FailureListener failures) {
        PlatformServer server = new PlatformServer(platform);
        server.begin(options, prices, wall, random, failures);
        return server;
    }

    private void begin(
            ServeOptions options, PriceBook prices, InstantSource wall, SecureRandom random, FailureListener failures) {
        String token = options.token().orElseGet(doorway.platform()::token);
        HttpHandler control = new ControlEndpoint(doorway::platform, branches, prices, token);
        try {
            GatewayOptions s3 = S3Endpoint.options(options.s3Port());
            serve("s3", s3, platform -> objects(platform, options, wall), control, options, random, failures);
            GatewayOptions kinesis = KinesisEndpoint.options(options.kinesisPort());
            serve(
                    "kinesis",
                    kinesis,
                    platform -> subscribed(streams(platform, wall)),
                    control,
                    options,
                    random,
                    failures);
            GatewayOptions kms = GatewayOptions.onPort(options.kmsPort()).withRefusals(KmsEndpoint::words);
            serve(
                    "kms",
                    kms,
                    platform -> new KmsEndpoint(platform.keys(), platform.accounts(), wall, random),
                    control,
                    options,
                    random,
                    failures);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
        ScheduledFuture<?> _ = settling.scheduleWithFixedDelay(
                () -> doorway.pass(platform -> settle(platform, failures)),
                SETTLE_MILLIS,
                SETTLE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static HttpHandler objects(Platform platform, ServeOptions options, InstantSource wall) {
        S3Settings settings = S3Settings.standard(wall).withDefaults(options.defaults());
        return new S3Endpoint(new S3Services(
                platform.objects(),
                platform.accounts(),
                new SignatureVerifier(platform.accounts(), wall),
                new StoreAccess(platform.accounts(), platform.objects()::document),
                caller -> new KeyServiceDataKeys(platform.keys(), caller, settings),
                settings,
                platform::answered));
    }

    private static KinesisEndpoint streams(Platform platform, InstantSource wall) {
        return new KinesisEndpoint(new KinesisServices(
                platform.streamAccounts(),
                new SignatureVerifier(platform.accounts(), wall),
                platform.keys(),
                platform.clock(),
                KeyService.REGION,
                () -> platform.clock().speed() > 0));
    }

    private KinesisEndpoint subscribed(KinesisEndpoint streams) {
        subscriptions = streams;
        return streams;
    }

    private void endSubscriptions() {
        KinesisEndpoint streams = subscriptions;
        if (streams != null) {
            streams.close();
        }
    }

    private void serve(
            String name,
            GatewayOptions base,
            Function<Platform, HttpHandler> service,
            HttpHandler control,
            ServeOptions options,
            SecureRandom random,
            FailureListener failures) {
        GatewayOptions gateway =
                base.withControl(control).withFailures(failures).withRequestIdSeed(random.nextLong());
        gateways.put(name, Gateway.open(options.tls().map(gateway::withTls).orElse(gateway), doorway.to(service)));
    }

    /// One failure to do what is due must not end all later tries.
    private static void settle(Platform platform, FailureListener failures) {
        try {
            platform.settle();
        } catch (RuntimeException failure) {
            failures.failed("", "settle", "", failure);
        }
    }

    /// Where each service answers, by its name in short: `s3`, `kinesis`, `kms`.
    public SequencedMap<String, URI> addresses() {
        SequencedMap<String, URI> addresses = new LinkedHashMap<>();
        gateways.forEach((name, gateway) -> addresses.put(name, gateway.address()));
        return addresses;
    }

    /// Where the services of a branch answer, by their names in short; nothing if branches are not served here.
    public SequencedMap<String, URI> addresses(Branch branch) {
        return branches.map(servers -> servers.addresses(branch)).orElseGet(LinkedHashMap::new);
    }

    /// Answers what was asked, then closes the ports.
    @Override
    public void close() {
        // never interrupted: an interrupt would close the files that it reads and writes
        settling.close();
        branches.ifPresent(BranchServers::close);
        endSubscriptions();
        List<Gateway> open = new ArrayList<>(gateways.values());
        open.forEach(Gateway::close);
    }
}
