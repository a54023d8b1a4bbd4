package dev.rockpool.costmodel.offer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Which item of the price book a product of an offer is, and in which region.
final class UsageTypes {
    /// A region's prefix: `USE2-`, and `EU-`, which has no digit. `IA-` is none.
    private static final Pattern PREFIX = Pattern.compile("^(?:([A-Z]{2,4}[0-9]|EU)-)?");

    /// KMS writes the region's code instead: `eu-west-1-KMS-Keys`.
    private static final Pattern CODE = Pattern.compile("^([a-z]{2}(?:-[a-z]+)+-[0-9])-");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, List<UsageType>> byKey;
    private final Map<String, String> regionByPrefix;

    private UsageTypes(List<UsageType> rows, Map<String, String> regionByPrefix) {
        byKey = rows.stream().collect(Collectors.groupingBy(row -> key(row.offer(), row.name())));
        this.regionByPrefix = regionByPrefix;
    }

    /// The mapping that Rockpool ships.
    static UsageTypes shipped() {
        List<UsageType> rows = read("usagetypes.csv", UsageTypes::row);
        Map<String, String> regions = new HashMap<>();
        read("regions.csv", row -> regions.put(row.get("prefix"), row.get("region")));
        return new UsageTypes(rows, regions);
    }

    List<UsageType> rows() {
        return byKey.values().stream().flatMap(List::stream).toList();
    }

    /// Whether any product of the offer is wanted.
    boolean knows(String offer) {
        return byKey.keySet().stream().anyMatch(key -> key.startsWith(offer + " "));
    }

    /// The items that a product is; none if it is not wanted, more than one where several have one price.
    List<UsageType> of(String offer, String usageType, String operation) {
        List<UsageType> rows = byKey.getOrDefault(key(offer, bare(usageType)), List.of());
        List<UsageType> named =
                rows.stream().filter(row -> row.operation().equals(operation)).toList();
        return named.isEmpty()
                ? rows.stream()
                        .filter(row -> row.operation().equals(UsageType.ANY))
                        .toList()
                : named;
    }

    /// The region that a usage type's prefix means; empty if it is not known.
    Optional<String> region(String usageType) {
        Matcher code = CODE.matcher(usageType);
        if (code.find()) {
            return Optional.of(code.group(1));
        }
        Matcher prefix = PREFIX.matcher(usageType);
        boolean found = prefix.find() && prefix.group(1) != null;
        return Optional.ofNullable(regionByPrefix.get(found ? prefix.group(1) : ""));
    }

    /// The usage type without its region's prefix.
    static String bare(String usageType) {
        Matcher code = CODE.matcher(usageType);
        return code.find()
                ? usageType.substring(code.end())
                : PREFIX.matcher(usageType).replaceFirst("");
    }

    private static String key(String offer, String usageType) {
        return offer + " " + usageType;
    }

    private static UsageType row(CSVRecord row) {
        return new UsageType(
                row.get("offer"),
                row.get("usagetype"),
                row.get("operation"),
                row.get("service"),
                row.get("item"),
                row.get("unit"),
                new BigDecimal(row.get("factor")));
    }

    private static <T> List<T> read(String name, Function<CSVRecord, T> row) {
        try (InputStream bytes = UsageTypes.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("The resource " + name + " is missing.");
            }
            Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
                return parser.stream().map(row).toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
