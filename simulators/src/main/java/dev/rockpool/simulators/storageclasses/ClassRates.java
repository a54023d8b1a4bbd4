package dev.rockpool.simulators.storageclasses;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.PriceTier;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.fleet.BreakEven;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.StorageClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What a class costs as a formula of size, reads and months, in `double`s: for maps, plots and break-evens.
///
/// Tiers of storage count. The bill itself comes from [StorageClassesModel].
final class ClassRates {
    /// Reads between which break-evens are looked for.
    static final double LEAST_READS = 1e-4;

    static final double MOST_READS = 1e4;
    private static final double GIB = 1L << 30;
    private static final double THOUSAND = 1e3;

    private final PriceBook book = PricesInForce.book();
    private final String region;
    private final Map<StorageClass, Rates> rates = new EnumMap<>(StorageClass.class);

    /// Two classes and the reads at which they cost the same: below, `below` is cheaper; above, `above`.
    record Pair(StorageClass below, StorageClass above, double readsPerObjectMonth) {}

    /// Prices of one class. Those of a request are for one, of bytes for a GB.
    private record Rates(
            PriceSchedule storage,
            double put,
            double get,
            double retrieval,
            double restoreRequest,
            double restore,
            double monitoring,
            double infrequent,
            double archiveInstant) {}

    ClassRates(StorageClassesScenario scenario) {
        region = scenario.region();
        for (StorageClass storageClass : StorageClassesModel.CLASSES) {
            try {
                rates.put(storageClass, rates(storageClass, scenario));
            } catch (InputException e) {
                // a class without a price in this region is not drawn; its bill says which price is missing
            }
        }
        book.require(StorageBilling.SERVICE, "storage.STANDARD", region);
    }

    /// The classes whose prices are known here.
    List<StorageClass> classes() {
        return List.copyOf(rates.keySet());
    }

    private Rates rates(StorageClass storageClass, StorageClassesScenario scenario) {
        boolean isTiering = storageClass == StorageClass.INTELLIGENT_TIERING;
        boolean isArchive = storageClass.isArchive();
        String name = storageClass.name();
        String tier = isArchive ? "." + scenario.tierFor(storageClass).apiName() : "";
        boolean isCharged = storageClass.minimumBillableBytes() > 0;
        return new Rates(
                book.require(StorageBilling.SERVICE, "storage." + name + (isTiering ? ".FA" : ""), region),
                price("request.PUT_COPY_POST_LIST." + name) / THOUSAND,
                price("request.GET_SELECT_other." + name) / THOUSAND,
                isCharged ? price("retrieval." + name) : 0,
                isArchive ? price("retrieval_request." + name + tier) / THOUSAND : 0,
                isArchive ? price("retrieval." + name + tier) : 0,
                isTiering ? price("monitoring." + name) / THOUSAND : 0,
                isTiering ? price("storage." + name + ".IA") : 0,
                isTiering ? price("storage." + name + ".AIA") : 0);
    }

    private double price(String item) {
        return book.require(StorageBilling.SERVICE, item, region)
                .tiers()
                .getFirst()
                .price()
                .doubleValue();
    }

