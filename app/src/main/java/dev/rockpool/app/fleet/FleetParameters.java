package dev.rockpool.app.fleet;

import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.fleet.Fleet;
import dev.rockpool.costmodel.fleet.FleetGroup;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.fleet.ReadPattern;
import dev.rockpool.costmodel.fleet.SizeDistribution;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What can be set of a fleet, as parameters with sliders and choices.
///
/// A slider shows the first of several shares that a file described; moving it leaves the others as they are.
final class FleetParameters {
    private static final double KIB = 1 << 10;
    private static final int MOST_AGE = 3_650;
    private static final double MOST_READS = 1_000;
    private static final double MOST_ARRIVALS = 1e9;
    private static final double MOST_KIB = 50.0 * (1L << 30);
    private static final int MOST_SEED = 999_999;

    private final Texts texts;

    FleetParameters(Texts texts) {
        this.texts = texts;
    }

    /// What holds for the whole scenario.
    List<Parameter<FleetScenario>> whole(FleetScenario now, PriceBook book) {
        List<Parameter<FleetScenario>> parameters = new ArrayList<>();
        parameters.add(new Parameter.Choice<>(
                "region",
                texts.get("costs.input.region"),
                texts.get("costs.help.region"),
                regions(book),
                FleetScenario::region,
                FleetScenario::in,
                _ -> true));
        parameters.add(slider(
                "fleet-months",
                "fleet.months",
                Unit.MONTHS,
                1,
                FleetScenario.MOST_MONTHS,
                Parameter.Scale.LINEAR,
                1,
                FleetScenario::months,
                (s, value) -> s.over((int) Math.round(value))));
        if (now.objects() instanceof FleetScenario.Objects.Described) {
            parameters.add(slider(
                    "fleet-seed",
                    "fleet.seed",
                    Unit.COUNT,
                    0,
                    MOST_SEED,
                    Parameter.Scale.LINEAR,
                    1,
                    s -> (double) fleet(s).seed(),
                    (s, value) -> s.with(fleet -> fleet.seeded(Math.round(value)))));
        }
        return parameters;
    }

    /// What the group at `index` has.
    List<Parameter<FleetScenario>> of(int index) {
        return List.of(
                number(
                        index,
                        "objects",
                        Unit.OBJECTS,
                        0,
                        1e12,
                        1,
                        FleetGroup::objects,
                        (group, value) -> group.holding(Math.round(value), group.arrivalsPerDay())),
                number(
                        index,
                        "arrivals",
                        Unit.OBJECTS,
                        0,
                        MOST_ARRIVALS,
                        1,
                        FleetGroup::arrivalsPerDay,
                        (group, value) -> group.holding(group.objects(), value)),
                number(index, "size", Unit.KIB, 0, MOST_KIB, 1, FleetParameters::kib, FleetParameters::sized),
                sliderOf(
                        index,
                        "spread",
                        Unit.PLAIN,
                        0,
                        3,
                        Parameter.Scale.LINEAR,
                        0.1,
                        FleetParameters::spread,
                        FleetParameters::spread),
                storageClass(index),
                number(
                        index,
                        "oldest",
                        Unit.DAYS,
                        1,
                        MOST_AGE,
                        1,
                        FleetGroup::oldestDays,
                        (group, value) -> group.aged(Math.min(group.youngestDays(), days(value)), days(value))),
                sliderOf(
                        index,
                        "readShare",
                        Unit.SHARE,
                        0,
                        1,
                        Parameter.Scale.LINEAR,
                        0.01,
                        FleetParameters::readShare,
                        FleetParameters::readShare),
                sliderOf(
                        index,
                        "reads",
                        Unit.PLAIN,
                        0,
                        MOST_READS,
                        Parameter.Scale.LOGARITHMIC_FROM_ZERO,
                        0.01,
                        FleetParameters::reads,
                        FleetParameters::reads),
                number(
                        index,
                        "halfLife",
                        Unit.DAYS,
                        0,
                        MOST_AGE,
                        1,
                        FleetParameters::halfLife,
                        FleetParameters::halfLife),
                sliderOf(
                        index,
                        "deleteShare",
                        Unit.SHARE,
                        0,
                        1,
                        Parameter.Scale.LINEAR,
                        0.01,
                        FleetParameters::deleteShare,
                        (group, value) -> group.deleting(value, deleteAfter(group))),
                number(
                        index,
                        "deleteAfter",
                        Unit.DAYS,
                        1,
                        MOST_AGE,
                        1,
                        group -> deleteAfter(group),
                        (group, value) -> group.deleting(deleteShare(group), days(value))));
    }

    private Parameter<FleetScenario> storageClass(int index) {
        return new Parameter.Choice<>(
                id(index, "class"),
                texts.get("fleet.input.class"),
                texts.get("fleet.help.class"),
                Stream.of(StorageClass.values())
                        .map(each -> new Parameter.Option(each.name(), texts.get("costs.option." + each.name())))
                        .toList(),
                s -> group(s, index).storageClass().name(),
                (s, chosen) -> change(s, index, group -> group.in(StorageClass.valueOf(chosen))),
                s -> index < fleet(s).groups().size());
    }

    /// Over decades, from nothing.
    private Parameter<FleetScenario> number(
            int index,
            String name,
            Unit unit,
            double low,
            double high,
            double step,
            ToDoubleFunction<FleetGroup> get,
            BiFunction<FleetGroup, Double, FleetGroup> with) {
        Parameter.Scale scale = low > 0 ? Parameter.Scale.LOGARITHMIC : Parameter.Scale.LOGARITHMIC_FROM_ZERO;
        return sliderOf(index, name, unit, low, high, scale, step, get, with);
    }

