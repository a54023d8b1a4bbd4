package dev.rockpool.app.costs;

import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.scenario.CostScenario;
import dev.rockpool.costmodel.scenario.Input;
import dev.rockpool.costmodel.scenario.Measure;
import dev.rockpool.costmodel.scenario.Part;
import dev.rockpool.costmodel.scenario.PartKind;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/// What can be set of a scenario, as parameters with sliders and choices.
final class ScenarioParameters {
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Texts texts;

    ScenarioParameters(Texts texts) {
        this.texts = texts;
    }

    /// What holds for the whole scenario.
    List<Parameter<CostScenario>> whole(PriceBook book) {
        return List.of(
                choice("region", regions(book), CostScenario::region, CostScenario::in),
                slider(
                        "months",
                        Unit.MONTHS,
                        1,
                        CostScenario.MOST_MONTHS,
                        s -> (double) s.months(),
                        (s, value) -> s.over((int) Math.round(value))),
                slider(
                        "growth",
                        Unit.PERCENT,
                        CostScenario.LEAST_GROWTH.doubleValue(),
                        CostScenario.MOST_GROWTH.doubleValue(),
                        s -> s.growthPercent().doubleValue(),
                        (s, value) -> s.growing(decimal(value))),
                choice(
                        "freeTier",
                        List.of(option(NO), option(YES)),
                        s -> s.freeTier() ? YES : NO,
                        (s, chosen) -> s.free(chosen.equals(YES))));
    }

    /// What the part at `index` has.
    List<Parameter<CostScenario>> of(int index, Part part, PriceBook book) {
        List<Parameter<CostScenario>> parameters = new ArrayList<>();
        for (Input input : part.inputs()) {
            String id = "part-" + index + "-" + input.id();
            parameters.add(
                    switch (input) {
                        case Input.Quantity quantity ->
                            new Parameter.Slider<>(
                                    id,
                                    label(part, input, book),
                                    help(input),
                                    unit(quantity.measure()),
                                    quantity.low().doubleValue(),
                                    quantity.high().doubleValue(),
                                    scale(quantity),
                                    quantity.step().doubleValue(),
                                    s -> part(s, index, part).number(input.id()).doubleValue(),
                                    (s, value) -> with(s, index, input.id(), Decimals.plain(decimal(value))),
                                    s -> applies(part(s, index, part), input.id()));
                        case Input.Choice choice ->
                            new Parameter.Choice<>(
                                    id,
                                    label(part, input, book),
                                    help(input),
                                    choice.options().stream().map(this::option).toList(),
                                    s -> part(s, index, part).value(input.id()),
                                    (s, chosen) -> with(s, index, input.id(), chosen),
                                    s -> applies(part(s, index, part), input.id()));
                        case Input.Name name -> named(id, index, part, name, book);
                    });
        }
        return parameters;
    }

    /// A name of the price book; another service takes its first item along.
    private Parameter<CostScenario> named(String id, int index, Part part, Input.Name input, PriceBook book) {
        boolean service = input.id().equals("service");
        List<String> names = service ? book.services() : book.items(part.value("service"));
        return new Parameter.Choice<>(
                id,
                texts.get("costs.input." + input.id()),
                help(input),
                names.stream().map(name -> new Parameter.Option(name, name)).toList(),
                s -> part(s, index, part).value(input.id()),
                (s, chosen) -> service
                        ? s.with(
                                index,
                                part(s, index, part)
                                        .with("service", chosen)
                                        .with("item", firstItem(book, chosen, s.region())))
                        : with(s, index, input.id(), chosen),
                _ -> true);
    }

    private static String firstItem(PriceBook book, String service, String region) {
        List<String> items = book.items(service);
        return items.stream()
                .filter(item -> book.find(service, item, region).isPresent())
                .findFirst()
                .orElse(items.getFirst());
    }

