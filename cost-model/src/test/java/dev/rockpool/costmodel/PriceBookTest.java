package dev.rockpool.costmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PriceBookTest {
    private static final PriceBook BOOK = PriceBook.shipped();

    @Test
    void theShippedBookHasEveryRowOfItsFile() {
        long rows = TextFile.resource("prices.csv").lines().count() - 1;
        assertThat(BOOK.schedules().stream()
                        .mapToInt(schedule -> schedule.tiers().size())
                        .sum())
                .isEqualTo((int) rows)
                .isEqualTo(508);
        assertThat(BOOK.services()).hasSize(31).contains("S3", "KinesisDataStreams");
        assertThat(BOOK.currency()).isEqualTo(Money.USD);
    }

    @Test
    void noRejectedFigureIsAPrice() {
        assertThat(BOOK.schedules())
                .noneMatch(schedule -> schedule.key().item().matches("(CONFLICT|STALE|LOWTRUST).*"));
    }

    @Test
    void sourceDateAndConfidenceTravelWithAPrice() {
        PriceTier tier = BOOK.require("KinesisDataStreams", "ondemand_standard.data_in", "us-east-1")
                .tiers()
                .getFirst();
        assertThat(tier.price()).isEqualByComparingTo("0.08");
        assertThat(tier.provenance().source()).startsWith("https://aws.amazon.com/kinesis/data-streams/pricing/");
        assertThat(tier.provenance().asOf()).contains(LocalDate.of(2026, 9, 25));
        assertThat(tier.provenance().confidence()).isEqualTo(Confidence.PRIMARY);
        assertThat(tier.provenance().note()).isEqualTo("1KB round-up");
    }

    @Test
    void aRegionWithoutARowTakesTheRowForAll() {
        assertThat(BOOK.require("KMS", "customer_managed_key", "eu-west-1")
                        .key()
                        .region())
                .isEqualTo(PriceKey.EVERYWHERE);
        assertThat(BOOK.require("S3", "storage.STANDARD", "eu-west-1").key().region())
                .isEqualTo("eu-west-1");
    }

    @Test
    void itNeverTakesAnotherRegionsPrice() {
        assertThat(BOOK.find("KinesisDataStreams", "provisioned.shard_hour", "eu-west-1"))
                .isEmpty();
        assertThatThrownBy(() -> BOOK.require("KinesisDataStreams", "provisioned.shard_hour", "us-east-9"))
                .isInstanceOf(InputException.class)
                .hasMessage("region: KinesisDataStreams \"provisioned.shard_hour\" has no price in \"us-east-9\";"
                        + " near matches: \"us-east-1\", \"us-east-2\"");
    }

    @Test
    void unknownNamesAreRefusedWithTheNearest() {
        assertThatThrownBy(() -> BOOK.require("Kinesis", "provisioned.shard_hour", "us-east-1"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("service: \"Kinesis\" is not in the price book; near matches: \"Kinesis")
                .hasMessageContaining("\"KinesisDataStreams\"");
        assertThatThrownBy(() -> BOOK.require("KinesisDataStreams", "shard_hours", "us-east-1"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("item: KinesisDataStreams has no \"shard_hours\" in the price book;"
                        + " near matches: \"provisioned.shard_hour\"");
        assertThatThrownBy(() -> BOOK.require("x".repeat(5000), "", ""))
                .isInstanceOf(InputException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void everyNameMisspeltByOneLetterIsStillFound() {
        Trials.run(200, random -> {
            PriceSchedule schedule =
                    BOOK.schedules().get(random.nextInt(BOOK.schedules().size()));
            String item = schedule.key().item();
            int at = random.nextInt(item.length());
            String misspelt = item.substring(0, at) + "#" + item.substring(at + 1) + "q";
            assertThat(NearMatches.nearest(misspelt, BOOK.items(schedule.key().service())))
                    .contains(item);
        });
    }

    @Test
    void tiersLeaveNoGap() {
        Provenance known = new Provenance("test", Optional.empty(), Confidence.UNDATED, "");
        BigDecimal ten = BigDecimal.TEN;
        PriceTier first = new PriceTier(BigDecimal.ZERO, Optional.of(ten), ten, known);
        PriceTier gap = new PriceTier(new BigDecimal("11"), Optional.empty(), ten, known);
        PriceKey key = new PriceKey("S", "i", "r");
        assertThatThrownBy(() -> new PriceSchedule(key, "GB", List.of(first, gap)))
                .hasMessage("The tiers of S i in r leave a gap or overlap at 11.");
        assertThatThrownBy(() -> new PriceSchedule(key, "GB", List.of(gap))).hasMessageContaining("start at 0");
        assertThatThrownBy(() -> new PriceSchedule(key, "GB", new ArrayList<>()))
                .hasMessageContaining("start at 0");
        PriceSchedule schedule = new PriceSchedule(key, "GB", List.of(first));
        assertThatThrownBy(() -> new PriceBook(Money.USD, List.of(schedule, schedule)))
                .hasMessage("S i in r has two schedules.");
        assertThatThrownBy(() -> new PriceTier(ten, Optional.of(ten), ten, known))
                .hasMessageContaining("ends above");
        assertThatThrownBy(() -> new PriceTier(ten.negate(), Optional.empty(), ten, known))
                .hasMessageContaining("0 or above");
        assertThatThrownBy(() -> new PriceTier(ten, Optional.empty(), ten.negate(), known))
                .hasMessageContaining("0 or above");
        assertThatThrownBy(() -> new Provenance("test", Optional.empty(), Confidence.PRIMARY, ""))
                .hasMessageContaining("undated");
    }
}