    private Parameter<FleetScenario> sliderOf(
            int index,
            String name,
            Unit unit,
            double low,
            double high,
            Parameter.Scale scale,
            double step,
            ToDoubleFunction<FleetGroup> get,
            BiFunction<FleetGroup, Double, FleetGroup> with) {
        return new Parameter.Slider<>(
                id(index, name),
                texts.get("fleet.input." + name),
                texts.get("fleet.help." + name),
                unit,
                low,
                high,
                scale,
                step,
                s -> get.applyAsDouble(group(s, index)),
                (s, value) -> change(s, index, group -> with.apply(group, value)),
                s -> index < fleet(s).groups().size());
    }

    private Parameter<FleetScenario> slider(
            String id,
            String key,
            Unit unit,
            double low,
            double high,
            Parameter.Scale scale,
            double step,
            ToDoubleFunction<FleetScenario> get,
            BiFunction<FleetScenario, Double, FleetScenario> with) {
        return new Parameter.Slider<>(
                id, texts.get(key), texts.get(key + ".help"), unit, low, high, scale, step, get, with, _ -> true);
    }

    private static String id(int index, String name) {
        return "group-" + index + "-" + name;
    }

    private static List<Parameter.Option> regions(PriceBook book) {
        return new TreeSet<>(book.regions("S3", "storage.STANDARD"))
                .stream().map(region -> new Parameter.Option(region, region)).toList();
    }

    // --- groups

    private static Fleet fleet(FleetScenario scenario) {
        return switch (scenario.objects()) {
            case FleetScenario.Objects.Described(Fleet fleet) -> fleet;
            case FleetScenario.Objects.Reported _ ->
                throw new IllegalStateException("The objects of a report are not set.");
        };
    }

    private static FleetGroup group(FleetScenario scenario, int index) {
        List<FleetGroup> groups = fleet(scenario).groups();
        return groups.get(Math.min(index, groups.size() - 1));
    }

    private static FleetScenario change(
            FleetScenario scenario, int index, java.util.function.UnaryOperator<FleetGroup> edit) {
        return scenario.with(fleet -> {
            List<FleetGroup> groups = new ArrayList<>(fleet.groups());
            groups.set(index, edit.apply(groups.get(index)));
            return new Fleet(groups, fleet.seed(), fleet.versioned());
        });
    }

    private static int days(double value) {
        return (int) Math.round(value);
    }

    private static double kib(FleetGroup group) {
        return group.sizes().band(0, Long.MAX_VALUE).mean() / KIB;
    }

    private static FleetGroup sized(FleetGroup group, double kib) {
        double bytes = Math.max(1, kib * KIB);
        return group.sized(
                switch (group.sizes()) {
                    case SizeDistribution.Lognormal lognormal ->
                        new SizeDistribution.Lognormal(bytes, lognormal.sigma());
                    case SizeDistribution.Fixed _ -> new SizeDistribution.Fixed(Math.round(kib * KIB));
                    case SizeDistribution.Weighted weighted -> weighted.times(kib(group) > 0 ? kib / kib(group) : 1);
                });
    }

    /// The standard deviation of the logarithm; 0 for one size.
    private static double spread(FleetGroup group) {
        return switch (group.sizes()) {
            case SizeDistribution.Lognormal lognormal -> lognormal.sigma();
            case SizeDistribution.Fixed _, SizeDistribution.Weighted _ -> 0;
        };
    }

    private static FleetGroup spread(FleetGroup group, double sigma) {
        double bytes = Math.max(1, kib(group) * KIB);
        return group.sized(
                sigma > 0
                        ? new SizeDistribution.Lognormal(bytes, sigma)
                        : new SizeDistribution.Fixed(Math.round(bytes)));
    }

    private static double readShare(FleetGroup group) {
        return group.reads().isEmpty() ? 0 : group.reads().getFirst().share();
    }

    private static FleetGroup readShare(FleetGroup group, double share) {
        return reading(group, share, pattern(group));
    }

    private static double reads(FleetGroup group) {
        return pattern(group).perMonth();
    }

    private static FleetGroup reads(FleetGroup group, double perMonth) {
        double share = group.reads().isEmpty() ? 1 : readShare(group);
        return reading(group, share, new ReadPattern(perMonth, pattern(group).halfLifeDays()));
    }

    private static double halfLife(FleetGroup group) {
        return pattern(group).halfLifeDays().orElse(0);
    }

    private static FleetGroup halfLife(FleetGroup group, double days) {
        OptionalDouble half = days > 0 ? OptionalDouble.of(days) : OptionalDouble.empty();
        return reading(group, readShare(group), new ReadPattern(pattern(group).perMonth(), half));
    }

    private static ReadPattern pattern(FleetGroup group) {
        return group.reads().isEmpty()
                ? ReadPattern.NEVER
                : group.reads().getFirst().pattern();
    }

    private static FleetGroup reading(FleetGroup group, double share, ReadPattern pattern) {
        List<FleetGroup.ReadShare> reads = new ArrayList<>(group.reads());
        double others =
                reads.stream().skip(1).mapToDouble(FleetGroup.ReadShare::share).sum();
        FleetGroup.ReadShare first = new FleetGroup.ReadShare(Math.clamp(share, 0, 1 - others), pattern);
        if (reads.isEmpty()) {
            reads.add(first);
        } else {
            reads.set(0, first);
        }
        return group.read(reads);
    }

    private static double deleteShare(FleetGroup group) {
        return group.deletes().isEmpty() ? 0 : group.deletes().getFirst().share();
    }

    private static int deleteAfter(FleetGroup group) {
        return group.deletes().isEmpty() ? 365 : group.deletes().getFirst().afterDays();
    }
}
