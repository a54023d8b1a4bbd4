package dev.rockpool.costmodel.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.Confidence;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Offer files in the vendor's shape, with real SKUs and prices of the AmazonS3 offer 20260728131000.
final class OfferFileTest {
    private final Path folder;

    OfferFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyRowOfTheMappingIsAnItemOfTheBookInItsUnit() {
        PriceBook book = PriceBook.shipped();
        for (UsageType row : UsageTypes.shipped().rows()) {
            List<String> regions = book.regions(row.service(), row.item());
            assertThat(regions).as("%s", row).isNotEmpty();
            assertThat(book.require(row.service(), row.item(), regions.getFirst())
                            .unit())
                    .as("%s", row)
                    .isEqualTo(row.unit());
        }
    }

    @Test
    void prefixesAreStrippedAndNothingElse() {
        Map<String, String> bare = Map.of(
                "TimedStorage-ByteHrs", "us-east-1",
                "USE2-TimedStorage-ByteHrs", "us-east-2",
                "EU-TimedStorage-ByteHrs", "eu-west-1",
                "EUC1-TimedStorage-ByteHrs", "eu-central-1",
                "APS3-TimedStorage-ByteHrs", "ap-south-1",
                "eu-west-1-TimedStorage-ByteHrs", "eu-west-1");
        bare.forEach((usageType, region) -> {
            assertThat(UsageTypes.bare(usageType)).isEqualTo("TimedStorage-ByteHrs");
            assertThat(UsageTypes.shipped().region(usageType)).contains(region);
        });
        assertThat(UsageTypes.bare("IA-WriteRequestUnits")).isEqualTo("IA-WriteRequestUnits");
        assertThat(UsageTypes.shipped().region("XYZ9-TimedStorage-ByteHrs")).isEmpty();
    }

