package dev.rockpool.quiz.storage;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// After how many days cheaper storage has earned the transitions back.
public final class Payback extends StorageTemplate<Payback.Move> {
    private static final int FLOOR_KIB = 128;
    private static final BigDecimal LEAST_DAYS = BigDecimal.valueOf(30);
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(1_500);
    private static final BigDecimal DAYS_A_MONTH =
            BigDecimal.valueOf(StorageCosts.MONTH).divide(BigDecimal.valueOf(StorageCosts.DAY), MathContext.DECIMAL64);
    private static final List<StorageClass> CLASSES =
            List.of(StorageClass.STANDARD_IA, StorageClass.GLACIER_IR, StorageClass.GLACIER, StorageClass.DEEP_ARCHIVE);

    /// Objects that are alike.
    ///
    /// @param objects how many
    /// @param kib the size of each, 128 or more
    /// @param to the class
    public record Move(long objects, int kib, StorageClass to) {
        BigDecimal price(StorageClass in) {
            return StorageCosts.gigabytes(objects, kib).multiply(StorageCosts.price(StorageCosts.STORAGE + in));
        }

        BigDecimal saving() {
            ObjectBatch batch = StorageCosts.batch(objects, kib);
            return StorageCosts.month(StorageClass.STANDARD, batch).subtract(StorageCosts.month(to, batch));
        }

        BigDecimal fee() {
            ObjectBatch batch = StorageCosts.batch(objects, kib);
            return StorageCosts.of(meter -> meter.transition(to, batch, 0));
        }
    }

    public Payback() {
        super("storage-payback", "q07-c2");
    }

    @Override
    public Form.Kind kind() {
        return Form.Kind.NUMERIC;
    }

    @Override
    public Unit unit() {
        return Unit.DAYS;
    }

    @Override
    public Move draw(RandomGenerator random) {
        return new Move(steps(random, 1, 40) * 500_000L, steps(random, FLOOR_KIB, 2_048), one(random, CLASSES));
    }

    @Override
    public boolean isFair(Move move) {
        return StorageCosts.gigabytes(move.objects(), move.kib()).compareTo(StorageCosts.FIRST_TIER) <= 0
                && move.saving().signum() > 0
                && answer(move).compareTo(LEAST_DAYS) >= 0
                && answer(move).compareTo(MOST_DAYS) <= 0;
    }

    @Override
    public BigDecimal answer(Move move) {
        return days(move.fee(), move.saving());
    }

    private static BigDecimal days(BigDecimal fee, BigDecimal saving) {
        return fee.multiply(DAYS_A_MONTH).divide(saving, MathContext.DECIMAL64);
    }

    @Override
    public List<WrongRule<Move>> wrongRules() {
        return List.of(
                rule(
                        "fee-of-a-plain-put",
                        move -> days(
                                StorageCosts.requests(StorageCosts.PUT + StorageClass.STANDARD, move.objects()),
                                move.saving())),
                rule("new-price-forgotten", move -> days(move.fee(), move.price(StorageClass.STANDARD))),
                new WrongRule<>(TemplateTexts.misconception("overhead-forgotten"), Payback::withoutOverhead));
    }

    private static Optional<BigDecimal> withoutOverhead(Move move) {
        BigDecimal saving = move.price(StorageClass.STANDARD).subtract(move.price(move.to()));
        return saving.signum() > 0 ? Optional.of(days(move.fee(), saving)) : Optional.empty();
    }

    @Override
    public String stem(Move move) {
        return texts.get(
                "stem",
                count(move.objects()),
                kib(move.kib()),
                TemplateTexts.name(move.to()),
                StorageCosts.shown(StorageCosts.INTO + move.to()),
                StorageCosts.shown(StorageCosts.STORAGE + StorageClass.STANDARD),
                StorageCosts.shown(StorageCosts.STORAGE + move.to()));
    }

    @Override
    public List<String> solution(Move move) {
        return texts.solution(usd(move.fee()), usd(move.saving()), key(move));
    }

    @Override
    public Optional<LabScenario> show(Move move) {
        return Optional.of(lab(move.objects(), move.kib(), 0, 12, RestoreTier.STANDARD));
    }
}
