package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.JsonText;
import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.costmodel.TextFile;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.lifecycle.StorageClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Finds the data files of an inventory report, checks that they are whole, and learns their columns.
///
/// A report is named by its `manifest.json`, or by one CSV file (also gzipped) or Parquet file. A manifest says sizes,
/// MD5 sums and the columns (S3 user guide, *Inventory manifest*); a Parquet file names its own columns; a CSV file
/// has no header, so without a manifest its columns are told by what the first rows hold.
final class InventoryReader {
    /// The code of every fault.
    static final String CODE = "fleet-inventory";

    private static final byte[] PARQUET_MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int PARQUET_FOOTER = 8;
    private static final int ROWS_LOOKED_AT = 100;

    private InventoryReader() {}

    /// The files of the report that `file` names.
    ///
    /// @throws InputException if there is none, or a part of it is missing, truncated or not what it says
    static InventoryFiles open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw fault(file, "there is no such file");
        }
        String name = file.getFileName().toString();
        if (name.endsWith(".json")) {
            return manifest(file);
        }
        if (name.endsWith(".parquet")) {
            checkParquet(file);
            return new InventoryFiles(file, List.of(file), true, false, List.of(), Map.of(), Optional.empty());
        }
        return csv(file);
    }

    /// The places of the columns that matter among `names`, the ones without which nothing works required.
    static Map<InventoryColumn, Integer> columns(Path file, List<String> names) {
        Map<InventoryColumn, Integer> columns = new EnumMap<>(InventoryColumn.class);
        for (int place = 0; place < names.size(); place++) {
            int at = place;
            InventoryColumn.named(names.get(place)).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        for (InventoryColumn needed : List.of(
                InventoryColumn.KEY,
                InventoryColumn.SIZE,
                InventoryColumn.LAST_MODIFIED,
                InventoryColumn.STORAGE_CLASS)) {
            if (!columns.containsKey(needed)) {
                throw fault(
                        file,
                        "the inventory has no column " + needed.schemaName()
                                + "; ask for it among the report's optional fields");
            }
        }
        return columns;
    }

    // --- manifests

    private static InventoryFiles manifest(Path file) {
        checkSumOfManifest(file);
        JsonText.Value root = JsonText.parse(file.toString(), CODE, TextFile.read(file, CODE));
        if (!(root instanceof JsonText.Fields fields)) {
            throw fault(file, root, "a manifest is an object, not " + root.kind());
        }
        JsonText.Text format = text(file, fields, "fileFormat");
        boolean isParquet = format.value().equals("Parquet");
        if (!isParquet && !format.value().equals("CSV")) {
            throw fault(file, format, "fileFormat " + Quote.of(format.value()) + " is not read; CSV and Parquet are");
        }
        JsonText.Value listed = required(file, fields, "files");
        if (!(listed instanceof JsonText.Items items) || items.values().isEmpty()) {
            throw fault(file, listed, "files is an array of one file or more");
        }
        List<Path> files = new ArrayList<>();
        for (JsonText.Value item : items.values()) {
            files.add(dataFile(file, item, isParquet));
        }
        Optional<Instant> taken = taken(file, fields);
        if (isParquet) {
            return new InventoryFiles(file, files, true, false, List.of(), Map.of(), taken);
        }
        JsonText.Text schema = text(file, fields, "fileSchema");
        List<String> names =
                Arrays.stream(schema.value().split(",", -1)).map(String::strip).toList();
        return new InventoryFiles(file, files, false, false, names, columns(file, names), taken);
    }

    private static Optional<Instant> taken(Path file, JsonText.Fields fields) {
        JsonText.Value value = fields.values().get("creationTimestamp");
        if (value == null) {
            return Optional.empty();
        }
        String written = switch (value) {
            case JsonText.Text text -> text.value();
            case JsonText.Digits digits -> digits.value();
            case JsonText.Fields _, JsonText.Items _, JsonText.Word _ ->
                throw fault(file, value, "creationTimestamp is milliseconds since 1970, not " + value.kind());
        };
        if (!written.matches("[0-9]{1,15}")) {
            throw fault(
                    file,
                    required(file, fields, "creationTimestamp"),
                    "creationTimestamp " + Quote.of(written) + " is not milliseconds since 1970");
        }
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(written)));
    }

    private static Path dataFile(Path manifest, JsonText.Value item, boolean isParquet) {
        if (!(item instanceof JsonText.Fields fields)) {
            throw fault(manifest, item, "a file of the manifest is an object, not " + item.kind());
        }
        JsonText.Text key = text(manifest, fields, "key");
        Path found = find(manifest, key.value())
                .orElseThrow(() ->
                        fault(manifest, key, "the data file " + Quote.of(key.value()) + " is not beside the manifest"));
        JsonText.Value size = fields.values().get("size");
        long there = size(found);
        if (size instanceof JsonText.Digits digits && !digits.value().equals(Long.toString(there))) {
            throw fault(
                    found,
                    "the file has " + there + " bytes and the manifest says " + Quote.of(digits.value())
                            + ", so it is truncated or another one");
        }
        JsonText.Value sum = fields.values().get("MD5checksum");
        if (sum instanceof JsonText.Text text && !text.value().equalsIgnoreCase(md5(found))) {
            throw fault(found, "the file does not have the MD5 sum that the manifest says");
        }
        if (isParquet) {
            checkParquet(found);
        }
        return found;
    }

    /// Where `key` lies: under the manifest's folder or one of its parents as the bucket has it, or only by its
    /// name beside the manifest or in a folder `data`.
    private static Optional<Path> find(Path manifest, String key) {
        Path folder = manifest.toAbsolutePath().normalize().getParent();
        String name = key.substring(key.lastIndexOf('/') + 1);
        List<Path> places = new ArrayList<>();
        for (Path parent = folder; parent != null; parent = parent.getParent()) {
            places.add(parent.resolve(key).normalize());
            places.add(parent.resolve("data").resolve(name));
            if (parent.equals(folder)) {
                places.add(parent.resolve(name));
            }
        }
        return places.stream().filter(Files::isRegularFile).findFirst();
    }

    private static void checkSumOfManifest(Path file) {
        Path sum = file.resolveSibling("manifest.checksum");
        if (Files.isRegularFile(sum)) {
            String written = TextFile.read(sum, CODE).strip();
            if (!written.equalsIgnoreCase(md5(file))) {
                throw fault(file, "the manifest does not have the MD5 sum of manifest.checksum");
            }
        }
    }

    private static JsonText.Value required(Path file, JsonText.Fields fields, String name) {
        JsonText.Value value = fields.values().get(name);
        if (value == null) {
            throw fault(file, fields, "the manifest lacks the field " + name);
        }
        return value;
    }

    private static JsonText.Text text(Path file, JsonText.Fields fields, String name) {
        JsonText.Value value = required(file, fields, name);
        if (value instanceof JsonText.Text text) {
            return text;
        }
        throw fault(file, value, name + " is a string, not " + value.kind());
    }

    // --- Parquet

    /// Parquet ends with the length of its footer and a magic number; what is cut off lacks it.
    private static void checkParquet(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            byte[] magic = new byte[PARQUET_MAGIC.length];
            if (length >= magic.length) {
                bytes.readFully(magic);
            }
            if (!Arrays.equals(magic, PARQUET_MAGIC)) {
                throw fault(file, "the file is not a Parquet file");
            }
            if (length < PARQUET_MAGIC.length + PARQUET_FOOTER) {
                throw fault(file, "the Parquet file is truncated: it has no footer");
            }
            bytes.seek(length - PARQUET_FOOTER);
            int footer = Integer.reverseBytes(bytes.readInt());
            bytes.readFully(magic);
            if (!Arrays.equals(magic, PARQUET_MAGIC)
                    || footer < 0
                    || footer > length - PARQUET_MAGIC.length - PARQUET_FOOTER) {
                throw fault(file, "the Parquet file is truncated: it has no footer");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    // --- CSV

    private static InventoryFiles csv(Path file) {
        List<List<String>> rows = firstRows(file);
        if (rows.isEmpty()) {
            throw fault(file, "the file is empty");
        }
        List<String> first = rows.getFirst();
        boolean hasHeader =
                first.stream().anyMatch(name -> InventoryColumn.named(name).equals(Optional.of(InventoryColumn.SIZE)));
        if (hasHeader) {
            return new InventoryFiles(file, List.of(file), false, true, first, columns(file, first), Optional.empty());
        }
        List<String> names = guessed(rows);
        return new InventoryFiles(file, List.of(file), false, false, names, columns(file, names), Optional.empty());
    }

    /// Column names by what the rows hold. Reports start with bucket and key, and with versions VersionId, IsLatest and
    /// IsDeleteMarker follow; the others are told by their values.
    private static List<String> guessed(List<List<String>> rows) {
        int width = rows.getFirst().size();
        List<String> names = new ArrayList<>();
        for (int place = 0; place < width; place++) {
            names.add("column " + (place + 1));
        }
        if (width < 3) {
            return names;
        }
        names.set(0, "Bucket");
        names.set(1, InventoryColumn.KEY.schemaName());
        boolean hasVersions = width > 5 && all(rows, 3, "true|false") && all(rows, 4, "true|false");
        if (hasVersions) {
            names.set(2, InventoryColumn.VERSION_ID.schemaName());
            names.set(3, InventoryColumn.IS_LATEST.schemaName());
            names.set(4, InventoryColumn.IS_DELETE_MARKER.schemaName());
        }
        String classes = String.join(
                "|",
                Arrays.stream(StorageClass.values()).map(StorageClass::name).toList());
        int start = hasVersions ? 5 : 2;
        name(rows, names, start, InventoryColumn.SIZE, "[0-9]*");
        name(rows, names, start, InventoryColumn.LAST_MODIFIED, "[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");
        name(rows, names, start, InventoryColumn.STORAGE_CLASS, "(" + classes + ")?");
        name(rows, names, start, InventoryColumn.ACCESS_TIER, "((DEEP_)?ARCHIVE(_INSTANT)?(_ACCESS)?|(IN)?FREQUENT)?");
        return names;
    }

    /// Names the first column from `start` on that has no name yet and most of whose values match `pattern`.
    private static void name(
            List<List<String>> rows, List<String> names, int start, InventoryColumn column, String pattern) {
        for (int place = start; place < names.size(); place++) {
            int at = place;
            boolean isFree = names.get(place).startsWith("column ");
            long matching = rows.stream()
                    .filter(row -> row.size() > at
                            && !row.get(at).isEmpty()
                            && row.get(at).matches(pattern))
                    .count();
            long empty = rows.stream()
                    .filter(row -> row.size() <= at || row.get(at).isEmpty())
                    .count();
            if (isFree && matching > 0 && 2 * (matching + empty) > rows.size()) {
                names.set(place, column.schemaName());
                return;
            }
        }
    }

    private static boolean all(List<List<String>> rows, int place, String pattern) {
        return rows.stream()
                .allMatch(row -> row.size() > place && row.get(place).matches(pattern));
    }

    private static List<List<String>> firstRows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader reader = reader(file);
                CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
                if (rows.size() == ROWS_LOOKED_AT) {
                    break;
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new InputException(CODE, file + ": the file is not a CSV file, or is truncated.", e);
        }
        return rows;
    }

    /// The first row of the report that is at fault, with file and line; empty if none is.
    static Optional<InputException> firstFault(InventoryFiles report) {
        for (Path file : report.files()) {
            try (BufferedReader reader = reader(file);
                    CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
                long line = 1;
                boolean isHeader = report.hasHeader();
                for (CSVRecord row : parser) {
                    if (!isHeader) {
                        Optional<String> fault = fault(report, row.toList());
                        if (fault.isPresent()) {
                            return Optional.of(new InputException(CODE, file + ":" + line + ": " + fault.get() + "."));
                        }
                    }
                    isHeader = false;
                    line = parser.getCurrentLineNumber() + 1;
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                return Optional.of(
                        new InputException(CODE, file + ": the file is not a CSV file, or is truncated.", e));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(InventoryFiles report, List<String> row) {
        if (row.size() != report.names().size()) {
            return Optional.of("the row has " + row.size() + " values and the report "
                    + report.names().size() + " columns");
        }
        boolean isMarker = value(report, row, InventoryColumn.IS_DELETE_MARKER).equals("true");
        String size = value(report, row, InventoryColumn.SIZE);
        if (!isMarker && !size.matches("[0-9]{1,18}")) {
            return Optional.of("Size " + Quote.of(size) + " is not a whole number of bytes, 0 or more");
        }
        String modified = value(report, row, InventoryColumn.LAST_MODIFIED);
        if (!isInstant(modified)) {
            return Optional.of(
                    "LastModifiedDate " + Quote.of(modified) + " is not a time such as 2026-11-30T10:15:30.000Z");
        }
        String storageClass = value(report, row, InventoryColumn.STORAGE_CLASS);
        if (!isMarker && StorageClass.named(storageClass).isEmpty()) {
            return Optional.of("StorageClass " + Quote.of(storageClass) + " is not a storage class; "
                    + NearMatches.of(
                            storageClass,
                            Arrays.stream(StorageClass.values())
                                    .map(StorageClass::name)
                                    .toList()));
        }
        for (InventoryColumn flag : List.of(InventoryColumn.IS_LATEST, InventoryColumn.IS_DELETE_MARKER)) {
            if (report.has(flag) && !value(report, row, flag).matches("true|false")) {
                return Optional.of(
                        flag.schemaName() + " " + Quote.of(value(report, row, flag)) + " is neither true nor false");
            }
        }
        return Optional.empty();
    }

    private static boolean isInstant(String written) {
        try {
            return Instant.parse(written).isAfter(Instant.EPOCH);
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }

    private static String value(InventoryFiles report, List<String> row, InventoryColumn column) {
        Integer place = report.columns().get(column);
        return place == null ? "" : row.get(place);
    }

    private static BufferedReader reader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream text = file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String md5(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5.", e);
        }
    }

    private static InputException unreadable(Path file, IOException e) {
        return new InputException(CODE, file + ": the file cannot be read.", e);
    }

    static InputException fault(Path file, String sentence) {
        return new InputException(CODE, file + ": " + sentence + ".");
    }

    private static InputException fault(Path file, JsonText.Value at, String sentence) {
        return new InputException(CODE, file + ":" + at.line() + ": " + sentence + ".");
    }
}
