package dev.rockpool.quiz.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.PriceTier;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.kernel.Seed;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.quiz.Template;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// The right answers a second time: closed forms with the prices of us-east-1 as the vendor's page prints them
/// (<https://aws.amazon.com/s3/pricing/>, 2025-10-19).
final class StorageTemplatesTest {
    private static final int DRAWS = 300;
    private static final Percentage EXACT = Percentage.withPercentage(1e-9);
    private static final double GB = 1L << 30;
    private static final double KIB = 1 << 10;
    private static final double DAYS_A_MONTH = 730 / 24.0;

    private static <P> void each(Template<P> template, Consumer<P> check) {
        RandomGenerator random = new Seed(11).derive(template.id());
        int asked = 0;
        while (asked < DRAWS) {
            P parameters = template.draw(random);
            if (template.isFair(parameters)) {
                check.accept(parameters);
                asked++;
            }
        }
    }

    private static double storage(StorageClass storageClass) {
        return switch (storageClass) {
            case STANDARD -> 0.023;
            case STANDARD_IA -> 0.0125;
            case ONEZONE_IA -> 0.01;
            case GLACIER_IR -> 0.004;
            case GLACIER -> 0.0036;
            case DEEP_ARCHIVE -> 0.00099;
            case INTELLIGENT_TIERING, REDUCED_REDUNDANCY -> throw new IllegalArgumentException(storageClass.name());
        };
    }

    @Test
    void smallObjectsAreBilledAs128Kib() {
        MinimumSize template = new MinimumSize();
        each(
                template,
                small -> assertThat(template.answer(small).doubleValue())
                        .isCloseTo(small.objects() * 128 * KIB / GB * storage(small.in()), EXACT));
    }

    @Test
    void shortStaysPayTheWholeMinimum() {
        ShortStay template = new ShortStay();
        each(template, stay -> {
            int minimum = stay.in() == StorageClass.GLACIER_IR ? 90 : 30;
            assertThat(template.answer(stay).doubleValue())
                    .isCloseTo(
                            stay.objects() * stay.mib() * KIB * KIB / GB * minimum / DAYS_A_MONTH * storage(stay.in()),
                            EXACT);
        });
    }

    @Test
    void anArchiveAddsFortyKib() {
        ArchiveOverhead template = new ArchiveOverhead();
        each(
                template,
                archived -> assertThat(template.answer(archived).doubleValue())
                        .isCloseTo(
                                archived.objects()
                                        * KIB
                                        / GB
                                        * ((archived.kib() + 32) * storage(archived.in()) + 8 * 0.023),
                                EXACT));
    }

    @Test
    void readsCostRequestsAndGigabytes() {
        ReadCost template = new ReadCost();
        each(template, reads -> {
            boolean instant = reads.from() == StorageClass.GLACIER_IR;
            double get = (instant ? 0.01 : 0.001) / 1_000;
            double gigabyte = instant ? 0.03 : 0.01;
            assertThat(template.answer(reads).doubleValue())
                    .isCloseTo(reads.objects() * (get + reads.kib() * KIB / GB * gigabyte), EXACT);
        });
    }

    @Test
    void aMoveIsPaidBackByWhatStorageSaves() {
        Payback template = new Payback();
        each(template, move -> {
            double fee = switch (move.to()) {
                case STANDARD_IA -> 0.01;
                case GLACIER_IR -> 0.02;
                case GLACIER -> 0.03;
                case DEEP_ARCHIVE -> 0.05;
                case STANDARD, INTELLIGENT_TIERING, ONEZONE_IA, REDUCED_REDUNDANCY ->
                    throw new IllegalArgumentException(move.to().name());
            };
            boolean archive = move.to() == StorageClass.GLACIER || move.to() == StorageClass.DEEP_ARCHIVE;
            double kept = move.kib() * storage(move.to()) + (archive ? 32 * storage(move.to()) + 8 * 0.023 : 0);
            double saved = (move.kib() * 0.023 - kept) * KIB / GB;
            assertThat(template.answer(move).doubleValue())
                    .isCloseTo(fee / 1_000 / saved * DAYS_A_MONTH, Percentage.withPercentage(1e-6));
        });
    }

    @Test
    void onlyLargeObjectsSinkAndAreMonitored() {
        TieringMonth template = new TieringMonth();
        each(
                template,
                mixed -> assertThat(template.answer(mixed).doubleValue())
                        .isCloseTo(
                                mixed.small() * mixed.smallKib() * KIB / GB * 0.023
                                        + mixed.large() * mixed.largeKib() * KIB / GB * 0.0125
                                        + mixed.large() * 0.0025 / 1_000,
                                EXACT));
    }

    @Test
    void aRestoreCostsRequestsGigabytesAndACopy() {
        RestoreCost template = new RestoreCost();
        each(template, restored -> {
            double[] prices = switch (restored.way().name()) {
                case "GLACIER.Standard" -> new double[] {0.05, 0.01};
                case "DEEP_ARCHIVE.Standard" -> new double[] {0.1, 0.02};
                case "DEEP_ARCHIVE.Bulk" -> new double[] {0.025, 0.0025};
                default -> throw new IllegalArgumentException(restored.way().name());
            };
            double gigabytes = restored.objects() * restored.mib() * KIB * KIB / GB;
            assertThat(template.answer(restored).doubleValue())
                    .isCloseTo(
                            restored.objects() * prices[0] / 1_000
                                    + gigabytes * (prices[1] + restored.days() / DAYS_A_MONTH * 0.023),
                            EXACT);
        });
    }

    /// A user's prices reach the questions.
    @Test
    void theAnswerHasThePricesInForce() {
        PriceBook shipped = PriceBook.shipped();
        PriceSchedule old = shipped.require("S3", "storage.STANDARD_IA", StorageCosts.REGION);
        PriceTier first = old.tiers().getFirst();
        PriceSchedule doubled = new PriceSchedule(
                old.key(),
                old.unit(),
                List.of(new PriceTier(
                        first.from(), first.to(), first.price().multiply(BigDecimal.TWO), first.provenance())));
        MinimumSize template = new MinimumSize();
        MinimumSize.Small small = new MinimumSize.Small(1_000_000, 4, StorageClass.STANDARD_IA);
        double before = template.answer(small).doubleValue();
        PricesInForce.use(shipped.with(List.of(doubled)));
        try {
            assertThat(template.answer(small).doubleValue()).isCloseTo(2 * before, within(1e-9));
            assertThat(template.stem(small)).contains("0.025 USD");
        } finally {
            PricesInForce.use(shipped);
        }
    }
}