    /// What the objects of `scenario` cost in `storageClass` in the first `months` of 730 hours; if that is how long
    /// they are kept, with the charge for leaving early.
    double cost(StorageClass storageClass, StorageClassesScenario scenario, double months) {
        Rates rate = rate(storageClass);
        double objects = scenario.objects();
        double bytes = scenario.averageBytes();
        double reads = scenario.readsPerObjectMonth();
        double floored = Math.max(bytes, (double) storageClass.minimumBillableBytes());
        double own = objects * (floored + storageClass.archiveOverheadBytes()) / GIB;
        double overhead = objects * storageClass.standardOverheadBytes() / GIB;
        double requests = objects * (rate.put() + reads * months * rate.get());
        double retrieved = objects * reads * months * bytes / GIB * rate.retrieval();
        if (storageClass == StorageClass.INTELLIGENT_TIERING) {
            return requests + tiering(rate, scenario, months);
        }
        double restoresAMonth =
                storageClass.isArchive() ? objects * reads * StorageClassesModel.restoresPerRead(reads) : 0;
        double restores = restoresAMonth * months * (rate.restoreRequest() + bytes / GIB * rate.restore());
        double copies =
                restoresAMonth * bytes / GIB * StorageClassesModel.DAY_MILLIS / StorageClassesModel.MONTH_MILLIS;
        double inStandard = overhead + copies;
        double left = Math.max(
                0,
                storageClass.minimumDays() * (double) StorageClassesModel.DAY_MILLIS / StorageClassesModel.MONTH_MILLIS
                        - scenario.monthsKept());
        double early = months >= scenario.monthsKept() ? monthly(rate.storage(), own * left) : 0;
        return requests
                + retrieved
                + restores
                + byMonth(
                        months,
                        share -> monthly(rate.storage(), own * share)
                                + monthly(rate(StorageClass.STANDARD).storage(), inStandard * share))
                + early;
    }

    /// What the upload costs.
    double uploaded(StorageClass storageClass, StorageClassesScenario scenario) {
        return scenario.objects() * rate(storageClass).put();
    }

    private double tiering(Rates rate, StorageClassesScenario scenario, double months) {
        double gigabytes = scenario.objects() * (double) scenario.averageBytes() / GIB;
        if (scenario.averageBytes() < StorageClass.SMALL_BYTES) {
            return byMonth(months, share -> monthly(rate.storage(), gigabytes * share));
        }
        double sum = scenario.objects() * months * rate.monitoring();
        double day = StorageClassesModel.DAY_MILLIS / (double) StorageClassesModel.MONTH_MILLIS;
        double first = IntelligentTiering.INFREQUENT_AFTER_DAYS * day;
        double second = IntelligentTiering.ARCHIVE_INSTANT_AFTER_DAYS * day;
        double untouched30 =
                StorageClassesModel.untouched(scenario.readsPerObjectMonth(), IntelligentTiering.INFREQUENT_AFTER_DAYS);
        double untouched90 = StorageClassesModel.untouched(
                scenario.readsPerObjectMonth(), IntelligentTiering.ARCHIVE_INSTANT_AFTER_DAYS);
        for (double from = 0; from < months; from++) {
            double until = Math.min(months, from + 1);
            double whole = until - from;
            double after30 = Math.max(0, until - Math.max(from, first));
            double after90 = Math.max(0, until - Math.max(from, second));
            sum += monthly(rate.storage(), gigabytes * (whole - after30 * untouched30))
                    + gigabytes * (after30 * untouched30 - after90 * untouched90) * rate.infrequent()
                    + gigabytes * after90 * untouched90 * rate.archiveInstant();
            if (from >= second + 1 && until - from == 1) {
                // from here on every whole month is alike
                double alike = Math.floor(months - until);
                sum += alike
                        * (monthly(rate.storage(), gigabytes * (1 - untouched30))
                                + gigabytes * (untouched30 - untouched90) * rate.infrequent()
                                + gigabytes * untouched90 * rate.archiveInstant());
                from += alike;
            }
        }
        return sum;
    }

    private static double byMonth(double months, java.util.function.DoubleUnaryOperator cost) {
        double whole = Math.floor(months);
        double rest = months - whole;
        return whole * cost.applyAsDouble(1) + (rest > 0 ? cost.applyAsDouble(rest) : 0);
    }

    /// `quantity` GB-months of one month through the tiers; beyond the last known one its price goes on.
    private static double monthly(PriceSchedule schedule, double quantity) {
        double cost = 0;
        List<PriceTier> tiers = schedule.tiers();
        for (PriceTier tier : tiers) {
            double from = tier.from().doubleValue();
            double to = tier.equals(tiers.getLast())
                    ? Double.POSITIVE_INFINITY
                    : tier.to().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
            cost += Math.max(0, Math.min(quantity, to) - from) * tier.price().doubleValue();
        }
        return cost;
    }

