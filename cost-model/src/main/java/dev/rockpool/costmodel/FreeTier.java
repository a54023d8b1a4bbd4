package dev.rockpool.costmodel;

import dev.rockpool.kernel.InputException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The quantities a month that the vendor does not charge.
///
/// They are no prices: a price of 0 in the price book is free always, a free tier only where somebody asks for it
/// (`--free-tier`), because an account has it once and this bill may not be all of its usage.
/// A free quantity is taken off before the tiers, which then start at 0 with what remains, and off the lines in their
/// order. Items of one pool share it.
///
/// Read from a CSV file with the columns `pool`, `service`, `item`, `unit`, `quantity` (in that unit, which is the
/// price's), `scope` (`account`: all regions share it; `region`: each has its own) and, as in a price file, `as_of`,
/// `confidence`, `source`, `note`.
public final class FreeTier {
    private static final String CODE = "cost-free-tier-file";
    private static final List<String> COLUMNS =
            List.of("pool", "service", "item", "unit", "quantity", "scope", "as_of", "confidence", "source", "note");
    private static final FreeTier NONE = new FreeTier(Map.of());

    private final Map<Item, Allowance> allowances;

    private FreeTier(Map<Item, Allowance> allowances) {
        this.allowances = Map.copyOf(allowances);
    }

    /// No free tier: everything is charged.
    public static FreeTier none() {
        return NONE;
    }

    /// The free tiers that Rockpool ships: those that last (no trials of an account's first months).
    public static FreeTier shipped() {
        return Shipped.TIER;
    }

    /// The free tiers in the text `csv`.
    ///
    /// @param file the name that faults are reported under
    /// @throws InputException at the first fault, starting with `file:line:`
    public static FreeTier parse(String file, String csv) {
        Map<Item, Allowance> allowances = new HashMap<>();
        for (CsvTable.Row row : CsvTable.read(file, CODE, csv, COLUMNS).rows()) {
            String scope = row.text("scope");
            if (!scope.equals("account") && !scope.equals("region")) {
                throw row.fault("scope", scope, "is not account or region");
            }
            Item item = new Item(row.required("service"), row.required("item"));
            Allowance allowance = new Allowance(
                    row.required("pool"),
                    row.required("unit"),
                    row.amount("quantity"),
                    scope.equals("account"),
                    PriceFile.provenance(row));
            allowances.values().stream()
                    .filter(other -> other.pool().equals(allowance.pool()))
                    .filter(other -> other.quantity().compareTo(allowance.quantity()) != 0
                            || !other.unit().equals(allowance.unit())
                            || other.accountWide() != allowance.accountWide())
                    .findAny()
                    .ifPresent(_ -> {
                        throw row.fault("pool", allowance.pool(), "has another quantity, unit or scope above");
                    });
            if (allowances.put(item, allowance) != null) {
                throw row.fault("item", item.item(), "has two free tiers");
            }
        }
        return new FreeTier(allowances);
    }

    /// The free quantity for `schedule`, if its item has one and in the same unit.
    Optional<Allowance> allowance(PriceSchedule schedule) {
        return Optional.ofNullable(allowances.get(
                        new Item(schedule.key().service(), schedule.key().item())))
                .filter(allowance -> allowance.unit().equals(schedule.unit()));
    }

    /// A free quantity a month.
    ///
    /// @param pool the name under which items share it
    /// @param accountWide whether all regions share it
    record Allowance(String pool, String unit, BigDecimal quantity, boolean accountWide, Provenance provenance) {
        /// Under which name what is left of it is kept when usage in `region` takes of it.
        String account(String region) {
            return accountWide ? pool : pool + " in " + region;
        }
    }

    private record Item(String service, String item) {}

    private static final class Shipped {
        static final FreeTier TIER = parse("free-tiers.csv", TextFile.resource("free-tiers.csv"));
    }
}
