package dev.rockpool.lifecycle;

import java.util.Arrays;
import java.util.Optional;

/// Which objects below 128 KB a rule leaves where they are, unless its filter names a size itself.
///
/// The header `x-amz-transition-default-minimum-object-size` of a lifecycle configuration. Source: API,
/// *PutBucketLifecycleConfiguration* (since September 2024).
public enum TransitionMinimum {
    /// None of them moves anywhere: the default since September 2024.
    ALL_STORAGE_CLASSES_128K("all_storage_classes_128K"),
    /// They move to the two archives only: what held before.
    VARIES_BY_STORAGE_CLASS("varies_by_storage_class");

    private final String apiName;

    TransitionMinimum(String apiName) {
        this.apiName = apiName;
    }

    /// As the header has it.
    public String apiName() {
        return apiName;
    }

    /// The setting of that name.
    public static Optional<TransitionMinimum> named(String apiName) {
        return Arrays.stream(values())
                .filter(minimum -> minimum.apiName.equals(apiName))
                .findFirst();
    }

    /// Whether an object of `bytes` may move to `to`.
    boolean lets(long bytes, StorageClass to) {
        return switch (this) {
            case ALL_STORAGE_CLASSES_128K -> bytes >= StorageClass.SMALL_BYTES;
            case VARIES_BY_STORAGE_CLASS -> bytes >= StorageClass.SMALL_BYTES || to.isArchive();
        };
    }
}
