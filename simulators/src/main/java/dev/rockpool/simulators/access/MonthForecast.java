package dev.rockpool.simulators.access;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What a month of requests comes to, by closed form: each kind of request is decided once, and counted by
/// its share.
///
/// Whether a request comes from outside, without TLS or for an object without the tag are three chances,
/// independent of one another, so that a kind's share is a product.
///
/// @param kinds of request that occur, with what comes of each
/// @param share of the requests that are allowed
/// @param allowed requests, rounded to whole ones
/// @param bytesInside that move on the way that is chosen, at the mean size
/// @param bytesOutside that move over the internet besides
/// @param charged requests that S3 charges the bucket for: those that are allowed, and those of its own
///     account that it refuses
public record MonthForecast(
        List<Kind> kinds,
        double share,
        long allowed,
        BigDecimal bytesInside,
        BigDecimal bytesOutside,
        BigDecimal charged) {
    /// Parts that shares are counted in: three percentages multiplied.
    static final long WHOLE = 1_000_000;

    private static final int HUNDRED = 100;

    public MonthForecast {
        kinds = List.copyOf(kinds);
    }

    /// A kind of request.
    ///
    /// @param outside whether it comes over the internet
    /// @param plain whether it comes without TLS
    /// @param otherTag whether it is for an object without the tag
    /// @param weight of it in [#WHOLE]
    /// @param scenario with that request
    /// @param outcome what comes of it
    public record Kind(
            boolean outside, boolean plain, boolean otherTag, long weight, AccessScenario scenario, Outcome outcome) {}

    /// The month of `scenario`.
    static MonthForecast of(AccessScenario scenario) {
        List<Kind> kinds = kinds(scenario);
        BigDecimal inside = BigDecimal.ZERO;
        BigDecimal outside = BigDecimal.ZERO;
        BigDecimal charged = BigDecimal.ZERO;
        long weight = 0;
        for (Kind kind : kinds) {
            boolean isAllowed = kind.outcome() == Outcome.ALLOWED;
            BigDecimal requests = of(scenario, kind.weight());
            if (isAllowed) {
                weight += kind.weight();
                BigDecimal bytes = requests.multiply(bytesOf(scenario));
                inside = kind.outside() ? inside : inside.add(bytes);
                outside = kind.outside() ? outside.add(bytes) : outside;
            }
            boolean isRefusedByStore = kind.outcome() == Outcome.DENIED
                    && scenario.asking().asker().isOfOwner()
                    && isAtService(kind.scenario());
            charged = isAllowed || isRefusedByStore ? charged.add(requests) : charged;
        }
        return new MonthForecast(
                kinds,
                (double) weight / WHOLE,
                of(scenario, weight).setScale(0, RoundingMode.HALF_UP).longValueExact(),
                inside,
                outside,
                charged);
    }

    /// Bytes that one request of the mean size moves.
    static BigDecimal bytesOf(AccessScenario scenario) {
        return switch (scenario.asking().act()) {
            case READ, WRITE -> BigDecimal.valueOf(scenario.traffic().objectBytes());
            case LIST, MEND -> BigDecimal.ZERO;
        };
    }

    private static boolean isAtService(AccessScenario scenario) {
        return !scenario.network().route().isEndpoint()
                || new PolicyQuestion(scenario).atEndpoint().allowed();
    }

    private static BigDecimal of(AccessScenario scenario, long weight) {
        return BigDecimal.valueOf(scenario.traffic().requests())
                .multiply(BigDecimal.valueOf(weight))
                .divide(BigDecimal.valueOf(WHOLE));
    }

    private static List<Kind> kinds(AccessScenario scenario) {
        Traffic traffic = scenario.traffic();
        List<Kind> kinds = new ArrayList<>();
        for (boolean outside : new boolean[] {false, true}) {
            for (boolean plain : new boolean[] {false, true}) {
                for (boolean otherTag : new boolean[] {false, true}) {
                    long weight = (long) of(traffic.outsidePercent(), outside)
                            * of(traffic.plainPercent(), plain)
                            * of(traffic.otherTagPercent(), otherTag);
                    if (weight > 0) {
                        AccessScenario varied = varied(scenario, outside, plain, otherTag);
                        kinds.add(new Kind(outside, plain, otherTag, weight, varied, Passage.outcome(varied)));
                    }
                }
            }
        }
        return kinds;
    }

    private static int of(int percent, boolean isSo) {
        return isSo ? percent : HUNDRED - percent;
    }

    private static AccessScenario varied(AccessScenario scenario, boolean outside, boolean plain, boolean otherTag) {
        AccessScenario varied = outside ? scenario.by(Route.INTERNET) : scenario;
        Asking asking = varied.asking();
        if (plain) {
            asking = asking.withTls(false);
        }
        if (otherTag) {
            asking = asking.withObjectTag(ObjectTag.NONE);
        }
        return varied.with(asking);
    }
}
