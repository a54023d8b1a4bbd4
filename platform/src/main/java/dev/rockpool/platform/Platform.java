package dev.rockpool.platform;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.identity.Accounts;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.keys.KeyService;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.streamengine.StreamEngine;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// One running platform: its clock, its accounts, its keys, its object store, its stream engine, and the meter and the
/// event log that hear all they do.
///
/// The meter counts from the moment the platform was opened; what was there before is counted as kept from then on.
/// Safe for several threads.
public final class Platform implements AutoCloseable {
    private final PlatformFolder folder;
    private final KeptClock kept;
    private final Accounts accounts;
    private final Meter meter;
    private final EventLog events;
    private final KeyService keys;
    private final ObjectStore objects;
    private final StreamAccounts streams;
    private final String token;

    private Platform(PlatformFolder folder, PlatformOptions options, InstantSource wall, SecureRandom random) {
        this.folder = folder;
        kept = KeptClock.open(folder.clock(), options.clock(), wall);
        accounts = options.accounts()
                .map(file -> Accounts.read(file, random, wall))
                .orElseGet(() -> Accounts.generated(folder.root(), random, wall));
        token = folder.token(random);
        PlatformClock clock = kept.clock();
        Instant now = clock.instant();
        meter = new Meter(now, options.objects().region());
        events = new EventLog();
        keys = KeyService.open(folder.keys(), clock, random, event -> {
            meter.keys().happened(event);
            events.happened(event);
        });
        keys.all().forEach(meter.keys()::found);
        objects = ObjectStore.open(folder.objects(), Disk.real(), clock, options.objects(), event -> {
            meter.objects().happened(event);
            events.happened(event);
        });
        meter.objects().found(objects);
        streams = StreamAccounts.open(
                folder.root(), accounts, clock, options.streams(), account -> meter.streams(account, now), events);
    }

    /// Opens the platform in a folder.
    ///
    /// @param wall wall time
    /// @param random of cryptographic strength
    /// @throws EnvironmentException if another process has the folder, or what is in it cannot be used
    public static Platform open(PlatformOptions options, InstantSource wall, SecureRandom random) {
        PlatformFolder folder = PlatformFolder.take(options.folder());
        try {
            return new Platform(folder, options, wall, random);
        } catch (RuntimeException failure) {
            try {
                folder.close();
            } catch (IOException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    /// The time that this platform goes by. Who sets it forward does so with [#advanceTo].
    public PlatformClock clock() {
        return kept.clock();
    }

    /// Who may ask for what.
    public Accounts accounts() {
        return accounts;
    }

    /// The key service.
    public KeyService keys() {
        return keys;
    }

    /// The object store.
    public ObjectStore objects() {
        return objects;
    }

    /// The stream engine of the first account.
    public StreamEngine streams() {
        return streams.first();
    }

    /// The stream engine of each account.
    public StreamAccounts streamAccounts() {
        return streams;
    }

    /// What was used.
    public Meter meter() {
        return meter;
    }

    /// What happened.
    public EventLog events() {
        return events;
    }

    /// What the control routes ask for unless another token was named.
    public String token() {
        return token;
    }

    /// What was used up to now costs, with all that was due by now done.
    public PlatformBill bill(PriceBook book) {
        settle();
        return meter.bill(book, clock().instant());
    }

    /// Does all that is due, and keeps the clock's file ahead of it; call it every few seconds.
    public void settle() {
        kept.keep();
        keys.settle();
        objects.settle();
        streams.settle();
    }

    /// Sets the clock forward to `time`, stopping wherever something is due, so that it is done in order; answers the
    /// new time.
    ///
    /// @throws IllegalStateException if the clock is real
    /// @throws IllegalArgumentException if `time` is past
    public Instant advanceTo(Instant time) {
        settle();
        Optional<Instant> due = nextDue().filter(next -> next.isBefore(time));
        while (due.isPresent()) {
            Instant now = clock().instant();
            if (due.get().isAfter(now)) {
                clock().advanceTo(due.get());
            }
            settle();
            Instant done = due.get();
            due = nextDue().filter(next -> next.isAfter(done) && next.isBefore(time));
        }
        Instant now = clock().instant();
        Instant reached = clock().advanceTo(time.isBefore(now) && clock().speed() > 0 ? now : time);
        settle();
        return reached;
    }

    private Optional<Instant> nextDue() {
        return Stream.of(
                        Optional.of(keys.nextDue()).filter(due -> !due.equals(Instant.MAX)),
                        objects.nextDue(),
                        streams.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public void close() {
        try {
            streams.close();
            objects.close();
            kept.close();
            folder.close();
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "platform-folder",
                    "The platform in " + folder.root() + " could not be closed cleanly: " + failure.getMessage(),
                    failure);
        }
    }
}
