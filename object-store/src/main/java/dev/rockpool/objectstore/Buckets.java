package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.index.IndexCursor;
import dev.rockpool.objectstore.index.OrderedIndex;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The buckets and their configurations, held in memory beside the index.
///
/// Source of names: S3 user guide, *General purpose bucket naming rules*.
final class Buckets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final List<String> RESERVED_BEGINNINGS = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_ENDS = List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    private final Core core;
    private final ConcurrentSkipListMap<String, BucketState> byName = new ConcurrentSkipListMap<>();
    private final Map<Long, BucketState> byNumber = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    Buckets(Core core) {
        this.core = core;
        IndexCursor cursor = core.catalog().index().from(new byte[] {KeySpace.BUCKET});
        while (cursor.next() && cursor.key()[0] == KeySpace.BUCKET) {
            byte[] key = cursor.key();
            load(new String(key, 1, key.length - 1, StandardCharsets.UTF_8));
        }
    }

    private void load(String name) {
        OrderedIndex index = core.catalog().index();
        byte[] bytes = index.get(KeySpace.bucket(name));
        if (bytes == null) {
            BucketState former = byName.remove(name);
            if (former != null) {
                byNumber.remove(former.number());
            }
            return;
        }
        BucketRecord record = BucketRecord.read(bytes);
        Optional<LifecycleSettings> lifecycle = Optional.empty();
        List<IntelligentTieringConfiguration> tierings = new ArrayList<>();
        List<InventoryConfiguration> inventories = new ArrayList<>();
        List<AnalyticsConfiguration> analytics = new ArrayList<>();
        Optional<LoggingConfiguration> logging = Optional.empty();
        Map<BucketDocument, SortedMap<String, String>> documents = new EnumMap<>(BucketDocument.class);
        byte[] prefix = KeySpace.number(KeySpace.CONFIGURATION, record.number());
        IndexCursor cursor = index.from(prefix);
        while (cursor.next() && KeySpace.startsWith(cursor.key(), prefix)) {
            byte[] value = cursor.value();
            int kind = cursor.key()[prefix.length];
            switch (kind) {
                case Configurations.LIFECYCLE -> lifecycle = Optional.of(Configurations.lifecycle(value));
                case Configurations.TIERING -> tierings.add(Configurations.tiering(value));
                case Configurations.INVENTORY -> inventories.add(Configurations.inventory(value));
                case Configurations.ANALYTICS -> analytics.add(Configurations.analytics(value));
                case Configurations.OBSERVED -> {
                    // read by the analyses when a day is over
                }
                case Configurations.LOGGING -> logging = Optional.of(Configurations.logging(value));
                default -> {
                    String id = new String(
                            cursor.key(),
                            prefix.length + 1,
                            cursor.key().length - prefix.length - 1,
                            StandardCharsets.UTF_8);
                    documents
                            .computeIfAbsent(BucketDocument.of(kind), any -> new TreeMap<>())
                            .put(id, new RecordReader(value).text());
                }
            }
        }
        Optional<Lifecycle> rules = lifecycle.map(settings ->
                new Lifecycle(settings.configuration(), record.versioning(), settings.minimum(), settings.since()));
        BucketState state = new BucketState(
                name,
                record,
                lifecycle,
                rules,
                List.copyOf(tierings),
                List.copyOf(inventories),
                List.copyOf(analytics),
                logging,
                documents);
        byName.put(name, state);
        byNumber.put(record.number(), state);
    }

    // --- looking

    BucketState state(String name) {
        BucketState state = byName.get(name);
        if (state == null) {
            throw new StoreRefusal(StoreRefusal.Code.NoSuchBucket, "The specified bucket does not exist")
                    .with("BucketName", name);
        }
        return state;
    }

    Optional<BucketState> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<BucketState> find(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    List<BucketState> all() {
        return List.copyOf(byName.values());
    }

    // --- making and deleting

    Bucket create(
            Requester requester,
            String name,
            String region,
            boolean objectLock,
            Map<BucketDocument, String> documents) {
        checkName(name);
        return core.alone(0, KeySpace.utf8(name), () -> {
            BucketState there = byName.get(name);
            if (there != null) {
                boolean own = there.record()
                        .owner()
                        .canonicalId()
                        .equals(requester.owner().canonicalId());
                throw own
                        ? new StoreRefusal(
                                        StoreRefusal.Code.BucketAlreadyOwnedByYou,
                                        "Your previous request to create the named bucket succeeded and you already"
                                                + " own it.")
                                .with("BucketName", name)
                        : new StoreRefusal(
                                        StoreRefusal.Code.BucketAlreadyExists,
                                        "The requested bucket name is not available. The bucket namespace is shared by"
                                                + " all users of the system. Please select a different name and try"
                                                + " again.")
                                .with("BucketName", name);
            }
            Instant now = core.now();
            BucketRecord record = new BucketRecord(
                    core.catalog().nextNumber(),
                    requester.owner(),
                    region,
                    now,
                    objectLock ? Versioning.ENABLED : Versioning.DISABLED,
                    objectLock ? Optional.of(ObjectLockConfiguration.WITHOUT_DEFAULT) : Optional.empty(),
                    Optional.empty(),
                    core.options().blocksCustomerKeys());
            Draft draft = core.catalog().draft();
            draft.put(KeySpace.bucket(name), record.bytes());
            documents.forEach((kind, text) -> draft.put(
                    KeySpace.configuration(record.number(), kind.code(), ""),
                    new RecordWriter().text(text).done()));
            draft.tell(new StoreEvent.BucketCreated(now, name, requester.owner(), region));
            core.commit(draft);
            load(name);
            return state(name).bucket();
        });
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()
                || name.contains("..")
                || name.contains(".-")
                || name.contains("-.")
                || ADDRESS.matcher(name).matches()
                || RESERVED_BEGINNINGS.stream().anyMatch(name::startsWith)
                || RESERVED_ENDS.stream().anyMatch(name::endsWith)) {
            throw new StoreRefusal(StoreRefusal.Code.InvalidBucketName, "The specified bucket is not valid.")
                    .with("BucketName", name);
        }
    }

    void delete(String name) {
        core.exclusively(() -> {
            BucketState state = state(name);
            OrderedIndex index = core.catalog().index();
            for (byte space : new byte[] {KeySpace.OBJECT, KeySpace.MARKER, KeySpace.UPLOAD}) {
                IndexCursor cursor = index.from(KeySpace.number(space, state.number()));
                if (cursor.next() && KeySpace.startsWith(cursor.key(), KeySpace.number(space, state.number()))) {
                    throw new StoreRefusal(
                                    StoreRefusal.Code.BucketNotEmpty,
                                    space == KeySpace.OBJECT && !state.showsVersions()
                                            ? "The bucket you tried to delete is not empty"
                                            : "The bucket you tried to delete is not empty. You must delete all"
                                                    + " versions in the bucket.")
                            .with("BucketName", name);
                }
            }
            Draft draft = core.catalog().draft();
            draft.remove(KeySpace.bucket(name));
            byte[] prefix = KeySpace.number(KeySpace.CONFIGURATION, state.number());
            IndexCursor cursor = index.from(prefix);
            while (cursor.next() && KeySpace.startsWith(cursor.key(), prefix)) {
                draft.remove(cursor.key());
            }
            draft.tell(new StoreEvent.BucketDeleted(core.now(), name));
            core.commit(draft);
            load(name);
            return true;
        });
    }

    // --- configuring

    /// Changes the bucket itself.
    ///
    /// @param looksAgain whether the rules must look at every key again
    void change(String name, String what, boolean looksAgain, UnaryOperator<BucketRecord> change) {
        configure(name, what, (state, draft) -> {
            draft.put(KeySpace.bucket(name), change.apply(state.record()).bytes());
            if (looksAgain) {
                lookAgain(state, draft);
            }
        });
    }

    /// What is done to a bucket's configurations.
    interface Configuring {
        void on(BucketState state, Draft draft);
    }

    void configure(String name, String what, Configuring configuring) {
        BucketState found = state(name);
        core.alone(found.number(), KeySpace.utf8(name), () -> {
            lock.lock();
            try {
                BucketState state = state(name);
                Draft draft = core.catalog().draft();
                configuring.on(state, draft);
                draft.tell(new StoreEvent.BucketConfigured(core.now(), name, what));
                core.commit(draft);
                load(name);
                return true;
            } finally {
                lock.unlock();
            }
        });
    }

    private void lookAgain(BucketState state, Draft draft) {
        long midnight = Midnight.at(Midnight.after(core.now(), 0)).toEpochMilli();
        draft.put(KeySpace.due(midnight, Due.Kind.BUCKET, state.number(), new byte[0], 0), Placing.SOMETHING);
    }

    void putVersioning(String name, Versioning versioning) {
        change(name, "versioning", true, record -> {
            if (versioning == Versioning.DISABLED && record.versioning() != Versioning.DISABLED) {
                throw new StoreRefusal(
                        StoreRefusal.Code.InvalidArgument, "A bucket that was versioned can only be suspended.");
            }
            if (versioning == Versioning.SUSPENDED && record.objectLock().isPresent()) {
                throw new StoreRefusal(
                        StoreRefusal.Code.InvalidBucketState,
                        "An Object Lock configuration is present on this bucket, so the versioning state cannot be"
                                + " changed.");
            }
            return record.with(versioning);
        });
    }

    void putObjectLock(String name, ObjectLockConfiguration configuration) {
        change(name, "object-lock", false, record -> {
            if (record.versioning() != Versioning.ENABLED) {
                throw new StoreRefusal(
                        StoreRefusal.Code.InvalidBucketState,
                        "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
            }
            return record.with(configuration);
        });
    }

    ObjectLockConfiguration objectLock(String name) {
        return state(name)
                .record()
                .objectLock()
                .orElseThrow(() -> new StoreRefusal(
                                StoreRefusal.Code.ObjectLockConfigurationNotFoundError,
                                "Object Lock configuration does not exist for this bucket")
                        .with("BucketName", name));
    }

    void putLifecycle(String name, LifecycleSettings settings) {
        configure(name, "lifecycle", (state, draft) -> {
            LifecycleSettings stamped = new LifecycleSettings(settings.configuration(), settings.minimum(), core.now());
            byte[] written = Configurations.write(stamped);
            // rules made by hand that the service would not take are the caller's mistake, found before they count
            Configurations.lifecycle(written);
            draft.put(KeySpace.configuration(state.number(), Configurations.LIFECYCLE, ""), written);
            lookAgain(state, draft);
        });
    }

    void deleteLifecycle(String name) {
        configure(
                name,
                "lifecycle",
                (state, draft) -> draft.remove(KeySpace.configuration(state.number(), Configurations.LIFECYCLE, "")));
    }

    SequencedMap<String, String> documents(String name, BucketDocument kind) {
        return new LinkedHashMap<>(state(name).documents().getOrDefault(kind, new TreeMap<>()));
    }

    void putDocument(String name, BucketDocument kind, String id, String text) {
        configure(
                name,
                kind.name().toLowerCase(Locale.ROOT),
                (state, draft) -> draft.put(
                        KeySpace.configuration(state.number(), kind.code(), id),
                        new RecordWriter().text(text).done()));
    }

    void deleteDocument(String name, BucketDocument kind, String id) {
        configure(
                name,
                kind.name().toLowerCase(Locale.ROOT),
                (state, draft) -> draft.remove(KeySpace.configuration(state.number(), kind.code(), id)));
    }

    void putTiering(String name, IntelligentTieringConfiguration tiering) {
        configure(name, "intelligent-tiering", (state, draft) -> {
            draft.put(
                    KeySpace.configuration(state.number(), Configurations.TIERING, tiering.id()),
                    Configurations.write(tiering));
            lookAgain(state, draft);
        });
    }

    void putInventory(String name, InventoryConfiguration inventory) {
        configure(name, "inventory", (state, draft) -> {
            draft.put(
                    KeySpace.configuration(state.number(), Configurations.INVENTORY, inventory.id()),
                    Configurations.write(inventory));
            Reports.schedule(draft, state, core.now());
        });
    }

    /// @param history forgets what was seen of other objects under the same id
    void putAnalytics(String name, AnalyticsConfiguration analytics, Configuring history) {
        configure(name, "analytics", (state, draft) -> {
            boolean isAnother = state.analytics().stream()
                    .anyMatch(one -> one.id().equals(analytics.id()) && !one.looksAtTheSameAs(analytics));
            if (isAnother) {
                history.on(state, draft);
            }
            draft.put(
                    KeySpace.configuration(state.number(), Configurations.ANALYTICS, analytics.id()),
                    Configurations.write(analytics));
            Reports.schedule(draft, state, core.now());
        });
    }

    void deleteAnalytics(String name, String id, Configuring history) {
        deleteNamed(name, "analytics", Configurations.ANALYTICS, id, history);
    }

    void putLogging(String name, Optional<LoggingConfiguration> logging) {
        configure(name, "logging", (state, draft) -> {
            byte[] key = KeySpace.configuration(state.number(), Configurations.LOGGING, "");
            logging.ifPresentOrElse(
                    there -> {
                        if (find(there.targetBucket()).isEmpty()) {
                            throw new StoreRefusal(
                                    StoreRefusal.Code.InvalidTargetBucketForLogging,
                                    "The target bucket for logging does not exist");
                        }
                        draft.put(key, Configurations.write(there));
                    },
                    () -> draft.remove(key));
        });
    }

    /// Deletes a configuration that has an id.
    void deleteNamed(String name, String what, int kind, String id) {
        deleteNamed(name, what, kind, id, (state, draft) -> {});
    }

    private void deleteNamed(String name, String what, int kind, String id, Configuring besides) {
        configure(name, what, (state, draft) -> {
            byte[] key = KeySpace.configuration(state.number(), kind, id);
            if (draft.get(key) == null) {
                throw new StoreRefusal(
                        StoreRefusal.Code.NoSuchConfiguration, "The specified configuration does not exist.");
            }
            draft.remove(key);
            besides.on(state, draft);
        });
    }
}
