package dev.rockpool.costmodel.offer;

import dev.rockpool.costmodel.Confidence;
import dev.rockpool.costmodel.PriceKey;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.PriceTier;
import dev.rockpool.costmodel.Provenance;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// What has been read of an offer file: its products that are wanted, and their prices.
final class OfferDraft {
    static final String CODE = "cost-offer-file";

    private static final String ENDLESS = "Inf";
    private static final int DAY = 10;

    private final String file;
    private final UsageTypes types;
    private final SequencedMap<String, Product> products = new LinkedHashMap<>();
    private final Map<String, SequencedMap<String, List<Dimension>>> terms = new HashMap<>();
    private final Set<String> otherCurrencies = new TreeSet<>();
    private String offer = "";
    private String version = "";
    private String published = "";
    private String lastSku = "";
    private long count;

    OfferDraft(String file, UsageTypes types) {
        this.file = file;
        this.types = types;
    }

    /// The name that faults are reported under.
    String file() {
        return file;
    }

    void offer(String code) {
        offer = code;
        if (!types.knows(code)) {
            throw fault("the offer " + Quote.of(code) + " prices nothing that the price book has");
        }
    }

    void version(String text) {
        version = text;
    }

    void published(String text) {
        published = text;
    }

    boolean hasOffer() {
        return !offer.isEmpty();
    }

    boolean hasProducts() {
        return count > 0;
    }

    /// A product; it is kept if the price book has it.
    ///
    /// @param region the code that it names, or empty
    void product(String sku, String usageType, String operation, String region) {
        if (sku.equals(lastSku)) {
            return; // a CSV file names it at each of its prices
        }
        lastSku = sku;
        count++;
        List<UsageType> items = types.of(offer, usageType, operation);
        Optional<String> where = region.isBlank() ? types.region(usageType) : Optional.of(region);
        if (!items.isEmpty() && where.isPresent()) {
            products.put(sku, new Product(items, where.get()));
        }
    }

    boolean wants(String sku) {
        return products.containsKey(sku);
    }

    /// A price of a product that is wanted.
    ///
    /// @param effective the day from which the term holds; of several terms the last counts
    void price(String sku, String effective, String begin, String end, String price) {
        BigDecimal from = number(sku, "beginRange", begin);
        Optional<BigDecimal> to = end.equals(ENDLESS) ? Optional.empty() : Optional.of(number(sku, "endRange", end));
        terms.computeIfAbsent(sku, _ -> new LinkedHashMap<>())
                .computeIfAbsent(effective, _ -> new ArrayList<>())
                .add(new Dimension(from, to, number(sku, "pricePerUnit", price)));
    }

    /// A price that is not in US dollars.
    void otherCurrency(String currency) {
        otherCurrencies.add(currency);
    }

    /// All of it.
    ///
    /// @throws InputException if it is no whole offer, or not in US dollars
    OfferPrices finished() {
        if (offer.isEmpty() || version.isEmpty() || published.length() < DAY) {
            throw fault("this is no price-list file: it names no offer code, version and publication date");
        }
        if (terms.isEmpty() && !otherCurrencies.isEmpty()) {
            throw fault("its prices are in " + String.join(", ", otherCurrencies) + ", and the price book is in USD");
        }
        if (count == 0) {
            throw fault("it has no products");
        }
        LocalDate day = day();
        SequencedMap<PriceKey, PriceSchedule> schedules = new LinkedHashMap<>();
        Set<PriceKey> disputed = new HashSet<>();
        products.forEach((sku, product) -> {
            SequencedMap<String, List<Dimension>> ofSku = terms.get(sku);
            if (ofSku != null) {
                String last = ofSku.sequencedKeySet().stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                List<Dimension> dimensions = ofSku.getOrDefault(last, List.of());
                for (UsageType item : product.items()) {
                    PriceSchedule schedule = schedule(sku, item, product.region(), dimensions, day);
                    PriceSchedule other = schedules.putIfAbsent(schedule.key(), schedule);
                    if (other != null && !samePrices(other, schedule)) {
                        disputed.add(schedule.key());
                    }
                }
            }
        });
        disputed.forEach(schedules::remove);
        if (schedules.isEmpty() && disputed.isEmpty()) {
            throw fault("it has no price on demand of anything that the price book has");
        }
        return new OfferPrices(
                offer,
                version,
                day,
                List.copyOf(schedules.values()),
                count,
                disputed.stream().map(PriceKey::toString).sorted().toList());
    }

    private PriceSchedule schedule(
            String sku, UsageType item, String region, List<Dimension> dimensions, LocalDate day) {
        List<Dimension> sorted = new ArrayList<>(dimensions);
        sorted.sort(Comparator.comparing(Dimension::from));
        Provenance provenance = new Provenance(
                "AWS offer " + offer + " version " + version + ", imported from " + name(),
                Optional.of(day),
                Confidence.PRIMARY,
                "SKU " + sku);
        PriceKey key = new PriceKey(item.service(), item.item(), region);
        try {
            List<PriceTier> tiers = sorted.stream()
                    .map(dimension -> new PriceTier(
                            dimension.from().divide(item.factor()),
                            dimension.to().map(to -> to.divide(item.factor())),
                            dimension.price().multiply(item.factor()),
                            provenance))
                    .toList();
            return new PriceSchedule(key, item.unit(), tiers);
        } catch (IllegalArgumentException broken) {
            throw new InputException(
                    CODE,
                    file + ": the ranges of the product " + Quote.of(sku)
                            + " leave a gap, overlap or do not start at 0; nothing was imported.",
                    broken);
        }
    }

    private static boolean samePrices(PriceSchedule one, PriceSchedule other) {
        return prices(one).equals(prices(other));
    }

    private static List<String> prices(PriceSchedule schedule) {
        return schedule.tiers().stream()
                .map(tier -> Decimals.plain(tier.from()) + " " + Decimals.plain(tier.price()))
                .toList();
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(published.substring(0, DAY));
        } catch (DateTimeException broken) {
            throw new InputException(
                    CODE,
                    file + ": the publication date " + Quote.of(published) + " is no date; nothing was imported.",
                    broken);
        }
    }

    private String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private BigDecimal number(String sku, String field, String text) {
        return Decimals.parse(text)
                .filter(value -> value.signum() >= 0)
                .orElseThrow(() -> fault(field + " " + Quote.of(text) + " of the product " + Quote.of(sku)
                        + " is no number of 0 or above"));
    }

    InputException fault(String what) {
        return new InputException(CODE, file + ": " + what + "; nothing was imported.");
    }

    private record Product(List<UsageType> items, String region) {}

    private record Dimension(BigDecimal from, Optional<BigDecimal> to, BigDecimal price) {}
}
