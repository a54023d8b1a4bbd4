package dev.rockpool.costmodel;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// The prices that are known.
///
/// A look-up takes the row of the region, else the row for [PriceKey#EVERYWHERE], and else refuses: it never answers
/// with another region's price.
public final class PriceBook {
    private final Currency currency;
    private final SequencedMap<PriceKey, PriceSchedule> schedules;
    private final Map<String, Map<String, SequencedSet<String>>> regionsByItemByService = new HashMap<>();
    private final Set<PriceKey> own;

    /// A book of `schedules`, kept in their order.
    ///
    /// @throws IllegalArgumentException if two schedules have the same key
    public PriceBook(Currency currency, Collection<PriceSchedule> schedules) {
        this(currency, schedules, Set.of());
    }

    private PriceBook(Currency currency, Collection<PriceSchedule> schedules, Set<PriceKey> own) {
        this.currency = currency;
        this.own = Set.copyOf(own);
        this.schedules = new LinkedHashMap<>();
        for (PriceSchedule schedule : schedules) {
            PriceKey key = schedule.key();
            if (this.schedules.put(key, schedule) != null) {
                throw new IllegalArgumentException(key + " has two schedules.");
            }
            regionsByItemByService
                    .computeIfAbsent(key.service(), _ -> new HashMap<>())
                    .computeIfAbsent(key.item(), _ -> new TreeSet<>())
                    .add(key.region());
        }
    }

    /// The price book that Rockpool ships.
    public static PriceBook shipped() {
        return Shipped.BOOK;
    }

    /// This book with prices that a user brought, each in the place of this book's price of the same item and region.
    public PriceBook with(Collection<PriceSchedule> brought) {
        SequencedMap<PriceKey, PriceSchedule> all = new LinkedHashMap<>(schedules);
        brought.forEach(schedule -> all.put(schedule.key(), schedule));
        Set<PriceKey> keys = new HashSet<>(own);
        brought.forEach(schedule -> keys.add(schedule.key()));
        return new PriceBook(currency, all.values(), keys);
    }

    /// Whether the price of `key` is one that a user brought.
    public boolean isOwn(PriceKey key) {
        return own.contains(key);
    }

    /// Whether the price that this usage has is one that a user brought.
    public boolean isOwn(UsageLine usage) {
        return find(usage.service(), usage.item(), usage.region())
                .map(PriceSchedule::key)
                .filter(own::contains)
                .isPresent();
    }

    /// How many prices a user brought.
    public int owned() {
        return own.size();
    }

    public Currency currency() {
        return currency;
    }

    /// Every schedule, in the order of the book.
    public List<PriceSchedule> schedules() {
        return List.copyOf(schedules.values());
    }

    /// The names of all services, sorted.
    public List<String> services() {
        return regionsByItemByService.keySet().stream().sorted().toList();
    }

    /// The items of `service`, sorted; none if the book does not know it.
    public List<String> items(String service) {
        return regionsByItemByService.getOrDefault(service, Map.of()).keySet().stream()
                .sorted()
                .toList();
    }

    /// The regions in which the book prices `item`, sorted; none if it does not know it.
    public List<String> regions(String service, String item) {
        SequencedSet<String> regions =
                regionsByItemByService.getOrDefault(service, Map.of()).get(item);
        return regions == null ? List.of() : List.copyOf(regions);
    }

    /// The price of `item` in `region`, or the price that holds everywhere, or empty.
    public Optional<PriceSchedule> find(String service, String item, String region) {
        PriceSchedule exact = schedules.get(new PriceKey(service, item, region));
        if (exact != null) {
            return Optional.of(exact);
        }
        return Optional.ofNullable(schedules.get(new PriceKey(service, item, PriceKey.EVERYWHERE)));
    }

    /// The price of `item` in `region`, or the price that holds everywhere.
    ///
    /// @throws InputException if there is none, naming what is unknown and what is nearest to it
    public PriceSchedule require(String service, String item, String region) {
        Optional<PriceSchedule> found = find(service, item, region);
        if (found.isPresent()) {
            return found.get();
        }
        requireService(service);
        if (regions(service, item).isEmpty()) {
            throw new InputException(
                    "cost-unknown-item",
                    "item: " + service + " has no " + Quote.of(item) + " in the price book; "
                            + NearMatches.of(item, items(service)));
        }
        throw new InputException(
                "cost-no-price-in-region",
                "region: " + service + " " + Quote.of(item) + " has no price in " + Quote.of(region) + "; "
                        + NearMatches.of(region, regions(service, item)));
    }

    /// Refuses a service that the book does not know.
    ///
    /// @throws InputException naming what is nearest to `service`
    public void requireService(String service) {
        if (!regionsByItemByService.containsKey(service)) {
            throw new InputException(
                    "cost-unknown-service",
                    "service: " + Quote.of(service) + " is not in the price book; "
                            + NearMatches.of(service, services()));
        }
    }

    /// The refusal of a bill that reaches `quantity` in `schedule`, with the regions that know the price so far.
    InputException beyond(PriceSchedule schedule, BigDecimal quantity) {
        PriceKey key = schedule.key();
        List<String> further = regions(key.service(), key.item()).stream()
                .filter(region -> require(key.service(), key.item(), region)
                        .knownUpTo()
                        .filter(limit -> limit.compareTo(quantity) < 0)
                        .isEmpty())
                .toList();
        return new InputException(
                "cost-beyond-known-tiers",
                "quantity: " + key.service() + " " + Quote.of(key.item()) + " has no known price in " + key.region()
                        + " beyond " + schedule.knownUpTo().map(Decimals::plain).orElse("any") + " " + schedule.unit()
                        + ", and the usage reaches " + Decimals.plain(quantity) + "; "
                        + (further.isEmpty()
                                ? "no region of the price book knows it further"
                                : NearMatches.of(key.region(), further)));
    }

    private static final class Shipped {
        static final PriceBook BOOK = PriceFile.shipped();
    }
}
