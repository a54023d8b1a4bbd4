package dev.rockpool.quiz.storage;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What it costs to read from a class with a retrieval fee: a request each, and every gigabyte.
public final class ReadCost extends StorageTemplate<ReadCost.Reads> {
    private static final List<StorageClass> CLASSES =
            List.of(StorageClass.STANDARD_IA, StorageClass.ONEZONE_IA, StorageClass.GLACIER_IR);

    /// Objects that are alike.
    ///
    /// @param objects how many, each read once
    /// @param kib the size of each
    /// @param from the class
    public record Reads(long objects, int kib, StorageClass from) {
        BigDecimal retrieval(StorageClass priced) {
            return StorageCosts.gigabytes(objects, kib).multiply(StorageCosts.price(StorageCosts.RETRIEVAL + priced));
        }

        BigDecimal requests(String item) {
            return StorageCosts.requests(item, objects);
        }

        BigDecimal gets() {
            return requests(StorageCosts.GET + from);
        }

        BigDecimal fee() {
            return retrieval(from);
        }

        StorageClass another() {
            return from == StorageClass.GLACIER_IR ? StorageClass.STANDARD_IA : StorageClass.GLACIER_IR;
        }
    }

    public ReadCost() {
        super("storage-reads", "q06-f1");
    }

    @Override
    public Reads draw(RandomGenerator random) {
        return new Reads(steps(random, 1, 50) * 200_000L, steps(random, 128, 2_048), one(random, CLASSES));
    }

    @Override
    public BigDecimal answer(Reads reads) {
        return StorageCosts.of(meter -> meter.read(
                StoragePlace.entering(reads.from()),
                StorageCosts.batch(reads.objects(), reads.kib()),
                0,
                StorageMeter.WHOLE));
    }

    @Override
    public List<WrongRule<Reads>> wrongRules() {
        return List.of(
                rule("retrieval-forgotten", Reads::gets),
                rule("requests-forgotten", Reads::fee),
                rule(
                        "gets-at-standard-price",
                        reads -> reads.fee().add(reads.requests(StorageCosts.GET + StorageClass.STANDARD))),
                rule("gets-priced-as-puts", reads -> reads.fee().add(reads.requests(StorageCosts.PUT + reads.from()))),
                rule("retrieval-of-another-class", reads -> reads.gets().add(reads.retrieval(reads.another()))),
                rule(
                        "transfer-within-the-region",
                        reads -> answer(reads)
                                .add(StorageCosts.gigabytes(reads.objects(), reads.kib())
                                        .multiply(StorageCosts.price("DataTransfer", "out_to_internet")))),
                rule("decimal-gigabytes", reads -> reads.gets().add(StorageCosts.decimal(reads.fee()))));
    }

    @Override
    public String stem(Reads reads) {
        return texts.get(
                "stem",
                count(reads.objects()),
                kib(reads.kib()),
                TemplateTexts.name(reads.from()),
                StorageCosts.shown(StorageCosts.GET + reads.from()),
                StorageCosts.shown(StorageCosts.RETRIEVAL + reads.from()));
    }

    @Override
    public List<String> solution(Reads reads) {
        return texts.solution(usd(reads.gets()), usd(reads.fee()), key(reads));
    }

    @Override
    public Optional<LabScenario> show(Reads reads) {
        return Optional.of(lab(reads.objects(), reads.kib(), 1, 1, RestoreTier.STANDARD));
    }
}
