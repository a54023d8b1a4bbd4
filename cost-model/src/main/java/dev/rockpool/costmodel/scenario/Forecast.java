package dev.rockpool.costmodel.scenario;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.FreeTier;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.workload.Tariff;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A scenario, priced month by month.
///
/// @param bills one a month
/// @param lines over all months, the dearest first
public record Forecast(CostScenario scenario, List<Bill> bills, List<ForecastLine> lines) {
    public Forecast {
        bills = List.copyOf(bills);
        lines = List.copyOf(lines);
    }

    /// What `scenario` costs at the prices of `book`.
    ///
    /// @throws InputException if something has no price in the region, naming what is near
    public static Forecast of(CostScenario scenario, PriceBook book) {
        Biller biller = new Biller(book, scenario.freeTier() ? FreeTier.shipped() : FreeTier.none());
        List<Bill> bills = usage(scenario, book).stream().map(biller::bill).toList();
        return new Forecast(scenario, bills, lines(bills, book));
    }

    /// What usage that was counted elsewhere costs at the prices of `book`.
    ///
    /// @param scenario that stands for it: its region and months
    /// @param months usage of each month
    /// @throws InputException if something has no price in the region, naming what is near
    public static Forecast of(CostScenario scenario, List<List<UsageLine>> months, PriceBook book) {
        Biller biller = new Biller(book);
        List<Bill> bills =
                months.stream().map(Forecast::together).map(biller::bill).toList();
        return new Forecast(scenario, bills, lines(bills, book));
    }

    /// The usage of each month: what `price` takes.
    public static List<List<UsageLine>> usage(CostScenario scenario, PriceBook book) {
        Tariff tariff = new Tariff(book, scenario.region(), BillingMonth.OF_730_HOURS);
        List<List<UsageLine>> objects = StoredObjects.usage(scenario, book);
        List<List<UsageLine>> months = new ArrayList<>();
        for (int month = 0; month < scenario.months(); month++) {
            List<UsageLine> lines = new ArrayList<>(objects.get(month));
            for (Part part : scenario.parts()) {
                lines.addAll(part.kind().usage(part, scenario.growth(month), tariff));
            }
            months.add(together(lines));
        }
        return months;
    }

    /// The sum of all months.
    public Money total() {
        Money sum = Money.zero(Money.USD);
        for (Bill bill : bills) {
            sum = sum.plus(bill.total());
        }
        return sum;
    }

    /// The day of the oldest price that it rests on; empty where one has no date, or there is none.
    public Optional<LocalDate> oldestPrice() {
        List<Optional<LocalDate>> dates = bills.stream()
                .flatMap(bill -> bill.lines().stream())
                .map(BillLine::asOf)
                .toList();
        return dates.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : dates.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /// One line for each item, which changes no total.
    private static List<UsageLine> together(List<UsageLine> lines) {
        SequencedMap<LineKey, UsageLine> together = new LinkedHashMap<>();
        for (UsageLine line : lines) {
            together.merge(
                    LineKey.of(line),
                    line,
                    (one, other) -> new UsageLine(
                            one.service(),
                            one.item(),
                            one.region(),
                            one.quantity().add(other.quantity()),
                            one.about()));
        }
        return List.copyOf(together.sequencedValues());
    }

    private static List<ForecastLine> lines(List<Bill> bills, PriceBook book) {
        Set<LineKey> keys = new LinkedHashSet<>();
        List<Map<LineKey, BillLine>> months = new ArrayList<>();
        for (Bill bill : bills) {
            Map<LineKey, BillLine> month = new LinkedHashMap<>();
            bill.lines().forEach(line -> month.put(LineKey.of(line.usage()), line));
            keys.addAll(month.keySet());
            months.add(month);
        }
        List<ForecastLine> lines = new ArrayList<>();
        for (LineKey key : keys) {
            List<Optional<BillLine>> ofKey = months.stream()
                    .map(month -> Optional.ofNullable(month.get(key)))
                    .toList();
            Money total = Money.zero(book.currency());
            BigDecimal quantity = BigDecimal.ZERO;
            String unit = "";
            for (Optional<BillLine> line : ofKey) {
                if (line.isPresent()) {
                    total = total.plus(line.get().amount());
                    quantity = quantity.add(line.get().usage().quantity());
                    unit = line.get().unit();
                }
            }
            lines.add(new ForecastLine(key, unit, ofKey, total, quantity));
        }
        lines.sort(Comparator.comparing(ForecastLine::total).reversed());
        return lines;
    }
}
