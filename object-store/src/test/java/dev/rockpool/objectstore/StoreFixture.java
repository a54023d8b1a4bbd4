package dev.rockpool.objectstore;

import dev.rockpool.kernel.Seed;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.FaultyDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A store on a disk in memory, with a clock to move and ears for its events.
final class StoreFixture implements AutoCloseable {
    static final Path FOLDER = Path.of("store");
    static final Owner OWNER = new Owner("owner-id", "owner");

    final MovingClock clock = new MovingClock("2026-01-15T10:30:00Z");
    final List<StoreEvent> events = Collections.synchronizedList(new ArrayList<>());
    final FakeKeys keys = new FakeKeys();
    final Requester requester = new Requester(OWNER, "arn:aws:iam::111122223333:user/alice", keys);
    private final ObjectStoreOptions options;
    private Disk disk;
    private ObjectStore store;

    StoreFixture() {
        this(new FaultyDisk(), standard());
    }

    StoreFixture(Disk disk, ObjectStoreOptions options) {
        this.disk = disk;
        this.options = options;
        this.store = open();
    }

    static ObjectStoreOptions standard() {
        return ObjectStoreOptions.standard()
                .withIndexInMemory()
                .reserving(0)
                .seeded(new Seed(1))
                .blockingCustomerKeys(false);
    }

    private ObjectStore open() {
        return ObjectStore.open(FOLDER, disk, clock, options, events::add);
    }

    ObjectStore store() {
        return store;
    }

    FaultyDisk disk() {
        return (FaultyDisk) disk;
    }

    void reopen() {
        store.close();
        store = open();
    }

    /// Opens what is found when the power is back.
    void afterPowerLoss(RandomGenerator random) {
        disk = disk().afterPowerLoss(random);
        store = open();
    }

    /// Opens what a killed process left.
    void afterKill() {
        disk = disk().afterKill();
        store = open();
    }

    void bucket(String name) {
        store.createBucket(requester, name, "us-east-1", false, Map.of());
    }

    static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    PutResult put(String bucket, String key, String text) {
        return put(bucket, key, bytes(text), PutRequest.by(requester));
    }

    PutResult put(String bucket, String key, byte[] bytes, NewObject object) {
        return put(bucket, key, bytes, PutRequest.by(requester).with(object));
    }

    PutResult put(String bucket, String key, byte[] bytes, PutRequest request) {
        try {
            return store.putObject(bucket, key, request, stream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String get(String bucket, String key) {
        return new String(read(bucket, key, GetRequest.by(requester)), StandardCharsets.UTF_8);
    }

    byte[] read(String bucket, String key, GetRequest request) {
        try (ObjectReading reading = store.getObject(bucket, key, request)) {
            return reading.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoredObject head(String bucket, String key) {
        return store.headObject(bucket, key, GetRequest.by(requester)).object();
    }

    DeleteResult delete(String bucket, String key) {
        return store.deleteObject(bucket, key, DeleteRequest.by(requester));
    }

    List<String> keys(String bucket) {
        return store.listObjects(bucket, ListRequest.ALL).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    List<StoredObject> versions(String bucket) {
        return store.listObjectVersions(bucket, ListRequest.ALL, Optional.empty())
                .versions();
    }

    <T extends StoreEvent> List<T> events(Class<T> type) {
        synchronized (events) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /// The code of the refusal that `act` meets; empty if it meets none.
    static Optional<StoreRefusal.Code> refusal(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (StoreRefusal refused) {
            return Optional.of(refused.code());
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
