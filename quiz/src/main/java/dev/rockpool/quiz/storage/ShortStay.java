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

/// Storage of objects that are deleted before the minimum duration of their class.
public final class ShortStay extends StorageTemplate<ShortStay.Stay> {
    private static final int MIB = 1 << 10;
    private static final int SHORT_MINIMUM = 30;
    private static final int LONGER_MINIMUM = 90;
    private static final int LONGEST_MINIMUM = 180;
    private static final int MOST_DAYS = 58;
    private static final List<StorageClass> CLASSES =
            List.of(StorageClass.STANDARD_IA, StorageClass.ONEZONE_IA, StorageClass.GLACIER_IR);

    /// Objects that are alike.
    ///
    /// @param objects how many
    /// @param mib the size of each
    /// @param days until they are deleted
    /// @param in the class
    public record Stay(long objects, int mib, int days, StorageClass in) {
        BigDecimal daysOf(StorageClass priced, long charged) {
            return StorageCosts.gigabytes(objects, (long) mib * MIB)
                    .multiply(StorageCosts.months(charged))
                    .multiply(StorageCosts.price(StorageCosts.STORAGE + priced));
        }

        BigDecimal charged(long charged) {
            return daysOf(in, charged);
        }
    }

    public ShortStay() {
        super("storage-short-stay", "q06-f6");
    }

    @Override
    public Stay draw(RandomGenerator random) {
        return new Stay(
                steps(random, 1, 40) * 25_000L,
                steps(random, 1, 40),
                1 + random.nextInt(MOST_DAYS),
                one(random, CLASSES));
    }

    /// Only a stay that is too short asks anything.
    @Override
    public boolean isFair(Stay stay) {
        return stay.days() < stay.in().minimumDays() && super.isFair(stay);
    }

    @Override
    public BigDecimal answer(Stay stay) {
        ObjectBatch batch = StorageCosts.batch(stay.objects(), (long) stay.mib() * MIB);
        long gone = stay.days() * StorageCosts.DAY;
        return StorageCosts.of(meter -> {
            meter.keep(StoragePlace.entering(stay.in()), batch, 0, gone, StorageMeter.WHOLE);
            meter.leave(stay.in(), batch, 0, gone);
        });
    }

    @Override
    public List<WrongRule<Stay>> wrongRules() {
        return List.of(
                rule("minimum-duration-forgotten", stay -> stay.charged(stay.days())),
                rule("only-the-rest", stay -> stay.charged(stay.in().minimumDays() - stay.days())),
                rule("priced-as-standard", stay -> stay.daysOf(StorageClass.STANDARD, stay.days())),
                rule("minimum-duration-on-top", stay -> stay.charged(stay.in().minimumDays() + stay.days())),
                rule("minimum-of-another-class", stay -> stay.charged(anotherMinimum(stay))),
                rule("minimum-of-deep-archive", stay -> stay.charged(LONGEST_MINIMUM)),
                rule("decimal-gigabytes", stay -> StorageCosts.decimal(answer(stay))));
    }

    /// 90 days for 30, and 30 for 90 where the stay was shorter still.
    private static int anotherMinimum(Stay stay) {
        return stay.in().minimumDays() == SHORT_MINIMUM ? LONGER_MINIMUM : Math.max(SHORT_MINIMUM, stay.days());
    }

    @Override
    public String stem(Stay stay) {
        return texts.get(
                "stem",
                count(stay.objects()),
                Unit.MIB.format((double) stay.mib()),
                TemplateTexts.name(stay.in()),
                Unit.DAYS.format((double) stay.days()),
                StorageCosts.shown(StorageCosts.STORAGE + stay.in()),
                StorageCosts.shown(StorageCosts.STORAGE + StorageClass.STANDARD));
    }

    @Override
    public List<String> solution(Stay stay) {
        return texts.solution(
                TemplateTexts.name(stay.in()),
                Unit.DAYS.format((double) stay.days()),
                Unit.DAYS.format((double) stay.in().minimumDays()),
                StorageCosts.shown(StorageCosts.STORAGE + stay.in()),
                key(stay));
    }

    @Override
    public Optional<LabScenario> show(Stay stay) {
        return Optional.of(lab(
                stay.objects(),
                (long) stay.mib() * MIB,
                0,
                StorageCosts.months(stay.days()).doubleValue(),
                RestoreTier.STANDARD));
    }
}
