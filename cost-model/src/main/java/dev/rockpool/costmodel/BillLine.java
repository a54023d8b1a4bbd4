package dev.rockpool.costmodel;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A usage line with its price.
///
/// @param usage what was used; its region is the one asked for, even when the price holds everywhere
/// @param unit of the quantity
/// @param currency of the price
/// @param tiers what each tier priced, at least one; their quantities sum to the usage
public record BillLine(UsageLine usage, String unit, Currency currency, List<TierUse> tiers) {
    public BillLine {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("A bill line uses at least one tier.");
        }
    }

    /// The exact sum over the tiers.
    public Money amount() {
        Money sum = Money.zero(currency);
        for (TierUse tier : tiers) {
            sum = sum.plus(new Money(tier.amount(), currency));
        }
        return sum;
    }

    /// The sources of the tiers used, each once.
    public String source() {
        return tiers.stream().map(tier -> tier.provenance().source()).distinct().collect(Collectors.joining("; "));
    }

    /// The oldest date among the tiers used; empty if one of them has none.
    public Optional<LocalDate> asOf() {
        if (tiers.stream().anyMatch(tier -> tier.provenance().asOf().isEmpty())) {
            return Optional.empty();
        }
        return tiers.stream().flatMap(tier -> tier.provenance().asOf().stream()).min(LocalDate::compareTo);
    }

    /// The weakest confidence among the tiers used.
    public Confidence confidence() {
        return tiers.stream()
                .map(tier -> tier.provenance().confidence())
                .reduce(Confidence.PRIMARY, Confidence::weaker);
    }

    /// The calculation in words, every digit shown: `45 shard-hour × 0.015 USD = 0.675 USD`, and for several tiers each
    /// tier's and then the sum. A price that is secondary or undated is followed by that word.
    public String arithmetic() {
        String steps = tiers.stream().map(this::step).collect(Collectors.joining("; "));
        return tiers.size() == 1 ? steps : steps + "; together " + amount();
    }

    private String step(TierUse tier) {
        Money price = new Money(tier.price(), currency);
        Money amount = new Money(tier.amount(), currency);
        String counted = Character.isDigit(unit.charAt(0)) ? "(of " + unit + ")" : unit;
        String step = Decimals.plain(tier.quantity()) + " " + counted + " × " + price + " = " + amount;
        String free = tier.free() ? " (free tier)" : "";
        Confidence confidence = tier.provenance().confidence();
        return step + free + (confidence == Confidence.PRIMARY ? "" : " (" + confidence.word() + " price)");
    }
}
