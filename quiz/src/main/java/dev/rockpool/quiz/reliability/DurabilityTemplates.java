package dev.rockpool.quiz.reliability;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Reckoned;
import dev.rockpool.quiz.Template;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.durability.DurabilityLab;
import dev.rockpool.simulators.durability.Scheme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// How often objects are lost, and what keeping them from it costs.
public final class DurabilityTemplates {
    private static final DurabilityLab LAB = new DurabilityLab();
    /// The nines at which the lab shows years to a loss.
    private static final int SHOWN_NINES = 11;

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal PER_MILLE = new BigDecimal("0.001");

    private DurabilityTemplates() {}

    /// Objects and the nines of their yearly durability.
    ///
    /// @param many the objects
    record Kept(BigDecimal many, int nines) {
        BigDecimal lostAYear() {
            return many.scaleByPowerOfTen(-nines);
        }
    }

    /// A code of data and parity shards, and a size in GB.
    record Coded(int data, int parity, int size) {
        BigDecimal times(int factor) {
            return BigDecimal.valueOf((long) size * factor);
        }
    }

    /// A code with local groups.
    record Grouped(int groups, int inGroup, int global, int size) {
        BigDecimal times(int shards) {
            return BigDecimal.valueOf((long) size * shards);
        }
    }

    /// Drives in stripes of their own, failing by per mille a year.
    record Drives(int stripes, Coded code, int perMille) {
        BigDecimal failing(int inStripe) {
            return BigDecimal.valueOf((long) stripes * inStripe * perMille).multiply(PER_MILLE);
        }
    }

    /// Every template, in the order in which they are best learnt.
    public static List<Template<?>> all() {
        return List.of(yearsToALoss(), lostAYear(), storedBytes(), rebuildReads(), localReads(), failingDrives());
    }

    private static Template<Kept> yearsToALoss() {
        return new Reckoned<>(
                DurabilityTemplates.class,
                "durability-years",
                Unit.YEARS,
                answer -> answer.multiply(HUNDREDTH),
                List.of("q09-f3"),
                random -> new Kept(
                        BigDecimal.valueOf(1 + random.nextInt(99)).scaleByPowerOfTen(4 + random.nextInt(3)),
                        9 + random.nextInt(3)),
                kept -> kept.lostAYear().compareTo(HUNDREDTH) <= 0,
                kept -> BigDecimal.ONE.divide(kept.lostAYear(), 3, RoundingMode.HALF_UP),
                List.of(
                        rule(
                                "one-nine-fewer",
                                kept -> BigDecimal.ONE.divide(
                                        kept.lostAYear().scaleByPowerOfTen(1), 3, RoundingMode.HALF_UP)),
                        rule(
                                "one-nine-more",
                                kept -> BigDecimal.ONE.divide(
                                        kept.lostAYear().scaleByPowerOfTen(-1), 3, RoundingMode.HALF_UP)),
                        rule("objects-forgotten", kept -> BigDecimal.ONE.scaleByPowerOfTen(kept.nines()))),
                kept -> List.of(count(kept.many()), String.valueOf(kept.nines())),
                kept -> kept.nines() == SHOWN_NINES
                        ? Optional.of(LabScenario.of(
                                LAB, LAB.standard().withObjects(kept.many().longValueExact())))
                        : Optional.empty());
    }

    private static Template<Kept> lostAYear() {
        return new Reckoned<>(
                DurabilityTemplates.class,
                "durability-lost",
                Unit.OBJECTS,
                _ -> BigDecimal.ZERO,
                List.of("q09-f4"),
                random -> {
                    int nines = 8 + random.nextInt(4);
                    return new Kept(BigDecimal.valueOf(2 + random.nextInt(98)).scaleByPowerOfTen(nines), nines);
                },
                _ -> true,
                Kept::lostAYear,
                List.of(
                        rule("one-nine-fewer", kept -> kept.lostAYear().scaleByPowerOfTen(1)),
                        rule("durability-is-one-object", _ -> BigDecimal.ONE),
                        rule("chance-of-a-month", kept -> kept.lostAYear().multiply(MONTHS))),
                kept -> List.of(count(kept.many()), String.valueOf(kept.nines())),
                _ -> Optional.empty());
    }

