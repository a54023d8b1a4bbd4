package dev.rockpool.app.branches;

import dev.rockpool.app.store.SampleBucket;
import dev.rockpool.app.store.StoreDesk;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.ListRequest;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.platform.Branch;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.Comparison;
import dev.rockpool.platform.EventCost;
import dev.rockpool.platform.EventLog;
import dev.rockpool.platform.Platform;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the screen reads of a platform's branches and does to them. Background only, one call at a time.
final class BranchDesk {
    /// Events that are told of each side, the latest.
    static final int MOST_EVENTS = 500;

    /// What the name of a branch's twin ends with.
    static final String TWIN = "-as-is";

    private static final int PAGE = 10_000;
    private static final int MOST_KEYS = 60;

    private final Branches branches;
    private final Supplier<PriceBook> prices;
    private final Function<Branch, Map<String, URI>> addresses;
    private final Map<String, Long> heard = new HashMap<>();
    private Optional<EventCost> costs = Optional.empty();

    /// @param prices asked in the background
    /// @param addresses where the services of a branch answer, by their names in short
    BranchDesk(Branches branches, Supplier<PriceBook> prices, Function<Branch, Map<String, URI>> addresses) {
        this.branches = branches;
        this.prices = prices;
        this.addresses = addresses;
    }

    /// Lets a branch leave the platform, and a twin of it.
    void take(String name, boolean withTwin) {
        if (withTwin) {
            branches.take(name + TWIN, 0);
        }
        boolean taken = false;
        try {
            Branch branch = branches.take(name, 0);
            taken = true;
            if (withTwin) {
                // the twin left moments earlier: from here on they show one time
                branches.branch(name + TWIN).platform().advanceTo(branch.from());
            }
        } finally {
            if (!taken && withTwin) {
                branches.discard(name + TWIN);
            }
        }
    }

    /// Deletes a branch, and its twin if it has one.
    void discard(String name) {
        branches.discard(name);
        heard.remove(name);
        discardTwin(name);
    }

    /// Deletes the twin of a branch, if it has one.
    void discardTwin(String name) {
        String twin = name + TWIN;
        if (branches.all().stream().anyMatch(branch -> branch.name().equals(twin))) {
            branches.discard(twin);
            heard.remove(twin);
        }
    }

    /// Makes the bucket of samples in the platform.
    void makeSamples() {
        SampleBucket.make(new StoreDesk(branches.origin()));
    }

    /// Sets the clocks of those two that are branches forward to `time`; what is due is done on the way.
    void advance(Sides sides, Instant time) {
        List.of(sides.left(), sides.right()).stream()
                .filter(name -> !name.equals(Sides.ORIGIN))
                .map(name -> branches.branch(name).platform())
                .filter(platform -> platform.clock().instant().isBefore(time))
                .forEach(platform -> platform.advanceTo(time));
    }

    /// What there is now.
    ///
    /// @param wanted the two to compare; others are taken if one of them is not there
    Reading read(Sides wanted) {
        List<Branch> all = branches.all();
        List<String> names = all.stream().map(Branch::name).toList();
        boolean hasData = !names.isEmpty() || hasData();
        return new Reading(
                names, branches.unusable(), hasData, wanted.among(names).map(this::compared));
    }

    private boolean hasData() {
        Platform origin = branches.origin();
        return origin.objects().buckets().stream()
                .anyMatch(bucket -> !origin.objects()
                        .listObjects(bucket.name(), new ListRequest("", "", "", 1))
                        .objects()
                        .isEmpty());
    }

