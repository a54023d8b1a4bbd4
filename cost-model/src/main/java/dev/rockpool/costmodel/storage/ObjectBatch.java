package dev.rockpool.costmodel.storage;

import dev.rockpool.lifecycle.StorageClass;

/// What a bill needs of the sizes of many objects that live alike. All of it adds up.
///
/// @param objects how many
/// @param bytes of all of them
/// @param shortfall bytes that they lack to [#FLOOR_BYTES] each
/// @param monitoredObjects how many are of [#FLOOR_BYTES] or more, which Intelligent-Tiering monitors
/// @param monitoredBytes of those
public record ObjectBatch(long objects, long bytes, long shortfall, long monitoredObjects, long monitoredBytes) {
    /// 128 KB: what an object is billed as at least in some classes, and the smallest that Intelligent-Tiering
    /// monitors.
    public static final long FLOOR_BYTES = StorageClass.SMALL_BYTES;

    /// No objects.
    public static final ObjectBatch NONE = new ObjectBatch(0, 0, 0, 0, 0);

    public ObjectBatch {
        if (objects < 0 || bytes < 0 || shortfall < 0 || monitoredObjects < 0 || monitoredBytes < 0) {
            throw new IllegalArgumentException("A batch counts from 0 up, not " + objects + " objects of " + bytes
                    + " bytes, " + shortfall + " short, " + monitoredObjects + " monitored of " + monitoredBytes
                    + " bytes.");
        }
        if (monitoredObjects > objects || monitoredBytes > bytes) {
            throw new IllegalArgumentException(
                    monitoredObjects + " monitored objects of " + monitoredBytes + " bytes are more than all.");
        }
    }

    /// `count` objects of `size` bytes each.
    ///
    /// @throws ArithmeticException if they hold 2^63 bytes or more
    public static ObjectBatch of(long size, long count) {
        long bytes = Math.multiplyExact(size, count);
        boolean monitored = size >= FLOOR_BYTES;
        return new ObjectBatch(
                count,
                bytes,
                monitored ? 0 : Math.multiplyExact(FLOOR_BYTES - size, count),
                monitored ? count : 0,
                monitored ? bytes : 0);
    }

    /// These and `other`.
    ///
    /// @throws ArithmeticException if they hold 2^63 bytes or more
    public ObjectBatch plus(ObjectBatch other) {
        return new ObjectBatch(
                Math.addExact(objects, other.objects),
                Math.addExact(bytes, other.bytes),
                Math.addExact(shortfall, other.shortfall),
                Math.addExact(monitoredObjects, other.monitoredObjects),
                Math.addExact(monitoredBytes, other.monitoredBytes));
    }

    /// Those that Intelligent-Tiering monitors.
    public ObjectBatch monitored() {
        return new ObjectBatch(monitoredObjects, monitoredBytes, 0, monitoredObjects, monitoredBytes);
    }

    /// Those that are too small for it.
    public ObjectBatch unmonitored() {
        return new ObjectBatch(objects - monitoredObjects, bytes - monitoredBytes, shortfall, 0, 0);
    }
}
