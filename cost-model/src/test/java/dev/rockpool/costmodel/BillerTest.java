package dev.rockpool.costmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.kernel.Seed;
import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BillerTest {
    private static final PriceBook BOOK = PriceBook.shipped();
    private static final Biller BILLER = new Biller(BOOK);

    @Test
    void showsItsArithmetic() {
        BillLine line = only(usage("KinesisDataStreams", "provisioned.shard_hour", "us-east-1", "45"));
        assertThat(line.arithmetic()).isEqualTo("45 shard-hour × 0.015 USD = 0.675 USD");
        assertThat(line.amount()).isEqualTo(Money.usd("0.675"));
        assertThat(only(usage("S3", "request.DELETE_CANCEL", "us-east-1", "5")).arithmetic())
                .isEqualTo("5 (of 1000 requests) × 0 USD = 0 USD");
    }

    @Test
    void tiersAreGraduatedAndShown() {
        BillLine line = only(usage("S3", "storage.STANDARD", "us-east-1", "600000"));
        assertThat(line.arithmetic())
                .isEqualTo("51200 GB-Mo × 0.023 USD = 1177.6 USD; 460800 GB-Mo × 0.022 USD = 10137.6 USD;"
                        + " 88000 GB-Mo × 0.021 USD = 1848 USD; together 13163.2 USD");
        assertThat(line.tiers()).hasSize(3);
    }

    @Test
    void exactlyAtAnEdgeTheNextTierIsNotUsed() {
        assertThat(only(usage("S3", "storage.STANDARD", "us-east-1", "51200")).tiers())
                .hasSize(1);
        assertThat(only(usage("S3", "storage.STANDARD", "eu-west-1", "51200")).amount())
                .isEqualTo(Money.usd("1177.6"));
        BillLine nothing = only(usage("S3", "storage.STANDARD", "us-east-1", "0"));
        assertThat(nothing.amount()).isEqualTo(Money.usd("0"));
        assertThat(nothing.source()).isNotEmpty();
    }

    @Test
    void beyondTheLastKnownTierIsRefusedAlsoWhenReachedInSteps() {
        assertThatThrownBy(() -> BILLER.bill(List.of(usage("S3", "storage.STANDARD", "eu-west-1", "51200.000001"))))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("quantity: S3 \"storage.STANDARD\" has no known price in eu-west-1 beyond 51200"
                        + " GB-Mo, and the usage reaches 51200.000001; near matches: \"us-east-1\"");
        Biller.Draft draft = BILLER.draft();
        draft.add(usage("S3", "storage.STANDARD", "eu-west-1", "51200"));
        assertThatThrownBy(() -> draft.add(usage("S3", "storage.STANDARD", "eu-west-1", "1")))
                .isInstanceOf(InputException.class);
        assertThat(draft.bill().lines()).hasSize(1);
        draft.add(usage("S3", "storage.STANDARD", "eu-west-1", "0"));
        assertThat(draft.bill().total()).isEqualTo(Money.usd("1177.6"));
        assertThatThrownBy(() -> BILLER.bill(List.of(usage("Lambda", "duration x86", "us-east-1", "6000000001"))))
                .hasMessageEndingWith("no region of the price book knows it further");
    }

    /// Every row of the book at random quantities, by the other formula: what of the quantity lies in each tier.
    @Test
    void everyPriceIsWhatItsRowsSay() {
        RandomGenerator random = new Seed(5).derive("quantities");
        for (PriceSchedule schedule : BOOK.schedules()) {
            for (int trial = 0; trial < 20; trial++) {
                BigDecimal quantity = Quantities.draw(random, 8);
                if (schedule.knownUpTo()
                        .filter(limit -> limit.compareTo(quantity) < 0)
                        .isPresent()) {
                    assertThatThrownBy(() -> BILLER.bill(List.of(at(schedule, quantity))))
                            .isInstanceOf(InputException.class);
                    continue;
                }
                BigDecimal expected = BigDecimal.ZERO;
                for (PriceTier tier : schedule.tiers()) {
                    BigDecimal upTo = tier.to().map(quantity::min).orElse(quantity);
                    expected = expected.add(
                            upTo.subtract(tier.from()).max(BigDecimal.ZERO).multiply(tier.price()));
                }
                Bill bill = BILLER.bill(List.of(at(schedule, quantity)));
                assertThat(bill.total().amount())
                        .as("%s of %s", quantity, schedule.key())
                        .isEqualByComparingTo(expected);
            }
        }
    }

    @Test
    void splittingALineChangesNoTotal() {
        for (Biller biller : List.of(BILLER, new Biller(BOOK, FreeTier.shipped()))) {
            Trials.run(300, random -> {
                List<UsageLine> whole = new ArrayList<>();
                List<UsageLine> split = new ArrayList<>();
                for (PriceSchedule schedule : someSchedules(random)) {
                    BigDecimal quantity = Quantities.draw(random, 7);
                    if (schedule.knownUpTo().isPresent()) {
                        quantity = quantity.min(schedule.knownUpTo().get());
                    }
                    whole.add(at(schedule, quantity));
                    BigDecimal part = quantity.multiply(BigDecimal.valueOf(random.nextInt(101), 2));
                    split.add(at(schedule, part));
                    split.add(at(schedule, quantity.subtract(part)));
                }
                assertThat(biller.bill(split).total())
                        .isEqualTo(biller.bill(whole).total());
            });
        }
    }

    @Test
    void theOrderOfLinesOfDifferentPricesChangesNoTotal() {
        Trials.run(100, random -> {
            List<UsageLine> lines = new ArrayList<>();
            for (PriceSchedule schedule : someSchedules(random)) {
                lines.add(at(schedule, BigDecimal.valueOf(random.nextInt(50_000), 1)));
            }
            Money total = BILLER.bill(lines).total();
            Collections.shuffle(lines, random);
            assertThat(BILLER.bill(lines).total()).isEqualTo(total);
        });
    }

    @Test
    void moreUsageNeverCostsLessAndTiersJoinWithoutAJump() {
        Trials.run(300, random -> {
            PriceSchedule schedule = someSchedules(random).getFirst();
            BigDecimal limit = schedule.knownUpTo().orElse(new BigDecimal("1e9"));
            BigDecimal less = Quantities.draw(random, 7).min(limit);
            BigDecimal more = less.add(Quantities.draw(random, 7)).min(limit);
            assertThat(cost(schedule, more)).isGreaterThanOrEqualTo(cost(schedule, less));
        });
        for (PriceSchedule schedule : BOOK.schedules()) {
            for (PriceTier tier : schedule.tiers().subList(1, schedule.tiers().size())) {
                BigDecimal step = new BigDecimal("0.000001");
                Money before = cost(schedule, tier.from().subtract(step));
                Money after = cost(schedule, tier.from().add(step));
                BigDecimal steepest = schedule.tiers().stream()
                        .map(PriceTier::price)
                        .max(BigDecimal::compareTo)
                        .orElseThrow();
                assertThat(after.minus(before).amount())
                        .isLessThanOrEqualTo(steepest.multiply(step).multiply(BigDecimal.TWO));
            }
        }
    }

    /// The random trials above reach some prices; this reaches each.
    @Test
    void everyPriceOfEveryServiceIsMonotoneAndIndifferentToSplits() {
        RandomGenerator random = new Seed(12).derive("splits");
        Set<String> services = new HashSet<>();
        for (PriceSchedule schedule : BOOK.schedules()) {
            services.add(schedule.key().service());
            BigDecimal limit = schedule.knownUpTo().orElse(new BigDecimal("1e9"));
            BigDecimal less = Quantities.draw(random, 6).min(limit);
            BigDecimal more = less.add(Quantities.draw(random, 6)).min(limit);
            assertThat(cost(schedule, more)).as("%s", schedule.key()).isGreaterThanOrEqualTo(cost(schedule, less));
            assertThat(BILLER.bill(List.of(at(schedule, less), at(schedule, more.subtract(less))))
                            .total())
                    .as("%s", schedule.key())
                    .isEqualTo(cost(schedule, more));
        }
        assertThat(services).isEqualTo(Set.copyOf(BOOK.services()));
    }

    @Test
    void internetOutCountsItsTiersOverAllRegions() {
        Bill bill = BILLER.bill(List.of(
                usage("DataTransfer", "out_to_internet", "us-east-1", "10240"),
                usage("DataTransfer", "out_to_internet", "ap-southeast-2", "1")));
        assertThat(bill.lines().get(1).arithmetic()).startsWith("1 GB × 0.098 USD = 0.098 USD");
        Bill storage = BILLER.bill(List.of(
                usage("S3", "storage.STANDARD", "us-east-1", "51200"),
                usage("S3", "storage.STANDARD", "me-central-1", "1")));
        assertThat(storage.lines().get(1).amount()).isEqualTo(Money.usd("0.025"));
    }

    @Test
    void weakPricesAreMarkedWhereverTheyAreUsed() {
        BillLine line = only(usage("DataTransfer", "out_to_internet", "sa-east-1", "20000"));
        assertThat(line.confidence()).isEqualTo(Confidence.SECONDARY);
        assertThat(line.asOf()).hasToString("Optional[2024-09-25]");
        assertThat(line.source()).contains("AWS offer AWSDataTransfer", "; ", "infracost");
        assertThat(line.arithmetic())
                .startsWith("10240 GB × 0.15 USD = 1536 USD; 9760 GB × 0.138 USD = 1346.88 USD (secondary price);");
        BillLine undated = only(usage("Batch", "service fee", "us-east-1", "1"));
        assertThat(undated.confidence()).isEqualTo(Confidence.UNDATED);
        assertThat(undated.asOf()).isEmpty();
        assertThat(undated.arithmetic()).endsWith("(undated price)");
        assertThat(new Bill(Money.USD, List.of(line, undated)).confidence()).isEqualTo(Confidence.UNDATED);
        assertThat(new Bill(Money.USD, List.of()).confidence()).isEqualTo(Confidence.PRIMARY);
    }

    /// Worked examples of published texts, within the cents they round to.
    @Test
    void publishedExamplesComeOut() {
        // 1,000,000 objects to Standard-IA are 10.00 whatever their size (S3 pricing page, 2025-10-19).
        assertThat(only(usage("S3", "request.LIFECYCLE_TRANSITION_INTO.STANDARD_IA", "us-east-1", "1000"))
                        .amount())
                .isEqualTo(Money.usd("10"));
        // 500 GB a day through a NAT gateway are 675 a month of 30 days.
        assertThat(only(usage("VPC", "nat_gateway.data_processed", "us-east-1", "15000"))
                        .amount())
                .isEqualTo(Money.usd("675"));
        // Four interface endpoints in two zones (64.24) against one NAT gateway (35.04), eu-west-1, 730 hours.
        assertThat(only(usage("VPC", "interface_endpoint.hour_per_AZ", "eu-west-1", "5840"))
                        .amount())
                .isEqualTo(Money.usd("64.24"));
        assertThat(only(usage("VPC", "nat_gateway.hour", "eu-west-1", "730")).amount())
                .isEqualTo(Money.usd("35.04"));
    }

    @Test
    void aBillLineHasATier() {
        UsageLine usage = usage("S3", "x", "y", "1");
        assertThatThrownBy(() -> new BillLine(usage, "GB", Money.USD, List.of()))
                .hasMessage("A bill line uses at least one tier.");
        assertThatThrownBy(() -> usage("S3", "x", "y", "-1")).hasMessage("A quantity is 0 or above, not -1 of S3 x.");
    }

    private static List<PriceSchedule> someSchedules(RandomGenerator random) {
        List<PriceSchedule> shuffled = new ArrayList<>(BOOK.schedules());
        Collections.shuffle(shuffled, random);
        List<PriceSchedule> tiered = shuffled.stream()
                .filter(schedule -> schedule.tiers().size() > 1)
                .filter(schedule -> !schedule.key().item().equals("out_to_internet"))
                .toList();
        return List.of(tiered.get(0), tiered.get(1), shuffled.get(0), shuffled.get(1)).stream()
                .distinct()
                .toList();
    }

    private static Money cost(PriceSchedule schedule, BigDecimal quantity) {
        return BILLER.bill(List.of(at(schedule, quantity))).total();
    }

    private static UsageLine at(PriceSchedule schedule, BigDecimal quantity) {
        PriceKey key = schedule.key();
        return new UsageLine(key.service(), key.item(), key.region(), quantity);
    }

    private static BillLine only(UsageLine usage) {
        Bill bill = BILLER.bill(List.of(usage));
        assertThat(bill.lines()).hasSize(1);
        assertThat(Optional.of(bill.total())).contains(bill.lines().getFirst().amount());
        return bill.lines().getFirst();
    }

    private static UsageLine usage(String service, String item, String region, String quantity) {
        return new UsageLine(service, item, region, new BigDecimal(quantity));
    }
}
