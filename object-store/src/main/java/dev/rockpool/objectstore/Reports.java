package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.objectstore.parquet.ParquetTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// The inventory reports of a bucket: written at midnight, daily or on Sundays, into another bucket.
///
/// A report is of the moment: what a key was at that midnight, after the rules had acted. A destination that does not
/// exist gets nothing; neither does one that ORC was asked for before the endpoint refused it (decision 11).
///
/// Source: S3 user guide, *Amazon S3 Inventory*, *Locating your inventory list*, *Inventory manifest*.
final class Reports {
    private static final int ROWS_A_FILE = 100_000;
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HIVE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm").withZone(ZoneOffset.UTC);
    private static final ListRequest ALL = ListRequest.ALL;

    private final Listing listing;
    private final ReportDelivery delivery;

    Reports(Listing listing, ReportDelivery delivery) {
        this.listing = listing;
        this.delivery = delivery;
    }

    /// A file of a report.
    private record DataFile(String key, long bytes, String md5) {}

    /// Has the reports of a bucket looked at at the next midnight.
    static void schedule(Draft draft, BucketState bucket, Instant now) {
        long midnight = Midnight.at(Midnight.after(now, 0)).toEpochMilli();
        draft.put(KeySpace.due(midnight, Due.Kind.REPORT, bucket.number(), new byte[0], 0), Placing.SOMETHING);
    }

    /// Writes what is due of a bucket at midnight `at`.
    void write(Draft draft, BucketState bucket, Instant at) {
        boolean isSunday = at.atOffset(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.SUNDAY;
        for (InventoryConfiguration inventory : bucket.inventories()) {
            boolean isDue = inventory.enabled() && (!inventory.weekly() || isSunday);
            boolean canBe = inventory.format() != InventoryConfiguration.Format.ORC;
            if (isDue && canBe && delivery.reaches(inventory.destinationBucket())) {
                write(draft, bucket, inventory, at);
            }
        }
    }

    private void write(Draft draft, BucketState bucket, InventoryConfiguration inventory, Instant at) {
        String folder =
                inventory
                                .destinationPrefix()
                                .filter(prefix -> !prefix.isEmpty())
                                .map(prefix -> prefix + "/")
                                .orElse("") + bucket.name() + "/" + inventory.id() + "/";
        List<InventoryColumns.Column> columns = InventoryColumns.of(inventory);
        List<DataFile> files = new ArrayList<>();
        long rows = inventory.format() == InventoryConfiguration.Format.CSV
                ? writeCsv(bucket, inventory, columns, folder, at, files)
                : writeParquet(bucket, inventory, columns, folder, at, files);
        String manifest = manifest(bucket, inventory, columns, files, at);
        String moment = folder + FOLDER.format(at) + "/";
        byte[] manifestBytes = manifest.getBytes(StandardCharsets.UTF_8);
        String destination = inventory.destinationBucket();
        delivery.put(destination, moment + "manifest.json", manifestBytes, "application/json");
        delivery.put(
                destination,
                moment + "manifest.checksum",
                md5(manifestBytes).getBytes(StandardCharsets.US_ASCII),
                "text/plain");
        String links = files.stream()
                .map(file -> "s3://" + inventory.destinationBucket() + "/" + file.key())
                .collect(Collectors.joining("\n"));
        delivery.put(
                destination,
                folder + "hive/dt=" + HIVE.format(at) + "/symlink.txt",
                links.getBytes(StandardCharsets.UTF_8),
                "text/plain");
        draft.tell(new StoreEvent.ReportWritten(at, bucket.name(), inventory.id(), "inventory", rows));
    }

    private long writeCsv(
            BucketState bucket,
            InventoryConfiguration inventory,
            List<InventoryColumns.Column> columns,
            String folder,
            Instant at,
            List<DataFile> files) {
        List<String> lines = new ArrayList<>();
        long[] rows = {0};
        Runnable flush = () -> {
            if (!lines.isEmpty()) {
                byte[] packed = gzip(String.join("", lines));
                files.add(data(inventory, folder, at, files.size(), ".csv.gz", packed, "application/gzip"));
                rows[0] += lines.size();
                lines.clear();
            }
        };
        rows(bucket, inventory, row -> {
            lines.add(InventoryColumns.csv(columns, row));
            if (lines.size() == ROWS_A_FILE) {
                flush.run();
            }
        });
        flush.run();
        return rows[0];
    }

    private long writeParquet(
            BucketState bucket,
            InventoryConfiguration inventory,
            List<InventoryColumns.Column> columns,
            String folder,
            Instant at,
            List<DataFile> files) {
        List<ParquetTable.Column> schema = columns.stream()
                .map(column -> new ParquetTable.Column(column.parquetName(), column.type()))
                .toList();
        ParquetTable[] table = {new ParquetTable(schema)};
        long[] rows = {0};
        Runnable flush = () -> {
            if (table[0].rows() > 0) {
                rows[0] += table[0].rows();
                files.add(data(
                        inventory, folder, at, files.size(), ".parquet", table[0].bytes(), "application/octet-stream"));
                table[0] = new ParquetTable(schema);
            }
        };
        rows(bucket, inventory, row -> {
            table[0].add(
                    columns.stream().map(column -> column.value().apply(row)).toList());
            if (table[0].rows() == ROWS_A_FILE) {
                flush.run();
            }
        });
        flush.run();
        return rows[0];
    }

    /// Tells every row of a report.
    private void rows(BucketState bucket, InventoryConfiguration inventory, Consumer<InventoryColumns.Row> told) {
        ListRequest request = new ListRequest(inventory.prefix().orElse(""), "", "", ALL.max());
        if (!inventory.allVersions()) {
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                ObjectPage page = listing.objects(bucket.name(), request.after(after.get()));
                page.objects().forEach(object -> told.accept(row(bucket, object)));
                after = page.next();
            }
            return;
        }
        Optional<String> key = Optional.of("");
        Optional<String> version = Optional.empty();
        while (key.isPresent()) {
            VersionPage page = listing.versions(bucket.name(), request.after(key.get()), version);
            page.versions().forEach(object -> told.accept(row(bucket, object)));
            key = page.nextKey();
            version = page.nextVersionId();
        }
    }

