package dev.rockpool.costmodel;

import dev.rockpool.kernel.InputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns usage into a bill.
///
/// Lines of one price stand one behind the other in its tiers: the second starts where the first ended, so that
/// splitting a line changes no total. Internet traffic out counts its tiers over all regions of the account
/// (<https://aws.amazon.com/s3/pricing/>, 2025-10-19), each unit at its own region's price; every other price counts
/// per region.
///
/// @param book the prices
/// @param freeTier what is not charged; [FreeTier#none] unless asked for
public record Biller(PriceBook book, FreeTier freeTier) {
    private static final Set<String> TIERS_OVER_ALL_REGIONS = Set.of("DataTransfer out_to_internet");

    /// Prices with `book` and without a free tier.
    public Biller(PriceBook book) {
        this(book, FreeTier.none());
    }

    /// The bill of `usage`, line by line in its order.
    ///
    /// @throws InputException if a line has no known price; the sentence names the field, not the line
    public Bill bill(List<UsageLine> usage) {
        Draft draft = draft();
        usage.forEach(draft::add);
        return draft.bill();
    }

    /// An empty bill to which lines are added one by one.
    public Draft draft() {
        return new Draft(this);
    }

    /// A bill in the making.
    public static final class Draft {
        private final Biller biller;
        private final List<BillLine> lines = new ArrayList<>();
        private final Map<String, BigDecimal> positionInTiers = new HashMap<>();
        private final Map<String, BigDecimal> freeLeft = new HashMap<>();

        private Draft(Biller biller) {
            this.biller = biller;
        }

        /// Prices `usage` behind what was added before.
        ///
        /// @throws InputException if it has no known price; the draft is then as it was
        public void add(UsageLine usage) {
            PriceSchedule schedule = biller.book.require(usage.service(), usage.item(), usage.region());
            List<TierUse> uses = new ArrayList<>();
            BigDecimal free = free(schedule, usage, uses);
            String counted = countedAs(schedule.key());
            BigDecimal position = positionInTiers.getOrDefault(counted, BigDecimal.ZERO);
            BigDecimal end = position.add(usage.quantity().subtract(free));
            if (schedule.knownUpTo().filter(limit -> end.compareTo(limit) > 0).isPresent()) {
                throw biller.book.beyond(schedule, end);
            }
            inTiers(schedule, position, end, uses);
            lines.add(new BillLine(usage, schedule.unit(), biller.book.currency(), uses));
            positionInTiers.put(counted, end);
            takeFree(schedule, usage, free);
        }

        /// The lines added so far.
        public Bill bill() {
            return new Bill(biller.book.currency(), lines);
        }

        private BigDecimal free(PriceSchedule schedule, UsageLine usage, List<TierUse> uses) {
            return biller.freeTier
                    .allowance(schedule)
                    .map(allowance -> {
                        BigDecimal left =
                                freeLeft.getOrDefault(allowance.account(usage.region()), allowance.quantity());
                        BigDecimal free = left.min(usage.quantity());
                        if (free.signum() > 0) {
                            uses.add(new TierUse(
                                    BigDecimal.ZERO,
                                    Optional.of(allowance.quantity()),
                                    free,
                                    BigDecimal.ZERO,
                                    true,
                                    allowance.provenance()));
                        }
                        return free;
                    })
                    .orElse(BigDecimal.ZERO);
        }

        private void takeFree(PriceSchedule schedule, UsageLine usage, BigDecimal free) {
            biller.freeTier
                    .allowance(schedule)
                    .ifPresent(allowance -> freeLeft.merge(
                            allowance.account(usage.region()),
                            allowance.quantity().subtract(free),
                            (left, _) -> left.subtract(free)));
        }

        /// What each tier holds of the span from `position` to `end`; of an empty span, nothing in the tier it lies in.
        private static void inTiers(PriceSchedule schedule, BigDecimal position, BigDecimal end, List<TierUse> uses) {
            BigDecimal start = position;
            for (PriceTier tier : schedule.tiers()) {
                boolean last = tier.equals(schedule.tiers().getLast());
                if (!last && tier.endsBefore(start)) {
                    continue;
                }
                BigDecimal stop = tier.to().map(end::min).orElse(end);
                if (stop.compareTo(start) > 0 || uses.isEmpty()) {
                    uses.add(new TierUse(
                            tier.from(), tier.to(), stop.subtract(start), tier.price(), false, tier.provenance()));
                }
                start = stop;
                if (start.compareTo(end) >= 0) {
                    return;
                }
            }
        }

        private static String countedAs(PriceKey key) {
            String item = key.service() + " " + key.item();
            return TIERS_OVER_ALL_REGIONS.contains(item) ? item : item + " in " + key.region();
        }
    }
}
