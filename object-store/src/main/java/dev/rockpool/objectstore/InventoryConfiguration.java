package dev.rockpool.objectstore;

import java.util.List;
import java.util.Optional;

/// A report on the objects of a bucket, written on a schedule.
///
/// @param id unique in its bucket
/// @param prefix of the keys to report
/// @param allVersions whether noncurrent versions and delete markers are reported
/// @param optionalFields by their API names, in order
/// @param format of the files
/// @param weekly on Sundays; otherwise daily
/// @param destinationBucket its name
/// @param destinationPrefix empty for none
/// @param destinationAccount as given
public record InventoryConfiguration(
        String id,
        boolean enabled,
        Optional<String> prefix,
        boolean allVersions,
        List<String> optionalFields,
        Format format,
        boolean weekly,
        String destinationBucket,
        Optional<String> destinationPrefix,
        Optional<String> destinationAccount) {
    public InventoryConfiguration {
        optionalFields = List.copyOf(optionalFields);
    }

    /// Of the report's files.
    public enum Format {
        CSV,
        ORC,
        PARQUET
    }
}
