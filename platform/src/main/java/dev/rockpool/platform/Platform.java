package dev.rockpool.platform;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.identity.Accounts;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.keys.KeyService;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.StoreListener;
import dev.rockpool.objectstore.StoreSnapshot;
import dev.rockpool.objectstore.s3.RequestListener;
import dev.rockpool.streamengine.AccountCommitment;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamListener;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// One running platform: its clock, its accounts, its keys, its object store, its stream engine, and the
/// meter and the event log that hear all they do.
///
/// The meter counts from the moment the platform was opened; what was there before is counted as kept from
/// then on. A branch's counts from the moment at which it left its origin. Safe for several threads.
public final class Platform implements AutoCloseable {
    private final PlatformFolder folder;
    private final KeptClock kept;
    private final Accounts accounts;
    private final Meter meter;
    /// Those that count beside it, each from a moment of its own.
    private final List<Meter> besides = new CopyOnWriteArrayList<>();

    private final EventLog events;
    private final KeyService keys;
    private final ObjectStore objects;
    private final StreamAccounts streams;
    private final String token;

    private Platform(
            PlatformFolder folder,
            PlatformOptions options,
            InstantSource wall,
            SecureRandom random,
            Optional<BranchPoint> from) {
        this.folder = folder;
        kept = KeptClock.open(folder.clock(), options.clock(), wall);
        accounts = options.accounts()
                .map(file -> Accounts.read(file, random, wall))
                .orElseGet(() -> Accounts.generated(folder.root(), random, wall));
        token = folder.token(random);
        PlatformClock clock = kept.clock();
        Instant now = clock.instant();
        meter = from.map(BranchPoint::branchMeter)
                .orElseGet(() -> new Meter(now, options.objects().region()));
        events = new EventLog();
        keys = KeyService.open(folder.keys(), clock, random, event -> {
            meter.keys().happened(event);
            besides.forEach(other -> other.keys().happened(event));
            events.happened(event);
        });
        StoreListener ofObjects = event -> {
            meter.objects().happened(event);
            besides.forEach(other -> other.objects().happened(event));
            events.happened(event);
        };
        objects = from.isPresent()
                ? ObjectStore.open(
                        folder.objects(),
                        Disk.real(),
                        clock,
                        options.objects(),
                        ofObjects,
                        from.get().store())
                : ObjectStore.open(folder.objects(), Disk.real(), clock, options.objects(), ofObjects);
        streams = StreamAccounts.open(
                folder.root(), accounts, clock, options.streams(), account -> ofStreams(account, now));
        if (from.isEmpty()) {
            keys.all().forEach(meter.keys()::found);
            if (!KeptStock.take(folder.root(), objects.position(), meter.objects())) {
                meter.objects().found(objects);
            }
            streams.all((account, stream) -> meter.streams(account, now).found(stream, now));
            streams.commitments(
                    (account, commitment) -> meter.streams(account, now).committed(now, commitment));
        }
    }

    private StreamListener ofStreams(String account, Instant now) {
        return new StreamListener() {
            @Override
            public void happened(StreamEvent event) {
                meter.streams(account, now).happened(event);
                besides.forEach(other -> other.streams(account, other.start()).happened(event));
                events.happened(event);
            }

            @Override
            public void committed(Instant at, AccountCommitment commitment) {
                meter.streams(account, now).committed(at, commitment);
                besides.forEach(other -> other.streams(account, other.start()).committed(at, commitment));
            }
        };
    }

    /// Opens the platform in a folder.
    ///
    /// @param wall wall time
    /// @param random of cryptographic strength
    /// @throws EnvironmentException if another process has the folder, or what is in it cannot be used
    public static Platform open(PlatformOptions options, InstantSource wall, SecureRandom random) {
        return open(options, wall, random, Optional.empty());
    }

    /// Opens a branch for the first time.
    static Platform open(PlatformOptions options, InstantSource wall, SecureRandom random, Optional<BranchPoint> from) {
        PlatformFolder folder = PlatformFolder.take(options.folder());
        try {
            return new Platform(folder, options, wall, random, from);
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

    /// What was used since `since` costs, of a meter that counts beside this platform's own.
    PlatformBill bill(PriceBook book, Meter since) {
        settle();
        return since.bill(book, clock().instant());
    }

    /// Counts a request to the object store that left no event.
    public void answered(RequestListener.Charge charge) {
        Instant at = clock().instant();
        meter.answered(charge, at);
        besides.forEach(other -> other.answered(charge, at));
    }

    /// Writes the platform as it is now to a folder, as a branch on a clock of its own.
    ///
    /// @param branch an empty folder
    /// @param speed of the branch's clock; 0 stands
    /// @throws IOException if the disk refuses; what is in the folder by then is of no use
    BranchPoint branchTo(Path branch, long speed) throws IOException {
        settle();
        AtomicReference<Optional<BranchPoint.Meters>> meters = new AtomicReference<>(Optional.empty());
        StoreSnapshot store = objects.snapshot(PlatformFolder.objects(branch), Disk.real(), () -> {
            Instant now = clock().instant();
            BranchPoint.Meters both = new BranchPoint.Meters(now, meter.anew(now), meter.anew(now));
            besides.add(both.origin());
            meters.set(Optional.of(both));
        });
        BranchPoint.Meters taken = meters.get().orElseThrow();
        boolean whole = false;
        try {
            streams.snapshot(branch);
            keys.snapshot(PlatformFolder.keys(branch));
            folder.copySmallTo(branch);
            KeptClock.write(PlatformFolder.clock(branch), taken.at(), speed);
            whole = true;
            return new BranchPoint(taken.at(), store, taken.origin(), taken.branch());
        } finally {
            if (!whole) {
                besides.remove(taken.origin());
                store.close();
            }
        }
    }

    /// Counts from now on beside its own meter.
    Meter countAnew() {
        Meter other = meter.anew(clock().instant());
        besides.add(other);
        return other;
    }

    /// Counts no more with a meter beside its own.
    void forget(Meter other) {
        besides.remove(other);
    }

    /// Does all that is due, and keeps the clock's file ahead of it; call it every few seconds.
    public void settle() {
        kept.keep();
        keys.settle();
        objects.settle();
        streams.settle();
    }

    /// Sets the clock forward to `time`, stopping wherever something is due, so that it is done in order;
    /// answers the new time.
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
            KeptStock.write(folder.root(), objects.position(), meter.objects());
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
