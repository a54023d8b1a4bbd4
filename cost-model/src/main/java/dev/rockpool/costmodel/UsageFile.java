package dev.rockpool.costmodel;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A file of usage to be priced: one case, or an array of cases.
///
/// A case is a list of usage lines, so a file is read like this:
///
/// | the file | is |
/// |---|---|
/// | `[{…}, {…}]` | one case of two lines, one bill |
/// | `{…}` | one case of one line |
/// | `[[{…}, {…}], [{…}]]` | two cases, two bills |
/// | `[[{…}], {…}]` | two cases: beside an array, a line alone is a case of one line |
/// | `[]` | one case of no lines, an empty bill |
///
/// A line has the fields `service`, `item`, `quantity` (string or number) and `region`, all of them and no others.
/// A fault in one of several cases leaves the others as they are; text that is no JSON has no cases.
public final class UsageFile {
    private static final String CODE = "cost-usage";
    private static final List<String> FIELDS = List.of("service", "item", "quantity", "region");

    private final String file;
    private final List<JsonText.Value> cases;
    private final boolean many;

    private UsageFile(String file, List<JsonText.Value> cases, boolean many) {
        this.file = file;
        this.cases = cases;
        this.many = many;
    }

    /// The usage in `file`.
    ///
    /// @throws InputException if it cannot be read or is no JSON
    public static UsageFile read(Path file) {
        return parse(file.toString(), TextFile.read(file, CODE));
    }

    /// The usage in the text `json`.
    ///
    /// @param file the name that faults are reported under
    /// @throws InputException if it is no JSON
    public static UsageFile parse(String file, String json) {
        JsonText.Value root = JsonText.parse(file, CODE, json);
        if (root instanceof JsonText.Items items
                && items.values().stream().anyMatch(JsonText.Items.class::isInstance)) {
            return new UsageFile(file, items.values(), true);
        }
        return new UsageFile(file, List.of(root), false);
    }

    /// Whether this is an array of cases, of which one may fail and the others not.
    public boolean many() {
        return many;
    }

    /// Prices every case and hands each answer, one line of JSON ([BillJson]), to `answer` in the order of the file.
    ///
    /// Of several cases, one that is at fault answers `{"error": …}`.
    ///
    /// @return whether all cases could be priced
    /// @throws InputException if the only case is at fault
    public boolean price(Biller biller, Consumer<String> answer) {
        boolean allPriced = true;
        for (JsonText.Value usage : cases) {
            try {
                answer.accept(BillJson.line(bill(usage, biller)));
            } catch (InputException e) {
                if (!many) {
                    throw e;
                }
                answer.accept(BillJson.error(e.sentence()));
                allPriced = false;
            }
        }
        return allPriced;
    }

    /// The bills of all cases, in the order of the file.
    ///
    /// @throws InputException at the first fault
    public List<Bill> bills(Biller biller) {
        return cases.stream().map(usage -> bill(usage, biller)).toList();
    }

    private Bill bill(JsonText.Value usage, Biller biller) {
        List<JsonText.Value> lines = usage instanceof JsonText.Items items ? items.values() : List.of(usage);
        // Read all of a case before any of it is priced: a misspelt field is found before an unknown price.
        List<UsageLine> read = new ArrayList<>();
        for (JsonText.Value line : lines) {
            read.add(line(line));
        }
        Biller.Draft draft = biller.draft();
        for (int index = 0; index < read.size(); index++) {
            try {
                draft.add(read.get(index));
            } catch (InputException e) {
                throw new InputException(e.code(), file + ":" + lines.get(index).line() + ": " + e.sentence(), e);
            }
        }
        return draft.bill();
    }

    private UsageLine line(JsonText.Value value) {
        if (!(value instanceof JsonText.Fields fields)) {
            throw fault(
                    value, "a usage line is an object with service, item, quantity and region, not " + value.kind());
        }
        fields.values().forEach((name, field) -> {
            if (!FIELDS.contains(name)) {
                throw fault(
                        field,
                        Quote.of(name) + " is not a field of a usage line; known are " + String.join(", ", FIELDS));
            }
        });
        return new UsageLine(text(fields, "service"), text(fields, "item"), text(fields, "region"), quantity(fields));
    }

    private String text(JsonText.Fields fields, String name) {
        JsonText.Value value = field(fields, name);
        if (!(value instanceof JsonText.Text text)) {
            throw fault(value, name + " is a string, not " + value.kind());
        }
        if (text.value().isBlank()) {
            throw fault(value, name + " is empty");
        }
        return text.value();
    }

    private BigDecimal quantity(JsonText.Fields fields) {
        JsonText.Value value = field(fields, "quantity");
        String written = switch (value) {
            case JsonText.Text text -> text.value();
            case JsonText.Digits digits -> digits.value();
            case JsonText.Fields _, JsonText.Items _, JsonText.Word _ ->
                throw fault(value, "quantity is a number, or a string with one, not " + value.kind());
        };
        BigDecimal quantity = Decimals.parse(written)
                .orElseThrow(() -> fault(
                        value,
                        "quantity " + Quote.of(written) + " is not a decimal number of at most "
                                + Decimals.MOST_DIGITS + " digits before and " + Decimals.MOST_DECIMALS
                                + " after the point"));
        if (quantity.signum() < 0) {
            throw fault(value, "quantity " + Quote.of(written) + " is negative, it must be 0 or more");
        }
        return quantity;
    }

    private JsonText.Value field(JsonText.Fields fields, String name) {
        JsonText.Value value = fields.values().get(name);
        if (value == null) {
            throw fault(fields, "the usage line lacks the field " + name);
        }
        return value;
    }

    private InputException fault(JsonText.Value at, String sentence) {
        return new InputException(CODE, file + ":" + at.line() + ": " + sentence + ".");
    }
}