    private static InventoryColumns.Row row(BucketState bucket, StoredObject object) {
        Optional<RuleDate> expiration =
                object.isLatest() && !object.isDeleteMarker() ? Objects.expiration(bucket, object) : Optional.empty();
        return new InventoryColumns.Row(object, expiration);
    }

    private DataFile data(
            InventoryConfiguration inventory,
            String folder,
            Instant at,
            int number,
            String suffix,
            byte[] bytes,
            String type) {
        String name = UUID.nameUUIDFromBytes((folder + at + number).getBytes(StandardCharsets.UTF_8)) + suffix;
        String key = folder + "data/" + name;
        delivery.put(inventory.destinationBucket(), key, bytes, type);
        return new DataFile(key, bytes.length, md5(bytes));
    }

    private static String manifest(
            BucketState bucket,
            InventoryConfiguration inventory,
            List<InventoryColumns.Column> columns,
            List<DataFile> files,
            Instant at) {
        boolean isCsv = inventory.format() == InventoryConfiguration.Format.CSV;
        String schema = isCsv
                ? columns.stream().map(InventoryColumns.Column::name).collect(Collectors.joining(", "))
                : columns.stream()
                        .map(column -> "optional " + thrift(column) + ";")
                        .collect(Collectors.joining(" ", "message s3.inventory { ", " }"));
        String listed = files.stream()
                .map(file -> "{\"key\":" + quoted(file.key()) + ",\"size\":" + file.bytes() + ",\"MD5checksum\":"
                        + quoted(file.md5()) + "}")
                .collect(Collectors.joining(","));
        return "{\"sourceBucket\":" + quoted(bucket.name())
                + ",\"destinationBucket\":" + quoted("arn:aws:s3:::" + inventory.destinationBucket())
                + ",\"version\":\"2016-11-30\",\"creationTimestamp\":" + quoted(Long.toString(at.toEpochMilli()))
                + ",\"fileFormat\":" + quoted(isCsv ? "CSV" : "Parquet")
                + ",\"fileSchema\":" + quoted(schema)
                + ",\"files\":[" + listed + "]}";
    }

    private static String thrift(InventoryColumns.Column column) {
        return switch (column.type()) {
            case TEXT -> "binary " + column.parquetName() + " (UTF8)";
            case BOOLEAN -> "boolean " + column.parquetName();
            case LONG -> "int64 " + column.parquetName();
            case TIMESTAMP -> "int64 " + column.parquetName() + " (TIMESTAMP_MILLIS)";
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter < ' ') {
                quoted.append("\\u%04x".formatted(letter));
            } else {
                quoted.append(letter == '"' || letter == '\\' ? "\\" : "").append((char) letter);
            }
        });
        return quoted.append('"').toString();
    }

    private static String md5(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.digest("MD5").digest(bytes));
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return packed.toByteArray();
    }
}
