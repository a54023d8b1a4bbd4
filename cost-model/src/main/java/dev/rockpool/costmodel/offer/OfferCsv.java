package dev.rockpool.costmodel.offer;

import dev.rockpool.kernel.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads an offer file in CSV, row by row: five rows about the file, a header, and one row a price. Columns differ by
/// service and version and are found by their names.
final class OfferCsv {
    private static final int METADATA_ROWS = 5;
    private static final String ON_DEMAND = "OnDemand";
    private static final String USD = "USD";
    private static final List<String> NEEDED = List.of(
            "sku", "termtype", "startingrange", "endingrange", "priceperunit", "currency", "usagetype", "operation");

    private final OfferDraft draft;

    private OfferCsv(OfferDraft draft) {
        this.draft = draft;
    }

    /// Reads `path` into `draft`.
    static void read(Path path, OfferDraft draft) throws IOException {
        new OfferCsv(draft).rows(path);
    }

    private void rows(Path path) throws IOException {
        long line = 1;
        try (Reader text = new BufferedReader(Files.newBufferedReader(path, StandardCharsets.UTF_8));
                CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            for (int row = 0; row < METADATA_ROWS; row++) {
                metadata(records);
            }
            Map<String, Integer> columns = header(records);
            while (records.hasNext()) {
                CSVRecord row = records.next();
                line = parser.getCurrentLineNumber();
                if (row.size() != columns.size()) {
                    throw broken(line);
                }
                price(row, columns);
            }
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw new InputException(OfferDraft.CODE, broken(line).sentence(), malformed);
        }
    }

    private void metadata(Iterator<CSVRecord> records) {
        if (!records.hasNext()) {
            throw draft.fault("this is no price-list file: it lacks the five rows that such a file starts with");
        }
        CSVRecord row = records.next();
        String value = row.size() > 1 ? row.get(1) : "";
        switch (name(row.get(0))) {
            case "offercode" -> draft.offer(value);
            case "version" -> draft.version(value);
            case "publicationdate" -> draft.published(value);
            default -> {}
        }
    }

    private Map<String, Integer> header(Iterator<CSVRecord> records) {
        Map<String, Integer> columns = new HashMap<>();
        if (records.hasNext()) {
            List<String> names = records.next().toList();
            for (int at = 0; at < names.size(); at++) {
                columns.put(name(names.get(at)), at);
            }
        }
        if (!draft.hasOffer()) {
            throw draft.fault("this is no price-list file: none of its first five rows is the offer code");
        }
        for (String needed : NEEDED) {
            if (!columns.containsKey(needed)) {
                throw draft.fault("this is no price-list file: row six names no column " + needed);
            }
        }
        return columns;
    }

    private void price(CSVRecord row, Map<String, Integer> columns) {
        if (!cell(row, columns, "termtype").equals(ON_DEMAND)) {
            return;
        }
        String sku = cell(row, columns, "sku");
        draft.product(
                sku,
                cell(row, columns, "usagetype"),
                cell(row, columns, "operation"),
                cell(row, columns, "regioncode"));
        if (!draft.wants(sku)) {
            return;
        }
        String currency = cell(row, columns, "currency");
        if (currency.equals(USD)) {
            draft.price(
                    sku,
                    cell(row, columns, "effectivedate"),
                    cell(row, columns, "startingrange"),
                    cell(row, columns, "endingrange"),
                    cell(row, columns, "priceperunit"));
        } else {
            draft.otherCurrency(currency);
        }
    }

    private static String cell(CSVRecord row, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null ? "" : Objects.requireNonNullElse(row.get(at), "");
    }

    /// Spaces and case differ between versions: `Region Code`, `usageType`.
    private static String name(String written) {
        return written.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private InputException broken(long line) {
        return new InputException(
                OfferDraft.CODE,
                draft.file() + ":" + line + ": the file breaks off or is not CSV here; nothing was imported.");
    }
}
