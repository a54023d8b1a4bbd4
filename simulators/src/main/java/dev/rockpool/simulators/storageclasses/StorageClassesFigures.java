package dev.rockpool.simulators.storageclasses;

import dev.rockpool.costmodel.BillLine;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The numbers of a run, each with its formula and today's values.
final class StorageClassesFigures {
    static final String CHEAPEST = "cheapest-total";
    static final String SAVED = "saved";
    static final String IA_BREAK_EVEN = "ia-break-even";
    static final String INSTANT_BREAK_EVEN = "instant-break-even";
    static final String IA_INSTANT_BREAK_EVEN = "ia-instant-break-even";
    static final String IA_SIZE = "ia-least-size";
    static final String INSTANT_SIZE = "instant-least-size";
    static final String DEEP_SIZE = "deep-archive-least-size";
    static final String TIERING_SIZE = "tiering-least-size";
    static final String OVERHEAD = "archive-overhead";
    static final String PAID_MONTHS = "deep-archive-paid-months";
    private static final double KIB = 1024;

    private final StorageClassesScenario scenario;
    private final LabTexts texts;
    private final ClassRates rates;
    private final List<ClassCost> costs;
    private final double months;
    private final List<Figure> figures = new ArrayList<>();

    private StorageClassesFigures(
            StorageClassesScenario scenario, List<ClassCost> costs, double months, ClassRates rates, LabTexts texts) {
        this.scenario = scenario;
        this.costs = costs;
        this.months = months;
        this.rates = rates;
        this.texts = texts;
    }

    static String total(StorageClass storageClass) {
        return "total." + storageClass.name();
    }

    /// The numbers after `months` months.
    static List<Figure> of(
            StorageClassesScenario scenario, List<ClassCost> costs, double months, ClassRates rates, LabTexts texts) {
        StorageClassesFigures made = new StorageClassesFigures(scenario, costs, months, rates, texts);
        made.totals();
        made.breakEvens();
        made.sizes();
        made.minimums();
        return List.copyOf(made.figures);
    }

    private void totals() {
        StorageClass best = costs.stream()
                .filter(cost -> scenario.allows(cost.storageClass()))
                .min((one, other) -> one.total().compareTo(other.total()))
                .map(ClassCost::storageClass)
                .orElse(StorageClass.STANDARD);
        double least = usd(best);
        add(CHEAPEST, Unit.USD, least, texts.get("figure.cheapest-total.worked", name(best), Unit.USD.format(least)));
        double standard = usd(StorageClass.STANDARD);
        add(
                SAVED,
                Unit.SHARE,
                standard == 0 ? 0 : 1 - least / standard,
                texts.get("figure.saved.worked", Unit.USD.format(least), Unit.USD.format(standard)));
        for (ClassCost cost : costs) {
            double closed = rates.cost(cost.storageClass(), scenario, months);
            figures.add(new Figure(
                    total(cost.storageClass()),
                    name(cost.storageClass()),
                    Unit.USD,
                    cost.total().amount().doubleValue(),
                    OptionalDouble.of(closed),
                    Optional.empty(),
                    texts.get(
                            cost.storageClass() == StorageClass.INTELLIGENT_TIERING
                                    ? "figure.total.formula.tiering"
                                    : "figure.total.formula"),
                    cost.bill().lines().stream().map(BillLine::arithmetic).collect(Collectors.joining("; ")),
                    texts.get("figure.total.explanation")));
        }
    }

    private void breakEvens() {
        pair(IA_BREAK_EVEN, StorageClass.STANDARD, StorageClass.STANDARD_IA);
        pair(INSTANT_BREAK_EVEN, StorageClass.STANDARD, StorageClass.GLACIER_IR);
        pair(IA_INSTANT_BREAK_EVEN, StorageClass.STANDARD_IA, StorageClass.GLACIER_IR);
    }

    private void pair(String id, StorageClass first, StorageClass second) {
        double reads = rates.breakEven(first, second, scenario).orElse(Double.NaN);
        add(
                id,
                Unit.PLAIN,
                reads,
                Double.isNaN(reads)
                        ? texts.get("figure.break-even.none", name(first), name(second))
                        : texts.get(
                                "figure.break-even.worked",
                                name(first),
                                name(second),
                                Unit.PLAIN.number(reads),
                                Unit.USD.format(rates.cost(first, scenario.withReads(reads), scenario.monthsKept()))));
    }

    private void sizes() {
        size(IA_SIZE, StorageClass.STANDARD_IA);
        size(INSTANT_SIZE, StorageClass.GLACIER_IR);
        size(DEEP_SIZE, StorageClass.DEEP_ARCHIVE);
        size(TIERING_SIZE, StorageClass.INTELLIGENT_TIERING);
    }

    private void size(String id, StorageClass storageClass) {
        double size = rates.leastSize(storageClass) / KIB;
        List<String> prices = rates.pricesOfLeastSize(storageClass);
        add(
                id,
                Unit.KIB,
                size,
                prices.isEmpty()
                        ? texts.get("figure.least-size.none", name(storageClass))
                        : texts.get(
                                "figure." + id + ".worked",
                                Unit.PLAIN.number(size),
                                prices.getFirst(),
                                prices.get(1),
                                prices.getLast()));
    }

    private void minimums() {
        long own = scenario.averageBytes();
        long more =
                StorageClass.DEEP_ARCHIVE.archiveOverheadBytes() + StorageClass.DEEP_ARCHIVE.standardOverheadBytes();
        add(
                OVERHEAD,
                Unit.TIMES,
                (double) more / own,
                texts.get("figure.archive-overhead.worked", Unit.PLAIN.number(own / KIB)));
        double least = StorageClass.DEEP_ARCHIVE.minimumDays()
                * (double) StorageClassesModel.DAY_MILLIS
                / StorageClassesModel.MONTH_MILLIS;
        add(
                PAID_MONTHS,
                Unit.PLAIN,
                Math.max(least, scenario.monthsKept()),
                texts.get(
                        "figure.deep-archive-paid-months.worked",
                        Unit.PLAIN.number(scenario.monthsKept()),
                        Unit.PLAIN.number(least)));
    }

    private double usd(StorageClass storageClass) {
        return costs.stream()
                .filter(cost -> cost.storageClass() == storageClass)
                .findFirst()
                .map(cost -> cost.total().amount().doubleValue())
                .orElse(Double.NaN);
    }

    private String name(StorageClass storageClass) {
        return texts.get("class." + storageClass.name());
    }

    private void add(String id, Unit unit, double value, String worked) {
        figures.add(new Figure(
                id,
                texts.get("figure." + id + ".label"),
                unit,
                value,
                OptionalDouble.empty(),
                Optional.empty(),
                texts.get("figure." + id + ".formula"),
                worked,
                texts.get("figure." + id + ".explanation")));
    }
}
