package dev.rockpool.app.platform;

import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.preference.Setting;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.platform.Branch;
import dev.rockpool.platform.BranchListener;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.platform.serve.PlatformServer;
import dev.rockpool.platform.serve.ServeOptions;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Holds the app's platform and its branches: opens them in the background at the first [#open], serves them while the
/// user wants it to, and closes them with the app.
///
/// Methods are called on the foreground, except for [#close].
public final class RunningPlatform implements AutoCloseable {
    /// Whether the endpoints are on.
    public static final Setting<Boolean> SERVES = Setting.flag("platform.serves", false);

    /// The object store's port. Those of the other services are as far from it as the standard ports are apart.
    public static final Setting<Integer> PORT =
            Setting.number("platform.port", ServeOptions.S3_PORT, 1, RunningPlatform.LAST_PORT);

    /// The highest port that leaves some for the other services.
    public static final int LAST_PORT = 65_535 - (ServeOptions.KMS_PORT - ServeOptions.S3_PORT);

    private static final System.Logger LOG = System.getLogger("dev.rockpool.platform");

    private final PlatformOptions options;
    private final InstantSource wall;
    private final SecureRandom random;
    private final Supplier<PriceBook> prices;
    private final Preferences preferences;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<PlatformState> state = new ReadOnlyObjectWrapper<>(new PlatformState.Closed());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final Object lock = new Object();
    private final Living living = new Living();
    private Optional<Branches> branches = Optional.empty();
    private Optional<PlatformServer> server = Optional.empty();
    private Optional<ScheduledExecutorService> settling = Optional.empty();
    private boolean closed;

    /// @param options where it is kept, and its clock
    /// @param wall wall time
    /// @param random of cryptographic strength
    /// @param prices what bills on its control routes are made with; asked in the background
    public RunningPlatform(
            PlatformOptions options,
            InstantSource wall,
            SecureRandom random,
            Supplier<PriceBook> prices,
            Preferences preferences,
            TaskRunner tasks) {
        this.options = options;
        this.wall = wall;
        this.random = random;
        this.prices = prices;
        this.preferences = preferences;
        this.tasks = tasks;
    }

    /// Where it stands.
    public ReadOnlyObjectProperty<PlatformState> state() {
        return state.getReadOnlyProperty();
    }

    /// Why the endpoints could not be switched on; empty if nothing is wrong.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// Whether the endpoints are wanted, or were when the app was last closed.
    public boolean serves() {
        return preferences.get(SERVES);
    }

    /// The port that the object store answers on when it does.
    public int port() {
        return preferences.get(PORT);
    }

    /// Opens the platform, unless it is open or being opened; serves it if that is wanted.
    public void open() {
        switch (state.get()) {
            case PlatformState.Open _, PlatformState.Opening _ -> {}
            case PlatformState.Closed _, PlatformState.Refused _ -> {
                state.set(new PlatformState.Opening());
                tasks.of(_ -> take())
                        .onSuccess(opened -> {
                            state.set(new PlatformState.Open(opened, opened.origin(), Map.of()));
                            if (serves()) {
                                serve(port());
                            }
                        })
                        .onFailure(
                                EnvironmentException.class,
                                failure -> state.set(new PlatformState.Refused(failure.sentence())))
                        .start();
            }
        }
    }

    /// Lets the endpoints answer, the object store on `port`; remembered.
    ///
    /// @param port 1 to [#LAST_PORT]
    public void serve(int port) {
        refusal.set("");
        preferences.set(PORT, port);
        preferences.set(SERVES, true);
        tasks.of(_ -> listen(port))
                .onSuccess(this::show)
                .onFailure(EnvironmentException.class, failure -> {
                    preferences.set(SERVES, false);
                    refusal.set(failure.sentence());
                    show(Map.of());
                })
                .start();
    }

    /// Closes the ports; remembered.
    public void stopServing() {
        refusal.set("");
        preferences.set(SERVES, false);
        tasks.of(_ -> {
                    synchronized (lock) {
                        stopListening();
                    }
                    return Map.<String, URI>of();
                })
                .onSuccess(this::show)
                .start();
    }

