package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.objectstore.parquet.ParquetTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The columns of an inventory report.
///
/// Source: S3 user guide, *Amazon S3 Inventory list* and *Inventory manifest* (names of the CSV schema; those of
/// Parquet are the same in lower case with underscores).
final class InventoryColumns {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private InventoryColumns() {}

    /// A version with what its bucket's rules say of it.
    record Row(StoredObject object, Optional<RuleDate> expiration) {}

    /// A column.
    ///
    /// @param value absent where the report leaves the field empty
    record Column(String name, String parquetName, ParquetTable.Type type, Function<Row, Optional<String>> value) {}

    /// The columns of a report, in order.
    static List<Column> of(InventoryConfiguration inventory) {
        List<Column> columns = new ArrayList<>();
        columns.add(text("Bucket", "bucket", row -> Optional.of(row.object().bucket())));
        columns.add(text("Key", "key", row -> Optional.of(row.object().key())));
        if (inventory.allVersions()) {
            columns.add(text(
                    "VersionId",
                    "version_id",
                    row -> Optional.of(row.object())
                            .filter(StoredObject::showsVersion)
                            .map(StoredObject::versionId)));
            columns.add(flag(
                    "IsLatest", "is_latest", row -> Optional.of(row.object().isLatest())));
            columns.add(flag(
                    "IsDeleteMarker",
                    "is_delete_marker",
                    row -> Optional.of(row.object().isDeleteMarker())));
        }
        for (String field : inventory.optionalFields()) {
            column(field).ifPresent(columns::add);
        }
        return columns;
    }

    private static Optional<Column> column(String field) {
        return switch (field) {
            case "Size" ->
                Optional.of(new Column(
                        "Size",
                        "size",
                        ParquetTable.Type.LONG,
                        object(version -> Optional.of(Long.toString(version.bytes())))));
            case "LastModifiedDate" ->
                Optional.of(time(
                        "LastModifiedDate",
                        "last_modified_date",
                        row -> Optional.of(row.object().lastModified())));
            case "StorageClass" ->
                Optional.of(text(
                        "StorageClass",
                        "storage_class",
                        object(version -> Optional.of(version.storageClass().name()))));
            case "ETag" -> Optional.of(text("ETag", "e_tag", object(version -> Optional.of(version.etag()))));
            case "IsMultipartUploaded" ->
                Optional.of(flag(
                        "IsMultipartUploaded",
                        "is_multipart_uploaded",
                        row -> Optional.of(row.object())
                                .filter(version -> !version.isDeleteMarker())
                                .map(version -> version.partsCount().isPresent())));
            case "ReplicationStatus" ->
                Optional.of(text("ReplicationStatus", "replication_status", row -> Optional.empty()));
            case "EncryptionStatus" ->
                Optional.of(text(
                        "EncryptionStatus",
                        "encryption_status",
                        object(version -> Optional.of(
                                version.encryption().algorithm().name().replace('_', '-')))));
            case "ObjectLockRetainUntilDate" ->
                Optional.of(time(
                        "ObjectLockRetainUntilDate",
                        "object_lock_retain_until_date",
                        row -> row.object().retention().map(Retention::until)));
            case "ObjectLockMode" ->
                Optional.of(text(
                        "ObjectLockMode",
                        "object_lock_mode",
                        row -> row.object().retention().map(kept -> kept.mode().name())));
            case "ObjectLockLegalHoldStatus" ->
                Optional.of(text(
                        "ObjectLockLegalHoldStatus",
                        "object_lock_legal_hold_status",
                        object(version -> Optional.of(version.legalHold() ? "On" : "Off"))));
            case "IntelligentTieringAccessTier" ->
                Optional.of(text(
                        "IntelligentTieringAccessTier",
                        "intelligent_tiering_access_tier",
                        row -> row.object().accessTier().map(InventoryColumns::tier)));
            case "BucketKeyStatus" ->
                Optional.of(text(
                        "BucketKeyStatus",
                        "bucket_key_status",
                        object(version -> Optional.of(version.encryption())
                                .filter(state -> state.algorithm() == EncryptionAlgorithm.SSE_KMS)
                                .map(state -> state.bucketKey() ? "ENABLED" : "DISABLED"))));
            case "ChecksumAlgorithm" ->
                Optional.of(text(
                        "ChecksumAlgorithm",
                        "checksum_algorithm",
                        row -> row.object()
                                .checksum()
                                .map(checksum -> checksum.algorithm().name())));
            case "ObjectOwner" ->
                Optional.of(text(
                        "ObjectOwner",
                        "object_owner",
                        row -> Optional.of(row.object().owner().canonicalId())));
            case "LifecycleExpirationDate" ->
                Optional.of(time(
                        "LifecycleExpirationDate",
                        "lifecycle_expiration_date",
                        row -> row.expiration().map(RuleDate::at)));
            default -> Optional.empty();
        };
    }

    private static String tier(AccessTier tier) {
        return switch (tier) {
            case FREQUENT -> "FREQUENT";
            case INFREQUENT -> "INFREQUENT";
            case ARCHIVE_INSTANT -> "ARCHIVE_INSTANT_ACCESS";
            case ARCHIVE -> "ARCHIVE";
            case DEEP_ARCHIVE -> "DEEP_ARCHIVE";
        };
    }

    /// What only objects have.
    private static Function<Row, Optional<String>> object(Function<StoredObject, Optional<String>> value) {
        return row -> row.object().isDeleteMarker() ? Optional.empty() : value.apply(row.object());
    }

    private static Column text(String name, String parquet, Function<Row, Optional<String>> value) {
        return new Column(name, parquet, ParquetTable.Type.TEXT, value);
    }

    private static Column flag(String name, String parquet, Function<Row, Optional<Boolean>> value) {
        return new Column(name, parquet, ParquetTable.Type.BOOLEAN, value.andThen(flag -> flag.map(Object::toString)));
    }

    private static Column time(String name, String parquet, Function<Row, Optional<Instant>> value) {
        return new Column(
                name,
                parquet,
                ParquetTable.Type.TIMESTAMP,
                value.andThen(time -> time.map(at -> Long.toString(at.toEpochMilli()))));
    }

    /// A row of a CSV file: every field in quotes, keys as in URLs.
    static String csv(List<Column> columns, Row row) {
        StringBuilder line = new StringBuilder();
        for (Column column : columns) {
            String value = column.value().apply(row).orElse("");
            if (column.name().equals("Key")) {
                value = URLEncoder.encode(value, StandardCharsets.UTF_8);
            } else if (column.type() == ParquetTable.Type.TIMESTAMP && !value.isEmpty()) {
                value = TIME.format(Instant.ofEpochMilli(Long.parseLong(value)));
            }
            line.append(line.isEmpty() ? "" : ",")
                    .append('"')
                    .append(value.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append('\n').toString();
    }
}
