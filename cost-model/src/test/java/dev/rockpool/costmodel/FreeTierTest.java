package dev.rockpool.costmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreeTierTest {
    private static final Biller FREE = new Biller(PriceBook.shipped(), FreeTier.shipped());

    @Test
    void isAppliedOnlyWhenAskedFor() {
        UsageLine out = usage("DataTransfer", "out_to_internet", "us-east-1", "150");
        assertThat(new Biller(PriceBook.shipped()).bill(List.of(out)).total()).isEqualTo(Money.usd("13.5"));
        Bill bill = FREE.bill(List.of(out));
        assertThat(bill.total()).isEqualTo(Money.usd("4.5"));
        assertThat(bill.lines().getFirst().arithmetic())
                .isEqualTo("100 GB × 0 USD = 0 USD (free tier); 50 GB × 0.09 USD = 4.5 USD; together 4.5 USD");
    }

    @ParameterizedTest
    @CsvSource({
        "KMS, requests symmetric, us-east-1, 2, 0",
        "KMS, requests symmetric, us-east-1, 3, 0.03",
        "Lambda, requests, us-east-1, 1.5, 0.1",
        "Lambda, duration x86, us-east-1, 400001, 0.0000166667",
        "StepFunctions, standard.transition, us-east-1, 4001, 0.000025",
        "DynamoDB, storage.Standard, us-east-1, 26, 0.25",
        "SQS, standard first 100e9, us-east-1, 2, 0.4",
        "S3, storage.STANDARD, us-east-1, 1, 0.023"
    })
    void takesOffWhatIsFree(String service, String item, String region, String quantity, String total) {
        assertThat(FREE.bill(List.of(usage(service, item, region, quantity))).total())
                .isEqualTo(Money.usd(total));
    }

    @Test
    void aPoolIsSharedByItsItemsAndByAllRegionsOfAnAccount() {
        Bill bill = FREE.bill(List.of(
                usage("KMS", "requests symmetric", "us-east-1", "1.5"),
                usage("KMS", "requests RSA_2048", "ap-southeast-2", "1.5"),
                usage("KMS", "requests RSA_2048", "us-east-1", "1")));
        assertThat(bill.lines()).extracting(line -> line.amount().plain()).containsExactly("0", "0.03", "0.03");
    }

    @Test
    void aRegionalFreeTierHoldsInEachRegion() {
        Bill bill = FREE.bill(List.of(
                usage("DynamoDB", "storage.Standard", "us-east-1", "25"),
                usage("DynamoDB", "storage.Standard", "eu-west-1", "25")));
        assertThat(bill.total()).isEqualTo(Money.usd("0"));
    }

    @Test
    void tiersStartBehindTheFreeQuantity() {
        Bill bill = FREE.bill(List.of(usage("DataTransfer", "out_to_internet", "us-east-1", "10341")));
        assertThat(bill.total()).isEqualTo(Money.usd("921.685"));
    }

    @Test
    void everyShippedFreeTierMeetsAPriceInItsUnit() {
        assertThat(PriceBook.shipped().schedules().stream()
                        .filter(schedule ->
                                FreeTier.shipped().allowance(schedule).isPresent())
                        .map(schedule ->
                                schedule.key().service() + " " + schedule.key().item())
                        .distinct())
                .hasSize(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p,S3,a,GB,1,planet,,undated,page, | scope: \"planet\" is not account or region.",
                "p,S3,b,GB,1,account,,undated,page, | item: \"b\" has two free tiers.",
                "p,S3,c,GB,2,account,,undated,page, | pool: \"p\" has another quantity, unit or scope above.",
                "q,S3,c,GB,-2,account,,undated,page, | quantity: \"-2\" is negative."
            })
    void aFaultNamesFileLineAndColumn(String row, String sentence) {
        String head = """
                pool,service,item,unit,quantity,scope,as_of,confidence,source,note
                p,S3,b,GB,1,account,,undated,page,
                """;
        assertThatThrownBy(() -> FreeTier.parse("f.csv", head + row))
                .isInstanceOf(InputException.class)
                .hasMessage("f.csv:3: " + sentence);
    }

    private static UsageLine usage(String service, String item, String region, String quantity) {
        return new UsageLine(service, item, region, new BigDecimal(quantity));
    }
}