    private static Template<Coded> storedBytes() {
        return new Reckoned<>(
                DurabilityTemplates.class,
                "durability-stored",
                Unit.GIB,
                _ -> BigDecimal.ZERO,
                List.of("q09-c1"),
                random -> {
                    int data = 3 + random.nextInt(16);
                    return new Coded(data, 2 + random.nextInt(6), data * (10 + random.nextInt(90)));
                },
                _ -> true,
                coded -> BigDecimal.valueOf(
                        Math.round(coded.size() * new Scheme.Erasure(coded.data(), coded.parity()).overhead())),
                List.of(
                        rule(
                                "only-parity",
                                coded -> coded.times(coded.parity())
                                        .divide(BigDecimal.valueOf(coded.data()), 0, RoundingMode.HALF_UP)),
                        rule("parity-is-a-copy", coded -> coded.times(1 + coded.parity())),
                        rule("parity-costs-nothing", coded -> coded.times(1))),
                DurabilityTemplates::words,
                coded -> Optional.of(LabScenario.of(
                        LAB, LAB.standard().withScheme(new Scheme.Erasure(coded.data(), coded.parity())))));
    }

    private static Template<Coded> rebuildReads() {
        return new Reckoned<>(
                DurabilityTemplates.class,
                "durability-rebuild",
                Unit.GIB,
                _ -> BigDecimal.ZERO,
                List.of("q09-c1"),
                random -> new Coded(3 + random.nextInt(16), 2 + random.nextInt(6), 2 + random.nextInt(60)),
                _ -> true,
                coded -> coded.times(coded.data()),
                List.of(
                        rule("rebuild-reads-one", coded -> coded.times(1)),
                        rule("rebuild-reads-all", coded -> coded.times(coded.data() + coded.parity() - 1)),
                        rule("rebuild-reads-parity", coded -> coded.times(coded.parity()))),
                DurabilityTemplates::words,
                _ -> Optional.empty());
    }

    private static Template<Grouped> localReads() {
        return new Reckoned<>(
                DurabilityTemplates.class,
                "durability-local",
                Unit.GIB,
                _ -> BigDecimal.ZERO,
                List.of("q09-c1"),
                random -> new Grouped(
                        2 + random.nextInt(2), 2 + random.nextInt(5), 1 + random.nextInt(2), 2 + random.nextInt(60)),
                _ -> true,
                grouped -> grouped.times(grouped.inGroup()),
                List.of(
                        rule("local-group-forgotten", grouped -> grouped.times(grouped.groups() * grouped.inGroup())),
                        rule("global-parity-read", grouped -> grouped.times(grouped.inGroup() + grouped.global())),
                        rule("rebuild-reads-one", grouped -> grouped.times(1))),
                grouped -> List.of(
                        String.valueOf(grouped.groups() * grouped.inGroup()),
                        String.valueOf(grouped.groups()),
                        String.valueOf(grouped.global()),
                        String.valueOf(grouped.size()),
                        String.valueOf(grouped.inGroup())),
                _ -> Optional.empty());
    }

    private static Template<Drives> failingDrives() {
        return new Reckoned<>(
                DurabilityTemplates.class,
                "durability-drives",
                Unit.COUNT,
                _ -> BigDecimal.ZERO,
                List.of("q09-c1"),
                random -> new Drives(
                        1_000 * (1 + random.nextInt(20)),
                        new Coded(3 + random.nextInt(15), 2 + random.nextInt(5), 1),
                        2 + random.nextInt(48)),
                _ -> true,
                drives -> drives.failing(drives.code().data() + drives.code().parity()),
                List.of(
                        rule(
                                "parity-drives-live-for-ever",
                                drives -> drives.failing(drives.code().data())),
                        rule(
                                "rate-is-of-a-month",
                                drives -> drives.failing(drives.code().data()
                                                + drives.code().parity())
                                        .multiply(MONTHS)),
                        rule("a-stripe-is-a-drive", drives -> drives.failing(1))),
                drives -> List.of(
                        Unit.COUNT.number(drives.stripes()),
                        String.valueOf(drives.code().data()),
                        String.valueOf(drives.code().parity()),
                        Unit.SHARE.format(drives.perMille() / 1_000.0),
                        Unit.COUNT.number((long) drives.stripes()
                                * (drives.code().data() + drives.code().parity()))),
                _ -> Optional.empty());
    }

    private static List<String> words(Coded coded) {
        return List.of(String.valueOf(coded.data()), String.valueOf(coded.parity()), Unit.COUNT.number(coded.size()));
    }

    private static String count(BigDecimal many) {
        return Unit.COUNT.number(many.doubleValue());
    }
}
