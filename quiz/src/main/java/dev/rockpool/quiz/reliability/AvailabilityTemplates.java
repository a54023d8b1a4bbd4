package dev.rockpool.quiz.reliability;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Reckoned;
import dev.rockpool.quiz.Template;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.availability.AvailabilityLab;
import dev.rockpool.simulators.availability.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// How long a system is down.
public final class AvailabilityTemplates {
    private static final AvailabilityLab LAB = new AvailabilityLab();
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal MONTH_MINUTES = BigDecimal.valueOf(43_200);
    private static final BigDecimal YEAR_MINUTES = BigDecimal.valueOf(525_600);
    private static final BigDecimal YEAR_HOURS = BigDecimal.valueOf(8_760);
    private static final BigDecimal PARTS_OF_A_PERCENT = new BigDecimal("0.000001");
    private static final BigDecimal TWO = BigDecimal.TWO;

    private AvailabilityTemplates() {}

    /// A promise: down by so many of ten thousand; and minutes that were already lost.
    record Promise(int down, int lost) {
        BigDecimal of(BigDecimal minutes) {
            return minutes.multiply(BigDecimal.valueOf(down, 4));
        }
    }

    /// Two chances to be down.
    record Pair(BigDecimal first, BigDecimal second) {
        Component.Part one() {
            return new Component.Rated("", up(first));
        }

        Component.Part other() {
            return new Component.Rated("", up(second));
        }
    }

    /// Hours until it fails and until it is repaired.
    record Cycle(int up, int down) {
        BigDecimal ofYear(long hours, long among) {
            return YEAR_HOURS
                    .multiply(BigDecimal.valueOf(hours))
                    .divide(BigDecimal.valueOf(among), 6, RoundingMode.HALF_UP);
        }
    }

    /// Every template, in the order in which they are best learnt.
    public static List<Template<?>> all() {
        return List.of(downtime(), budget(), cycle(), series(), parallel(), twoOfThree());
    }

    private static Template<Promise> downtime() {
        return new Reckoned<>(
                AvailabilityTemplates.class,
                "availability-downtime",
                Unit.MINUTES,
                answer -> answer.multiply(HUNDREDTH).max(BigDecimal.ONE),
                List.of("q10-f3"),
                random -> new Promise(5 + random.nextInt(400), 0),
                _ -> true,
                promise -> promise.of(MONTH_MINUTES),
                List.of(
                        rule("year-for-a-month", promise -> promise.of(YEAR_MINUTES)),
                        rule("uptime-for-downtime", promise -> MONTH_MINUTES.subtract(promise.of(MONTH_MINUTES))),
                        rule(
                                "percent-not-divided",
                                promise -> promise.of(MONTH_MINUTES).scaleByPowerOfTen(2))),
                promise -> List.of(percent(BigDecimal.valueOf(promise.down(), 4))),
                promise -> shown(new Component.Rated("", up(BigDecimal.valueOf(promise.down(), 4)))));
    }

    private static Template<Promise> budget() {
        return new Reckoned<>(
                AvailabilityTemplates.class,
                "availability-budget",
                Unit.MINUTES,
                answer -> answer.multiply(HUNDREDTH).max(BigDecimal.ONE),
                List.of("q10-c1"),
                random -> new Promise(10 * (1 + random.nextInt(40)), 4 + random.nextInt(120)),
                promise -> promise.of(MONTH_MINUTES).intValue() > promise.lost() + 4,
                promise -> promise.of(MONTH_MINUTES).subtract(BigDecimal.valueOf(promise.lost())),
                List.of(
                        rule("incident-forgotten", promise -> promise.of(MONTH_MINUTES)),
                        rule(
                                "year-for-a-month",
                                promise -> promise.of(YEAR_MINUTES).subtract(BigDecimal.valueOf(promise.lost())))),
                promise -> List.of(percent(BigDecimal.valueOf(promise.down(), 4)), String.valueOf(promise.lost())),
                _ -> Optional.empty());
    }

