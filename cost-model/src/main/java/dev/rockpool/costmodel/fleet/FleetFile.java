package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.JsonText;
import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.costmodel.TextFile;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.lifecycle.StorageClass;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A fleet as a JSON file; `docs/fleet-format.md` is its description for people.
///
/// @param fleet the groups and the seed
/// @param region where the bucket is
/// @param start the first month
public record FleetFile(Fleet fleet, String region, YearMonth start) {
    /// The code of every fault.
    public static final String CODE = "fleet-file";

    /// The region of a file that names none.
    public static final String DEFAULT_REGION = "us-east-1";

    /// The first month of a file that names none.
    public static final YearMonth DEFAULT_START = YearMonth.of(2027, 1);

    private static final List<String> FLEET_FIELDS = List.of("region", "start", "seed", "versioned", "groups");
    private static final List<String> GROUP_FIELDS = List.of(
            "name",
            "prefix",
            "tags",
            "storageClass",
            "objects",
            "sizes",
            "youngestDays",
            "oldestDays",
            "arrivalsPerDay",
            "reads",
            "deletes",
            "overwrites");

    /// The fleet in `file`.
    ///
    /// @throws InputException if it cannot be read or is at fault, with file and line
    public static FleetFile read(Path file) {
        return parse(file.toString(), TextFile.read(file, CODE));
    }

    /// The fleet in the text `json`.
    ///
    /// @param file the name that faults are reported under
    /// @throws InputException at the first fault, starting with `file:line:`
    public static FleetFile parse(String file, String json) {
        Reader reader = new Reader(file);
        JsonText.Fields root = reader.object("a fleet", JsonText.parse(file, CODE, json), FLEET_FIELDS);
        List<FleetGroup> groups = new ArrayList<>();
        JsonText.Value listed = reader.required(root, "groups");
        for (JsonText.Value group : reader.items("groups", listed)) {
            groups.add(reader.group(group, groups.size() + 1));
        }
        long seed = reader.whole(root, "seed", 1);
        String region = reader.text(root, "region").orElse(DEFAULT_REGION);
        YearMonth start = reader.month(root, "start").orElse(DEFAULT_START);
        boolean versioned = reader.flag(root, "versioned");
        return new FleetFile(reader.checked(listed, () -> new Fleet(groups, seed, versioned)), region, start);
    }

    /// Reads fields, each fault with its line.
    private record Reader(String file) {
        FleetGroup group(JsonText.Value value, int number) {
            JsonText.Fields fields = object("a group", value, GROUP_FIELDS);
            int youngest = days(fields, "youngestDays", 1);
            List<FleetGroup.ReadShare> reads = new ArrayList<>();
            for (JsonText.Value read : list(fields, "reads")) {
                reads.add(read(read));
            }
            List<FleetGroup.DeleteShare> deletes = new ArrayList<>();
            for (JsonText.Value delete : list(fields, "deletes")) {
                deletes.add(delete(delete));
            }
            List<FleetGroup.OverwriteShare> overwrites = new ArrayList<>();
            for (JsonText.Value over : list(fields, "overwrites")) {
                overwrites.add(overwrite(over));
            }
            return checked(
                    value,
                    () -> new FleetGroup(
                            text(fields, "name").orElse("group " + number),
                            text(fields, "prefix").orElse(""),
                            tags(fields),
                            storageClass(fields),
                            whole(fields, "objects", 0),
                            sizes(required(fields, "sizes")),
                            youngest,
                            days(fields, "oldestDays", youngest),
                            number(fields, "arrivalsPerDay").orElse(0),
                            reads,
                            deletes,
                            overwrites));
        }

        private FleetGroup.OverwriteShare overwrite(JsonText.Value value) {
            JsonText.Fields fields = object("an entry of overwrites", value, List.of("share", "afterDays"));
            required(fields, "afterDays");
            return checked(
                    value,
                    () -> new FleetGroup.OverwriteShare(
                            number(fields, "share").orElse(1), days(fields, "afterDays", 1)));
        }

