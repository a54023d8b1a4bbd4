package dev.rockpool.costmodel;

import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Priced usage, line by line.
///
/// @param currency of every line
/// @param lines in the order of the usage
public record Bill(Currency currency, List<BillLine> lines) {
    public Bill {
        lines = List.copyOf(lines);
    }

    /// One bill of several, of one currency: lines of the same item and meaning become one, and so do equal tiers in
    /// them. The total is the sum of the totals.
    public static Bill together(Currency currency, List<Bill> bills) {
        Map<Kind, BillLine> lines = new LinkedHashMap<>();
        for (Bill bill : bills) {
            for (BillLine line : bill.lines()) {
                lines.merge(Kind.of(line), line, Bill::plus);
            }
        }
        return new Bill(currency, List.copyOf(lines.values()));
    }

    private record Kind(String service, String item, String region, String about, String unit) {
        static Kind of(BillLine line) {
            UsageLine usage = line.usage();
            return new Kind(usage.service(), usage.item(), usage.region(), usage.about(), line.unit());
        }
    }

    private record Span(
            BigDecimal from, Optional<BigDecimal> to, BigDecimal price, boolean free, Provenance provenance) {}

    private static BillLine plus(BillLine one, BillLine other) {
        Map<Span, BigDecimal> tiers = new LinkedHashMap<>();
        for (BillLine line : List.of(one, other)) {
            for (TierUse tier : line.tiers()) {
                Span span = new Span(tier.from(), tier.to(), tier.price(), tier.free(), tier.provenance());
                tiers.merge(span, tier.quantity(), BigDecimal::add);
            }
        }
        UsageLine usage = one.usage();
        return new BillLine(
                new UsageLine(
                        usage.service(),
                        usage.item(),
                        usage.region(),
                        usage.quantity().add(other.usage().quantity()),
                        usage.about()),
                one.unit(),
                one.currency(),
                tiers.entrySet().stream()
                        .map(tier -> new TierUse(
                                tier.getKey().from(),
                                tier.getKey().to(),
                                tier.getValue(),
                                tier.getKey().price(),
                                tier.getKey().free(),
                                tier.getKey().provenance()))
                        .toList());
    }

    /// The exact sum of the lines. Vendors sum rounded lines instead, so that theirs may differ by half a coin a
    /// line.
    public Money total() {
        Money sum = Money.zero(currency);
        for (BillLine line : lines) {
            sum = sum.plus(line.amount());
        }
        return sum;
    }

    /// The weakest confidence among the lines; primary for an empty bill.
    public Confidence confidence() {
        return lines.stream().map(BillLine::confidence).reduce(Confidence.PRIMARY, Confidence::weaker);
    }
}