    private static Template<Cycle> cycle() {
        return new Reckoned<>(
                AvailabilityTemplates.class,
                "availability-repair",
                Unit.HOURS,
                answer -> answer.multiply(HUNDREDTH).max(BigDecimal.ONE),
                List.of("q10-c1"),
                random -> new Cycle(10 * (5 + random.nextInt(96)), 4 + random.nextInt(44)),
                _ -> true,
                cycle -> YEAR_HOURS.multiply(
                        BigDecimal.valueOf(new Component.Repaired("", cycle.up(), cycle.down()).unavailability())),
                List.of(
                        rule("uptime-for-downtime", cycle -> cycle.ofYear(cycle.up(), cycle.up() + cycle.down())),
                        rule("one-failure-a-year", cycle -> BigDecimal.valueOf(cycle.down())),
                        rule("repair-takes-no-time", cycle -> cycle.ofYear(cycle.down(), cycle.up()))),
                cycle -> List.of(String.valueOf(cycle.up()), String.valueOf(cycle.down())),
                cycle -> shown(new Component.Repaired("", cycle.up(), cycle.down())));
    }

    private static Template<Pair> series() {
        return new Reckoned<>(
                AvailabilityTemplates.class,
                "availability-series",
                Unit.FINE_SHARE,
                _ -> PARTS_OF_A_PERCENT,
                List.of("q10-c1"),
                random -> new Pair(
                        BigDecimal.valueOf(2 + random.nextInt(150), 4), BigDecimal.valueOf(2 + random.nextInt(150), 4)),
                pair -> pair.first().compareTo(pair.second()) != 0,
                pair -> upOf(new Component.Series(List.of(pair.one(), pair.other()))),
                List.of(
                        rule("as-good-as-the-worst", pair -> up(pair.first().max(pair.second()))),
                        rule(
                                "average-of-parts",
                                pair -> up(pair.first().add(pair.second()).divide(TWO))),
                        rule("series-for-parallel", pair -> up(pair.first().multiply(pair.second())))),
                AvailabilityTemplates::words,
                pair -> shown(new Component.Series(List.of(pair.one(), pair.other()))));
    }

    private static Template<Pair> parallel() {
        return new Reckoned<>(
                AvailabilityTemplates.class,
                "availability-parallel",
                Unit.FINE_SHARE,
                _ -> PARTS_OF_A_PERCENT,
                List.of("q10-c1"),
                random -> new Pair(
                        BigDecimal.valueOf(2 + random.nextInt(98), 3), BigDecimal.valueOf(2 + random.nextInt(98), 3)),
                pair -> pair.first().compareTo(pair.second()) != 0,
                pair -> upOf(new Component.Parallel(List.of(pair.one(), pair.other()))),
                List.of(
                        rule("as-good-as-the-best", pair -> up(pair.first().min(pair.second()))),
                        rule(
                                "average-of-parts",
                                pair -> up(pair.first().add(pair.second()).divide(TWO))),
                        rule("parallel-for-series", pair -> up(pair.first()).multiply(up(pair.second())))),
                AvailabilityTemplates::words,
                pair -> shown(new Component.Parallel(List.of(pair.one(), pair.other()))));
    }

    private static Template<Pair> twoOfThree() {
        return new Reckoned<>(
                AvailabilityTemplates.class,
                "availability-two-of-three",
                Unit.FINE_SHARE,
                _ -> PARTS_OF_A_PERCENT,
                List.of("q10-c1"),
                random -> {
                    BigDecimal down = BigDecimal.valueOf(5 + random.nextInt(250), 3);
                    return new Pair(down, down);
                },
                _ -> true,
                pair -> upOf(quorum(pair)),
                List.of(
                        rule("one-suffices", pair -> up(pair.first().pow(3))),
                        rule("all-are-needed", pair -> up(pair.first()).pow(3)),
                        rule("third-part-forgotten", pair -> up(pair.first()).pow(2))),
                AvailabilityTemplates::words,
                pair -> shown(quorum(pair)));
    }

    private static Component quorum(Pair pair) {
        return new Component.KOfN(2, List.of(pair.one(), pair.one(), pair.one()));
    }

    private static Optional<LabScenario> shown(Component system) {
        return Optional.of(LabScenario.of(LAB, LAB.standard().withSystem(system)));
    }

    private static BigDecimal upOf(Component system) {
        return up(BigDecimal.valueOf(system.unavailability()));
    }

    private static BigDecimal up(BigDecimal down) {
        return BigDecimal.ONE.subtract(down);
    }

    private static List<String> words(Pair pair) {
        return List.of(percent(pair.first()), percent(pair.second()));
    }

    /// An availability by the chance to be down, with no more digits than it has.
    private static String percent(BigDecimal down) {
        return up(down).scaleByPowerOfTen(2).stripTrailingZeros().toPlainString() + "\u00A0%";
    }
}
