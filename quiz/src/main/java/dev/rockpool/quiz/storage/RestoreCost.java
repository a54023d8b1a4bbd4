package dev.rockpool.quiz.storage;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a restore adds to the bill: a request each, every gigabyte, and the copy in Standard.
public final class RestoreCost extends StorageTemplate<RestoreCost.Restored> {
    private static final int MIB = 1 << 10;
    private static final int MOST_DAYS = 25;
    private static final List<Way> WAYS = List.of(
            new Way(StorageClass.GLACIER, RestoreTier.STANDARD),
            new Way(StorageClass.DEEP_ARCHIVE, RestoreTier.STANDARD),
            new Way(StorageClass.DEEP_ARCHIVE, RestoreTier.BULK));

    /// An archive and how it is asked.
    public record Way(StorageClass from, RestoreTier tier) {
        String name() {
            return from + "." + tier.apiName();
        }
    }

    /// Objects that are alike.
    ///
    /// @param objects how many
    /// @param mib the size of each
    /// @param way from where and how
    /// @param days for which the copies are there
    public record Restored(long objects, int mib, Way way, int days) {
        long kib() {
            return (long) mib * MIB;
        }

        BigDecimal fee() {
            return StorageCosts.gigabytes(objects, kib())
                    .multiply(StorageCosts.price(StorageCosts.RETRIEVAL + way.name()));
        }

        BigDecimal requests() {
            return StorageCosts.requests(StorageCosts.RETRIEVAL_REQUEST + way.name(), objects);
        }

        BigDecimal copy(StorageClass priced, BigDecimal months) {
            return StorageCosts.gigabytes(objects, kib())
                    .multiply(months)
                    .multiply(StorageCosts.price(StorageCosts.STORAGE + priced));
        }

        BigDecimal copy() {
            return copy(StorageClass.STANDARD, StorageCosts.months(days));
        }

        BigDecimal transfer() {
            return StorageCosts.gigabytes(objects, kib())
                    .multiply(StorageCosts.price("DataTransfer", "out_to_internet"));
        }
    }

    public RestoreCost() {
        super("storage-restore", "q06-f4", "q06-f5");
    }

    @Override
    public Restored draw(RandomGenerator random) {
        return new Restored(
                steps(random, 1, 40) * 25_000L, steps(random, 1, 24), one(random, WAYS), 1 + random.nextInt(MOST_DAYS));
    }

    /// With more, the copies would reach Standard's second price.
    @Override
    public boolean isFair(Restored restored) {
        return StorageCosts.gigabytes(restored.objects(), restored.kib()).compareTo(StorageCosts.FIRST_TIER) <= 0
                && super.isFair(restored);
    }

    @Override
    public BigDecimal answer(Restored restored) {
        ObjectBatch batch = StorageCosts.batch(restored.objects(), restored.kib());
        StoragePlace place = StoragePlace.entering(restored.way().from());
        return StorageCosts.of(meter -> {
            meter.restore(place, restored.way().tier(), batch, 0, StorageMeter.WHOLE);
            meter.keepCopy(place, batch, 0, restored.days() * StorageCosts.DAY, StorageMeter.WHOLE);
        });
    }

    @Override
    public List<WrongRule<Restored>> wrongRules() {
        return List.of(
                rule("retrieval-forgotten", restored -> answer(restored).subtract(restored.fee())),
                rule("requests-forgotten", restored -> answer(restored).subtract(restored.requests())),
                rule("copy-forgotten", restored -> restored.fee().add(restored.requests())),
                rule(
                        "copy-at-the-archive-rate",
                        restored -> restored.fee()
                                .add(restored.requests())
                                .add(restored.copy(restored.way().from(), StorageCosts.months(restored.days())))),
                rule(
                        "copy-for-a-month",
                        restored -> restored.fee()
                                .add(restored.requests())
                                .add(restored.copy(StorageClass.STANDARD, BigDecimal.ONE))),
                rule("transfer-within-the-region", restored -> answer(restored).add(restored.transfer())),
                rule(
                        "decimal-gigabytes",
                        restored -> restored.requests()
                                .add(StorageCosts.decimal(restored.fee().add(restored.copy())))));
    }

    @Override
    public String stem(Restored restored) {
        return texts.get(
                "stem",
                count(restored.objects()),
                Unit.MIB.format((double) restored.mib()),
                TemplateTexts.name(restored.way().from()),
                restored.way().tier().apiName(),
                Unit.DAYS.format((double) restored.days()),
                StorageCosts.shown(
                        StorageCosts.RETRIEVAL_REQUEST + restored.way().name()),
                StorageCosts.shown(StorageCosts.RETRIEVAL + restored.way().name()),
                StorageCosts.shown(StorageCosts.STORAGE + StorageClass.STANDARD),
                StorageCosts.shown(StorageCosts.STORAGE + restored.way().from()));
    }

    @Override
    public List<String> solution(Restored restored) {
        return texts.solution(usd(restored.requests()), usd(restored.fee()), usd(restored.copy()), key(restored));
    }

    @Override
    public Optional<LabScenario> show(Restored restored) {
        return Optional.of(
                lab(restored.objects(), restored.kib(), 1, 1, restored.way().tier()));
    }
}