    private void show(Map<String, URI> addresses) {
        if (state.get() instanceof PlatformState.Open open) {
            state.set(new PlatformState.Open(open.branches(), open.platform(), addresses));
        }
    }

    /// Puts a branch in the place of the platform, whose own content is gone; everybody who has the platform is told
    /// by [#state].
    ///
    /// @param then once it is the platform
    /// @param refused takes a sentence, if the disk refuses
    public void keep(String branch, Runnable then, Consumer<String> refused) {
        if (state.get() instanceof PlatformState.Open open) {
            tasks.of(_ -> open.branches().keep(branch))
                    .onSuccess(_ -> then.run())
                    .onFailure(InputException.class, fault -> refused.accept(fault.sentence()))
                    .onFailure(EnvironmentException.class, fault -> refused.accept(fault.sentence()))
                    .start();
        }
    }

    /// Where a branch answers, by the short name of each service; empty while endpoints are off.
    public Map<String, URI> addresses(Branch branch) {
        synchronized (lock) {
            return server.map(served -> served.addresses(branch)).orElseGet(LinkedHashMap::new);
        }
    }

    private void replaced(Platform origin) {
        if (state.get() instanceof PlatformState.Open open) {
            state.set(new PlatformState.Open(open.branches(), origin, open.addresses()));
        }
    }

    private Branches take() {
        synchronized (lock) {
            if (closed) {
                throw new CancellationException("closed");
            }
            Branches opened = branches.orElseGet(() -> Branches.open(options, wall, random));
            branches = Optional.of(opened);
            living.originOpened(opened.origin());
            opened.hear(living);
            ScheduledExecutorService each = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("platform").factory());
            ScheduledFuture<?> _ = each.scheduleWithFixedDelay(living::settle, 1, 1, TimeUnit.SECONDS);
            settling = Optional.of(each);
            return opened;
        }
    }

    /// The platforms that are open, so that what is due is done on each, and on none that is being closed.
    private final class Living implements BranchListener {
        private final Set<Platform> platforms = new LinkedHashSet<>();
        private Optional<Platform> origin = Optional.empty();

        @Override
        public synchronized void opened(Branch branch) {
            platforms.add(branch.platform());
        }

        @Override
        public synchronized void closing(Branch branch) {
            platforms.remove(branch.platform());
        }

        @Override
        public synchronized void originClosing() {
            origin.ifPresent(platforms::remove);
        }

        @Override
        public synchronized void originOpened(Platform other) {
            boolean isAnother = origin.isPresent();
            origin = Optional.of(other);
            platforms.add(other);
            if (isAnother) {
                tasks.onForeground(() -> replaced(other));
            }
        }

        /// One failure to do what is due must not end all later tries.
        private synchronized void settle() {
            for (Platform each : platforms) {
                try {
                    each.settle();
                } catch (RuntimeException failure) {
                    LOG.log(Level.WARNING, "The platform could not do what was due", failure);
                }
            }
        }
    }

    private Map<String, URI> listen(int port) {
        synchronized (lock) {
            stopListening();
            if (branches.isEmpty()) {
                return Map.of();
            }
            ServeOptions ports = new ServeOptions(
                    port,
                    port + ServeOptions.KINESIS_PORT - ServeOptions.S3_PORT,
                    port + ServeOptions.KMS_PORT - ServeOptions.S3_PORT,
                    Optional.empty(),
                    ServeOptions.onFreePorts().defaults(),
                    Optional.empty());
            PlatformServer opened = PlatformServer.open(
                    branches.get(),
                    ports,
                    prices.get(),
                    wall,
                    random,
                    (id, method, path, failure) ->
                            LOG.log(Level.WARNING, "Request " + id + " failed: " + method + " " + path, failure));
            server = Optional.of(opened);
            return opened.addresses();
        }
    }

    private void stopListening() {
        server.ifPresent(PlatformServer::close);
        server = Optional.empty();
    }

    /// Closes ports and platform; waits until it is on disk. It cannot be opened again.
    ///
    /// @throws EnvironmentException if it could not be closed cleanly
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            settling.ifPresent(ScheduledExecutorService::close); // an interrupt would close the files under it
            stopListening();
            branches.ifPresent(Branches::close);
            branches = Optional.empty();
        }
    }
}
