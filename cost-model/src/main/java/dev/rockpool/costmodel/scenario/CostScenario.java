package dev.rockpool.costmodel.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Services in one region, for some months.
///
/// @param region of all of them
/// @param months how many are foreseen, 1 to [#MOST_MONTHS]
/// @param growthPercent by how much what grows is more each month than in the month before, −50 to 100
/// @param freeTier whether the vendor's free quantities are taken off
/// @param parts the services
public record CostScenario(String region, int months, BigDecimal growthPercent, boolean freeTier, List<Part> parts) {
    /// Five years.
    public static final int MOST_MONTHS = 60;

    /// The least and the most growth in a month.
    public static final BigDecimal LEAST_GROWTH = new BigDecimal(-50);

    public static final BigDecimal MOST_GROWTH = new BigDecimal(100);

    /// Nothing, for a year in the region that prices are best known for.
    public static final CostScenario EMPTY = new CostScenario("us-east-1", 12, BigDecimal.ZERO, false, List.of());

    public CostScenario {
        parts = List.copyOf(parts);
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months is 1 to " + MOST_MONTHS + ", not " + months + ".");
        }
        if (growthPercent.compareTo(LEAST_GROWTH) < 0 || growthPercent.compareTo(MOST_GROWTH) > 0) {
            throw new IllegalArgumentException("growthPercent is −50 to 100, not " + growthPercent + ".");
        }
    }

    /// This scenario in another region.
    public CostScenario in(String other) {
        return new CostScenario(other, months, growthPercent, freeTier, parts);
    }

    /// This scenario over another time.
    public CostScenario over(int other) {
        return new CostScenario(region, other, growthPercent, freeTier, parts);
    }

    /// This scenario growing otherwise.
    public CostScenario growing(BigDecimal percent) {
        return new CostScenario(region, months, percent, freeTier, parts);
    }

    /// This scenario with free tiers taken off, or not.
    public CostScenario free(boolean taken) {
        return new CostScenario(region, months, growthPercent, taken, parts);
    }

    /// This scenario with other parts.
    public CostScenario of(List<Part> other) {
        return new CostScenario(region, months, growthPercent, freeTier, other);
    }

    /// This scenario with one more part at its end.
    public CostScenario plus(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return of(more);
    }

    /// This scenario without the part at `index`.
    public CostScenario without(int index) {
        List<Part> fewer = new ArrayList<>(parts);
        fewer.remove(index);
        return of(fewer);
    }

    /// This scenario with another part at `index`.
    public CostScenario with(int index, Part part) {
        List<Part> changed = new ArrayList<>(parts);
        changed.set(index, part);
        return of(changed);
    }

    /// How many times as much as in the first month what grows is in `month` (from 0).
    BigDecimal growth(int month) {
        return BigDecimal.ONE.add(growthPercent.movePointLeft(2)).pow(month, MathContext.DECIMAL64);
    }
}
