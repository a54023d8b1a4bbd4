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

/// A month of small objects in an archive, each with 32 KB there and 8 KB in Standard besides its own.
public final class ArchiveOverhead extends StorageTemplate<ArchiveOverhead.Archived> {
    private static final int INDEX_KIB = 8;
    private static final int ARCHIVE_KIB = 32;
    private static final int LEAST_KIB = 24;
    private static final int FLOOR_KIB = 128;
    private static final List<StorageClass> CLASSES = List.of(StorageClass.GLACIER, StorageClass.DEEP_ARCHIVE);

    /// Objects that are alike.
    ///
    /// @param objects how many
    /// @param kib the size of each
    /// @param in the archive class
    public record Archived(long objects, int kib, StorageClass in) {
        BigDecimal there(long kibEach) {
            return StorageCosts.gigabytes(objects, kibEach).multiply(StorageCosts.price(StorageCosts.STORAGE + in));
        }

        BigDecimal inStandard(long kibEach) {
            return StorageCosts.gigabytes(objects, kibEach)
                    .multiply(StorageCosts.price(StorageCosts.STORAGE + StorageClass.STANDARD));
        }
    }

    public ArchiveOverhead() {
        super("storage-archive-overhead", "q06-c10", "q06-c11");
    }

    @Override
    public Archived draw(RandomGenerator random) {
        return new Archived(steps(random, 1, 50) * 2_000_000L, LEAST_KIB + steps(random, 8, 96), one(random, CLASSES));
    }

    @Override
    public BigDecimal answer(Archived archived) {
        return StorageCosts.month(archived.in(), StorageCosts.batch(archived.objects(), archived.kib()));
    }

    @Override
    public List<WrongRule<Archived>> wrongRules() {
        return List.of(
                rule("overhead-forgotten", archived -> archived.there(archived.kib())),
                rule("index-forgotten", archived -> archived.there(archived.kib() + ARCHIVE_KIB)),
                rule("index-at-the-archive-rate", archived -> archived.there(archived.kib() + ARCHIVE_KIB + INDEX_KIB)),
                rule(
                        "overhead-at-the-standard-rate",
                        archived -> archived.there(archived.kib()).add(archived.inStandard(ARCHIVE_KIB + INDEX_KIB))),
                rule(
                        "overheads-swapped",
                        archived -> archived.there(archived.kib() + INDEX_KIB).add(archived.inStandard(ARCHIVE_KIB))),
                rule("minimum-size-everywhere", archived -> archived.there(Math.max(FLOOR_KIB, archived.kib()))),
                rule("decimal-gigabytes", archived -> StorageCosts.decimal(answer(archived))));
    }

    @Override
    public String stem(Archived archived) {
        return texts.get(
                "stem",
                count(archived.objects()),
                kib(archived.kib()),
                TemplateTexts.name(archived.in()),
                StorageCosts.shown(StorageCosts.STORAGE + archived.in()),
                StorageCosts.shown(StorageCosts.STORAGE + StorageClass.STANDARD));
    }

    @Override
    public List<String> solution(Archived archived) {
        return texts.solution(
                TemplateTexts.name(archived.in()),
                usd(archived.there(archived.kib() + ARCHIVE_KIB)),
                usd(archived.inStandard(INDEX_KIB)),
                key(archived));
    }

    @Override
    public Optional<LabScenario> show(Archived archived) {
        return Optional.of(lab(archived.objects(), archived.kib(), 0, 1, RestoreTier.STANDARD));
    }
}
