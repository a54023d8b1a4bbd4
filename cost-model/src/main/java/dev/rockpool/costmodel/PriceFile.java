package dev.rockpool.costmodel;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Reads a price book from a CSV file.
///
/// One row a tier, columns in any order:
///
/// | column | what it holds |
/// |---|---|
/// | `service`, `item`, `region` | what is priced; region `all` holds where the region has no row of its own |
/// | `unit` | what a quantity of one is; the same in every tier |
/// | `price` | US dollars a unit, a decimal ≥ 0 |
/// | `tier_from`, `tier_to` | the span of quantity; the first starts at 0, each next at the last's end; `Inf` is none |
/// | `as_of` | `YYYY-MM-DD`; empty exactly when `confidence` is `undated` |
/// | `confidence` | `primary`, `secondary` or `undated` |
/// | `source` | where the price stands |
/// | `note` | anything, or empty |
///
/// Items that begin with `CONFLICT`, `STALE` or `LOWTRUST` are figures that somebody rejected, and are refused.
public final class PriceFile {
    private static final String CODE = "cost-price-file";
    private static final String ENDLESS = "Inf";
    private static final List<String> COLUMNS = List.of(
            "service",
            "item",
            "unit",
            "region",
            "price",
            "tier_from",
            "tier_to",
            "as_of",
            "confidence",
            "source",
            "note");
    private static final List<String> REJECTED = List.of("CONFLICT", "STALE", "LOWTRUST");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private PriceFile() {}

    /// The price book in `file`.
    ///
    /// @throws InputException if the file cannot be read or a row of it is at fault
    public static PriceBook read(Path file) {
        return parse(file.toString(), TextFile.read(file, CODE));
    }

    /// The price book in the text `csv`.
    ///
    /// @param file the name that faults are reported under
    /// @throws InputException at the first fault, starting with `file:line:`
    public static PriceBook parse(String file, String csv) {
        Map<PriceKey, List<Row>> rows = new LinkedHashMap<>();
        for (CsvTable.Row row : CsvTable.read(file, CODE, csv, COLUMNS).rows()) {
            Row read = row(row);
            rows.computeIfAbsent(read.key(), _ -> new ArrayList<>()).add(read);
        }
        List<PriceSchedule> schedules = new ArrayList<>();
        for (List<Row> tiers : rows.values()) {
            schedules.add(schedule(tiers));
        }
        return new PriceBook(Money.USD, schedules);
    }

    /// `schedules` as the text of a price file, which [#parse] reads back as they are.
    public static String format(Collection<PriceSchedule> schedules) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(COLUMNS);
            for (PriceSchedule schedule : schedules) {
                for (PriceTier tier : schedule.tiers()) {
                    PriceKey key = schedule.key();
                    Provenance provenance = tier.provenance();
                    printer.printRecord(
                            key.service(),
                            key.item(),
                            schedule.unit(),
                            key.region(),
                            Decimals.plain(tier.price()),
                            Decimals.plain(tier.from()),
                            tier.to().map(Decimals::plain).orElse(ENDLESS),
                            provenance.asOf().map(LocalDate::toString).orElse(""),
                            provenance.confidence().word(),
                            provenance.source(),
                            provenance.note());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static PriceBook shipped() {
        return parse("prices.csv", TextFile.resource("prices.csv"));
    }

    private static Row row(CsvTable.Row row) {
        PriceKey key = new PriceKey(row.required("service"), row.required("item"), row.required("region"));
        if (REJECTED.stream().anyMatch(key.item()::startsWith)) {
            throw row.fault("item", key.item(), "is marked as rejected and cannot be a price");
        }
        BigDecimal from = row.amount("tier_from");
        Optional<BigDecimal> to =
                row.text("tier_to").equals(ENDLESS) ? Optional.empty() : Optional.of(row.amount("tier_to"));
        if (to.isPresent() && to.get().compareTo(from) <= 0) {
            throw row.fault("tier_to", row.text("tier_to"), "is not above tier_from " + Decimals.plain(from));
        }
        PriceTier tier = new PriceTier(from, to, row.amount("price"), provenance(row));
        return new Row(row, key, row.required("unit"), tier);
    }

    /// Where the figure of a row comes from.
    static Provenance provenance(CsvTable.Row row) {
        String word = row.text("confidence");
        Confidence confidence = List.of(Confidence.values()).stream()
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> row.fault("confidence", word, "is not primary, secondary or undated"));
        String date = row.text("as_of");
        if (date.isEmpty() != (confidence == Confidence.UNDATED)) {
            throw row.fault("as_of", date, "does not go with confidence " + word + ": undated means no date");
        }
        return new Provenance(row.required("source"), asOf(row, date), confidence, row.text("note"));
    }

    private static Optional<LocalDate> asOf(CsvTable.Row row, String date) {
        if (date.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            throw row.fault("as_of", date, "is not a date like 2026-09-25");
        }
    }

    private static PriceSchedule schedule(List<Row> rows) {
        rows.sort(Comparator.comparing(row -> row.tier().from()));
        Row first = rows.getFirst();
        BigDecimal expected = BigDecimal.ZERO;
        boolean ended = false;
        for (Row row : rows) {
            String from = row.csv().text("tier_from");
            if (!row.unit().equals(first.unit())) {
                throw row.csv()
                        .fault(
                                "unit",
                                row.unit(),
                                "differs from " + Quote.of(first.unit()) + ", the unit of line "
                                        + first.csv().line() + " for the same item and region");
            }
            if (ended || row.tier().from().compareTo(expected) < 0) {
                throw row.csv().fault("tier_from", from, "overlaps another tier of the same item and region");
            }
            if (row.tier().from().compareTo(expected) > 0) {
                throw row.csv()
                        .fault(
                                "tier_from",
                                from,
                                "leaves a gap: no tier of this item and region covers " + Decimals.plain(expected)
                                        + " to " + Decimals.plain(row.tier().from()));
            }
            ended = row.tier().to().isEmpty();
            expected = row.tier().to().orElse(expected);
        }
        return new PriceSchedule(
                first.key(), first.unit(), rows.stream().map(Row::tier).toList());
    }

    private record Row(CsvTable.Row csv, PriceKey key, String unit, PriceTier tier) {}
}