    /// The cheapest class that `scenario` allows; empty if no price is known.
    StorageClass cheapest(StorageClassesScenario scenario) {
        StorageClass best = StorageClass.STANDARD;
        double least = Double.POSITIVE_INFINITY;
        for (StorageClass storageClass : rates.keySet()) {
            double cost = cost(storageClass, scenario, scenario.monthsKept());
            if (scenario.allows(storageClass) && cost < least) {
                least = cost;
                best = storageClass;
            }
        }
        return best;
    }

    /// Of every two classes that cost the same at some rate of reads, the least such rate.
    List<Pair> breakEvens(StorageClassesScenario scenario) {
        List<Pair> pairs = new ArrayList<>();
        List<StorageClass> classes = classes();
        for (int one = 0; one < classes.size(); one++) {
            for (int other = one + 1; other < classes.size(); other++) {
                StorageClass first = classes.get(one);
                StorageClass second = classes.get(other);
                breakEven(first, second, scenario).ifPresent(reads -> {
                    boolean firstBelow = difference(first, second, scenario, reads / 2) < 0;
                    pairs.add(new Pair(firstBelow ? first : second, firstBelow ? second : first, reads));
                });
            }
        }
        return pairs;
    }

    /// The least rate of reads at which two classes cost the same; empty if there is none.
    OptionalDouble breakEven(StorageClass first, StorageClass second, StorageClassesScenario scenario) {
        if (!rates.containsKey(first) || !rates.containsKey(second)) {
            return OptionalDouble.empty();
        }
        return BreakEven.between(LEAST_READS, MOST_READS, reads -> difference(first, second, scenario, reads));
    }

    private double difference(StorageClass first, StorageClass second, StorageClassesScenario scenario, double reads) {
        StorageClassesScenario other = scenario.withReads(reads);
        return cost(first, other, other.monthsKept()) - cost(second, other, other.monthsKept());
    }

    /// The size in bytes below which storing in `storageClass` costs more than in Standard, without requests; 0 if it
    /// never does. Of Intelligent-Tiering, the size from which its infrequent tier pays for the monitoring.
    double leastSize(StorageClass storageClass) {
        if (!rates.containsKey(storageClass)) {
            return 0;
        }
        double standard = first(StorageClass.STANDARD);
        if (storageClass == StorageClass.INTELLIGENT_TIERING) {
            return rate(storageClass).monitoring()
                    / (first(storageClass) - rate(storageClass).infrequent())
                    * GIB;
        }
        double own = first(storageClass);
        if (storageClass.isArchive()) {
            return (storageClass.archiveOverheadBytes() * own + storageClass.standardOverheadBytes() * standard)
                    / (standard - own);
        }
        return storageClass.minimumBillableBytes() * own / standard;
    }

    /// The prices that [#leastSize] is made of, as people write them: the class's own and Standard's; of
    /// Intelligent-Tiering those of its frequent and infrequent tier and of monitoring an object. Empty where they
    /// are not known.
    List<String> pricesOfLeastSize(StorageClass storageClass) {
        if (!rates.containsKey(storageClass)) {
            return List.of();
        }
        Rates rate = rate(storageClass);
        return storageClass == StorageClass.INTELLIGENT_TIERING
                ? List.of(written(first(storageClass)), written(rate.infrequent()), written(rate.monitoring()))
                : List.of(written(first(storageClass)), written(first(StorageClass.STANDARD)));
    }

    private static String written(double price) {
        return BigDecimal.valueOf(price).stripTrailingZeros().toPlainString();
    }

    private double first(StorageClass storageClass) {
        return rate(storageClass).storage().tiers().getFirst().price().doubleValue();
    }

    private Rates rate(StorageClass storageClass) {
        Rates rate = rates.get(storageClass);
        if (rate == null) {
            throw new IllegalArgumentException("No prices are known of " + storageClass + " in " + region + ".");
        }
        return rate;
    }
}