    private Reading.Compared compared(Sides sides) {
        PriceBook book = prices.get();
        Comparison comparison = sides.left().equals(Sides.ORIGIN)
                ? branches.compare(sides.right(), book)
                : branches.compare(sides.right(), sides.left(), book);
        Set<StorageClass> classes = EnumSet.noneOf(StorageClass.class);
        for (Comparison.Side side : List.of(comparison.left(), comparison.right())) {
            side.points().forEach(point -> classes.addAll(point.bytes().keySet()));
        }
        Platform left = platform(sides.left());
        Platform right = platform(sides.right());
        destinations(left, classes);
        destinations(right, classes);
        EventCost priced = costs.orElseGet(
                () -> new EventCost(book, branches.origin().meter().region()));
        costs = Optional.of(priced);
        return new Reading.Compared(
                comparison,
                classes,
                news(sides.left(), left, priced),
                news(sides.right(), right, priced),
                right,
                Optional.ofNullable(
                        addresses.apply(branches.branch(sides.right())).get("s3")));
    }

    /// What tells whether anything happened on two sides: how much happened there, and what the branch's clock shows.
    ///
    /// @param left how many events and requests
    /// @param right how many events and requests
    /// @param now to the minute
    record Stamp(long left, long right, Instant now) {
        /// Of nothing.
        static final Stamp NONE = new Stamp(0, 0, Instant.EPOCH);
    }

    /// The stamp of what there is now.
    Stamp stamp(Sides sides) {
        Platform right = platform(sides.right());
        return new Stamp(
                happened(platform(sides.left())),
                happened(right),
                right.clock().instant().truncatedTo(ChronoUnit.MINUTES));
    }

    private static long happened(Platform platform) {
        return platform.events().latest() + platform.meter().requests();
    }

    /// The platform that a side is.
    Platform platform(String name) {
        return name.equals(Sides.ORIGIN)
                ? branches.origin()
                : branches.branch(name).platform();
    }

    private static void destinations(Platform platform, Set<StorageClass> classes) {
        for (Bucket bucket : platform.objects().buckets()) {
            platform.objects()
                    .lifecycle(bucket.name())
                    .ifPresent(settings -> settings.configuration().rules().stream()
                            .filter(LifecycleRule::enabled)
                            .flatMap(rule -> rule.transitions().stream())
                            .forEach(move -> classes.add(move.to())));
        }
    }

    /// What happened since the last call, the latest of it.
    private List<Told> news(String name, Platform platform, EventCost priced) {
        long since = heard.getOrDefault(name, 0L);
        List<Told> news = new ArrayList<>();
        List<EventLog.Entry> page = platform.events().since(since, PAGE);
        while (!page.isEmpty()) {
            since = page.getLast().number();
            page.stream()
                    .skip(Math.max(0, page.size() - MOST_EVENTS))
                    .map(entry -> new Told(entry.number(), entry.at(), entry.sentence(), priced.of(entry.event())))
                    .forEach(news::add);
            page = platform.events().since(since, PAGE);
        }
        heard.put(name, since);
        return news.subList(Math.max(0, news.size() - MOST_EVENTS), news.size());
    }

    /// Tells all events anew at the next reading.
    void forget() {
        heard.clear();
    }

    /// The life of an object on both sides.
    ///
    /// @param object as `BUCKET/KEY`
    Comparison.Lives lives(Sides sides, String object) {
        int slash = object.indexOf('/');
        return branches.lives(
                sides.right(),
                Optional.of(sides.left()).filter(name -> !name.equals(Sides.ORIGIN)),
                slash < 0 ? object : object.substring(0, slash),
                slash < 0 ? "" : object.substring(slash + 1));
    }

    /// Some objects of the left side, as `BUCKET/KEY`, to choose from: some of each bucket.
    List<String> objects(Sides sides) {
        Platform left = platform(sides.left());
        List<Bucket> buckets = left.objects().buckets();
        List<String> objects = new ArrayList<>();
        for (Bucket bucket : buckets) {
            left
                    .objects()
                    .listObjects(
                            bucket.name(),
                            new ListRequest("", "", "", Math.max(1, MOST_KEYS / Math.max(1, buckets.size()))))
                    .objects()
                    .stream()
                    .map(StoredObject::key)
                    .forEach(key -> objects.add(bucket.name() + "/" + key));
        }
        return objects;
    }
}