        boolean flag(JsonText.Fields fields, String name) {
            JsonText.Value value = fields.values().get(name);
            if (value == null) {
                return false;
            }
            if (value instanceof JsonText.Word word
                    && (word.value().equals("true") || word.value().equals("false"))) {
                return word.value().equals("true");
            }
            throw fault(value, name + " is true or false, not " + value.kind());
        }

        private FleetGroup.ReadShare read(JsonText.Value value) {
            JsonText.Fields fields = object("an entry of reads", value, List.of("share", "perMonth", "halfLifeDays"));
            return checked(
                    value,
                    () -> new FleetGroup.ReadShare(
                            number(fields, "share").orElse(1),
                            new ReadPattern(requiredNumber(fields, "perMonth"), number(fields, "halfLifeDays"))));
        }

        private FleetGroup.DeleteShare delete(JsonText.Value value) {
            JsonText.Fields fields = object("an entry of deletes", value, List.of("share", "afterDays"));
            required(fields, "afterDays");
            return checked(
                    value,
                    () -> new FleetGroup.DeleteShare(number(fields, "share").orElse(1), days(fields, "afterDays", 1)));
        }

        private SizeDistribution sizes(JsonText.Value value) {
            JsonText.Fields named =
                    object("sizes", value, List.of("kind", "bytes", "mean", "sigma", "sizes", "weight"));
            String kind = text(named, "kind").orElseThrow(() -> fault(value, "sizes lacks the field kind"));
            return switch (kind) {
                case "fixed" -> {
                    JsonText.Fields fields = object("sizes of kind fixed", value, List.of("kind", "bytes"));
                    required(fields, "bytes");
                    yield checked(value, () -> new SizeDistribution.Fixed(whole(fields, "bytes", 0)));
                }
                case "lognormal" -> {
                    JsonText.Fields fields = object("sizes of kind lognormal", value, List.of("kind", "mean", "sigma"));
                    yield checked(
                            value,
                            () -> new SizeDistribution.Lognormal(
                                    requiredNumber(fields, "mean"), requiredNumber(fields, "sigma")));
                }
                case "list" -> {
                    JsonText.Fields fields = object("sizes of kind list", value, List.of("kind", "sizes"));
                    List<SizeDistribution.Weighted.Entry> entries = new ArrayList<>();
                    for (JsonText.Value entry : items("sizes", required(fields, "sizes"))) {
                        entries.add(entry(entry));
                    }
                    yield checked(value, () -> new SizeDistribution.Weighted(entries));
                }
                default ->
                    throw fault(
                            value,
                            "kind " + Quote.of(kind) + " is not a kind of sizes; known are fixed, lognormal, list");
            };
        }

        private SizeDistribution.Weighted.Entry entry(JsonText.Value value) {
            JsonText.Fields fields = object("an entry of sizes", value, List.of("bytes", "weight"));
            required(fields, "bytes");
            return checked(
                    value,
                    () -> new SizeDistribution.Weighted.Entry(
                            whole(fields, "bytes", 0), number(fields, "weight").orElse(1)));
        }

        private StorageClass storageClass(JsonText.Fields fields) {
            String name = text(fields, "storageClass").orElse(StorageClass.STANDARD.name());
            return StorageClass.named(name)
                    .orElseThrow(() -> fault(
                            required(fields, "storageClass"),
                            "storageClass " + Quote.of(name) + " is not a storage class; "
                                    + NearMatches.of(name, names())));
        }

        private static List<String> names() {
            return Arrays.stream(StorageClass.values()).map(StorageClass::name).toList();
        }

        private Map<String, String> tags(JsonText.Fields fields) {
            JsonText.Value value = fields.values().get("tags");
            if (value == null) {
                return Map.of();
            }
            if (!(value instanceof JsonText.Fields tags)) {
                throw fault(value, "tags is an object, not " + value.kind());
            }
            Map<String, String> read = new LinkedHashMap<>();
            tags.values().forEach((name, tag) -> {
                if (!(tag instanceof JsonText.Text text)) {
                    throw fault(tag, "the tag " + Quote.of(name) + " is a string, not " + tag.kind());
                }
                read.put(name, text.value());
            });
            return read;
        }

