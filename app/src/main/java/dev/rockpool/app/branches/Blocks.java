package dev.rockpool.app.branches;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.platform.Comparison;
import java.util.Map;

/// What the blocks of the layers stand for.
enum Blocks {
    BYTES {
        @Override
        Map<StorageClass, Long> of(Comparison.Point point) {
            return point.bytes();
        }
    },
    OBJECTS {
        @Override
        Map<StorageClass, Long> of(Comparison.Point point) {
            return point.counts();
        }
    };

    /// How much of it there was, by class.
    abstract Map<StorageClass, Long> of(Comparison.Point point);

    /// How much of it there was in all classes.
    long all(Comparison.Point point) {
        return of(point).values().stream().mapToLong(Long::longValue).sum();
    }
}
