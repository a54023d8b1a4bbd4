package dev.rockpool.costmodel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageFile;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ForecastTest {
    private static final PriceBook BOOK = PriceBook.shipped();
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Test
    void whatIsExportedCostsTheSameThroughPrice() {
        for (Preset preset : Presets.all()) {
            Forecast forecast = Forecast.of(preset.scenario(), BOOK);
            String usage = ScenarioJson.usage(Forecast.usage(preset.scenario(), BOOK));
            List<Bill> bills = UsageFile.parse("usage.json", usage).bills(new Biller(BOOK));
            if (preset.scenario().months() == 1) {
                bills = List.of(bills.getFirst());
            }
            assertThat(bills).as(preset.id()).hasSameSizeAs(forecast.bills());
            for (int month = 0; month < bills.size(); month++) {
                assertThat(bills.get(month).total())
                        .as("%s, month %s", preset.id(), month)
                        .isEqualTo(forecast.bills().get(month).total());
            }
        }
    }

    @Test
    void linesAddUpToTheMonthsAndStandDearestFirst() {
        for (Preset preset : Presets.all()) {
            Forecast forecast = Forecast.of(preset.scenario(), BOOK);
            Money sum = Money.zero(Money.USD);
            Money before = forecast.lines().getFirst().total();
            for (ForecastLine line : forecast.lines()) {
                sum = sum.plus(line.total());
                assertThat(line.total()).isLessThanOrEqualTo(before);
                before = line.total();
            }
            assertThat(sum).as(preset.id()).isEqualTo(forecast.total());
        }
    }

    /// The cases of published texts that the surprises are made of.
    @Test
    void surprisesComeToTheirPublishedNumbers() {
        assertThat(line("small-transitions", "request.LIFECYCLE_TRANSITION_INTO.DEEP_ARCHIVE"))
                .isEqualByComparingTo("310");
        // NixOS/infra issue 1056, May 2026: 623.89 of transitions.
        assertThat(line("tiering-first", "request.LIFECYCLE_TRANSITION_INTO.INTELLIGENT_TIERING"))
                .isEqualByComparingTo("623.89");
        // 500 GB a day are 675 a month that a gateway endpoint avoids.
        Comparison nat = comparison("nat-for-s3");
        assertThat(nat.changes().getFirst().difference()).isEqualTo(Money.usd("-675"));
        assertThat(nat.right().total()).isEqualTo(Money.usd("0"));
        // 1,500 USD a day to 300: 45,000 to 9,000 a month, and the key.
        Comparison storm = comparison("key-storm");
        assertThat(storm.left().total()).isEqualTo(Money.usd("45001"));
        assertThat(storm.right().total()).isEqualTo(Money.usd("9001"));
        // Records of 1 KB cost five times as much as the same bytes in records of 5 KB.
        Comparison rounding = comparison("record-rounding");
        assertThat(rounding.right().total()).isEqualTo(rounding.left().total().times(new BigDecimal(5)));
        // The minimum of Advantage: about 3,040 to 3,080 a month.
        BigDecimal advantage = comparison("advantage-minimum")
                .right()
                .bills()
                .getFirst()
                .total()
                .amount();
        assertThat(advantage).isBetween(new BigDecimal("3040"), new BigDecimal("3090"));
        // Objects under 128 KB are billed as 128 KB: 6.4 times the bytes, so that the cheaper class costs more.
        Comparison floor = comparison("floor");
        assertThat(floor.right().total()).isGreaterThan(floor.left().total());
        // 40 KB for each object: four times what a 10 KB object holds itself.
        assertThat(quantity("archive-overhead", "storage.DEEP_ARCHIVE"))
                .isCloseTo(new BigDecimal("49218.75"), within(CENT)); // 42 KB an object, twelve months
        // A day in Glacier Instant Retrieval is billed as ninety.
        Comparison minimum = comparison("minimum-duration");
        assertThat(minimum.right().total().amount())
                .isGreaterThan(minimum.left().total().amount().multiply(BigDecimal.TEN));
    }

    @Test
    void aComparisonSaysTheLargestFirstAndLosesNothing() {
        for (Preset preset : Presets.all()) {
            if (preset.isSurprise()) {
                Comparison comparison = comparison(preset.id());
                Money sum = Money.zero(Money.USD);
                BigDecimal before =
                        comparison.changes().getFirst().difference().amount().abs();
                for (Comparison.Change change : comparison.changes()) {
                    sum = sum.plus(change.difference());
                    BigDecimal size = change.difference().amount().abs();
                    assertThat(size).isLessThanOrEqualTo(before);
                    before = size;
                }
                assertThat(sum).as(preset.id()).isEqualTo(comparison.difference());
            }
        }
    }

    @Test
    void growthMakesWhatGrowsMoreAndNothingElse() {
        CostScenario scenario = CostScenario.EMPTY
                .over(3)
                .growing(new BigDecimal(100))
                .of(List.of(new Part(PartKind.NAT_GATEWAYS, Map.of("gateways", "1", "gib", "1000"))));
        Forecast forecast = Forecast.of(scenario, BOOK);
        assertThat(forecast.bills())
                .extracting(bill -> bill.total().plain())
                .containsExactly("77.85", "122.85", "212.85");
    }

    @Test
    void everyKindHasAPriceWithItsStandardValues() {
        for (PartKind kind : PartKind.values()) {
            Forecast forecast = Forecast.of(CostScenario.EMPTY.over(2).plus(Part.standard(kind)), BOOK);
            assertThat(forecast.lines()).as("%s", kind).isNotEmpty();
            assertThat(forecast.oldestPrice().isPresent() || kind != PartKind.STREAM)
                    .isTrue();
        }
    }

    @Test
    void storedObjectsAreBilledByTheirByteHours() {
        Part kept = Part.standard(PartKind.OBJECTS).with("objects", "1024").with("kib", "1048576");
        Forecast forecast = Forecast.of(CostScenario.EMPTY.over(2).plus(kept), BOOK);
        assertThat(forecast.bills()).extracting(bill -> bill.total().plain()).containsExactly("23.552", "23.552");

        // Half of a month's additions are there on average; each is a PUT.
        Part added = kept.with("objects", "0").with("added", "1024");
        List<Bill> months =
                Forecast.of(CostScenario.EMPTY.over(2).plus(added), BOOK).bills();
        assertThat(months.getFirst().total().amount())
                .isCloseTo(new BigDecimal("11.78112"), within(new BigDecimal("0.02")));
        assertThat(months.get(1).total().amount())
                .isCloseTo(new BigDecimal("35.33312"), within(new BigDecimal("0.02")));

        // A quarter of the objects is read once a month.
        Part read = kept.with("class", "STANDARD_IA").with("readsEach", "0.25");
        Forecast reads = Forecast.of(CostScenario.EMPTY.over(1).plus(read), BOOK);
        assertThat(find(reads, "retrieval.STANDARD_IA").quantity()).isEqualByComparingTo("256");
        assertThat(find(reads, "request.GET_SELECT_other.STANDARD_IA").quantity())
                .isEqualByComparingTo("0.256");
    }

    @Test
    void tieringSinksWhatIsNotRead() {
        Part tiered = Part.standard(PartKind.OBJECTS)
                .with("objects", "1000")
                .with("kib", "1048576")
                .with("class", "INTELLIGENT_TIERING")
                .with("readsEach", "0.5");
        Forecast forecast = Forecast.of(CostScenario.EMPTY.over(6).plus(tiered), BOOK);
        BigDecimal frequent = find(forecast, "storage.INTELLIGENT_TIERING.FA")
                .months()
                .get(5)
                .orElseThrow()
                .usage()
                .quantity();
        BigDecimal instant = find(forecast, "storage.INTELLIGENT_TIERING.AIA")
                .months()
                .get(5)
                .orElseThrow()
                .usage()
                .quantity();
        assertThat(frequent).isGreaterThan(new BigDecimal(480));
        assertThat(instant).isCloseTo(new BigDecimal(500), within(BigDecimal.ONE));
        assertThat(find(forecast, "request.GET_SELECT_other.INTELLIGENT_TIERING")
                        .quantity())
                .isEqualByComparingTo("3");
    }

    @Test
    void rulesThatCannotBeAreRefused() {
        Part part = Part.standard(PartKind.OBJECTS).with("moveAfter", "5");
        assertRefused(part.with("moveTo", "STANDARD_IA"), "after 30 days at the earliest");
        assertRefused(part.with("class", "GLACIER_IR").with("moveTo", "STANDARD"), "cannot move objects");
        assertThat(Forecast.of(
                                CostScenario.EMPTY.plus(
                                        part.with("moveTo", "GLACIER").with("kib", "1")),
                                BOOK)
                        .lines())
                .noneMatch(line -> line.key().item().contains("GLACIER"));
    }

    @Test
    void aRegionWithoutAPriceIsOneSentence() {
        CostScenario scenario = CostScenario.EMPTY.in("sa-east-1").plus(Part.standard(PartKind.NAT_GATEWAYS));
        assertThatThrownBy(() -> Forecast.of(scenario, BOOK))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no price in \"sa-east-1\"; near matches");
    }

    @Test
    void scenariosComeBackFromTheirText() {
        for (Preset preset : Presets.all()) {
            assertThat(ScenarioJson.read(ScenarioJson.write(preset.scenario()))).isEqualTo(preset.scenario());
        }
        for (String text : List.of(
                "{",
                "{\"months\":0}",
                "{\"parts\":[{\"kind\":\"nat-gateway\"}]}",
                "{\"growthPercent\":\"x\"}",
                "{\"parts\":[{\"kind\":\"nat-gateways\",\"gateway\":\"1\"}]}",
                "{\"parts\":[{\"kind\":\"nat-gateways\",\"gateways\":\"-1\"}]}",
                "{\"parts\":[{\"kind\":\"objects\",\"class\":\"COLD\"}]}",
                "{\"parts\":[{\"kind\":\"item\",\"service\":\"\"}]}")) {
            assertThatThrownBy(() -> ScenarioJson.read(text)).as(text).isInstanceOf(InputException.class);
        }
    }

    /// More of any number that is counted never costs less, whatever the kind.
    @Test
    void moreOfWhatGrowsNeverCostsLess() {
        Trials.run(60, random -> {
            for (PartKind kind : PartKind.values()) {
                for (Input input : kind.inputs()) {
                    if (input instanceof Input.Quantity number && number.grows()) {
                        BigDecimal less = some(random, number);
                        BigDecimal more = less.add(some(random, number)).min(number.high());
                        Part part = Part.standard(kind);
                        assertThat(cost(part.with(number.id(), more.toPlainString())))
                                .as("%s %s", kind, number.id())
                                .isGreaterThanOrEqualTo(cost(part.with(number.id(), less.toPlainString())));
                    }
                }
            }
        });
    }

    private static BigDecimal some(RandomGenerator random, Input.Quantity number) {
        long most = Math.min(number.high().longValue(), 1_000_000L);
        return BigDecimal.valueOf(random.nextLong(most));
    }

    private static Money cost(Part part) {
        return Forecast.of(CostScenario.EMPTY.over(1).plus(part), BOOK).total();
    }

    private static void assertRefused(Part part, String sentence) {
        assertThatThrownBy(() -> Forecast.of(CostScenario.EMPTY.plus(part), BOOK))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(sentence);
    }

    private static Comparison comparison(String id) {
        Preset preset = Presets.find(id).orElseThrow();
        return Comparison.of(Forecast.of(preset.left().orElseThrow(), BOOK), Forecast.of(preset.scenario(), BOOK));
    }

    private static BigDecimal line(String preset, String item) {
        return find(Forecast.of(Presets.find(preset).orElseThrow().scenario(), BOOK), item)
                .total()
                .amount();
    }

    private static BigDecimal quantity(String preset, String item) {
        List<ForecastLine> lines = new ArrayList<>(
                Forecast.of(Presets.find(preset).orElseThrow().scenario(), BOOK).lines());
        lines.removeIf(line -> !line.key().item().equals(item));
        return lines.stream().map(ForecastLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ForecastLine find(Forecast forecast, String item) {
        Optional<ForecastLine> found = forecast.lines().stream()
                .filter(line ->
                        line.key().item().equals(item) && line.key().about().isEmpty())
                .findFirst();
        return found.orElseThrow();
    }
}