    @Test
    void tiersAndRequestsComeOverExactly() throws IOException {
        OfferPrices offer = OfferFile.read(file("s3.json", s3(true)));
        assertThat(offer.offer()).isEqualTo("AmazonS3");
        assertThat(offer.published()).isEqualTo(LocalDate.of(2026, 7, 28));
        assertThat(offer.products()).isEqualTo(5);
        assertThat(offer.leftOut()).isEmpty();
        assertThat(tiers(offer))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "storage.STANDARD", "0:0.023 51200:0.022 512000:0.021",
                        "request.PUT_COPY_POST_LIST.STANDARD", "0:0.005",
                        "request.LIFECYCLE_TRANSITION_INTO.GLACIER", "0:0.03",
                        "request.LIFECYCLE_TRANSITION_INTO.DEEP_ARCHIVE", "0:0.05"));
        PriceSchedule storage = offer.schedules().getFirst();
        assertThat(storage.key().region()).isEqualTo("us-east-1");
        assertThat(storage.tiers().getFirst().provenance().source())
                .isEqualTo("AWS offer AmazonS3 version 20260728131000, imported from s3.json");
        assertThat(storage.tiers().getFirst().provenance().confidence()).isEqualTo(Confidence.PRIMARY);
    }

    @Test
    void pricesMayStandBeforeProducts() throws IOException {
        assertThat(tiers(OfferFile.read(file("s3.json", s3(false)))))
                .isEqualTo(tiers(OfferFile.read(file("s3.json", s3(true)))));
    }

    @Test
    void theSameOfferInCsvIsTheSame() throws IOException {
        assertThat(tiers(OfferFile.read(file("s3.csv", csv()))))
                .isEqualTo(Map.of(
                        "storage.STANDARD", "0:0.0245 51200:0.0235",
                        "request.GET_SELECT_other.STANDARD_IA", "0:0.001"));
        assertThat(OfferFile.read(file("s3.csv", csv())).schedules())
                .allMatch(schedule -> schedule.key().region().equals("eu-central-1"));
    }

    @Test
    void theLastTermCountsAndReservationsDoNot() throws IOException {
        String text = offer(
                "AmazonVPC",
                product("N1", "EU-VpcEndpoint-Hours", "", ""),
                price("N1", "2026-01-01T00:00:00Z", "0", "Inf", "0.0100000000") + ","
                        + price("N1", "2026-06-01T00:00:00Z", "0", "Inf", "0.0110000000")
                                .replace("JRTCKXETXF", "NEWER"),
                true);
        // Two terms of one SKU stand in one object.
        text = text.replace("}},\"N1\":{\"N1.NEWER", "},\"N1.NEWER");
        assertThat(tiers(OfferFile.read(file("vpc.json", text))))
                .isEqualTo(Map.of("interface_endpoint.hour_per_AZ", "0:0.011"));
    }

    @Test
    void oneItemAtTwoPricesIsLeftOut() throws IOException {
        String text = offer(
                "AmazonS3",
                product("A", "Requests-Tier1", "PutObject", "us-east-1") + ","
                        + product("B", "Requests-Tier1", "CopyObject", "us-east-1") + ","
                        + product("C", "Requests-Tier2", "", "us-east-1"),
                price("A", "0", "0", "Inf", "0.000005") + "," + price("B", "0", "0", "Inf", "0.000006") + ","
                        + price("C", "0", "0", "Inf", "0.0000004"),
                true);
        OfferPrices offer = OfferFile.read(file("two.json", text));
        assertThat(offer.leftOut()).containsExactly("S3 request.PUT_COPY_POST_LIST.STANDARD in us-east-1");
        assertThat(tiers(offer)).containsOnlyKeys("request.GET_SELECT_other.STANDARD");
    }

    @Test
    void whatIsCutOffAtAnyPlaceIsRefused() throws IOException {
        String json = s3(true);
        for (int end = 1; end < json.length() - 1; end += 7) {
            Path file = file("cut.json", json.substring(0, end));
            assertThatThrownBy(() -> OfferFile.read(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cut.json")
                    .hasMessageEndingWith("nothing was imported.");
        }
        Path file = file("cut.csv", csv().substring(0, csv().length() - 60));
        assertThatThrownBy(() -> OfferFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("breaks off");
    }

    @Test
    void whatIsForeignIsRefused() throws IOException {
        assertRefused("{}", "names no offer code");
        assertRefused("[1]", "does not start with an object");
        assertRefused("{\"formatVersion\":\"v2.0\"}", "is not v1.0");
        assertRefused("{\"offerCode\":\"AmazonBraket\"}", "\"AmazonBraket\" prices nothing");
        assertRefused("{\"offerCode\":[1]}", "no text");
        assertRefused("{\"products\":{}}", "no offer code before its products");
        assertRefused("a,b\n1,2\n", "lacks the five rows");
        assertRefused("", "lacks the five rows");
        assertRefused(s3(true).replace("\"USD\"", "\"CNY\""), "its prices are in CNY");
        assertRefused(s3(true).replace("\"51200\",\"endRange\"", "\"51201\",\"endRange\""), "leave a gap");
        assertRefused(s3(true).replace("0.0220000000", "-1"), "is no number of 0 or above");
        assertRefused(csv().replace("usageType", "kind"), "names no column usagetype");
        assertThatThrownBy(() -> OfferFile.read(folder.resolve("none.json"))).hasMessageContaining("no such file");
    }

    @Test
    void ownPricesStandInTheBookWithTheirSource() throws IOException {
        OwnPrices own = new OwnPrices(folder.resolve("prices"));
        assertThat(own.schedules()).isEmpty();
        OwnPrices.Imported imported = own.take(file("s3.csv", csv()));
        assertThat(imported.from()).isEqualTo("AmazonS3 20260831092225");
        assertThat(imported.prices()).isEqualTo(2);
        PriceBook book = own.book();
        PriceSchedule storage = book.require("S3", "storage.STANDARD", "eu-central-1");
        assertThat(book.isOwn(storage.key())).isTrue();
        assertThat(storage.knownUpTo().orElseThrow()).isEqualByComparingTo("512000");
        UsageLine line = new UsageLine("S3", "storage.STANDARD", "eu-central-1", new BigDecimal(100_000));
        assertThat(new Biller(book).bill(List.of(line)).total()).isEqualTo(Money.usd("2401.2"));
        assertThat(new Biller(book).bill(List.of(line)).lines().getFirst().source())
                .contains("imported from s3.csv");
        assertThat(book.isOwn(
                        book.require("S3", "storage.STANDARD", "us-east-1").key()))
                .isFalse();

        own.take(file("mine.csv", """
                service,item,unit,region,price,tier_from,tier_to,as_of,confidence,source,note
                S3,storage.STANDARD,GB-Mo,eu-central-1,0.02,0,Inf,2026-11-01,primary,our contract,
                VPC,nat_gateway.hour,hour,sa-east-1,0.09,0,Inf,2026-11-01,secondary,last bill,
                """));
        assertThat(own.book().require("S3", "storage.STANDARD", "eu-central-1").tiers())
                .hasSize(1);
        assertThat(own.book().require("VPC", "nat_gateway.hour", "sa-east-1").unit())
                .isEqualTo("hour");
        assertThat(own.book().find("S3", "request.GET_SELECT_other.STANDARD_IA", "eu-central-1"))
                .isPresent();
        own.forget();
        assertThat(own.schedules()).isEmpty();
    }

    @Test
    void aCorrectionAtFaultChangesNothing() throws IOException {
        OwnPrices own = new OwnPrices(folder.resolve("prices"));
        own.take(file("s3.csv", csv()));
        List<PriceSchedule> before = own.schedules();
        String header = "service,item,unit,region,price,tier_from,tier_to,as_of,confidence,source,note\n";
        String good = "S3,storage.STANDARD,GB-Mo,eu-west-1,0.02,0,Inf,2026-11-01,primary,us,\n";
        assertNotTaken(
                own,
                header + good + good.replace("storage.STANDARD", "storage.STANDRD"),
                "near matches: \"storage.STANDARD\"");
        assertNotTaken(
                own, header + good + good.replace("S3,", "S4,"), "\"S4\" is not in the price book; near matches");
        assertNotTaken(own, header + good.replace("GB-Mo", "TB-Mo"), "is priced in \"GB-Mo\", not in \"TB-Mo\"");
        assertNotTaken(own, header + good.replace("0.02", "-0.02"), "is negative");
        assertNotTaken(own, s3(true).substring(0, 900), "breaks off");
        assertThat(own.schedules()).isEqualTo(before);
        own.replace(List.of());
        assertThat(own.schedules()).isEmpty();
        own.replace(before);
        assertThat(own.schedules()).isEqualTo(before);
    }

    private void assertNotTaken(OwnPrices own, String text, String sentence) throws IOException {
        Path file = file("mine.csv", text);
        assertThatThrownBy(() -> own.take(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(sentence);
    }

    private void assertRefused(String text, String sentence) throws IOException {
        Path file = file("foreign", text);
        assertThatThrownBy(() -> OfferFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(sentence);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, String> tiers(OfferPrices offer) {
        return offer.schedules().stream()
                .collect(Collectors.toMap(
                        schedule -> schedule.key().item(),
                        schedule -> schedule.tiers().stream()
                                .map(tier -> Decimals.plain(tier.from()) + ":" + Decimals.plain(tier.price()))
                                .collect(Collectors.joining(" "))));
    }

    private static String s3(boolean productsFirst) {
        String products = product("WP9ANXZGBYYSGJEA", "TimedStorage-ByteHrs", "", "us-east-1") + ","
                + product("E9YHNFENF4XQBZR6", "Requests-Tier1", "", "us-east-1") + ","
                + product("TRANSITION1", "Requests-Tier3", "S3-GlacierTransition", "us-east-1") + ","
                + product("TRANSITION2", "Requests-Tier3", "S3-GDATransition", "us-east-1") + ","
                + product("UNKNOWN", "Something-Else", "", "us-east-1");
        String terms = "\"WP9ANXZGBYYSGJEA\":{\"WP9ANXZGBYYSGJEA.JRTCKXETXF\":{\"offerTermCode\":\"JRTCKXETXF\","
                + "\"sku\":\"WP9ANXZGBYYSGJEA\",\"effectiveDate\":\"2026-07-01T00:00:00Z\",\"priceDimensions\":{"
                + dimension("D42MF2PVJS", "51200", "512000", "0.0220000000") + ","
                + dimension("PXJDJ3YRG3", "512000", "Inf", "0.0210000000") + ","
                + dimension("PGHJ3S3EYE", "0", "51200", "0.0230000000") + "},\"termAttributes\":{}}},"
                + price("E9YHNFENF4XQBZR6", "x", "0", "Inf", "0.0000050000") + ","
                + price("TRANSITION1", "x", "0", "Inf", "0.0000300000") + ","
                + price("TRANSITION2", "x", "0", "Inf", "0.0000500000") + ","
                + price("UNKNOWN", "x", "0", "Inf", "9");
        return offer("AmazonS3", products, terms, productsFirst);
    }

    private static String offer(String code, String products, String terms, boolean productsFirst) {
        String first = "\"products\":{" + products + "}";
        String second = "\"terms\":{\"Reserved\":{\"X\":{\"a\":[1]}},\"OnDemand\":{" + terms + "}}";
        return "{\"formatVersion\":\"v1.0\",\"disclaimer\":\"text\",\"offerCode\":\"" + code
                + "\",\"version\":\"20260728131000\",\"publicationDate\":\"2026-07-28T13:10:00Z\","
                + (productsFirst ? first + "," + second : second + "," + first) + "}";
    }

    private static String product(String sku, String usageType, String operation, String region) {
        return "\"" + sku + "\":{\"sku\":\"" + sku
                + "\",\"attributes\":{\"servicecode\":\"X\",\"location\":\"EU (Frankfurt)\","
                + "\"usagetype\":\"" + usageType + "\",\"operation\":\"" + operation + "\""
                + (region.isEmpty() ? "" : ",\"regionCode\":\"" + region + "\"") + "}}";
    }

    private static String price(String sku, String effective, String begin, String end, String usd) {
        return "\"" + sku + "\":{\"" + sku + ".JRTCKXETXF\":{\"offerTermCode\":\"JRTCKXETXF\",\"sku\":\"" + sku
                + "\",\"effectiveDate\":\"" + effective + "\",\"priceDimensions\":{"
                + dimension("D", begin, end, usd) + "},\"termAttributes\":{}}}";
    }

    private static String dimension(String code, String begin, String end, String usd) {
        return "\"" + code + "\":{\"rateCode\":\"" + code + "\",\"description\":\"$" + usd + "\",\"beginRange\":\""
                + begin + "\",\"endRange\":\"" + end + "\",\"unit\":\"GB-Mo\",\"pricePerUnit\":{\"USD\":\"" + usd
                + "\"},\"appliesTo\":[]}";
    }

    private static String csv() {
        return """
                "FormatVersion","v1.0"
                "Disclaimer","This pricing list is for informational purposes only"
                "Publication Date","2026-08-31T09:22:25Z"
                "Version","20260831092225"
                "OfferCode","AmazonS3"
                "SKU","OfferTermCode","TermType","EffectiveDate","StartingRange","EndingRange","Unit","PricePerUnit","Currency","Product Family","serviceCode","usageType","operation"
                "S1","JRTCKXETXF","OnDemand","2026-08-01","51200","512000","GB-Mo","0.0235000000","USD","Storage","AmazonS3","EUC1-TimedStorage-ByteHrs",""
                "S1","JRTCKXETXF","OnDemand","2026-08-01","0","51200","GB-Mo","0.0245000000","USD","Storage","AmazonS3","EUC1-TimedStorage-ByteHrs",""
                "S2","JRTCKXETXF","Reserved","2026-08-01","0","Inf","GB-Mo","9","USD","Storage","AmazonS3","EUC1-TimedStorage-ByteHrs",""
                "S3","JRTCKXETXF","OnDemand","2026-08-01","0","Inf","Requests","0.0000010000","USD","","AmazonS3","EUC1-Requests-SIA-Tier2",""
                """;
    }
}