        JsonText.Fields object(String what, JsonText.Value value, List<String> known) {
            if (!(value instanceof JsonText.Fields fields)) {
                throw fault(value, what + " is an object, not " + value.kind());
            }
            fields.values().forEach((name, field) -> {
                if (!known.contains(name)) {
                    throw fault(
                            field, Quote.of(name) + " is not a field of " + what + "; " + NearMatches.of(name, known));
                }
            });
            return fields;
        }

        List<JsonText.Value> items(String name, JsonText.Value value) {
            if (!(value instanceof JsonText.Items items)) {
                throw fault(value, name + " is an array, not " + value.kind());
            }
            return items.values();
        }

        private List<JsonText.Value> list(JsonText.Fields fields, String name) {
            JsonText.Value value = fields.values().get(name);
            return value == null ? List.of() : items(name, value);
        }

        JsonText.Value required(JsonText.Fields fields, String name) {
            JsonText.Value value = fields.values().get(name);
            if (value == null) {
                throw fault(fields, "the field " + name + " is missing");
            }
            return value;
        }

        Optional<String> text(JsonText.Fields fields, String name) {
            JsonText.Value value = fields.values().get(name);
            if (value == null) {
                return Optional.empty();
            }
            if (!(value instanceof JsonText.Text text)) {
                throw fault(value, name + " is a string, not " + value.kind());
            }
            return Optional.of(text.value());
        }

        Optional<YearMonth> month(JsonText.Fields fields, String name) {
            return text(fields, name).map(written -> {
                try {
                    YearMonth month = YearMonth.parse(written);
                    if (month.getYear() >= 1970 && month.getYear() < 2200) {
                        return month;
                    }
                } catch (DateTimeException e) {
                    // told below, with the months that are out of bounds
                }
                throw fault(
                        required(fields, name),
                        name + " " + Quote.of(written) + " is not a month from 1970-01 to 2199-12");
            });
        }

        long whole(JsonText.Fields fields, String name, long otherwise) {
            JsonText.Value value = fields.values().get(name);
            if (value == null) {
                return otherwise;
            }
            BigDecimal number = decimal(name, value);
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new InputException(
                        CODE,
                        file + ":" + value.line() + ": " + name + " " + Decimals.plain(number)
                                + " is not a whole number of 64 bits.",
                        e);
            }
        }

        private int days(JsonText.Fields fields, String name, int otherwise) {
            long days = whole(fields, name, otherwise);
            if (days < 1 || days > FleetGroup.MOST_DAYS) {
                throw fault(
                        fields.values().getOrDefault(name, fields),
                        name + " is 1 to " + FleetGroup.MOST_DAYS + ", not " + days);
            }
            return (int) days;
        }

        OptionalDouble number(JsonText.Fields fields, String name) {
            JsonText.Value value = fields.values().get(name);
            return value == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(decimal(name, value).doubleValue());
        }

        private double requiredNumber(JsonText.Fields fields, String name) {
            return decimal(name, required(fields, name)).doubleValue();
        }

        private BigDecimal decimal(String name, JsonText.Value value) {
            if (!(value instanceof JsonText.Digits digits)) {
                throw fault(value, name + " is a number, not " + value.kind());
            }
            return Decimals.parse(digits.value())
                    .orElseThrow(() -> fault(
                            value, name + " " + Quote.of(digits.value()) + " is not a decimal number within bounds"));
        }

        /// What `made` makes; what its constructors refuse is a fault at `value`.
        <T> T checked(JsonText.Value value, java.util.function.Supplier<T> made) {
            try {
                return made.get();
            } catch (IllegalArgumentException e) {
                throw new InputException(CODE, file + ":" + value.line() + ": " + e.getMessage(), e);
            }
        }

        InputException fault(JsonText.Value at, String sentence) {
            return new InputException(CODE, file + ":" + at.line() + ": " + sentence + ".");
        }
    }
}