    /// What means nothing is not shown: a class to move to without a day, say.
    private static boolean applies(Part part, String id) {
        boolean objects = part.kind() == PartKind.OBJECTS;
        boolean stream = part.kind() == PartKind.STREAM;
        return switch (id) {
            case "moveTo" -> part.number("moveAfter").signum() > 0;
            case "moveSmall" ->
                objects
                        && part.number("moveAfter").signum() > 0
                        && part.number("kib").compareTo(new BigDecimal(128)) < 0;
            case "shards" -> !stream || part.value("mode").equals("PROVISIONED");
            case "delivered" -> part.value("partitioned").equals(YES);
            default -> true;
        };
    }

    private String label(Part part, Input input, PriceBook book) {
        if (part.kind() == PartKind.ITEM && input.id().equals("quantity")) {
            String service = part.value("service");
            String item = part.value("item");
            List<String> regions = book.regions(service, item);
            return regions.isEmpty()
                    ? texts.get("costs.input.quantity")
                    : texts.get(
                            "costs.input.quantity.of",
                            book.require(service, item, regions.getFirst()).unit());
        }
        return texts.find("costs.input." + part.kind().id() + "." + input.id())
                .orElseGet(() -> texts.get("costs.input." + input.id()));
    }

    private String help(Input input) {
        return texts.find("costs.help." + input.id()).orElseGet(() -> texts.get("costs.input." + input.id()));
    }

    private List<Parameter.Option> regions(PriceBook book) {
        TreeSet<String> regions = new TreeSet<>();
        book.schedules().forEach(schedule -> regions.add(schedule.key().region()));
        regions.removeIf(region -> !region.matches("[a-z]{2}(-[a-z]+)+-[0-9]"));
        return regions.stream()
                .map(region -> new Parameter.Option(region, region))
                .toList();
    }

    private Parameter.Option option(String id) {
        return new Parameter.Option(id, texts.find("costs.option." + id).orElse(id));
    }

    private Parameter<CostScenario> choice(
            String id,
            List<Parameter.Option> options,
            Function<CostScenario, String> get,
            java.util.function.BiFunction<CostScenario, String, CostScenario> with) {
        return new Parameter.Choice<>(
                id, texts.get("costs.input." + id), texts.get("costs.help." + id), options, get, with, _ -> true);
    }

    private Parameter<CostScenario> slider(
            String id,
            Unit unit,
            double low,
            double high,
            java.util.function.ToDoubleFunction<CostScenario> get,
            java.util.function.BiFunction<CostScenario, Double, CostScenario> with) {
        return new Parameter.Slider<>(
                id,
                texts.get("costs.input." + id),
                texts.get("costs.help." + id),
                unit,
                low,
                high,
                Parameter.Scale.LINEAR,
                1,
                get,
                with,
                _ -> true);
    }

    /// The part at `index`, or, while the panel has not followed yet, the one that it was made for.
    private static Part part(CostScenario scenario, int index, Part made) {
        boolean there =
                index < scenario.parts().size() && scenario.parts().get(index).kind() == made.kind();
        return there ? scenario.parts().get(index) : made;
    }

    private static CostScenario with(CostScenario scenario, int index, String id, String value) {
        return scenario.with(index, scenario.parts().get(index).with(id, value));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    private static Parameter.Scale scale(Input.Quantity quantity) {
        if (!quantity.wide()) {
            return Parameter.Scale.LINEAR;
        }
        return quantity.low().signum() > 0 ? Parameter.Scale.LOGARITHMIC : Parameter.Scale.LOGARITHMIC_FROM_ZERO;
    }

    private static Unit unit(Measure measure) {
        return switch (measure) {
            case COUNT -> Unit.COUNT;
            case OBJECTS -> Unit.OBJECTS;
            case REQUESTS -> Unit.REQUESTS;
            case RECORDS -> Unit.RECORDS;
            case RECORDS_PER_SECOND -> Unit.RECORDS_PER_SECOND;
            case BYTES -> Unit.BYTES;
            case KIB -> Unit.KIB;
            case MIB -> Unit.MIB;
            case GIB -> Unit.GIB;
            case MILLISECONDS -> Unit.MILLISECONDS;
            case MINUTES -> Unit.MINUTES;
            case HOURS -> Unit.HOURS;
            case DAYS -> Unit.DAYS;
            case PERCENT -> Unit.PERCENT;
            case PLAIN -> Unit.PLAIN;
        };
    }
}
