package dev.rockpool.costmodel.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The columns of an inventory report that matter here, by their names in a CSV schema and in a Parquet file.
enum InventoryColumn {
    KEY("Key"),
    VERSION_ID("VersionId"),
    IS_LATEST("IsLatest"),
    IS_DELETE_MARKER("IsDeleteMarker"),
    SIZE("Size"),
    LAST_MODIFIED("LastModifiedDate"),
    STORAGE_CLASS("StorageClass"),
    ACCESS_TIER("IntelligentTieringAccessTier");

    private final String schemaName;

    InventoryColumn(String schemaName) {
        this.schemaName = schemaName;
    }

    /// As the file schema of a manifest names it.
    String schemaName() {
        return schemaName;
    }

    /// The column of that name, whatever its case and underscores: `LastModifiedDate`, `last_modified_date`.
    static Optional<InventoryColumn> named(String name) {
        String folded = folded(name);
        return Arrays.stream(values())
                .filter(column -> folded(column.schemaName).equals(folded))
                .findFirst();
    }

    private static String folded(String name) {
        return name.replace("_", "").strip().toLowerCase(Locale.ROOT);
    }
}
