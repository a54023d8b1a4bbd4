package dev.rockpool.quiz.storage;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.WrongRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A month of objects in Intelligent-Tiering that nobody reads: the large sink and are monitored, the small are not.
public final class TieringMonth extends StorageTemplate<TieringMonth.Mixed> {
    private static final int FLOOR_KIB = 128;
    private static final int IDLE_DAYS = 35;
    private static final String TIER = StorageCosts.STORAGE + "INTELLIGENT_TIERING.";
    private static final String FREQUENT = TIER + "FA";
    private static final String INFREQUENT = TIER + "IA";
    private static final String ARCHIVE_INSTANT = TIER + "AIA";
    private static final String MONITORING = "monitoring.INTELLIGENT_TIERING";

    /// Objects of two sizes.
    ///
    /// @param small how many are under 128 KB
    /// @param smallKib the size of each
    /// @param large how many are not
    /// @param largeKib the size of each
    public record Mixed(long small, int smallKib, long large, int largeKib) {
        BigDecimal small(String tier) {
            return StorageCosts.gigabytes(small, smallKib).multiply(StorageCosts.price(tier));
        }

        BigDecimal large(String tier) {
            return StorageCosts.gigabytes(large, largeKib).multiply(StorageCosts.price(tier));
        }

        BigDecimal monitored(long objects) {
            return StorageCosts.requests(MONITORING, objects);
        }
    }

    public TieringMonth() {
        super("storage-tiering", "q06-f13", "q06-f11");
    }

    @Override
    public Mixed draw(RandomGenerator random) {
        return new Mixed(
                steps(random, 1, 40) * 1_000_000L,
                steps(random, 4, 124),
                steps(random, 1, 20) * 500_000L,
                steps(random, 256, 2_048));
    }

    @Override
    public BigDecimal answer(Mixed mixed) {
        long accessed = -IDLE_DAYS * StorageCosts.DAY;
        return StorageCosts.of(meter -> {
            meter.keepTiered(StorageCosts.batch(mixed.small(), mixed.smallKib()), accessed, 0, StorageCosts.MONTH);
            meter.keepTiered(StorageCosts.batch(mixed.large(), mixed.largeKib()), accessed, 0, StorageCosts.MONTH);
        });
    }

    @Override
    public List<WrongRule<Mixed>> wrongRules() {
        return List.of(
                rule("monitoring-forgotten", mixed -> answer(mixed).subtract(mixed.monitored(mixed.large()))),
                rule(
                        "small-objects-sink",
                        mixed -> answer(mixed).subtract(mixed.small(FREQUENT)).add(mixed.small(INFREQUENT))),
                rule(
                        "archive-instant-after-30-days",
                        mixed -> answer(mixed).subtract(mixed.large(INFREQUENT)).add(mixed.large(ARCHIVE_INSTANT))),
                rule("small-objects-monitored", mixed -> answer(mixed).add(mixed.monitored(mixed.small()))),
                rule(
                        "tiers-stay-frequent",
                        mixed -> answer(mixed).subtract(mixed.large(INFREQUENT)).add(mixed.large(FREQUENT))),
                rule(
                        "minimum-size-everywhere",
                        mixed -> answer(mixed)
                                .subtract(mixed.small(FREQUENT))
                                .add(StorageCosts.gigabytes(mixed.small(), FLOOR_KIB)
                                        .multiply(StorageCosts.price(FREQUENT)))),
                rule(
                        "decimal-gigabytes",
                        mixed -> StorageCosts.decimal(mixed.small(FREQUENT).add(mixed.large(INFREQUENT)))
                                .add(mixed.monitored(mixed.large()))));
    }

    @Override
    public String stem(Mixed mixed) {
        return texts.get(
                "stem",
                count(mixed.small()),
                kib(mixed.smallKib()),
                count(mixed.large()),
                kib(mixed.largeKib()),
                IDLE_DAYS,
                StorageCosts.shown(FREQUENT),
                StorageCosts.shown(INFREQUENT),
                StorageCosts.shown(ARCHIVE_INSTANT),
                StorageCosts.shown(MONITORING));
    }

    @Override
    public List<String> solution(Mixed mixed) {
        return texts.solution(
                usd(mixed.small(FREQUENT)),
                usd(mixed.large(INFREQUENT)),
                usd(mixed.monitored(mixed.large())),
                key(mixed));
    }

    @Override
    public Optional<LabScenario> show(Mixed mixed) {
        return Optional.of(lab(mixed.large(), mixed.largeKib(), 0, 3, RestoreTier.STANDARD));
    }
}
