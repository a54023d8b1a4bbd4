package dev.rockpool.quiz.storage;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A month of objects that are smaller than what their class bills at the least.
public final class MinimumSize extends StorageTemplate<MinimumSize.Small> {
    private static final int FLOOR_KIB = 128;
    private static final int OVERHEAD_KIB = 40;
    private static final List<StorageClass> CLASSES =
            List.of(StorageClass.STANDARD_IA, StorageClass.ONEZONE_IA, StorageClass.GLACIER_IR);

    /// Objects that are alike.
    ///
    /// @param objects how many
    /// @param kib the size of each, below 128
    /// @param in the class
    public record Small(long objects, int kib, StorageClass in) {
        BigDecimal at(long kibEach) {
            return atPriceOf(in, kibEach);
        }

        BigDecimal atPriceOf(StorageClass priced, long kibEach) {
            return StorageCosts.gigabytes(objects, kibEach).multiply(StorageCosts.price(StorageCosts.STORAGE + priced));
        }
    }

    public MinimumSize() {
        super("storage-minimum-size", "q06-c3");
    }

    @Override
    public Small draw(RandomGenerator random) {
        return new Small(steps(random, 1, 60) * 1_000_000L, steps(random, 4, 124), one(random, CLASSES));
    }

    @Override
    public BigDecimal answer(Small small) {
        return StorageCosts.month(small.in(), StorageCosts.batch(small.objects(), small.kib()));
    }

    @Override
    public List<WrongRule<Small>> wrongRules() {
        return List.of(
                rule("minimum-size-forgotten", small -> small.at(small.kib())),
                rule("only-the-shortfall", small -> small.at(FLOOR_KIB - small.kib())),
                rule("priced-as-standard", small -> small.atPriceOf(StorageClass.STANDARD, small.kib())),
                rule("minimum-size-on-top", small -> small.at(FLOOR_KIB + small.kib())),
                rule("overhead-everywhere", small -> small.at(FLOOR_KIB + OVERHEAD_KIB)),
                rule("decimal-gigabytes", small -> StorageCosts.decimal(answer(small))));
    }

    @Override
    public String stem(Small small) {
        return texts.get(
                "stem",
                count(small.objects()),
                kib(small.kib()),
                TemplateTexts.name(small.in()),
                StorageCosts.shown(StorageCosts.STORAGE + small.in()),
                StorageCosts.shown(StorageCosts.STORAGE + StorageClass.STANDARD));
    }

    @Override
    public List<String> solution(Small small) {
        return texts.solution(
                count(small.objects()), StorageCosts.shown(StorageCosts.STORAGE + small.in()), key(small));
    }

    @Override
    public Optional<LabScenario> show(Small small) {
        return Optional.of(lab(small.objects(), small.kib(), 0, 1, RestoreTier.STANDARD));
    }
}
