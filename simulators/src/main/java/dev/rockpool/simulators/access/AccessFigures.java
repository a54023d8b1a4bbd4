package dev.rockpool.simulators.access;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.kernel.Money;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The numbers of a run, each with its formula and today's values.
final class AccessFigures {
    static final String WAYS = "ways-open";
    static final String SHARE = "allowed-share";
    static final String MOVED = "moved";
    static final String WAY_USD = "way-usd";
    static final String HOUR_USD = "hour-usd";
    static final String GIGABYTE_USD = "gigabyte-usd";
    static final String SAVED_USD = "saved-usd";
    static final String BREAK_EVEN = "break-even";
    static final String TOTAL_USD = "total-usd";

    /// Standard deviations on either side of the mean that hold 95 of 100.
    private static final double NINETY_FIVE = 1.959964;

    /// The variance of a size that lies evenly between half and one and a half of its mean, in squares of
    /// the mean.
    private static final double SPREAD = 1.0 / 12;

    private static final double GIGABYTE = 1L << 30;

    private final LabParts<AccessScenario, AccessResult> parts;
    private final AccessScenario scenario;
    private final MonthForecast month;
    private final Tally tally;

    private AccessFigures(
            AccessScenario scenario, MonthForecast month, Tally tally, LabParts<AccessScenario, AccessResult> parts) {
        this.scenario = scenario;
        this.month = month;
        this.tally = tally;
        this.parts = parts;
    }

    static List<Figure> of(
            AccessScenario scenario,
            List<Route> open,
            MonthForecast month,
            Tally tally,
            Bill way,
            Bill bill,
            LabParts<AccessScenario, AccessResult> parts) {
        AccessFigures made = new AccessFigures(scenario, month, tally, parts);
        return List.of(
                made.ways(open),
                made.share(),
                made.moved(),
                made.usd(WAY_USD, way, _ -> true),
                made.usd(HOUR_USD, way, AccessBills::isByHour),
                made.usd(GIGABYTE_USD, way, line -> !AccessBills.isByHour(line)),
                made.saved(open, way),
                made.breakEven(),
                made.usd(TOTAL_USD, bill, _ -> true));
    }

    private Figure ways(List<Route> open) {
        return parts.figure(
                WAYS,
                Unit.COUNT,
                open.size(),
                open.isEmpty()
                        ? text("figure.none")
                        : open.stream()
                                .map(route -> text("parameter.route." + Word.of(route)))
                                .collect(Collectors.joining(", ")));
    }

    /// Of the requests that were drawn; before any was, nothing.
    private Figure share() {
        double share = month.share();
        double half = NINETY_FIVE * StrictMath.sqrt(share * (1 - share) / Math.max(1, tally.drawn()));
        return parts.figure(
                SHARE,
                Unit.SHARE,
                tally.drawn() == 0 ? Double.NaN : (double) tally.allowed() / tally.drawn(),
                OptionalDouble.of(share),
                Optional.of(new Figure.Interval(Math.max(0, share - half), Math.min(1, share + half))),
                month.kinds().stream()
                        .map(kind -> text(
                                "figure.allowed-share.kind",
                                Unit.SHARE.format((double) kind.weight() / MonthForecast.WHOLE),
                                text("kind." + (kind.outside() ? "outside" : "inside")),
                                text(kind.scenario().asking().tls() ? "over.tls" : "over.plain"),
                                text(kind.otherTag() ? "kind.no-tag" : "kind.tag"),
                                text("outcome." + Word.of(kind.outcome()))))
                        .collect(Collectors.joining("; ")));
    }

    private Figure moved() {
        double requests = (double) scenario.traffic().requests();
        double size = MonthForecast.bytesOf(scenario).doubleValue() / GIGABYTE;
        double share = month.share();
        double mean = requests * share * size;
        double variance = share * size * size * (1 + SPREAD) - share * size * share * size;
        double half = NINETY_FIVE * requests * StrictMath.sqrt(Math.max(0, variance) / Math.max(1, tally.drawn()));
        return parts.figure(
                MOVED,
                Unit.GIB,
                tally.drawn() == 0 ? Double.NaN : requests / tally.drawn() * (tally.bytes() / GIGABYTE),
                OptionalDouble.of(mean),
                Optional.of(new Figure.Interval(Math.max(0, mean - half), mean + half)),
                text(
                        "figure.moved.worked",
                        Unit.COUNT.number(scenario.traffic().requests()),
                        Unit.SHARE.format(share),
                        Unit.DATA.format(MonthForecast.bytesOf(scenario).doubleValue())));
    }

    private Figure usd(String id, Bill bill, Predicate<BillLine> which) {
        String worked =
                bill.lines().stream().filter(which).map(BillLine::arithmetic).collect(Collectors.joining("; "));
        return parts.figure(
                id, Unit.USD, value(AccessBills.sum(bill, which)), worked.isEmpty() ? text("figure.nothing") : worked);
    }

    /// What the gateway endpoint would save, where it leads there and the request is allowed on it.
    private Figure saved(List<Route> open, Bill way) {
        Optional<Money> free = AccessBills.ofWay(scenario, Route.GATEWAY_ENDPOINT, month.bytesInside());
        boolean isOpen = open.contains(Route.GATEWAY_ENDPOINT) && free.isPresent();
        BigDecimal now = way.total().amount();
        BigDecimal then = free.map(Money::amount).orElse(BigDecimal.ZERO);
        return parts.figure(
                SAVED_USD,
                Unit.USD,
                isOpen ? now.subtract(then).doubleValue() : Double.NaN,
                isOpen
                        ? text(
                                "figure.saved-usd.worked",
                                Unit.USD.format(now.doubleValue()),
                                Unit.USD.format(then.doubleValue()))
                        : text("figure.saved-usd.closed"));
    }

    private Figure breakEven() {
        AccessBills.Comparison comparison = AccessBills.comparison(scenario.network());
        return parts.figure(
                BREAK_EVEN,
                Unit.GIB,
                comparison.breakEven().orElse(Double.POSITIVE_INFINITY),
                text(
                        "figure.break-even.worked",
                        plain(comparison.endpointHours()),
                        plain(comparison.natHours()),
                        plain(comparison.natGigabyte()),
                        plain(comparison.endpointGigabyte())));
    }

    private static String plain(BigDecimal price) {
        BigDecimal shortened = price.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return (shortened.scale() < 2 ? shortened.setScale(2) : shortened).toPlainString();
    }

    private static double value(Money money) {
        return money.amount().doubleValue();
    }

    private String text(String key, Object... arguments) {
        return parts.texts().get(key, arguments);
    }
}
