package dev.rockpool.app.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.bill.LineWords;
import dev.rockpool.app.fleet.FleetDesk;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.UsageFile;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.costmodel.scenario.Part;
import dev.rockpool.costmodel.scenario.PartKind;
import dev.rockpool.costmodel.scenario.Preset;
import dev.rockpool.costmodel.scenario.Presets;
import dev.rockpool.costmodel.scenario.ScenarioJson;
import dev.rockpool.kernel.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CostsViewModelTest {
    private final Path folder;
    private final TestDesk desk;
    private final CostRepository repository;
    private final CostsViewModel model;

    CostsViewModelTest(@TempDir Path folder) {
        this.folder = folder;
        desk = TestDesk.ofTides(folder);
        repository = new CostRepository(desk.database(), desk.clock());
        model = new CostsViewModel(
                repository,
                new OwnPrices(folder.resolve("prices")),
                new FleetDesk(folder.resolve("temporary")),
                TestDesk.atOnce());
        model.load();
    }

    @AfterEach
    void shippedPricesAgain() {
        PricesInForce.use(PriceBook.shipped());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aPresetOpensPricedAndASliderChangesItWithUndo() {
        model.open(preset("nat-surprise"));
        assertThat(total()).isEqualTo(Money.usd("11137.68"));
        model.change(scenario -> scenario.over(6), "months");
        model.change(scenario -> scenario.over(3), "months");
        model.seal();
        assertThat(total()).isEqualTo(Money.usd("2784.42"));
        model.undo();
        assertThat(total()).isEqualTo(Money.usd("11137.68"));
        model.redo();
        assertThat(model.design().get().scenario().months()).isEqualTo(3);
        model.reset();
        assertThat(model.design().get().scenario().months()).isEqualTo(12);
        model.undo();
        model.undo();
        model.undo();
        assertThat(model.design().get()).isEqualTo(Design.NOTHING);
        assertThat(model.canUndo()).isFalse();
    }

    @Test
    void servicesComeAndGoAndEachActIsUndone() {
        model.add(PartKind.QUEUE);
        model.add(PartKind.NAT_GATEWAYS);
        assertThat(model.design().get().scenario().parts())
                .extracting(Part::kind)
                .containsExactly(PartKind.QUEUE, PartKind.NAT_GATEWAYS);
        model.remove(0);
        assertThat(model.design().get().scenario().parts()).hasSize(1);
        model.undo();
        assertThat(model.design().get().scenario().parts()).hasSize(2);
    }

    @Test
    void whatWasStandsOnTheLeftAndTheDifferenceIsTold() {
        model.open(preset("nat-for-s3"));
        assertThat(new CostSentences(TestDesk.texts()).of(outcome()))
                .containsExactly(
                        "The right costs 707.85 USD less over the month: 0.00 USD instead of 707.85 USD.",
                        "675.00 USD of the 707.85 USD are data through NAT gateways: 15,000 GB.",
                        "32.85 USD less for NAT gateway hours: 730 hours.");
        model.swap();
        assertThat(total()).isEqualTo(Money.usd("707.85"));
        model.toggleBeside();
        assertThat(outcome().comparison()).isEmpty();
        model.toggleBeside();
        model.change(scenario -> scenario.with(0, scenario.parts().getFirst().with("gateways", "3")), "");
        assertThat(outcome().comparison().orElseThrow().difference()).isEqualTo(Money.usd("65.7"));
        assertThat(new CostSentences(TestDesk.texts()).of(outcome()))
                .last()
                .isEqualTo("65.70 USD of the 65.70 USD are NAT gateway hours: 730 hours → 2,190 hours.");
    }

    @Test
    void sixMillionSmallObjectsAreSaidInWords() {
        model.open(preset("small-transitions"));
        assertThat(new CostSentences(TestDesk.texts()).of(outcome()))
                .element(1)
                .isEqualTo("310.00 USD more for transition requests into Deep Archive: 6.2 million objects.");
    }

    @Test
    void aDesignWithoutAPriceLeavesTheLastOutcomeAndSaysWhy() {
        model.open(preset("nat-surprise"));
        Outcome known = outcome();
        model.change(scenario -> scenario.in("sa-east-1"), "");
        assertThat(model.fault().get()).contains("has no price in \"sa-east-1\"");
        assertThat(new LineWords(Texts.in(Locale.ENGLISH))
                        .sentence(model.fault().get(), model.book().get()))
                .contains("NAT gateway")
                .contains("has no price in \"sa-east-1\"")
                .doesNotContain("nat_gateway");
        assertThat(outcome()).isEqualTo(known);
        model.change(scenario -> scenario.in("us-east-1"), "");
        assertThat(model.fault().get()).isEmpty();
    }

    @Test
    void monthsAreLookedAtOneByOne() {
        model.open(preset("nat-for-s3"));
        assertThat(model.month().get()).isEqualTo(CostsViewModel.ALL_MONTHS);
        model.previousMonth();
        assertThat(model.month().get()).isEqualTo(CostsViewModel.ALL_MONTHS);
        model.nextMonth();
        model.nextMonth();
        assertThat(model.month().get()).isZero();
        model.open(preset("backup-archive"));
        model.look(23);
        model.change(scenario -> scenario.over(5), "");
        assertThat(model.month().get()).isEqualTo(4);
    }

    @Test
    void scenariosAreKeptOpenedAndForgotten() {
        model.open(preset("log-lake"));
        List<String> told = new ArrayList<>();
        model.save("Ours (1)", told::add);
        assertThat(told).containsExactly("Ours (1)");
        assertThat(repository.all()).extracting(CostRepository.Saved::name).containsExactly("Ours (1)");
        model.clear();
        model.open(model.saved().get().getFirst());
        assertThat(model.design().get().scenario()).isEqualTo(preset("log-lake").scenario());
        model.forget("Ours (1)");
        assertThat(repository.all()).isEmpty();
        assertThat(model.saved().get()).isEmpty();
    }

    @Test
    void importedPricesAreUsedAtOnceAndTakenBack() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.csv"), """
            service,item,unit,region,price,tier_from,tier_to,as_of,confidence,source,note
            VPC,nat_gateway.hour,hour,us-east-1,0.01,0,Inf,2026-11-01,primary,contract,
            """);
        model.open(preset("nat-for-s3"));
        model.swap();
        List<Runnable> back = new ArrayList<>();
        model.importPrices(mine, (imported, undo) -> {
            assertThat(imported.prices()).isEqualTo(1);
            back.add(undo);
        });
        assertThat(total()).isEqualTo(Money.usd("682.3"));
        back.getFirst().run();
        assertThat(total()).isEqualTo(Money.usd("707.85"));
    }

    @Test
    void anAnswerThatANewerDesignHasOvertakenIsDropped() {
        List<Runnable> waiting = new ArrayList<>();
        CostsViewModel slow = new CostsViewModel(
                repository,
                new OwnPrices(folder.resolve("prices")),
                new FleetDesk(folder.resolve("temporary")),
                new TaskRunner(waiting::add, Runnable::run, failure -> {
                    throw new IllegalStateException(failure);
                }));
        slow.open(preset("nat-surprise"));
        slow.open(preset("nat-for-s3"));
        waiting.get(1).run();
        waiting.get(0).run();
        assertThat(slow.outcome().get().orElseThrow().forecast().total()).isEqualTo(Money.usd("0"));
    }

    @Test
    void tableAndUsageHoldEveryDigit() {
        model.open(preset("photo-app"));
        String table = CostsTable.of(outcome().forecast());
        BigDecimal sum = table.lines()
                .skip(1)
                .map(row -> row.replaceAll("\"[^\"]*\"", "").split(",", -1)[7])
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(total().amount());
        String usage = ScenarioJson.usage(
                Forecast.usage(outcome().forecast().scenario(), model.book().get()));
        assertThat(UsageFile.parse("usage", usage).bills(new Biller(model.book().get())).stream()
                        .map(bill -> bill.total().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total().amount());
    }

    @Test
    void agesAreToldInWords() {
        PriceAge ages = new PriceAge(TestDesk.texts(), () -> Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
        assertThat(ages.words(java.time.LocalDate.parse("2026-11-01"))).isEqualTo("2026-11-01, this month");
        assertThat(ages.words(java.time.LocalDate.parse("2026-10-01"))).isEqualTo("2026-10-01, one month old");
        assertThat(ages.words(java.time.LocalDate.parse("2025-10-19"))).isEqualTo("2025-10-19, 13 months old");
        assertThat(ages.words(java.time.LocalDate.parse("2024-07-01"))).isEqualTo("2024-07-01, 2 years old");
    }

    private static Preset preset(String id) {
        return Presets.find(id).orElseThrow();
    }

    private Outcome outcome() {
        Optional<Outcome> outcome = model.outcome().get();
        assertThat(outcome).isPresent();
        return outcome.orElseThrow();
    }

    private Money total() {
        return outcome().forecast().total();
    }
}
